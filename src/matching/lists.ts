/** A few people for each of many, the best first, such that nobody is shown to everybody: who is popular would starve the others. */
import type { Between, Candidate } from './candidate.ts'
import type { Fit, PairScore } from './pair-score.ts'
import { tieOf } from './tie.ts'

export type Listed = { id: string; fit: Fit }
export type ListOptions = {
  /** So many for each. */
  most: number
  /** Nobody is on more lists than this. */
  cap: number
  seed: number
  between: Between
  /** Who is looked at for somebody; everybody unless said. A proposal may name the person themselves. */
  propose?(candidate: Candidate): Iterable<Candidate>
}

type Wish = { of: string; by: string; fit: Fit; tie: number }

/**
 * The best pairs choose first; whoever is on enough lists makes room for the next best, further down if need be. The same seed gives the
 * same lists, in whatever order the candidates come. A list is shorter than `most` only where nobody is left who may be shown.
 */
export function listsFor(candidates: readonly Candidate[], score: PairScore, options: ListOptions): ReadonlyMap<string, readonly Listed[]> {
  const { most, cap, seed, between, propose = () => candidates } = options
  const wishes: Wish[] = []
  for (const candidate of candidates) {
    for (const other of propose(candidate)) {
      const pairing = score.pair(candidate, other, between)
      if (pairing.may && pairing.fit.score > 0)
        wishes.push({ of: candidate.id, by: other.id, fit: pairing.fit, tie: tieOf(seed, candidate.id, other.id) })
    }
  }
  wishes.sort((a, b) => b.fit.score - a.fit.score || a.tie - b.tie || (a.of < b.of ? -1 : 1))
  const lists = new Map<string, Listed[]>(candidates.map(({ id }) => [id, []]))
  const shown = new Map<string, number>()
  for (const { of, by, fit } of wishes) {
    const list = lists.get(of)
    const times = shown.get(by) ?? 0
    if (!list || list.length >= most || times >= cap) continue
    list.push({ id: by, fit })
    shown.set(by, times + 1)
  }
  return lists
}
