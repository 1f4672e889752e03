/** The doors to pledges. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import { maySee } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { acceptPledge, declinePledge, withdrawPledge } from './actions.ts'
import { giftRoutes } from './gift-routes.ts'
import { offerRoutes } from './offer-routes.ts'
import { pledgePage, refusalPage, withdrawalPage } from './pages.ts'
import { isAlive, MOST_LINE, type Pledge } from './pledge.ts'
import { shareOfOffer } from './share-actions.ts'
import { findPledge } from './store.ts'
import { ANSWER_REFUSALS, TERM_FAULTS, WITHDRAW_REFUSALS } from './words.ts'

export function pledgeRoutes(db: Db, knowledge: Knowledge): Route[] {
  /** The pledger's, the owner's and the broker's to see; to everybody else there is no such page. */
  async function known(visit: Visit): Promise<Pledge> {
    const viewer = somebody(visit)
    const pledge = isId(visit.param('id')) ? await findPledge(db, visit.param('id'), visit.zone) : undefined
    if (!pledge || !maySee(viewer, { is: 'pledge', by: pledge.person.id, owner: pledge.owner })) throw new Missing()
    return pledge
  }

  /** How much of their week it takes is the pledger's alone to see. */
  async function shown(visit: Visit, pledge: Pledge, refused?: string) {
    const { viewer } = visit
    const isTheirs = viewer?.person === pledge.person.id && isAlive(pledge)
    const shared = isTheirs ? await shareOfOffer(db, viewer, pledge, { besides: pledge.id }) : undefined
    return pledgePage(visit, pledge, shared, refused)
  }

  return [
    ...offerRoutes(db, knowledge),
    ...giftRoutes(db),
    get('/pledges/:id', async (visit) => {
      const pledge = await known(visit)
      return page(pledge.skill, await shown(visit, pledge), { narrow: true })
    }),

    post('/pledges/:id/acceptance', async (visit) => {
      const pledge = await known(visit)
      const answer = await acceptPledge(db, pledge.id, somebody(visit), visit)
      if (answer.yes) return goTo(`/projects/${pledge.project}?done=accepted`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(pledge.skill, await shown(visit, await known(visit), ANSWER_REFUSALS[answer.why]), { narrow: true })
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
      return pageWithMistakes(pledge.skill, await shown(visit, await known(visit), ANSWER_REFUSALS[answer.why]), { narrow: true })
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
      return pageWithMistakes(pledge.skill, await shown(visit, await known(visit), WITHDRAW_REFUSALS[answer.why]), { narrow: true })
    }),
  ]
}
