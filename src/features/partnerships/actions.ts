/** Proposing a partnership, answering, naming hosts, and how it ends or goes on. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forgetMany, planAfter, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askMany, dropAsks, settleAsk, termOf } from '../asks/actions.ts'
import { tell } from '../letters/actions.ts'
import { findOrganisationById } from '../organisations/actions.ts'
import { findPerson, isSpeaker, listSpeakers } from '../people/actions.ts'
import {
  mayAnswerPartnership,
  mayEndPartnership,
  mayNameHost,
  mayProposePartnership,
  maySayWhatCame,
  mayWithdraw,
  nextUntil,
  type Partnership,
  type PartnershipRefusal,
  type Proposal,
  type ProposeRefusal,
  sideOf,
  type Worth,
} from './partnership.ts'
import { renewalDay } from './renewal-actions.ts'
import {
  addPartnership,
  findPartnership,
  isUnderWay,
  lockPair,
  lockPartnership,
  saveAgreed,
  saveCame,
  saveEnded,
  saveGoesOn,
  saveHost,
  saveNotAgreed,
  saveRenewed,
} from './store.ts'

export { findPartnership as lookUpPartnership, listPartnersOf } from './store.ts'

/** Its hosts are asked whether it goes on; its last day has passed. */
export const [ENDS_SOON, OVER] = ['partnership ends soon', 'partnership over'] as const
/** More people of one organisation than that would all wait for each other. */
const MOST_ASKED = 5

type Missing = 'not found'
type Done = Promise<Answer<true, PartnershipRefusal | Missing>>
type Side = 'one' | 'other'

/** The organisation for which somebody may speak. */
export const speaksFor = async (db: Db, { person, organisation }: Viewer): Promise<string | undefined> =>
  organisation !== undefined && (await isSpeaker(db, person, organisation)) ? organisation : undefined

export async function proposePartnership(
  db: Db,
  viewer: Viewer,
  partner: string,
  proposal: Proposal,
  at: Moment,
): Promise<Answer<string, ProposeRefusal | Missing>> {
  const own = viewer.organisation ?? ''
  return together(db, async (tx) => {
    if (!(await findOrganisationById(tx, partner))) return no('not found')
    await lockPair(tx, own, partner)
    const speakers = await listSpeakers(tx, partner)
    const may = mayProposePartnership(viewer, partner, {
      speaks: (await speaksFor(tx, viewer)) !== undefined,
      speakers: speakers.length,
      isUnderWay: await isUnderWay(tx, own, partner),
      hostIsOurs: (await findPerson(tx, proposal.host))?.organisation?.id === own,
    })
    if (!may.yes) return may
    const [id, term] = [newId(at.now), await termOf(tx, at)]
    await addPartnership(tx, { ...proposal, id, organisation: own, partner, by: viewer.person, answerBy: term.answerBy }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'partnership proposed', about: id })
    const { one, other, proposedBy: who, what, from, until } = (await findPartnership(tx, id, at.zone)) ?? lost(id)
    const facts = { partnership: id, one: other.name, other: one.name, who, host: one.host ?? who, what, from, until }
    const asks = speakers.slice(0, MOST_ASKED).map(({ id: person }) => {
      return { kind: 'partnership proposed' as const, about: id, person, asker: viewer.person, facts, term }
    })
    await askMany(tx, asks, at)
    return yes(id)
  })
}

function lost(id: string): never {
  throw new Error(`The partnership ${id} is not there.`)
}

/** The first who says yes is the host of their organisation. */
export const acceptPartnership = (db: Db, id: string, by: Viewer, at: Moment): Done =>
  withLocked(db, id, at, async (tx, partnership) => {
    const may = mayAnswerPartnership(partnership, await speaksFor(tx, by), at.today)
    if (!may.yes) return may
    await saveAgreed(tx, id, by.person, at.now)
    await settleAsk(tx, 'partnership proposed', id, { answer: 'yes', line: '' }, at, by.person)
    await dropAsks(tx, id, at)
    await record(tx, { at: at.now, who: by.person, did: 'partnership agreed', about: id })
    const { one, other, proposedBy, from, until } = (await findPartnership(tx, id, at.zone)) ?? partnership
    const asked = await planEnd(tx, id, until, at)
    const facts = { partnership: id, from, until, asked, today: at.today }
    const toOne = { ...facts, one: one.name, other: other.name, host: other.host ?? proposedBy }
    for (const person of new Set([one.host?.id ?? proposedBy.id, proposedBy.id]))
      await tell(tx, person, 'partnership agreed', { ...toOne, isHost: person === one.host?.id }, at.now)
    const toOther = { ...facts, one: other.name, other: one.name, host: one.host ?? proposedBy }
    await tell(tx, by.person, 'partnership agreed', { ...toOther, isHost: true }, at.now)
    return yes(true)
  })

