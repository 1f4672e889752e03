/** Sets aside whoever is never needed for the smallest team, so that the search has few to choose from. */

/** Somebody who may be chosen: their number, and the places that they would fill, in order. */
export type Member = { one: number; places: readonly number[]; worth: number }

/**
 * Of two who fill the same, or one of whom fills more, the better is the one who is worth as much at least. Whoever has as many better ones as
 * any place needs people is not needed: were they in a smallest team, either one of those could take their turn, or all of those are in
 * it as well, and then everything they fill is filled without them.
 */
export function withoutSpare(members: readonly Member[], mostNeeded: number): Member[] {
  const kinds = new Map<string, Member[]>()
  for (const member of [...members].sort((a, b) => b.worth - a.worth)) {
    const key = member.places.join()
    const alike = kinds.get(key) ?? []
    if (alike.length < mostNeeded) kinds.set(key, [...alike, member])
  }
  const left = [...kinds.values()].sort(([a], [b]) => b!.places.length - a!.places.length)
  const kept: Member[] = []
  for (const alike of left) {
    const { places } = alike[0]!
    const better = kept.filter((other) => other.places.length > places.length && isWithin(places, other.places))
    const betterThan = (worth: number): number => better.filter((other) => other.worth >= worth).length
    kept.push(...alike.filter(({ worth }, before) => before + betterThan(worth) < mostNeeded))
  }
  return kept
}

/** Whether all of the first are among the second. */
export function isWithin(few: readonly number[], many: readonly number[]): boolean {
  let at = 0
  for (const each of few) {
    while (at < many.length && many[at]! < each) at++
    if (many[at] !== each) return false
  }
  return true
}
