/** Saying what one would talk about, hosting and supporting it, and taking it back. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { isId, newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { lockEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { addFromPaper } from '../events/attendee-actions.ts'
import type { Event } from '../events/event.ts'
import { closeMergingsOf } from './merging-actions.ts'
import { isHost, type JoinRefusal, mayPitch, mayTakeBack, mayTakePart, type Pitch, type PitchRefusal, type Source } from './pitch.ts'
import {
  addHost,
  addPitch,
  addSupporter,
  countSaidBy,
  findPitch,
  removeHost,
  removeSupporter,
  saveReworded,
  saveWithdrawn,
} from './store.ts'

export { listPitches } from './store.ts'

type Missing = 'not found'
/** Of a card of paper: the name of whoever would host it, or that it is their own. */
export type Said = { title: string; source: Source; host?: string; isOwn?: boolean }

const byOf = ({ person }: Attendee) => (person === undefined ? {} : { who: person })

export async function sayPitch(
  db: Db,
  event: string,
  me: Attendee | undefined,
  { title, source, host = '', isOwn = source === 'screen' }: Said,
  at: Moment,
): Promise<Answer<string, PitchRefusal | Missing>> {
  return together(db, async (tx) => {
    const found = await lockEvent(tx, event)
    if (!found) return no('not found')
    const may = mayPitch(found, me, me ? await countSaidBy(tx, event, me.id) : 0)
    if (!may.yes) return may
    const id = newId(at.now)
    await addPitch(tx, { id, event, title, by: may.value.id, source }, at.now)
    if (isOwn) await addHost(tx, id, may.value.id)
    else if (source === 'paper' && host !== '') await addHost(tx, id, await addFromPaper(tx, event, host, at))
    await record(tx, { at: at.now, ...byOf(may.value), did: 'pitch said', about: id })
    return yes(id)
  })
}

/** Its event is locked, so that nobody changes it while pitches close. */
async function withPitch<W extends string>(
  db: Db,
  id: string,
  work: (tx: Tx, pitch: Pitch, event: Event) => Promise<Answer<Pitch, W>>,
): Promise<Answer<Pitch, W | Missing>> {
  return together(db, async (tx): Promise<Answer<Pitch, W | Missing>> => {
    const known = isId(id) ? await findPitch(tx, id) : undefined
    const event = known && (await lockEvent(tx, known.event))
    const pitch = event && (await findPitch(tx, id))
    return pitch && !pitch.mergedInto ? work(tx, pitch, event) : no('not found')
  })
}

/** Whoever hosts it needs not say that they come. */
export const hostPitch = (
  db: Db,
  id: string,
  me: Attendee | undefined,
  hosts: boolean,
  at: Moment,
): Promise<Answer<Pitch, JoinRefusal | Missing>> =>
  withPitch<JoinRefusal>(db, id, async (tx, pitch, event) => {
    const may = mayTakePart(event, me)
    if (!may.yes) return may
    if (hosts === isHost(pitch, may.value)) return yes(pitch)
    if (hosts) {
      await addHost(tx, id, may.value.id)
      await removeSupporter(tx, id, may.value.id)
    } else await removeHost(tx, id, may.value.id)
    // What its hosts were asked was asked of others.
    await closeMergingsOf(tx, pitch, at)
    await record(tx, { at: at.now, ...byOf(may.value), did: hosts ? 'pitch hosted' : 'pitch not hosted', about: id })
    return yes(pitch)
  })

export const supportPitch = (db: Db, id: string, me: Attendee | undefined, comes: boolean): Promise<Answer<Pitch, JoinRefusal | Missing>> =>
  withPitch<JoinRefusal>(db, id, async (tx, pitch, event) => {
    const may = mayTakePart(event, me)
    if (!may.yes) return may
    if (comes && !isHost(pitch, may.value)) await addSupporter(tx, id, may.value.id)
    else await removeSupporter(tx, id, may.value.id)
    return yes(pitch)
  })

export const takePitchBack = (
  db: Db,
  id: string,
  viewer: Viewer | undefined,
  me: Attendee | undefined,
  at: Moment,
): Promise<Answer<Pitch, 'not yours' | 'not pitching' | Missing>> =>
  withPitch<'not yours' | 'not pitching'>(db, id, async (tx, pitch, event) => {
    const may = mayTakeBack(event, pitch, viewer, me)
    if (!may.yes) return may
    await saveWithdrawn(tx, id, at.now)
    await closeMergingsOf(tx, pitch, at)
    await record(tx, { at: at.now, ...(viewer ? { who: viewer.person } : {}), did: 'pitch taken back', about: id })
    return yes(pitch)
  })

export const rewordPitch = (
  db: Db,
  id: string,
  title: string,
  viewer: Viewer | undefined,
  me: Attendee | undefined,
  at: Moment,
): Promise<Answer<Pitch, 'not yours' | 'not pitching' | Missing>> =>
  withPitch<'not yours' | 'not pitching'>(db, id, async (tx, pitch, event) => {
    const may = mayTakeBack(event, pitch, viewer, me)
    if (!may.yes) return may
    if (pitch.title === title) return yes(pitch)
    await saveReworded(tx, id, title, at.now)
    // What its hosts were asked was asked of other words.
    await closeMergingsOf(tx, pitch, at)
    await record(tx, { at: at.now, ...(viewer ? { who: viewer.person } : {}), did: 'pitch reworded', about: id })
    return yes(pitch)
  })