/** Plans both clocks of a term; answers the day of the question. */
async function planEnd(tx: Tx, id: string, until: string, at: Moment): Promise<string> {
  const asked = await renewalDay(tx, until)
  await planOn(tx, { kind: ENDS_SOON, about: id }, asked, at.zone)
  await planAfter(tx, { kind: OVER, about: id }, until, at.zone)
  return asked
}

export const declinePartnership = (db: Db, id: string, by: Viewer, at: Moment): Done =>
  withLocked(db, id, at, async (tx, partnership) => {
    const may = mayAnswerPartnership(partnership, await speaksFor(tx, by), at.today)
    if (!may.yes) return may
    await settleAsk(tx, 'partnership proposed', id, { answer: 'no', line: '' }, at, by.person)
    await notAgreed(tx, partnership, 'declined', at)
    return yes(true)
  })

/** The clock's part: nobody has answered. */
export async function leaveUnanswered(tx: Tx, id: string, at: Moment): Promise<void> {
  const partnership = await lockPartnership(tx, id, at.zone)
  if (partnership?.state === 'proposed' && partnership.answerBy < at.today) await notAgreed(tx, partnership, 'unanswered', at)
}

async function notAgreed(tx: Tx, { id, one, other, proposedBy }: Partnership, why: 'declined' | 'unanswered', at: Moment): Promise<void> {
  await saveNotAgreed(tx, id, 'not agreed', at.now)
  await dropAsks(tx, id, at)
  await record(tx, { at: at.now, did: 'partnership not agreed', about: id })
  const facts = { partnership: id, one: one.name, other: other.name, why, today: at.today }
  await tell(tx, proposedBy.id, 'partnership not agreed', facts, at.now)
}

/** While nobody has answered. */
export const withdrawPartnership = (db: Db, id: string, by: Viewer, at: Moment): Done =>
  withLocked(db, id, at, async (tx, partnership) => {
    const may = mayWithdraw(partnership, await speaksFor(tx, by))
    if (!may.yes) return may
    const { one, other } = partnership
    await saveNotAgreed(tx, id, 'withdrawn', at.now)
    await dropAsks(tx, id, at)
    await record(tx, { at: at.now, who: by.person, did: 'partnership withdrawn', about: id })
    const facts = { partnership: id, one: other.name, other: one.name, today: at.today }
    for (const speaker of (await listSpeakers(tx, other.id)).slice(0, MOST_ASKED))
      await tell(tx, speaker.id, 'partnership withdrawn', facts, at.now)
    return yes(true)
  })

export const nameHost = (db: Db, id: string, by: Viewer, host: string, at: Moment): Done =>
  withLocked(db, id, at, async (tx, partnership) => {
    const may = mayNameHost(partnership, await speaksFor(tx, by), (await findPerson(tx, host))?.organisation?.id)
    if (!may.yes) return may
    const [own, partner] = sides(partnership, may.value)
    if (own.host?.id === host) return yes(true)
    await saveHost(tx, id, may.value, host)
    await record(tx, { at: at.now, who: by.person, did: 'partnership host named', about: id })
    const facts = { partnership: id, one: own.name, other: partner.name, until: partnership.until, today: at.today }
    if (host !== by.person) await tell(tx, host, 'partnership host', facts, at.now)
    return yes(true)
  })

const sides = ({ one, other }: Partnership, side: Side): [Partnership['one'], Partnership['one']] =>
  side === 'one' ? [one, other] : [other, one]

/** Whoever is asked for each of the two: its host, and once they have left, whoever speaks for it. */
async function listAsked(tx: Tx, partnership: Partnership): Promise<{ side: Side; person: string }[]> {
  const found: { side: Side; person: string }[] = []
  for (const side of ['one', 'other'] as const) {
    const [{ id, host }] = sides(partnership, side)
    const isThere = host && (await findPerson(tx, host.id))?.organisation?.id === id
    const person = isThere ? host.id : (await listSpeakers(tx, id))[0]?.id
    if (person !== undefined) found.push({ side, person })
  }
  return found
}

