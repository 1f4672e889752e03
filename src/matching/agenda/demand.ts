/** How many people each session expects. */
import type { AgendaTask } from './agenda-task.ts'
import { listAt } from './lists.ts'

/**
 * How many people will come to each session, by a simple guess: whoever starred several sessions of one slot goes to one of them, each as
 * likely. Somebody who starred none in a slot is not counted.
 */
export function demandOf(task: AgendaTask, slot: Int32Array): Float64Array {
  const demand = new Float64Array(slot.length)
  const inSlot = new Int32Array(task.slots)
  for (let person = 0; person < task.stars.start.length - 1; person++) {
    const wishes = listAt(task.stars, person)
    inSlot.fill(0)
    for (const session of wishes) inSlot[slot[session]!]!++
    for (const session of wishes) demand[session]! += 1 / inSlot[slot[session]!]!
  }
  return demand
}
