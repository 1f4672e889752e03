/** What the clock does with agendas: makes what was ordered, begins where an event has come to its agenda, and asks for one that is not there. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { BEGINS, MAKES, WAITED_FOR } from './clocks.ts'
import { beginAgenda, makeAgenda } from './making-actions.ts'
import { lookForAgenda } from './waiting-actions.ts'
import type { Engine } from './work.ts'

/** One after the other, so that a large one keeps nothing else waiting. */
const LANE = 'agendas'

export const agendaJobs = (engine: Engine, zone: string): Job[] => {
  const does = (kind: string, work: (tx: Tx, event: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, event, now) => work(tx, event, momentAt(zone, now)),
  })
  return [
    { kind: MAKES, lane: LANE, outside: (db, event, now) => makeAgenda(db, engine, event, zone, now) },
    does(BEGINS, beginAgenda),
    does(WAITED_FOR, lookForAgenda),
  ]
}
