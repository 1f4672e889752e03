/** What a grid is worth to people, kept so that an exchange of two sessions is weighed without counting everybody anew. */

/** An occupant is a session or an empty cell, which nobody starred. `who` has the occupant of each cell. */
export type Tally = {
  readonly sum: number
  /** Counts a slot anew, after its occupants have changed. */
  settle(slot: number, who: Int32Array): void
  /** By how much the sum would grow if `leaves` went from slot `from` to slot `to`, and `comes` the other way. */
  gain(leaves: number, comes: number, from: number, to: number): number
}
