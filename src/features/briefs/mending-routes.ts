/** The door through which an owner mends a published brief. */
import { isId } from '../../basics/id.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { lookUpProject } from '../projects/actions.ts'
import { mend } from '../projects/mending.ts'
import { mendBrief } from '../projects/mending-actions.ts'
import type { Project } from '../projects/project.ts'
import type { Fault, TypedBrief } from './brief.ts'
import { typedBriefOf } from './brief-form.ts'
import { readMended, typedFrom, withFreeRow } from './mending.ts'
import { mendingPage } from './mending-pages.ts'
import { choiceFor, knownTags } from './tag.ts'
import { MEND_REFUSALS } from './words.ts'

export function mendingRoutes(db: Db, knowledge: Knowledge): Route[] {
  async function mine(visit: Visit): Promise<Project> {
    const viewer = somebody(visit)
    const id = visit.param('id')
    const project = isId(id) ? await lookUpProject(db, id, visit.zone) : undefined
    if (!project) throw new Missing()
    const answer = mend(project, viewer.person)
    if (!answer.yes) throw new Forbidden(MEND_REFUSALS[answer.why])
    return project
  }

  const draw = (project: Project, typed: TypedBrief, faults: readonly Fault[]) =>
    mendingPage({ project, typed: withFreeRow(typed), faults, choice: choiceFor(knowledge, typed) })

  return [
    get('/projects/:id/brief', async (visit) => {
      const project = await mine(visit)
      return page(project.title, draw(project, typedFrom(project), []))
    }),

    post('/projects/:id/brief', async (visit) => {
      const project = await mine(visit)
      const sent = typedBriefOf(visit.form)
      const typed = { ...sent, tags: knownTags(knowledge, sent.tags) }
      const { mended, faults } = readMended(typed, project.others, visit.today)
      if (faults.length > 0) return pageWithMistakes(project.title, draw(project, typed, faults))
      const answer = await mendBrief(db, project.id, somebody(visit), mended, visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=mended`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(MEND_REFUSALS[answer.why])
    }),
  ]
}
