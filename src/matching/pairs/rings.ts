/** Makes pairs of what an auction left, at once: the best choice along every chain, and along every ring but for its lightest pair. */
import type { Market } from './market.ts'
import type { Numbers } from './whole-weights.ts'

/**
 * Who gets whom forms chains and rings. Along a chain of meetings either the last one is chosen, and the one before is not, or it is left
 * out: so the best choice among the first few follows from the best among fewer. `gain` is what the lot of each is worth; `worth` is what all
 * pairs come to.
 */
export function pairNearly({ arcs: { n }, lot, bidder }: Market, gain: Numbers): { mate: Int32Array; worth: number } {
  const mate = new Int32Array(n).fill(-1)
  const isSeen = new Uint8Array(n)
  let worth = 0
  /** What the meetings up to this person's are worth at best. */
  const best = new Float64Array(n)
  const chain = new Int32Array(n)
  const choose = (begin: number, end: number): void => {
    let many = 0
    for (let v = begin; ; v = lot[v]!) {
      chain[many++] = v
      isSeen[v] = 1
      if (v === end) break
    }
    for (let at = 1; at < many; at++) {
      const before = at > 1 ? best[chain[at - 2]!]! : 0
      const last = chain[at - 1]!
      best[chain[at]!] = Math.max(best[last]!, before + gain[last]!)
    }
    worth += best[end]!
    for (let at = many - 1; at > 0; ) {
      const [one, other] = [chain[at - 1]!, chain[at]!]
      if (best[other] === best[one]) {
        at--
        continue
      }
      mate[one] = other
      mate[other] = one
      at -= 2
    }
    for (let at = 0; at < many; at++) best[chain[at]!] = 0
  }
  for (let begin = 0; begin < n; begin++) {
    if (bidder[begin]! >= 0) continue
    let end = begin
    while (lot[end]! >= 0) end = lot[end]!
    choose(begin, end)
  }
  for (let begin = 0; begin < n; begin++) {
    if (isSeen[begin]) continue
    // The ring is opened where that costs least.
    let lightest = begin
    for (let v = lot[begin]!; v !== begin; v = lot[v]!) if (gain[v]! < gain[lightest]!) lightest = v
    choose(lot[lightest]!, lightest)
  }
  return { mate, worth }
}
