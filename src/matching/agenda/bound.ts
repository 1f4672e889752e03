/** How good a grid could be at most: what no grid exceeds, however long one looks. */
import { type AgendaTask, cellsOf, roomsOf, sessionsOf } from './agenda-task.ts'
import { howMany, listAt } from './lists.ts'
import { boundOfSpread } from './spread-bound.ts'

/**
 * No grid covers more people-slots. A person sees at most as many as their stars can be spread over different slots, each in one where it
 * may be held (a maximum matching, by augmenting paths), and how tastes overlap says that not everybody can; and a slot shows at most what is
 * starred most, as often as it has cells. The lesser of the two holds.
 */
export function boundOfCoverage(task: AgendaTask): number {
  const slots = slotsOpenTo(task)
  const most = Int32Array.from({ length: howMany(task.stars) }, (_, person) => spread(listAt(task.stars, person), slots))
  return Math.min(boundOfSpread(task, most), sumOfSlots(task, slots))
}

/** No grid lets more people see everything that they must. Whoever must see nothing is not counted. */
export function boundOfMustSees(task: AgendaTask): number {
  if (!task.mustSees) return 0
  const slots = slotsOpenTo(task)
  let sum = 0
  for (let person = 0; person < howMany(task.mustSees); person++) {
    const wishes = listAt(task.mustSees, person)
    if (wishes.length > 0 && spread(wishes, slots) === wishes.length) sum++
  }
  return sum
}

/** For each session, whether it may be held in each slot. */
function slotsOpenTo(task: AgendaTask): boolean[][] {
  const [rooms, cells] = [roomsOf(task), cellsOf(task)]
  return Array.from({ length: sessionsOf(task) }, (_, session) =>
    Array.from({ length: task.slots }, (_, slot) => {
      const from = session * cells + slot * rooms
      return task.may ? task.may.subarray(from, from + rooms).includes(1) : true
    }),
  )
}

/** In how many different slots these sessions can be, at most. */
function spread(wishes: Int32Array, slots: readonly boolean[][]): number {
  const many = slots[0]?.length ?? 0
  if (wishes.every((session) => !slots[session]!.includes(false))) return Math.min(many, wishes.length)
  const taken = new Int32Array(many).fill(-1)
  const find = (session: number, seen: Uint8Array): boolean => {
    for (let slot = 0; slot < many; slot++) {
      if (!slots[session]![slot] || seen[slot]) continue
      seen[slot] = 1
      if (taken[slot]! >= 0 && !find(taken[slot]!, seen)) continue
      taken[slot] = session
      return true
    }
    return false
  }
  let sum = 0
  for (let at = 0; at < wishes.length && sum < many; at++) if (find(wishes[at]!, new Uint8Array(many))) sum++
  return sum
}

function sumOfSlots(task: AgendaTask, slots: readonly boolean[][]): number {
  const stars = new Int32Array(sessionsOf(task))
  for (const session of task.stars.item) stars[session]!++
  const people = howMany(task.stars)
  let sum = 0
  for (let slot = 0; slot < task.slots; slot++) {
    const here = [...stars.keys()].filter((session) => slots[session]![slot]).map((session) => stars[session]!)
    const shown = here.sort((a, b) => b - a).slice(0, roomsOf(task))
    sum += Math.min(
      people,
      shown.reduce((all, each) => all + each, 0),
    )
  }
  return sum
}
