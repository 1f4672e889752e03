/** The doors to pledges. */
import { laterOf } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import { maySee } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { lookUpProject } from '../projects/actions.ts'
import type { Beside } from '../projects/pages.ts'
import type { Project, Role } from '../projects/project.ts'
import { acceptPledge, declinePledge, makePledge, withdrawPledge } from './actions.ts'
import { noPledgePage, offersPart, pledgeForm, pledgePage, refusalPage, withdrawalPage } from './pages.ts'
import { LIVING, MOST_LINE, offer, type Pledge, type PledgeState, readTerms } from './pledge.ts'
import { findLivingPledge, findPledge, findProjectOfRole, listPledgesOfProject } from './store.ts'
import { ANSWER_REFUSALS, OFFER_REFUSALS, sayShortState, TERM_FAULTS, WITHDRAW_REFUSALS } from './words.ts'

/** What a project's page says about pledges to this visitor. */
export const besideProject =
  (db: Db): Beside =>
  async (visit: Visit, project: Project) => {
    if (!visit.viewer) return { mine: new Map(), offers: '' }
    const living = await listPledgesOfProject(db, project.id, LIVING, visit.zone)
    const mine = living.filter((pledge) => pledge.person.id === visit.viewer?.person)
    const asked = (state: PledgeState) =>
      project.owner.id === visit.viewer?.person ? living.filter((pledge) => pledge.state === state) : []
    return {
      mine: new Map(mine.map((pledge) => [pledge.role, { id: pledge.id, said: sayShortState(pledge, visit.today) }])),
      offers: offersPart(visit, asked('offered'), asked('waiting')),
    }
  }

export function pledgeRoutes(db: Db): Route[] {
  async function wanted(visit: Visit): Promise<{ project: Project; role: Role }> {
    const id = visit.param('id')
    const of = isId(id) ? await findProjectOfRole(db, id) : undefined
    const project = of === undefined ? undefined : await lookUpProject(db, of, visit.zone)
    const role = project?.roles.find((each) => each.id === id)
    if (!project || !role) throw new Missing()
    return { project, role }
  }

  /** The pledger's, the owner's and the broker's to see; to everybody else there is no such page. */
  async function known(visit: Visit): Promise<Pledge> {
    const viewer = somebody(visit)
    const pledge = isId(visit.param('id')) ? await findPledge(db, visit.param('id'), visit.zone) : undefined
    if (!pledge || !maySee(viewer, { is: 'pledge', by: pledge.person.id, owner: pledge.owner })) throw new Missing()
    return pledge
  }

  return [
    get('/roles/:id/pledge', async (visit) => {
      const viewer = somebody(visit)
      const { project, role } = await wanted(visit)
      const living = await findLivingPledge(db, role.id, viewer.person, visit.zone)
      if (living) return goTo(`/pledges/${living.id}`)
      const may = offer(project, role, viewer, false, visit.today)
      const title = `Pledge ${role.skill}`
      if (!may.yes) return page(title, noPledgePage(project, role, OFFER_REFUSALS[may.why]), { narrow: true })
      const typed = { hours: String(role.hoursAWeek), from: laterOf(role.from, visit.today), until: role.until, line: '' }
      return page(title, pledgeForm(visit, { project, role, typed, faults: {} }), { narrow: true })
    }),

    post('/roles/:id/pledges', async (visit) => {
      const viewer = somebody(visit)
      const { project, role } = await wanted(visit)
      const { text } = visit.form
      const typed = { hours: text('hours'), from: text('from'), until: text('until'), line: text('line') }
      const { terms, faults } = readTerms(typed, role, visit.today)
      const title = `Pledge ${role.skill}`
      const living = await findLivingPledge(db, role.id, viewer.person, visit.zone)
      if (living) return goTo(`/pledges/${living.id}?done=pledged`)
      const may = offer(project, role, viewer, false, visit.today)
      if (may.yes && Object.keys(faults).length > 0)
        return pageWithMistakes(title, pledgeForm(visit, { project, role, typed, faults }), { narrow: true })
      const answer = await makePledge(db, role.id, viewer, terms, visit)
      if (answer.yes) return goTo(`/pledges/${answer.value}?done=pledged`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(title, noPledgePage(project, role, OFFER_REFUSALS[answer.why]), { narrow: true })
    }),

    get('/pledges/:id', async (visit) => {
      const pledge = await known(visit)
      return page(pledge.skill, pledgePage(visit, pledge), { narrow: true })
    }),

    post('/pledges/:id/acceptance', async (visit) => {
      const pledge = await known(visit)
      const answer = await acceptPledge(db, pledge.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/projects/${pledge.project}?done=accepted`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(pledge.skill, pledgePage(visit, await known(visit), ANSWER_REFUSALS[answer.why]), { narrow: true })
    }),

    get('/pledges/:id/refusal', async (visit) => {
      const pledge = await known(visit)
      if (pledge.owner !== visit.viewer?.person) throw new Forbidden(ANSWER_REFUSALS['not the owner'])
      return page('Decline this pledge?', refusalPage(visit, pledge, ''), { narrow: true })
    }),

    post('/pledges/:id/refusal', async (visit) => {
      const pledge = await known(visit)
      const typed = visit.form.text('line')
      const line = readText(typed, { most: MOST_LINE, lines: 'many', optional: true })
      if (!line.yes)
        return pageWithMistakes('Decline this pledge?', refusalPage(visit, pledge, typed, TERM_FAULTS[line.why]), { narrow: true })
      const answer = await declinePledge(db, pledge.id, somebody(visit), line.value, visit)
      if (answer.yes) return goTo(`/projects/${pledge.project}?done=declined`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(pledge.skill, pledgePage(visit, await known(visit), ANSWER_REFUSALS[answer.why]), { narrow: true })
    }),

    get('/pledges/:id/withdrawal', async (visit) => {
      const pledge = await known(visit)
      if (pledge.person.id !== visit.viewer?.person) throw new Forbidden(WITHDRAW_REFUSALS['not yours'])
      return page('Withdraw your pledge?', withdrawalPage(pledge), { narrow: true })
    }),

    post('/pledges/:id/withdrawal', async (visit) => {
      const pledge = await known(visit)
      const answer = await withdrawPledge(db, pledge.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/pledges/${pledge.id}?done=withdrawn`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(pledge.skill, pledgePage(visit, await known(visit), WITHDRAW_REFUSALS[answer.why]), { narrow: true })
    }),
  ]
}
