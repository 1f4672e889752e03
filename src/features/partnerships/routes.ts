/** The doors to partnerships, and what an organisation's page shows of them. */
import { addDays } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { termOf } from '../asks/actions.ts'
import { findOrganisationById } from '../organisations/actions.ts'
import { listMembersToName } from '../people/actions.ts'
import { speakersPart } from '../people/speaker-pages.ts'
import { endPartnership, nameHost, proposePartnership, speaksFor, withdrawPartnership } from './actions.ts'
import { CAME_FAULTS, FROM_FAULTS, UNTIL_FAULTS, WHAT_FAULTS } from './form-words.ts'
import { type PartnershipForm, partnershipEnding, partnershipForm, partnershipPage, partnershipsPart } from './pages.ts'
import {
  MOST_CAME,
  mayEndPartnership,
  mayProposePartnership,
  maySeePartnership,
  mayWithdraw,
  type Partnership,
  type PartnershipRefusal,
  readProposal,
  sideOf,
  type TypedPartnership,
} from './partnership.ts'
import { renewalDay } from './renewal-actions.ts'
import { findAskAbout, findBeside, findPartnership, isUnderWay } from './store.ts'
import { PARTNERSHIP_REFUSALS, PROPOSE_REFUSALS } from './words.ts'

const TITLE = 'A partnership'
const NARROW = { narrow: true } as const
const [MOST_TO_CHOOSE, MOST_LISTED] = [200, 20]
const A_YEAR = 365

/** What an organisation's page says about its partners, and to members about who speaks for it: both by one query. */
export const besideOrganisation =
  (db: Db) =>
  async (visit: Visit, organisation: { id: string; name: string }): Promise<{ partners: Markup | ''; speakers: Markup | '' }> => {
    const { speakers, ...partners } = await findBeside(db, organisation.id, visit.viewer, MOST_LISTED)
    return {
      partners: partnershipsPart(visit, organisation, partners),
      speakers: isMember(visit.viewer) ? speakersPart(visit, organisation.id, speakers) : '',
    }
  }

