/** Proposing that two pitches become one, what their hosts say, and what comes of it. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { askMany, dropAsks, dropAsksOfMany, settleAsk, termOf } from '../asks/actions.ts'
import { lockEvent } from '../events/actions.ts'
import { byAccount } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type ConsentRefusal, consentsFor, type Merging, mayConsent, mayPropose, type ProposeRefusal, stateAfter } from './merging.ts'
import { addMerging, findMerging, listOpenMergings, saveConsent, saveMergingState } from './merging-store.ts'
import { isOpenToPitches, type Pitch } from './pitch.ts'
import { findPitch, saveMerged } from './store.ts'

type Missing = 'not found'

/** The hosts of both are asked; where nobody is to be asked, the two are one at once. */
export async function proposeMerging(
  db: Db,
  id: string,
  viewer: Viewer,
  { pitch, into }: { pitch: string; into: string },
  at: Moment,
): Promise<Answer<Merging, ProposeRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayPropose(event, viewer, await standing(tx, id, pitch), await standing(tx, id, into), await listOpenMergings(tx, id))
    if (!may.yes) return may
    const merging = newId(at.now)
    const consents = consentsFor(may.value, viewer.person)
    await addMerging(tx, { id: merging, event: id, pitch, into, by: viewer.person, consents }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'pitches proposed to merge', about: merging })
    const term = await termOf(tx, at)
    const answerBy = term.answerBy < event.ends.pitching ? term.answerBy : event.ends.pitching
    const facts = { event: id, title: event.title, pitch: may.value.pitch.title, into: may.value.into.title }
    const people = consents.flatMap(({ person, agrees }) => (person !== undefined && agrees === null ? [person] : []))
    const asks = people.map((person) => ({
      kind: 'pitch merging' as const,
      about: merging,
      person,
      asker: viewer.person,
      facts,
      term: { ...term, answerBy: answerBy < at.today ? at.today : answerBy },
    }))
    await askMany(tx, asks, at)
    return yes(await settle(tx, merging, at))
  })
}

const standing = async (tx: Tx, event: string, id: string): Promise<Pitch | undefined> => {
  const pitch = await findPitch(tx, id)
  return pitch?.event === event && !pitch.mergedInto ? pitch : undefined
}

/** As somebody who comes, with an account or without. */
export async function consentToMerging(
  db: Db,
  id: string,
  attendee: string | undefined,
  agrees: boolean,
  at: Moment,
): Promise<Answer<Merging, ConsentRefusal | Missing>> {
  return together(db, async (tx) => {
    const known = await findMerging(tx, id)
    const event = known && (await lockEvent(tx, known.event))
    const merging = event && (await findMerging(tx, id))
    if (!merging) return no('not found')
    const may = mayConsent(merging, attendee)
    if (!may.yes) return may
    if (!isOpenToPitches(event)) return no('over')
    const own = merging.consents.find((each) => each.attendee === attendee)
    await saveConsent(tx, id, own?.attendee ?? '', agrees)
    if (own?.person !== undefined) await settleAsk(tx, 'pitch merging', id, { answer: agrees ? 'yes' : 'no', line: '' }, at, own.person)
    const who = own?.person === undefined ? {} : { who: own.person }
    await record(tx, { at: at.now, ...who, did: agrees ? 'merging of pitches agreed' : 'merging of pitches refused', about: id })
    return yes(await settle(tx, id, at))
  })
}

/** By letter or on the page of the ask. */
export async function answerMerging(
  tx: Tx,
  id: string,
  viewer: Viewer,
  agrees: boolean,
  at: Moment,
): Promise<Answer<Merging, ConsentRefusal | Missing>> {
  const merging = await findMerging(tx, id)
  if (!merging) return no('not found')
  const me = await attendeeOf(tx, merging.event, byAccount(viewer))
  return consentToMerging(tx, id, me?.id, agrees, at)
}

/** Silence leaves both as they are. */
export async function leaveApart(tx: Tx, ids: readonly string[], at: Moment): Promise<void> {
  await saveMergingState(tx, ids, 'over')
  await dropAsksOfMany(tx, ids, at)
}

async function settle(tx: Tx, id: string, at: Moment): Promise<Merging> {
  const merging = await findMerging(tx, id)
  if (!merging) throw new Error('A merging that was just written is gone.')
  const state = stateAfter(merging.consents)
  if (state === 'asked') return merging
  await saveMergingState(tx, [id], state)
  await dropAsks(tx, id, at)
  if (state === 'merged') {
    await saveMerged(tx, merging.pitch.id, merging.into.id)
    await record(tx, { at: at.now, did: 'pitches merged', about: merging.into.id })
  }
  return { ...merging, state }
}

/** A pitch is hosted by others, or gone: what was asked of it holds no more. */
export async function closeMergingsOf(tx: Tx, { id, event }: Pick<Pitch, 'id' | 'event'>, at: Moment): Promise<void> {
  const open = await listOpenMergings(tx, event)
  const ids = open.filter((each) => each.pitch.id === id || each.into.id === id).map((each) => each.id)
  await leaveApart(tx, ids, at)
}

/** The clock's part: the event has gone on, so what is not agreed by now stays as it is. */
export async function closePitches(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  if (!event || isOpenToPitches(event)) return
  const open = await listOpenMergings(tx, id)
  await leaveApart(
    tx,
    open.map((each) => each.id),
    at,
  )
}
