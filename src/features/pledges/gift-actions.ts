/** What people do with gifts. As with pledges, every action locks the project first. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record, recordMany } from '../../storage/journal.ts'
import { ask, dropAsks, dropAsksOfMany, settleAsk, termOf } from '../asks/actions.ts'
import { tell, tellEach } from '../letters/actions.ts'
import { isSpeaker } from '../people/actions.ts'
import { lockProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import {
  answerGift,
  type Gift,
  type GiftAnswerRefusal,
  type GiveRefusal,
  giftAfterEnding,
  give,
  isGiftIn,
  LIVING_GIFTS,
  reopenOffer,
  type TakeBackRefusal,
  takeBack,
} from './gift.ts'
import {
  addGift,
  findGift,
  findLivingGift,
  findProjectOfNeed,
  listGifts,
  listGiftsOfProject,
  lockProjectsOfGifts,
  saveGiftAccepted,
  saveGiftOfferedAgain,
  saveGiftOver,
  saveGiftsOver,
} from './gift-store.ts'
import type { ReopenRefusal } from './pledge.ts'

/** For later features that read. */
export { listGiftsOfPerson } from './gift-store.ts'

type Missing = 'not found'
export type Giving = { line: string; isForOrganisation: boolean }

export async function makeGift(
  db: Db,
  need: string,
  viewer: Viewer,
  giving: Giving,
  at: Moment,
): Promise<Answer<string, GiveRefusal | Missing>> {
  return together(db, async (tx) => {
    const of = await findProjectOfNeed(tx, need)
    const project = of === undefined ? undefined : await lockProject(tx, of, at.zone)
    if (!project) return no('not found')
    const living = await findLivingGift(tx, need, viewer.person)
    const answer = give(project, viewer, living !== undefined, at.today)
    if (!answer.yes) return answer
    const id = newId(at.now)
    const term = await termOf(tx, at)
    const by = { person: viewer.person, organisation: viewer.organisation ?? '' }
    const isForOrganisation = giving.isForOrganisation && (await isSpeaker(tx, by.person, by.organisation))
    await addGift(tx, { id, need, project: project.id, ...by, answerBy: term.answerBy, line: giving.line, isForOrganisation }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'gift offered', about: id })
    const gift = await findGift(tx, id)
    const facts = gift && { gift: id, project: gift.project, title: gift.title, what: gift.what, who: gift.person, line: gift.line }
    if (facts) await ask(tx, { kind: 'gift offered', about: id, person: project.owner.id, asker: viewer.person, facts, term }, at)
    return yes(id)
  })
}

export async function acceptGift(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Gift, GiftAnswerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, gift) => {
    if (isGiftIn(gift, viewer.person, 'accepted')) return yes(gift)
    const answer = answerGift(project, gift, viewer.person)
    if (!answer.yes) return answer
    await saveGiftAccepted(tx, id, at.now)
    const telling = await settleAsk(tx, 'gift offered', id, { answer: 'yes', line: '' }, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'gift accepted', about: id })
    await tell(tx, gift.person.id, 'gift accepted', { ...giftFacts(gift), today: at.today }, at.now, telling)
    return yes(gift)
  })
}

export async function declineGift(
  db: Db,
  id: string,
  viewer: Viewer,
  line: string,
  at: Moment,
): Promise<Answer<Gift, GiftAnswerRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, gift) => {
    if (isGiftIn(gift, viewer.person, 'declined')) return yes(gift)
    const answer = answerGift(project, gift, viewer.person)
    if (!answer.yes) return answer
    const telling = await settleAsk(tx, 'gift offered', id, { answer: 'no', line }, at)
    await endGift(tx, gift, 'declined', viewer.person, at)
    await tell(tx, gift.person.id, 'gift declined', { ...giftFacts(gift), line, today: at.today }, at.now, telling)
    return yes(gift)
  })
}

