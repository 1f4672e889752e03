/** The doors to giving a project another owner. */
import type { Answer } from '../../basics/answer.ts'
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { termOf } from '../asks/actions.ts'
import { readEmail } from '../people/person.ts'
import { EMAIL_FAULTS } from '../people/words.ts'
import { lookUpProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { acceptHandover, askForOwner, declineHandover, takeHandoverBack } from './actions.ts'
import { concerns, type Handover, mayAskOwner, type TakeOverRefusal } from './handover.ts'
import { type HandoverForm, handoverForm, handoverPage } from './pages.ts'
import { findHandover } from './store.ts'
import { ASK_REFUSALS, TAKE_OVER_REFUSALS } from './words.ts'

const TITLE = 'Another owner'

export function handoverRoutes(db: Db): Route[] {
  /** The owner's, or a broker's when the owner belongs to nobody any more. */
  async function given(visit: Visit): Promise<Project> {
    const viewer = somebody(visit)
    const project = found(await lookUpProject(db, visit.param('id'), visit.zone))
    const may = mayAskOwner(project, viewer)
    if (!may.yes && may.why === 'not the owner') throw new Forbidden(ASK_REFUSALS['not the owner'])
    return project
  }

  const form = async (visit: Visit, project: Project, typed: HandoverForm['typed'], faults: HandoverForm['faults']) =>
    handoverForm(visit, { project, typed, faults, answerBy: (await termOf(db, visit)).answerBy })

  async function asked(visit: Visit): Promise<Handover> {
    const viewer = somebody(visit)
    const handover = isId(visit.param('id')) ? await findHandover(db, visit.param('id')) : undefined
    if (!handover || !concerns(handover, viewer)) throw new Missing()
    return handover
  }

  async function after(visit: Visit, answer: Answer<Handover, TakeOverRefusal | 'not found'>, to: string): Promise<Reply> {
    if (answer.yes) return goTo(to)
    if (answer.why === 'not found') throw new Missing()
    return pageWithMistakes(TITLE, handoverPage(visit, await asked(visit), TAKE_OVER_REFUSALS[answer.why]), { narrow: true })
  }

  return [
    get('/projects/:id/handover', async (visit) => {
      const project = await given(visit)
      if (project.handover) return goTo(`/handovers/${project.handover.id}`)
      if (project.state === 'ended') return goTo(`/projects/${project.id}`)
      return page(project.title, await form(visit, project, { person: '', email: '' }, {}), { narrow: true })
    }),

    post('/projects/:id/handovers', async (visit) => {
      const project = await given(visit)
      const typed = { person: visit.form.text('person'), email: visit.form.text('email') }
      const again = async (faults: HandoverForm['faults']) =>
        pageWithMistakes(project.title, await form(visit, project, typed, faults), { narrow: true })
      const byAddress = typed.person === 'address' || (typed.person === '' && typed.email.trim() !== '')
      const email = readEmail(typed.email)
      if (byAddress && !email.yes) return again({ email: EMAIL_FAULTS[email.why] })
      const whom = byAddress && email.yes ? { email: email.value } : { chosen: typed.person }
      const answer = await askForOwner(db, project.id, somebody(visit), whom, visit)
      if (answer.yes) return goTo(`/handovers/${answer.value}`)
      if (answer.why === 'not found') throw new Missing()
      return again(answer.why === 'owner already' ? { email: ASK_REFUSALS[answer.why] } : { person: ASK_REFUSALS[answer.why] })
    }),

    get('/handovers/:id', async (visit) => page(TITLE, handoverPage(visit, await asked(visit)), { narrow: true })),

    post('/handovers/:id/acceptance', async (visit) => {
      const handover = await asked(visit)
      return after(visit, await acceptHandover(db, handover.id, somebody(visit), visit), `/projects/${handover.project}?done=yours`)
    }),

    post('/handovers/:id/refusal', async (visit) => {
      const handover = await asked(visit)
      return after(visit, await declineHandover(db, handover.id, somebody(visit), visit), `/handovers/${handover.id}`)
    }),

    post('/handovers/:id/withdrawal', async (visit) => {
      const handover = await asked(visit)
      return after(visit, await takeHandoverBack(db, handover.id, somebody(visit), visit), `/projects/${handover.project}`)
    }),
  ]
}
