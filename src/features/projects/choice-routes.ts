/** The doors to what an owner can choose when a brief is not complete. */
import type { Db } from '../../storage/db.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { html } from '../../web/markup.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { extendBrief } from './actions.ts'
import { choicePage, shrinkingPage } from './choice-pages.ts'
import { owned } from './owned-routes.ts'
import type { Project } from './project.ts'
import { isWish, type Wish } from './shrinking.ts'
import { shrinkBrief } from './shrinking-actions.ts'
import { SHRINK_REFUSALS } from './shrinking-words.ts'
import { listRolesPledgedTo } from './store.ts'
import { EXTEND_REFUSALS } from './words.ts'

/** What was wanted with each role, by the names that the form gives them. */
const wishesIn = (visit: Visit, project: Project): Map<string, Wish> =>
  new Map(
    project.roles.flatMap(({ id }) => {
      const wish = visit.form.text(`role-${id}`)
      return isWish(wish) ? [[id, wish] as const] : []
    }),
  )

export function choiceRoutes(db: Db): Route[] {
  const shrinking = async (visit: Visit, project: Project, refused?: string): Promise<Reply> => {
    const pledgedTo = await listRolesPledgedTo(db, project.id)
    const body = shrinkingPage(visit, { project, pledgedTo, wishes: wishesIn(visit, project), refused })
    return refused ? pageWithMistakes(project.title, body, { narrow: true }) : page(project.title, body, { narrow: true })
  }

  return [
    get('/projects/:id/choice', async (visit) => {
      const project = await owned(db, visit)
      return project.state === 'open' ? page(project.title, choicePage(visit, project)) : goTo(`/projects/${project.id}`)
    }),

    post('/projects/:id/extension', async (visit) => {
      const project = await owned(db, visit)
      const answer = await extendBrief(db, project.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=extended`)
      if (answer.why === 'not found') throw new Missing()
      const refused = errorSummary({ errors: [{ text: EXTEND_REFUSALS[answer.why] }] })
      return pageWithMistakes(project.title, html`${refused}${choicePage(visit, project)}`)
    }),

    get('/projects/:id/shrinking', async (visit) => {
      const project = await owned(db, visit)
      return project.state === 'open' ? shrinking(visit, project) : goTo(`/projects/${project.id}`)
    }),

    post('/projects/:id/shrinking', async (visit) => {
      const project = await owned(db, visit)
      const answer = await shrinkBrief(db, project.id, somebody(visit), wishesIn(visit, project), visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=shrunk`)
      if (answer.why === 'not found') throw new Missing()
      return shrinking(visit, project, SHRINK_REFUSALS[answer.why])
    }),
  ]
}