/** The owner takes an answer back: the offer waits for another one. */
export async function reopenGift(db: Db, id: string, by: string, at: Moment): Promise<Answer<Gift, ReopenRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, gift) => {
    const living = await findLivingGift(tx, gift.need, gift.person.id)
    const answer = reopenOffer(project, gift, by, living !== undefined && living.id !== id)
    if (!answer.yes) return answer
    await saveGiftOfferedAgain(tx, id)
    await record(tx, { at: at.now, who: by, did: 'gift open again', about: id })
    return yes(gift)
  })
}

export async function withdrawGift(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Gift, TakeBackRefusal | Missing>> {
  return withLocked(db, id, at, async (tx, project, gift) => {
    if (isGiftIn(gift, viewer.person, 'withdrawn')) return yes(gift)
    const answer = takeBack(gift, viewer.person)
    if (!answer.yes) return answer
    await endGift(tx, gift, 'withdrawn', viewer.person, at)
    await tell(tx, project.owner.id, 'gift withdrawn', { ...giftFacts(gift), today: at.today }, at.now)
    return yes(gift)
  })
}

/** The owners said nothing in time: the givers are free, and told so. Many in a few statements. */
export async function releaseUnansweredGifts(tx: Tx, ids: readonly string[], at: Moment): Promise<void> {
  await lockProjectsOfGifts(tx, ids)
  const late = (await listGifts(tx, ids)).filter(({ state, answerBy }) => state === 'offered' && answerBy < at.today)
  const over = late.map(({ id }) => id)
  await saveGiftsOver(tx, over, 'released', at.now)
  await dropAsksOfMany(tx, over, at)
  await recordMany(
    tx,
    over.map((about) => ({ at: at.now, did: 'gift released', about })),
  )
  await tellEach(
    tx,
    'gift unanswered',
    late.map((gift) => ({ person: gift.person.id, facts: { ...giftFacts(gift), today: at.today } })),
    at.now,
  )
}

/** The project has ended: what was promised is given or free. Those who only offered hear it. */
export async function freeGifts(tx: Tx, project: string, isDone: boolean, at: Moment): Promise<void> {
  for (const gift of await listGiftsOfProject(tx, project, LIVING_GIFTS)) {
    await endGift(tx, gift, giftAfterEnding(gift, isDone), undefined, at)
    await tell(tx, gift.person.id, 'gift freed', { ...giftFacts(gift), wasAccepted: gift.state === 'accepted', today: at.today }, at.now)
  }
}

/** Somebody owns the project now: what they give themselves needs no promise. */
export async function withdrawGiftsOf(tx: Tx, project: string, person: string, at: Moment): Promise<void> {
  for (const gift of await listGiftsOfProject(tx, project, LIVING_GIFTS))
    if (gift.person.id === person) await endGift(tx, gift, 'withdrawn', undefined, at)
}

async function endGift(tx: Tx, gift: Gift, state: Gift['state'], who: string | undefined, at: Moment): Promise<void> {
  await saveGiftOver(tx, gift.id, state, at.now)
  await dropAsks(tx, gift.id, at)
  await record(tx, { at: at.now, ...(who ? { who } : {}), did: `gift ${state}`, about: gift.id })
}

async function lockGift(tx: Tx, id: string, at: Moment): Promise<{ project: Project; gift: Gift } | undefined> {
  const seen = await findGift(tx, id)
  const project = seen && (await lockProject(tx, seen.project, at.zone))
  const gift = project && (await findGift(tx, id))
  return project && gift ? { project, gift } : undefined
}

function withLocked<W extends string>(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, project: Project, gift: Gift) => Promise<Answer<Gift, W>>,
): Promise<Answer<Gift, W | Missing>> {
  return together(db, async (tx) => {
    const locked = await lockGift(tx, id, at)
    return locked ? work(tx, locked.project, locked.gift) : no('not found')
  })
}

const giftFacts = ({ id, project, title, what, person, answerBy }: Gift) => ({ gift: id, project, title, what, who: person, by: answerBy })
