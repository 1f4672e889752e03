/** Introducing two people: who would like to meet says so, the other is asked, and both get each other's address once both said yes. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { ask, dropAsks, termOf } from '../asks/actions.ts'
import { findWhoIsApart } from '../boundaries/actions.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { tell } from '../letters/actions.ts'
import { findAddressOf, lockPerson } from '../people/actions.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'
import { diaryOf, problemOf } from './diary-actions.ts'
import {
  type AnswerRefusal,
  askedNow,
  type Between,
  type IntroduceRefusal,
  type Introduction,
  mayAnswerIntroduction,
  mayIntroduce,
  mayPropose,
  mayReopen,
  type Party,
  type ProposeRefusal,
  partnerOf,
  whyFor,
} from './introduction.ts'
import { DID_THEY_MEET, planQuestion } from './outcome-actions.ts'
import { whyBetween } from './reason-actions.ts'
import {
  addIntroduction,
  findIntroduction,
  findLast,
  listParties,
  listWaitingOf,
  lockIntroduction,
  type NewIntroduction,
  saveDeclined,
  saveMet,
  saveOtherAsked,
  saveOver,
} from './store.ts'
import { threeTimes } from './three-times.ts'
import type { Why } from './why.ts'

export { areIntroduced, countMet, findIntroduction as lookUpIntroduction, listIntroductionsOf } from './store.ts'

/** The last day has passed. */
export const ENDS = 'introduction ends'

type Missing = 'not found'
export type Both = { asker: Party; other: Party; between: Between; areMet: boolean }

/** All that the rule must know of two people. Who knows already that neither blocks the other says so. */
export async function lookAtBoth(db: Db, person: string, other: string, at: Moment, isFree = false): Promise<Both | undefined> {
  const parties = await listParties(db, [person, other], at)
  const [asker, asked] = [parties.get(person), parties.get(other)]
  if (!asker || !asked) return undefined
  const last = await findLast(db, person, other, at.zone)
  const isBlocked = !isFree && (await findWhoIsApart(db, [person, other]))(person, other)
  // Whom somebody works with closely is not known, so colleagues of one organisation count as a team.
  const isSameTeam = asker.organisation !== undefined && asker.organisation === asked.organisation
  return { asker, other: asked, between: { isBlocked, isSameTeam, ...(last ? { last } : {}) }, areMet: last?.areMet ?? false }
}

/** The one sentence that both would read. */
export const reasonOf = (db: Db, knowledge: Knowledge, { asker, other }: Both, at: Moment): Promise<Why> =>
  whyBetween(db, knowledge, asker, other, at)

/** Neither of the two says yes to somebody else meanwhile. Everybody locks in the same order. */
async function lockBoth(tx: Tx, one: string, other: string): Promise<void> {
  for (const each of [one, other].sort()) await lockPerson(tx, each)
}

/** Saying so is one's own yes. */
export async function askToMeet(
  db: Db,
  knowledge: Knowledge,
  viewer: Viewer,
  other: string,
  line: string,
  at: Moment,
): Promise<Answer<string, IntroduceRefusal | Missing>> {
  return together(db, async (tx) => {
    await lockBoth(tx, viewer.person, other)
    const found = await lookAtBoth(tx, viewer.person, other, at)
    if (!found) return no('not found')
    const may = mayIntroduce(found.asker, found.other, found.between, at.today)
    if (!may.yes) return may
    const why = await reasonOf(tx, knowledge, found, at)
    return yes(await begin(tx, { person: viewer.person, other, line, why }, viewer.person, at))
  })
}

/** A broker puts two others together: the first is asked, and after a yes the other. */
export async function proposeIntroduction(
  db: Db,
  knowledge: Knowledge,
  broker: Viewer,
  { person, other, line }: { person: string; other: string; line: string },
  at: Moment,
): Promise<Answer<string, ProposeRefusal | Missing>> {
  return together(db, async (tx) => {
    await lockBoth(tx, person, other)
    const found = await lookAtBoth(tx, person, other, at)
    if (!found) return no('not found')
    const may = mayPropose(broker, found.asker, found.other, found.between, at.today)
    if (!may.yes) return may
    const why = await whyBetween(tx, knowledge, found.asker, found.other, at)
    return yes(await begin(tx, { person, other, broker: broker.person, line, why }, broker.person, at))
  })
}

async function begin(tx: Tx, given: Omit<NewIntroduction, 'id' | 'answerBy'>, by: string, at: Moment): Promise<string> {
  const id = newId(at.now)
  const { answerBy } = await termOf(tx, at)
  await addIntroduction(tx, { id, ...given, answerBy }, at.now)
  await record(tx, { at: at.now, who: by, did: 'introduction begun', about: id })
  const introduction = await findIntroduction(tx, id, at.zone)
  if (introduction) await askNow(tx, introduction, at)
  return id
}

/** Asks whose turn it is. The same clock ends it after a no and after silence, so that nobody can tell the two apart. */
async function askNow(tx: Tx, introduction: Introduction, at: Moment): Promise<void> {
  const { id, line, broker } = introduction
  const asked = askedNow(introduction)
  const who = partnerOf(introduction, asked.id)
  const facts = {
    ...{ introduction: id, who, why: whyFor(introduction, asked.id), line, hasSaidYes: introduction.isOtherAsked },
    ...(broker ? { broker } : {}),
  }
  const term = await termOf(tx, at)
  await ask(tx, { kind: 'will you meet', about: id, person: asked.id, facts, term }, at)
  await planAfter(tx, { kind: ENDS, about: id }, term.answerBy, at.zone)
}

