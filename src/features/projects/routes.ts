/** The doors to projects. */
import { readDay } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { readThread } from '../threads/actions.ts'
import { threadPart } from '../threads/pages.ts'
import { endProject, extendBrief, startProject } from './actions.ts'
import { readLesson } from './lesson.ts'
import { type Beside, endingPage, projectPage } from './pages.ts'
import type { Project } from './project.ts'
import { findProject } from './store.ts'
import { followingOf } from './update-routes.ts'
import { END_REFUSALS, EXTEND_REFUSALS, OWNER_ONLY, START_REFUSALS } from './words.ts'

export function projectRoutes(db: Db, knowledge: Knowledge, beside: Beside): Route[] {
  async function known(visit: Visit): Promise<Project> {
    const id = visit.param('id')
    const project = isId(id) ? await findProject(db, id, visit.zone) : undefined
    if (!project) throw new Missing()
    return project
  }

  async function owned(visit: Visit): Promise<Project> {
    const viewer = somebody(visit)
    const project = await known(visit)
    if (project.owner.id !== viewer.person) throw new Forbidden(OWNER_ONLY)
    return project
  }

  const show = async (visit: Visit, project: Project, startFault?: string, typedFirstDate?: string): Promise<Markup> =>
    projectPage(visit, {
      project,
      tags: knowledge.tagsCalled(project.tags),
      beside: await beside(visit, project),
      ...(await followingOf(db, visit, project)),
      thread: threadPart(visit, project, await readThread(db, visit.viewer, project.id)),
      startFault,
      typedFirstDate,
    })

  return [
    get('/projects/:id', async (visit) => {
      const project = await known(visit)
      return page(project.title, await show(visit, project))
    }),

    post('/projects/:id/start', async (visit) => {
      const project = await owned(visit)
      const typed = visit.form.text('first-date')
      const answer = await startProject(db, project.id, somebody(visit), readDay(typed), visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=started`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(project.title, await show(visit, project, START_REFUSALS[answer.why], typed))
    }),

    post('/projects/:id/extension', async (visit) => {
      const project = await owned(visit)
      const answer = await extendBrief(db, project.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=extended`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(EXTEND_REFUSALS[answer.why])
    }),

    get('/projects/:id/ending', async (visit) => {
      const project = await owned(visit)
      if (project.state === 'ended') return goTo(`/projects/${project.id}`)
      const how = visit.query('how') === 'delivered' ? 'delivered' : 'stopped'
      return page(project.title, endingPage({ project, how, typed: { reason: '', tried: '', learnt: '', again: '' }, faults: {} }), {
        narrow: true,
      })
    }),

    post('/projects/:id/ending', async (visit) => {
      const project = await owned(visit)
      const how = visit.form.text('how') === 'delivered' ? 'delivered' : 'stopped'
      const { text } = visit.form
      const typed = { reason: text('reason'), tried: text('tried'), learnt: text('learnt'), again: text('again') }
      const { lesson, faults } = readLesson(typed, how)
      if (Object.keys(faults).length > 0)
        return pageWithMistakes(project.title, endingPage({ project, how, typed, faults }), { narrow: true })
      const answer = await endProject(db, project.id, somebody(visit), how, lesson, visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=ended`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(project.title, endingPage({ project, how, typed, faults, refused: END_REFUSALS[answer.why] }), {
        narrow: true,
      })
    }),
  ]
}