/** `offered` is what a later feature offers to those who look after a partnership. */
export function partnershipRoutes(db: Db, offered?: (partnership: Partnership) => Markup): Route[] {
  async function partnerIn(visit: Visit): Promise<{ id: string; name: string }> {
    const organisation = isId(visit.param('id')) ? await findOrganisationById(db, visit.param('id')) : undefined
    if (!organisation) throw new Missing()
    return organisation
  }

  /** The rule is asked before anything is typed, too. */
  async function form(visit: Visit, partner: PartnershipForm['partner'], typed: TypedPartnership, faults: PartnershipForm['faults'] = {}) {
    const viewer = somebody(visit)
    const own = await speaksFor(db, viewer)
    const standing = {
      ...{ speaks: own !== undefined, speakers: 1, hostIsOurs: true },
      isUnderWay: own !== undefined && (await isUnderWay(db, own, partner.id)),
    }
    const may = mayProposePartnership(viewer, partner.id, standing)
    if (!may.yes && may.why === 'not a speaker') throw new Forbidden(PROPOSE_REFUSALS[may.why])
    const members = own === undefined ? [] : await listMembersToName(db, own, viewer, MOST_TO_CHOOSE)
    const { answerBy } = await termOf(db, visit)
    return partnershipForm(visit, { partner, members, answerBy, typed, faults, ...(may.yes ? {} : { refused: PROPOSE_REFUSALS[may.why] }) })
  }

  async function known(visit: Visit): Promise<{ partnership: Partnership; own: string | undefined }> {
    const found = isId(visit.param('id')) ? await findPartnership(db, visit.param('id'), visit.zone) : undefined
    const own = visit.viewer && (await speaksFor(db, visit.viewer))
    if (!found || !maySeePartnership(found, visit.viewer, own)) throw new Missing()
    return { partnership: found, own }
  }

  async function shown(visit: Visit, { partnership, own }: { partnership: Partnership; own: string | undefined }, refused?: string) {
    const { viewer } = visit
    const side = viewer && sideOf(partnership, viewer, own)
    const ours = own === partnership.one.id ? 'one' : own === partnership.other.id ? 'other' : undefined
    const isOurs = viewer !== undefined && own !== undefined && ours !== undefined && partnership.state === 'agreed'
    return partnershipPage(visit, partnership, {
      ask: side && viewer ? await findAskAbout(db, partnership.id, viewer.person) : undefined,
      may: { end: mayEndPartnership(partnership, side).yes, withdraw: mayWithdraw(partnership, own).yes },
      ours: isOurs ? { side: ours, members: await listMembersToName(db, own, viewer, MOST_TO_CHOOSE) } : undefined,
      asked: await renewalDay(db, partnership.until),
      refused,
      offered: side && offered?.(partnership),
    })
  }

  async function after(visit: Visit, why: PartnershipRefusal | 'not found'): Promise<Reply> {
    if (why === 'not found') throw new Missing()
    if (why === 'may not') throw new Forbidden(PARTNERSHIP_REFUSALS[why])
    return pageWithMistakes(TITLE, await shown(visit, await known(visit), PARTNERSHIP_REFUSALS[why]), NARROW)
  }

  async function ended(visit: Visit): Promise<Partnership> {
    const { partnership, own } = await known(visit)
    const may = mayEndPartnership(partnership, sideOf(partnership, somebody(visit), own))
    if (!may.yes) throw new Forbidden(PARTNERSHIP_REFUSALS[may.why])
    return partnership
  }

  return [
    get('/organisations/:id/partnership', async (visit) => {
      const { person } = somebody(visit)
      const typed = { what: '', from: visit.today, until: addDays(visit.today, A_YEAR), host: person }
      return page(TITLE, await form(visit, await partnerIn(visit), typed), NARROW)
    }),

    post('/organisations/:id/partnerships', async (visit) => {
      const viewer = somebody(visit)
      const partner = await partnerIn(visit)
      const { text } = visit.form
      const typed = { what: text('what'), from: text('from'), until: text('until'), host: text('host') }
      const again = async (faults: PartnershipForm['faults']) => pageWithMistakes(TITLE, await form(visit, partner, typed, faults), NARROW)
      const read = readProposal(typed, visit.today)
      if (!read.yes) {
        const { what, from, until } = read.faults
        return again({
          ...(what ? { what: WHAT_FAULTS[what] } : {}),
          ...(from ? { from: FROM_FAULTS[from] } : {}),
          ...(until ? { until: UNTIL_FAULTS[until] } : {}),
        })
      }
      const answer = await proposePartnership(db, viewer, partner.id, read.value, visit)
      if (answer.yes) return goTo(`/partnerships/${answer.value}?done=proposed`)
      if (answer.why === 'not found') throw new Missing()
      if (answer.why === 'not a speaker') throw new Forbidden(PROPOSE_REFUSALS[answer.why])
      return again(answer.why === 'host of another' ? { host: PROPOSE_REFUSALS[answer.why] } : { what: PROPOSE_REFUSALS[answer.why] })
    }),

    get('/partnerships/:id', async (visit) => page(TITLE, await shown(visit, await known(visit)))),

    post('/partnerships/:id/host', async (visit) => {
      const { partnership } = await known(visit)
      const answer = await nameHost(db, partnership.id, somebody(visit), visit.form.text('host'), visit)
      return answer.yes ? goTo(`/partnerships/${partnership.id}?done=host`) : after(visit, answer.why)
    }),

    post('/partnerships/:id/withdrawal', async (visit) => {
      const { partnership } = await known(visit)
      const answer = await withdrawPartnership(db, partnership.id, somebody(visit), visit)
      return answer.yes ? goTo(`/partnerships/${partnership.id}?done=withdrawn`) : after(visit, answer.why)
    }),

    get('/partnerships/:id/ending', async (visit) => {
      const partnership = await ended(visit)
      return page(TITLE, partnershipEnding({ partnership, typed: '' }), NARROW)
    }),

    post('/partnerships/:id/ending', async (visit) => {
      const partnership = await ended(visit)
      const typed = visit.form.text('came')
      const came = readText(typed, { most: MOST_CAME, lines: 'many' })
      if (!came.yes) return pageWithMistakes(TITLE, partnershipEnding({ partnership, typed, fault: CAME_FAULTS[came.why] }), NARROW)
      const answer = await endPartnership(db, partnership.id, somebody(visit), came.value, visit)
      return answer.yes ? goTo(`/partnerships/${partnership.id}?done=ended`) : after(visit, answer.why)
    }),
  ]
}
