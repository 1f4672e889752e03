/** The doors to the ending of a project. */
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route } from '../../web/visit.ts'
import { endProject } from './actions.ts'
import { type EndingPage, endHowOf, endingPage, sayHandedToFault } from './ending-pages.ts'
import { readHandedTo, readLesson } from './lesson.ts'
import { owned } from './owned-routes.ts'
import { END_REFUSALS } from './words.ts'

const NOTHING = { reason: '', tried: '', learnt: '', again: '', handedTo: '' }

export const endingRoutes = (db: Db): Route[] => [
  get('/projects/:id/ending', async (visit) => {
    const project = await owned(db, visit)
    if (project.state === 'ended') return goTo(`/projects/${project.id}`)
    const how = endHowOf(project, visit.query('how'))
    return page(project.title, endingPage({ project, how, typed: NOTHING, faults: {} }), { narrow: true })
  }),

  post('/projects/:id/ending', async (visit) => {
    const project = await owned(db, visit)
    const { text } = visit.form
    const how = endHowOf(project, text('how'))
    const typed = {
      reason: text('reason'),
      tried: text('tried'),
      learnt: text('learnt'),
      again: text('again'),
      handedTo: text('handed-to'),
    }
    const again = (more: Partial<EndingPage>) =>
      pageWithMistakes(project.title, endingPage({ project, how, typed, faults: {}, ...more }), { narrow: true })
    const { handedTo, ...rest } = typed
    const { lesson, faults } = readLesson(rest, how)
    const to = readHandedTo(handedTo, how)
    if (!to.yes || Object.keys(faults).length > 0) return again({ faults, handedToFault: to.yes ? undefined : sayHandedToFault(to.why) })
    const answer = await endProject(db, project.id, somebody(visit), how, { ...lesson, handedTo: to.value }, visit)
    if (answer.yes) return goTo(`/projects/${project.id}?done=ended`)
    if (answer.why === 'not found') throw new Missing()
    return again({ refused: END_REFUSALS[answer.why] })
  }),
]
