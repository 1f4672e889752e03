/** An order of people that depends on a seed alone. */

/** The whole numbers below `many`: without a seed in their order, else as shuffled by a linear congruential generator (Knuth's constants). */
export function shuffledOrder(many: number, seed: number | undefined): Int32Array {
  const order = new Int32Array(many)
  for (let at = 0; at < many; at++) order[at] = at
  if (seed === undefined) return order
  let state = seed | 0
  for (let at = many - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    const other = Math.floor(((state >>> 0) / 2 ** 32) * (at + 1))
    const moved = order[at]!
    order[at] = order[other]!
    order[other] = moved
  }
  return order
}