/** The clock's part: its end is near, so each host is asked once. */
export async function askWhetherItGoesOn(tx: Tx, id: string, at: Moment): Promise<void> {
  const partnership = await lockPartnership(tx, id, at.zone)
  if (partnership?.state !== 'agreed') return
  const { until } = partnership
  const term = await termOf(tx, at)
  const asks = (await listAsked(tx, partnership)).map(({ side, person }) => {
    const [own, partner] = sides(partnership, side)
    const facts = { partnership: id, one: own.name, other: partner.name, until, next: nextUntil(partnership) }
    return { kind: 'partnership ends' as const, about: id, person, facts, term }
  })
  await askMany(tx, asks, at)
}

/** With two yeses it goes on for as long again; one no is enough to let it end. */
export const sayWhetherItGoesOn = (db: Db, id: string, by: Viewer, goesOn: boolean, at: Moment): Done =>
  withLocked(db, id, at, async (tx, partnership) => {
    const side = sideOf(partnership, by, await speaksFor(tx, by))
    const may = mayEndPartnership(partnership, side)
    if (!may.yes || !side) return may.yes ? no('may not') : may
    await saveGoesOn(tx, id, side, goesOn)
    await settleAsk(tx, 'partnership ends', id, { answer: goesOn ? 'yes' : 'no', line: '' }, at, by.person)
    await record(tx, { at: at.now, who: by.person, did: goesOn ? 'partnership wished on' : 'partnership let end', about: id })
    const said = { ...partnership.goesOn, [side]: goesOn }
    if (!said.one || !said.other) return yes(true)
    const until = nextUntil(partnership)
    await saveRenewed(tx, id, until)
    const asked = await planEnd(tx, id, until, at)
    await record(tx, { at: at.now, did: 'partnership renewed', about: id })
    for (const { side: each, person } of await listAsked(tx, partnership)) {
      const [own, partner] = sides(partnership, each)
      await tell(
        tx,
        person,
        'partnership renewed',
        { partnership: id, one: own.name, other: partner.name, until, asked, today: at.today },
        at.now,
      )
    }
    return yes(true)
  })

/** Before its last day, with a line of what came of it. */
export const endPartnership = (db: Db, id: string, by: Viewer, came: string, at: Moment): Done =>
  withLocked(db, id, at, async (tx, partnership) => {
    const may = mayEndPartnership(partnership, sideOf(partnership, by, await speaksFor(tx, by)))
    if (!may.yes) return may
    await saveEnded(tx, id, came, at.now)
    await dropAsks(tx, id, at)
    await forgetMany(tx, [ENDS_SOON, OVER], [id])
    await record(tx, { at: at.now, who: by.person, did: 'partnership ended', about: id })
    for (const { side, person } of await listAsked(tx, partnership)) {
      const [own, partner] = sides(partnership, side)
      const facts = { partnership: id, one: own.name, other: partner.name, came, today: at.today }
      if (person !== by.person) await tell(tx, person, 'partnership ended', facts, at.now)
    }
    return yes(true)
  })

/** The clock's part: its last day has passed, and each host is asked what came of it. */
export async function endByItself(tx: Tx, id: string, at: Moment): Promise<void> {
  const partnership = await lockPartnership(tx, id, at.zone)
  if (partnership?.state !== 'agreed' || partnership.until >= at.today) return
  await saveEnded(tx, id, '', at.now)
  await dropAsks(tx, id, at)
  await record(tx, { at: at.now, did: 'partnership ended', about: id })
  const term = await termOf(tx, at)
  const asks = (await listAsked(tx, partnership)).map(({ side, person }) => {
    const [own, partner] = sides(partnership, side)
    const facts = { partnership: id, one: own.name, other: partner.name, until: partnership.until }
    return { kind: 'partnership over' as const, about: id, person, facts, term }
  })
  await askMany(tx, asks, at)
}

/** The first line counts; then the other host need not answer. */
export const sayWhatCame = (db: Db, id: string, by: Viewer, { worth, line }: { worth: Worth; line: string }, at: Moment): Done =>
  withLocked(db, id, at, async (tx, partnership) => {
    const may = maySayWhatCame(partnership, sideOf(partnership, by, await speaksFor(tx, by)))
    if (!may.yes) return may
    await saveCame(tx, id, worth, line)
    await settleAsk(tx, 'partnership over', id, { answer: worth, line }, at, by.person)
    await dropAsks(tx, id, at)
    await record(tx, { at: at.now, who: by.person, did: 'partnership remembered', about: id })
    return yes(true)
  })

function withLocked(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, partnership: Partnership) => Promise<Answer<true, PartnershipRefusal>>,
): Done {
  return together(db, async (tx) => {
    const partnership = await lockPartnership(tx, id, at.zone)
    return partnership ? work(tx, partnership) : no('not found')
  })
}
