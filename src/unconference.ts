/** Gathers the features of an unconference: events, what those who come would talk about, what they think of it, and what they would like to see. */
import { dayBeside, underAnnouncements } from './features/days/beside-routes.ts'
import { dayRoutes } from './features/days/routes.ts'
import { wallRoutes } from './features/days/wall-routes.ts'
import { eventJobs } from './features/events/jobs.ts'
import type { BesideEvent } from './features/events/pages.ts'
import { removalRoutes } from './features/events/removal-routes.ts'
import { eventRoutes, showEvent } from './features/events/routes.ts'
import { runRoutes } from './features/events/run-routes.ts'
import { noteJobs } from './features/notes/jobs.ts'
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
const besideIn = (db: Db): BesideEvent[] => [scoresBeside(db), starsBeside(db), dayBeside(db), pitchesBeside(db)]

export const unconferenceJobs = (zone: string): Job[] => [...eventJobs(zone), ...pitchJobs(zone), ...scoreJobs(zone), ...noteJobs(zone)]

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
    ...dayRoutes(db, live),
    ...wallRoutes(db),
  ]
  return underAnnouncements(db, routes)
}
