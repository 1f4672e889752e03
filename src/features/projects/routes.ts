/** The doors to projects. */
import { readDay } from '../../basics/day.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { readThread } from '../threads/actions.ts'
import { threadPart } from '../threads/pages.ts'
import { startProject } from './actions.ts'
import { choiceRoutes } from './choice-routes.ts'
import { endingRoutes } from './ending-routes.ts'
import { known, owned } from './owned-routes.ts'
import { type Beside, projectPage } from './pages.ts'
import type { Project } from './project.ts'
import { START_REFUSALS } from './words.ts'

export function projectRoutes(db: Db, knowledge: Knowledge, beside: Beside): Route[] {
  const show = async (visit: Visit, project: Project, startFault?: string, typedFirstDate?: string): Promise<Markup> =>
    projectPage(visit, {
      project,
      tags: knowledge.tagsCalled(project.tags),
      beside: await beside(visit, project),
      thread: threadPart(visit, project, await readThread(db, visit.viewer, project.id)),
      startFault,
      typedFirstDate,
    })

  return [
    get('/projects/:id', async (visit) => {
      const project = await known(db, visit)
      return page(project.title, await show(visit, project))
    }),

    post('/projects/:id/start', async (visit) => {
      const project = await owned(db, visit)
      const typed = visit.form.text('first-date')
      const answer = await startProject(db, project.id, somebody(visit), readDay(typed), visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=started`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(project.title, await show(visit, project, START_REFUSALS[answer.why], typed))
    }),

    ...choiceRoutes(db),
    ...endingRoutes(db),
  ]
}
