/** Gathers the features by which people meet: suggestions, introductions, rounds, partnerships and programmes. */
import { directoryRoutes } from './features/directory/routes.ts'
import { introductionJobs } from './features/introductions/jobs.ts'
import { introductionRoutes } from './features/introductions/routes.ts'
import { partnershipJobs } from './features/partnerships/jobs.ts'
import { partnershipRoutes } from './features/partnerships/routes.ts'
import { openWithin } from './features/programmes/form-pages.ts'
import { programmeJobs } from './features/programmes/jobs.ts'
import { pairRoutes } from './features/programmes/pair-routes.ts'
import { programmeRoutes } from './features/programmes/routes.ts'
import { runningOf, runRoutes } from './features/programmes/run-routes.ts'
import { surveyRoutes } from './features/programmes/survey-routes.ts'
import { figuresRoutes } from './features/rounds/figures-routes.ts'
import { roundJobs } from './features/rounds/jobs.ts'
import { meetingRoutes } from './features/rounds/meeting-routes.ts'
import { type Engine, inProcess } from './features/rounds/plan.ts'
import { previewRoutes } from './features/rounds/preview-routes.ts'
import { progressRoutes } from './features/rounds/progress-routes.ts'
import { roundRoutes } from './features/rounds/routes.ts'
import { type ReadRows, spreadsheetRoutes } from './features/rounds/spreadsheet-routes.ts'
import { suggestionJobs } from './features/suggestions/jobs.ts'
import type { Recall } from './features/suggestions/memory-actions.ts'
import { suggestionRoutes } from './features/suggestions/routes.ts'
import type { Knowledge } from './matching/knowledge.ts'
import { readRows, WrongQuotes } from './packs/table.ts'
import { planInView } from './round-thread.ts'
import type { Db } from './storage/db.ts'
import type { Job } from './storage/due-work.ts'
import type { Route } from './web/visit.ts'

/** More people than these are put together in a thread of their own, so that pages are served meanwhile. */
const MOST_IN_PROCESS = 500

function engineOf(knowledge: Knowledge): Engine {
  const here = inProcess(knowledge)
  const skills = [...knowledge.vocabulary.terms.values()]
  return {
    knowledge,
    plan: (request, goesOn) =>
      request.guests.length > MOST_IN_PROCESS ? planInView(request, { skills }, goesOn) : here.plan(request, goesOn),
  }
}

const rowsIn: ReadRows = (text) => {
  try {
    return readRows(text)
  } catch (fault) {
    if (fault instanceof WrongQuotes) return { line: fault.line, why: fault.message }
    throw fault
  }
}

export const meetingJobs = (knowledge: Knowledge, recall: Recall, zone: string): Job[] => [
  ...suggestionJobs(recall, zone),
  ...introductionJobs(recall, zone),
  ...partnershipJobs(zone),
  ...roundJobs(engineOf(knowledge), zone),
  ...programmeJobs(knowledge, zone),
]

export const meetingPeopleRoutes = (db: Db, knowledge: Knowledge, recall: Recall): Route[] => [
  ...suggestionRoutes(db, recall),
  ...directoryRoutes(db, recall),
  ...introductionRoutes(db, knowledge),
  ...spreadsheetRoutes(db, engineOf(knowledge), rowsIn),
  ...roundRoutes(db),
  ...previewRoutes(db, engineOf(knowledge)),
  ...progressRoutes(db),
  ...meetingRoutes(db, knowledge),
  ...figuresRoutes(db),
  ...partnershipRoutes(db, openWithin),
  ...programmeRoutes(db, knowledge, runningOf(db)),
  ...runRoutes(db, knowledge),
  ...pairRoutes(db),
  ...surveyRoutes(db),
]
