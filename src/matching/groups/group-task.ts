/** What groups are made of: who there is, what two are worth together, and who must not be. */

/** What two are worth who must not be together. */
export const NEVER = -(2 ** 30)

/**
 * People are the numbers from 0 to `n - 1`. `worth[a * n + b]` is what a and b are worth together, in any unit, the same as
 * `worth[b * n + a]`, from less than 0 to 2^30 either way; NEVER where they must not be together; `worth[a * n + a]` is 0.
 */
export type GroupTask = {
  n: number
  size: number
  worth: Float64Array
  /** Pairs that are put together whatever they are worth, as far as others of them leave room. */
  together?: readonly (readonly [number, number])[]
  /** Placed before others, where not everybody can be. */
  first?: ReadonlySet<number>
  seed?: number
}
/** The task makes no sense; the message is a sentence for whoever wrote it. */
export class WrongGroups extends Error {}

export function checkTask({ n, size, worth }: GroupTask): void {
  if (!Number.isInteger(size) || size < 2) throw new WrongGroups(`Groups cannot be of ${size}: it must be a whole number from 2.`)
  if (!Number.isInteger(n) || n < 0 || worth.length !== n * n)
    throw new WrongGroups(`${worth.length} numbers are not what each of ${n} people is worth to each: there must be ${n} times ${n}.`)
  for (let a = 0; a < n; a++)
    for (let b = 0; b <= a; b++) {
      const value = worth[a * n + b]!
      if (a === b && value !== 0) throw new WrongGroups(`${a} cannot be together with themselves: the number there must be 0.`)
      if (!(Math.abs(value) <= -NEVER))
        throw new WrongGroups(`${a} and ${b} are worth ${value}: it must be a number within ${-NEVER} of 0.`)
      if (value !== worth[b * n + a]) throw new WrongGroups(`${a} and ${b} are worth ${value} one way and ${worth[b * n + a]} the other.`)
    }
}
