/** What the clock does with agendas: makes what was ordered, and begins where an event has come to its agenda. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { beginAgenda, MAKES, makeAgenda } from './making-actions.ts'
import type { Engine } from './work.ts'

/** One after the other, so that a large one keeps nothing else waiting. */
const LANE = 'agendas'

export const agendaJobs = (engine: Engine, zone: string): Job[] => [
  { kind: MAKES, lane: LANE, outside: (db, event, now) => makeAgenda(db, engine, event, zone, now) },
  { kind: 'agenda begins', inside: (tx, event, now) => beginAgenda(tx, event, momentAt(zone, now)) },
]