/** Whoever is asked says yes. After the first yes to a broker the other is asked; after the second the two are introduced. */
export async function acceptIntroduction(tx: Tx, id: string, by: Viewer, at: Moment): Promise<Answer<true, AnswerRefusal | Missing>> {
  const introduction = await lockIntroduction(tx, id, at.zone)
  if (!introduction) return no('not found')
  const may = mayAnswerIntroduction(introduction, by.person)
  if (!may.yes) return may
  if (await areApart(tx, introduction)) return no('over')
  await record(tx, { at: at.now, who: by.person, did: 'introduction agreed', about: id })
  if (introduction.isOtherAsked) {
    await introduceBoth(tx, introduction, at)
    return yes(true)
  }
  const { answerBy } = await termOf(tx, at)
  await saveOtherAsked(tx, id, answerBy)
  await askNow(tx, { ...introduction, isOtherAsked: true, answerBy }, at)
  return yes(true)
}

async function introduceBoth(tx: Tx, agreed: Introduction, at: Moment): Promise<void> {
  const { id } = agreed
  const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
  const both = [agreed.person.id, agreed.other.id] as const
  const diaries = [await diaryOf(tx, both[0], at), await diaryOf(tx, both[1], at)]
  const slots = threeTimes(at.today, at.zone, calendar, diaries)
  await saveMet(tx, id, slots, at.now)
  // From now on each knows the other's name.
  const introduction = (await findIntroduction(tx, id, at.zone)) ?? agreed
  await forget(tx, ENDS, id)
  for (const [turn, person] of both.entries()) {
    const who = partnerOf(introduction, person)
    const address = (await findAddressOf(tx, who.id)) ?? ''
    const facts = {
      ...{ introduction: id, who, address, why: whyFor(introduction, person), both, problem: await problemOf(tx, who.id) },
      ...{ slots: slots.map((slot) => slot.toISOString()), zone: diaries[turn]?.zone ?? at.zone, today: at.today },
    }
    await tell(tx, person, 'introduction made', facts, at.now)
  }
  await planQuestion(tx, DID_THEY_MEET, id, at)
}

/** A silent no: nothing that anybody else sees changes before the last day. */
export async function declineIntroduction(tx: Tx, id: string, by: Viewer, at: Moment): Promise<Answer<true, AnswerRefusal | Missing>> {
  const introduction = await lockIntroduction(tx, id, at.zone)
  if (!introduction) return no('not found')
  const may = mayAnswerIntroduction(introduction, by.person)
  if (!may.yes) return may
  await saveDeclined(tx, id, by.person)
  await record(tx, { at: at.now, who: by.person, did: 'introduction answered', about: id })
  return yes(true)
}

export async function reopenIntroduction(tx: Tx, id: string, by: Viewer, at: Moment): Promise<Answer<true, AnswerRefusal | Missing>> {
  const introduction = await lockIntroduction(tx, id, at.zone)
  if (!introduction) return no('not found')
  const may = mayReopen(introduction, by.person)
  if (!may.yes) return may
  await saveDeclined(tx, id, undefined)
  await record(tx, { at: at.now, who: by.person, did: 'introduction open again', about: id })
  return yes(true)
}

const areApart = async (db: Db, { person, other }: Introduction): Promise<boolean> =>
  (await findWhoIsApart(db, [person.id, other.id]))(person.id, other.id)

/** The clock's part: one of two has blocked the other, so nobody is asked about it any more. To whoever waits it looks like silence. */
export async function leaveInPeace(tx: Tx, blocked: string, at: Moment): Promise<void> {
  for (const introduction of await listWaitingOf(tx, blocked, at.zone))
    if (await areApart(tx, introduction)) await dropAsks(tx, introduction.id, at)
}

/** Those who wait for an answer hear of the end: who would like to meet, who has said yes, and the broker. */
export const waitersOf = ({ person, broker, isOtherAsked }: Introduction): string[] => [
  ...(isOtherAsked ? [person.id] : []),
  ...(broker ? [broker.id] : []),
]

/** The clock's part: the last day has passed, after a no as after silence. `next` is what else fits those who waited. */
export async function endIntroduction(tx: Tx, id: string, next: ReadonlyMap<string, Suggestion>, at: Moment): Promise<void> {
  const introduction = await lockIntroduction(tx, id, at.zone)
  if (introduction?.state !== 'asked' || introduction.answerBy >= at.today) return
  await saveOver(tx, id, at.now)
  await dropAsks(tx, id, at)
  await record(tx, { at: at.now, did: 'introduction over', about: id })
  const { person, other, broker } = introduction
  for (const waiter of waitersOf(introduction)) {
    const suggestion = next.get(waiter)
    const facts = waiter === broker?.id ? { who: person, with: other } : { who: other }
    const fits = suggestion ? { next: suggestion } : {}
    await tell(tx, waiter, 'introduction not now', { introduction: id, ...facts, ...fits, today: at.today }, at.now)
  }
}
