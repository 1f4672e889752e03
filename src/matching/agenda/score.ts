/** What a grid is worth, counted afresh from the grid alone. */
import type { AgendaTask, Grid } from './agenda-task.ts'
import { howMany, listAt } from './lists.ts'

export type Score = {
  /** People-slots: for each person, the slots in which they starred something. */
  coverage: number
  /** People who can see everything that they must, because no two of it are in one slot. Whoever must see nothing is not counted. */
  mustSees: number
}

/** A session with slot -1 is not held. */
export function scoreOf(task: AgendaTask, { slot }: Pick<Grid, 'slot'>): Score {
  const slotsOf = (sessions: Int32Array): number => {
    const slots = new Set(sessions.map((session) => slot[session]!))
    slots.delete(-1)
    return slots.size
  }
  let [coverage, mustSees] = [0, 0]
  for (let person = 0; person < howMany(task.stars); person++) {
    coverage += slotsOf(listAt(task.stars, person))
    const musts = task.mustSees ? listAt(task.mustSees, person) : new Int32Array()
    if (musts.length > 0 && slotsOf(musts) === musts.length) mustSees++
  }
  return { coverage, mustSees }
}
