/** The doors for saying for whom one works, and for answering it. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import { isMember } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findPerson, listOrganisationsToChoose } from '../people/actions.ts'
import { hasSaidName } from '../people/person.ts'
import { askToBelong } from './actions.ts'
import { decline, passOn, vouch } from './answer-actions.ts'
import { type Claim, MOST_DECLINE_LINE, maySeeClaim } from './claim.ts'
import { admitted, readClaim, showClaim } from './claim-routes.ts'
import { declinePage, heldPage } from './held-pages.ts'
import { type ClaimForm, claimForm } from './pages.ts'
import { findClaim, listHeld } from './store.ts'
import { BROKER_REFUSALS, CHOOSE_NEAR, CLAIM_REFUSALS, LINE_FAULTS, VOUCH_REFUSALS } from './words.ts'

const A_PAGE = 30
const WHERE = 'For whom do you work?'

const NOTHING_SAID: ClaimForm = { organisation: '', near: [], which: '', sector: '', asksSector: false, faults: {} }

export function memberRoutes(db: Db): Route[] {
  async function known(visit: Visit): Promise<Claim> {
    const viewer = somebody(visit)
    const claim = isId(visit.param('id')) ? await findClaim(db, visit.param('id'), visit.zone) : undefined
    if (!claim || !maySeeClaim(claim, viewer)) throw new Missing()
    return claim
  }

  const mistaken = async (visit: Visit, id: string, refused: string): Promise<Reply> => {
    const claim = await findClaim(db, id, visit.zone)
    if (!claim) throw new Missing()
    return pageWithMistakes('Who belongs here', await showClaim(db, visit, claim, { refused }), { narrow: true })
  }

  return [
    get('/claims/new', async (visit) => {
      const { person } = somebody(visit)
      if (isMember(visit.viewer)) return goTo('/mine')
      const who = await findPerson(db, person)
      const isFirst = !who || !hasSaidName(who) || (await listOrganisationsToChoose(db, person)).length > 0
      if (isFirst) return goTo('/welcome?next=/mine')
      return page(WHERE, claimForm(NOTHING_SAID), { narrow: true })
    }),

    post('/claims', async (visit) => {
      const { person } = somebody(visit)
      const { form, said } = await readClaim(db, visit)
      const mistaken = (faults: ClaimForm['faults']): Reply => pageWithMistakes(WHERE, claimForm({ ...form, faults }), { narrow: true })
      if (!said) return mistaken({ which: CHOOSE_NEAR })
      const answer = await together(db, (tx) => askToBelong(tx, person, said, visit))
      if (answer.yes) return goTo(`/claims/${answer.value.id}?done=asked`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'has an organisation') return goTo('/mine')
      return mistaken({ [answer.why === 'sector needed' ? 'sector' : 'organisation']: CLAIM_REFUSALS[answer.why] })
    }),

    get('/claims/:id', async (visit) => page('Who belongs here', await showClaim(db, visit, await known(visit)), { narrow: true })),

    post('/claims/:id/vouch', async (visit) => {
      const { id } = await known(visit)
      const answer = await vouch(db, id, somebody(visit), visit)
      if (answer.yes) return goTo(`/claims/${id}?done=vouched`)
      if (answer.why === 'not found') throw new Missing()
      return mistaken(visit, id, VOUCH_REFUSALS[answer.why])
    }),

    post('/claims/:id/pass', async (visit) => {
      const { id } = await known(visit)
      const answer = await passOn(db, id, somebody(visit), visit)
      if (answer.yes) return goTo(`/claims/${id}?done=passed`)
      if (answer.why === 'not found') throw new Missing()
      return mistaken(visit, id, VOUCH_REFUSALS[answer.why])
    }),

    post('/claims/:id/admission', async (visit) => admitted(db, visit, await known(visit))),

    get('/claims/:id/refusal', async (visit) => {
      const claim = await known(visit)
      if (!visit.viewer?.broker) throw new Forbidden(BROKER_REFUSALS['not a broker'])
      if (claim.state !== 'open') return goTo(`/claims/${claim.id}`)
      return page('Decline?', declinePage(claim, ''), { narrow: true })
    }),

    post('/claims/:id/refusal', async (visit) => {
      const claim = await known(visit)
      const typed = visit.form.text('line')
      const line = readText(typed, { most: MOST_DECLINE_LINE, lines: 'many' })
      if (!visit.viewer?.broker) throw new Forbidden(BROKER_REFUSALS['not a broker'])
      if (!line.yes) return pageWithMistakes('Decline?', declinePage(claim, typed, LINE_FAULTS[line.why]), { narrow: true })
      const answer = await decline(db, claim.id, somebody(visit), line.value, visit)
      if (answer.yes) return goTo(`/claims/${claim.id}?done=declined`)
      if (answer.why === 'not found') throw new Missing()
      return mistaken(visit, claim.id, BROKER_REFUSALS[answer.why])
    }),

    get('/held', async (visit) => {
      if (!somebody(visit).broker) throw new Forbidden(BROKER_REFUSALS['not a broker'])
      const found = await listHeld(db, { after: visit.query('after'), most: A_PAGE + 1 }, visit.zone)
      const held = found.slice(0, A_PAGE)
      const next = found.length > A_PAGE ? `/held?after=${held.at(-1)?.person}` : undefined
      return page('Waiting to be let in', heldPage(visit, held, next))
    }),
  ]
}
