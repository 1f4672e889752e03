/** A grid, and what it costs that the top sessions lie in different slots and the largest rooms. */
import { partOf, type Watch } from '../watch.ts'
import { type AgendaOptions, type PlannedAgenda, planAgenda } from './agenda.ts'
import type { AgendaTask } from './agenda-task.ts'

/** `freely`: the coverage that the same search finds when the top sessions may be anywhere. */
export type PricedAgenda = PlannedAgenda & { freely?: number }

/**
 * Takes twice as long as `planAgenda` where there are top sessions.
 *
 * @throws WrongAgenda when the task makes no sense, Cancelled when the watch says so.
 */
export function planPriced({ top, ...task }: AgendaTask, options: AgendaOptions, watch: Watch = {}): PricedAgenda {
  if (!top) return planAgenda(task, options, watch)
  const planned = planAgenda({ ...task, top }, options, partOf(watch, 0, 50))
  return { ...planned, freely: planAgenda(task, options, partOf(watch, 50, 100)).coverage }
}
