/** What the clock does with agendas: makes what was ordered, begins where an event has come to its agenda, asks for one that is not there, and tells hosts of moves. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { BEGINS, MAKES, TELLS, WAITED_FOR } from './clocks.ts'
import { beginAgenda, makeAgenda } from './making-actions.ts'
import { tellHosts } from './moving-actions.ts'
import { lookForAgenda } from './waiting-actions.ts'
import type { Engine } from './work.ts'

/** One after the other, so that a large one keeps nothing else waiting. */
const LANE = 'agendas'

export const agendaJobs = (engine: Engine, zone: string): Job[] => {
  const does = (kind: string, work: (tx: Tx, about: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, about, now) => work(tx, about, momentAt(zone, now)),
  })
  return [
    { kind: MAKES, lane: LANE, outside: (db, event, now) => makeAgenda(db, engine, event, zone, now) },
    does(BEGINS, beginAgenda),
    does(WAITED_FOR, lookForAgenda),
    does(TELLS, tellHosts),
  ]
}
