/** The doors to the phases of a project. */
import { readDay } from '../../basics/day.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { lookUpProject } from '../projects/actions.ts'
import { REASON_FAULTS } from '../projects/form-words.ts'
import { ownedBy } from '../projects/owner-pages.ts'
import type { Project } from '../projects/project.ts'
import { readReason } from '../projects/reason.ts'
import { sayGoLive, sayPhase } from './actions.ts'
import { type PhasePage, phasePage } from './pages.ts'
import { GO_LIVE_REFUSALS, PHASE_REFUSALS } from './words.ts'

export function phaseRoutes(db: Db): Route[] {
  const owned = async (visit: Visit): Promise<Project> =>
    ownedBy(somebody(visit), found(await lookUpProject(db, visit.param('id'), visit.zone)))

  async function running(visit: Visit): Promise<Project> {
    const project = await owned(visit)
    if (project.state !== 'running') throw new Forbidden(PHASE_REFUSALS['not running'])
    return project
  }

  const about = (project: Project, more: Partial<PhasePage> = {}): PhasePage => ({
    project,
    typed: { step: '', reason: '' },
    faults: {},
    ...more,
  })

  return [
    get('/projects/:id/phase', async (visit) => {
      const project = await owned(visit)
      if (project.state !== 'running') return goTo(`/projects/${project.id}`)
      return page(project.title, phasePage(visit, about(project)), { narrow: true })
    }),

    post('/projects/:id/phase-ends', async (visit) => {
      const project = await running(visit)
      const typed = { step: visit.form.text('step'), reason: visit.form.text('reason') }
      const again = (faults: PhasePage['faults']) =>
        pageWithMistakes(project.title, phasePage(visit, about(project, { typed, faults })), { narrow: true })
      const reason = readReason(typed.reason)
      const chosen = typed.step === '' ? { step: PHASE_REFUSALS['nothing chosen'] } : {}
      if (!reason.yes) return again({ ...chosen, reason: REASON_FAULTS[reason.why] })
      const said = { step: typed.step, reason: reason.value, seen: visit.form.text('seen') }
      const answer = await sayPhase(db, project.id, somebody(visit), said, visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=phase`)
      if (answer.why === 'not found') throw new Missing()
      return again({ step: PHASE_REFUSALS[answer.why] })
    }),

    post('/projects/:id/go-live', async (visit) => {
      const project = await owned(visit)
      const typedGoLive = visit.form.text('go-live')
      const answer = await sayGoLive(db, project.id, somebody(visit), readDay(typedGoLive), visit)
      if (answer.yes) return goTo(`/projects/${project.id}?done=go-live`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not the owner' || answer.why === 'not running') throw new Forbidden(GO_LIVE_REFUSALS[answer.why])
      const goLiveFault = GO_LIVE_REFUSALS[answer.why]
      return pageWithMistakes(project.title, phasePage(visit, about(project, { typedGoLive, goLiveFault })), { narrow: true })
    }),
  ]
}
