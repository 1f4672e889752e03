/**
 * A sharper bound, from how much tastes overlap: sessions that many people starred together cannot all be spread evenly over the slots.
 *
 * Let X say which session is in which slot, and k be how many of a person's n stars are in each of S slots. Who has all k alike is spread
 * evenly; q, the sum of their squares less n^2 / S, says how far from it they are. Summed over people with weights w, it is
 * trace(Z' M Z), where Z is X less 1 / S, and M adds up w for each two sessions that a person starred. As the columns of Z add up to 0, Z has at
 * most S - 1 directions, none longer than the square root of the rooms, and the squares of all add up to (1 - 1 / S) sessions: so the
 * smallest eigenvalues of M say how small the sum can be (after Donath and Hoffman, 1973). On the other hand nobody can have more slots and a
 * larger q than their few stars allow: coverage + w q is at most so much for each person. The difference bounds coverage, for any weights.
 */
import { type AgendaTask, roomsOf, sessionsOf } from './agenda-task.ts'
import { smallestEigenvalues } from './eigenvalues.ts'
import { howMany, listAt } from './lists.ts'

/** `most` is how many slots each person can have at most; nothing covers more than what is returned. */
export function boundOfSpread(task: AgendaTask, most: Int32Array): number {
  let best = most.reduce((sum, each) => sum + each, 0)
  // Whoever starred many more sessions than there are slots tells nothing: they may be spread unevenly at no loss.
  for (const reach of [task.slots, task.slots + 1, task.slots + 2]) best = Math.min(best, boundWithin(task, most, reach))
  return best
}

/** How far rounding may carry eigenvalues, as a share of the greatest number times how many there are. */
const ROUNDING = 1e-9

function boundWithin(task: AgendaTask, most: Int32Array, reach: number): number {
  const [sessions, slots] = [sessionsOf(task), task.slots]
  const matrix = new Float64Array(sessions * sessions)
  let allowed = 0
  for (let person = 0; person < howMany(task.stars); person++) {
    const stars = listAt(task.stars, person)
    const [many, can] = [stars.length, most[person]!]
    const weight = many <= reach ? weightOf(many, can) : 0
    allowed += can + weight * (farthest(many, can) - many ** 2 / slots)
    if (weight > 0) for (const one of stars) for (const other of stars) matrix[one * sessions + other]! += weight
  }
  const slip = ROUNDING * Math.max(1, ...matrix) * sessions
  const values = smallestEigenvalues(matrix, sessions, slots)
  let [left, least] = [sessions * (1 - 1 / slots), 0]
  for (const value of values) {
    const length = Math.min(left, roomsOf(task))
    least += length * Math.max(0, value - slip)
    left -= length
    if (left <= 0) break
  }
  return Math.floor(allowed - least + slip)
}

/** The largest sum of squares of whole numbers above 0 that add up to `many`, when there are so many of them. */
const farthest = (many: number, numbers: number): number => (numbers === 0 ? 0 : (many - numbers + 1) ** 2 + numbers - 1)

/** So large that having fewer slots never makes up for itself by being farther from even. */
function weightOf(many: number, can: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let fewer = 1; fewer < can; fewer++) least = Math.min(least, (can - fewer) / (farthest(many, fewer) - farthest(many, can)))
  return Number.isFinite(least) ? least : 0
}
