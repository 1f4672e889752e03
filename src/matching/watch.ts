/** Whoever waits for a long search hears how far it is, and may stop it. */
import { Cancelled } from './pairs/match-pairs.ts'

export type Watch = { progress?(done: number, of: number): void; isCancelled?(): boolean }

/** @throws Cancelled when nobody waits any more. */
export function tell(watch: Watch, done: number, of: number): void {
  if (watch.isCancelled?.()) throw new Cancelled('The search was stopped.')
  watch.progress?.(done, of)
}

/** A part of a longer search, which goes from one hundredth to another. */
export const partOf = (watch: Watch, from: number, to: number): Watch => ({
  ...watch,
  progress: (done, of) => watch.progress?.(Math.round(from + ((to - from) * done) / Math.max(1, of)), 100),
})
