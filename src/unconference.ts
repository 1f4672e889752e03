/** Gathers the features of an unconference: events, what those who come would talk about, what they think of it, and what they would like to see. */
import { AGENDA_THREAD } from './agenda-thread.ts'
import { agendasBeside } from './features/agendas/beside-routes.ts'
import { boardRoutes } from './features/agendas/board-routes.ts'
import { changeRoutes } from './features/agendas/change-routes.ts'
import { agendaJobs } from './features/agendas/jobs.ts'
import { agendaRoutes, type BesideAgendas } from './features/agendas/routes.ts'
import { shapingRoutes } from './features/agendas/shaping-routes.ts'
import { dayBeside, dayBesideAgenda, dayBesideMine, dayInCells, underAnnouncements } from './features/days/beside-routes.ts'
import { dayJobs } from './features/days/jobs.ts'
import { dayRoutes } from './features/days/routes.ts'
import { daySession, daySessionRoutes } from './features/days/session-routes.ts'
import { swapRoutes } from './features/days/swap-routes.ts'
import { wallRoutes } from './features/days/wall-routes.ts'
import { eventJobs } from './features/events/jobs.ts'
import type { BesideEvent } from './features/events/pages.ts'
import { removalRoutes } from './features/events/removal-routes.ts'
import { eventRoutes, showEvent } from './features/events/routes.ts'
import { runRoutes } from './features/events/run-routes.ts'
import { addingRoutes } from './features/notes/adding-routes.ts'
import { noteBeside, writtenUpBeside } from './features/notes/beside-routes.ts'
import { noteJobs } from './features/notes/jobs.ts'
import { noteLineRoutes } from './features/notes/line-routes.ts'
import { noteRoutes } from './features/notes/routes.ts'
import { versionRoutes } from './features/notes/version-routes.ts'
import { writtenUpRoutes } from './features/notes/written-up-routes.ts'
import { pitchesBeside } from './features/pitches/beside-routes.ts'
import { pitchJobs } from './features/pitches/jobs.ts'
import { mergingRoutes } from './features/pitches/merging-routes.ts'
import { revisionRoutes } from './features/pitches/revision-routes.ts'
import { pitchRoutes } from './features/pitches/routes.ts'
import { scoresBeside } from './features/scores/beside-routes.ts'
import { scoreJobs } from './features/scores/jobs.ts'
import { scoreRoutes } from './features/scores/routes.ts'
import { scoringRoutes } from './features/scores/run-routes.ts'
import { terminalRoutes } from './features/scores/terminal-routes.ts'
import { starRoutes, starsBeside } from './features/stars/routes.ts'
import type { Db } from './storage/db.ts'
import type { Job } from './storage/due-work.ts'
import type { Live } from './web/live.ts'
import type { Route } from './web/visit.ts'

/** What later features show on the page of an event, in the order of the page. */
const besideIn = (db: Db): BesideEvent[] => [
  writtenUpBeside(db, 'over'),
  agendasBeside(db),
  writtenUpBeside(db, 'scheduled'),
  scoresBeside(db),
  starsBeside(db),
  dayBeside(db),
  pitchesBeside(db),
]

/** What later features show beside the grid of an agenda, and on the page of a session. */
const besideAgendasIn = (db: Db): BesideAgendas => ({
  agenda: [dayBesideAgenda(db)],
  mine: [dayBesideMine(db)],
  session: [daySession(db), noteBeside(db)],
  cells: dayInCells(db),
})

export const unconferenceJobs = (zone: string): Job[] => [
  ...eventJobs(zone),
  ...pitchJobs(zone),
  ...scoreJobs(zone),
  ...agendaJobs(AGENDA_THREAD, zone),
  ...dayJobs(zone),
  ...noteJobs(zone),
]

export function unconferenceRoutes(db: Db, live: Live): Route[] {
  const show = showEvent(db, besideIn(db))
  const routes = [
    ...eventRoutes(db, show),
    ...runRoutes(db, show),
    ...removalRoutes(db),
    ...pitchRoutes(db),
    ...revisionRoutes(db),
    ...mergingRoutes(db),
    ...scoreRoutes(db),
    ...scoringRoutes(db),
    ...terminalRoutes(db),
    ...starRoutes(db),
    ...agendaRoutes(db, besideAgendasIn(db)),
    ...boardRoutes(db),
    ...shapingRoutes(db),
    ...changeRoutes(db, AGENDA_THREAD),
    ...dayRoutes(db, live),
    ...daySessionRoutes(db),
    ...swapRoutes(db),
    ...wallRoutes(db),
    ...noteRoutes(db),
    ...versionRoutes(db),
    ...addingRoutes(db),
    ...noteLineRoutes(db),
    ...writtenUpRoutes(db),
  ]
  return underAnnouncements(db, routes)
}
