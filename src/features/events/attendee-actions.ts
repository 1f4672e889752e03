/** Signing up for an event, with an account or by its code, leaving it again, and what somebody needs to be there. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { hashOf, newSecret } from '../accounts/secret.ts'
import { tell, tellEach } from '../letters/actions.ts'
import { findPerson } from '../people/actions.ts'
import { type Attendee, type AttendRefusal, type Comer, cookieFor, mayAttend, mayRemove, type RemoveRefusal, stateFor } from './attendee.ts'
import {
  addAttendee,
  findAttendee,
  findAttendeeById,
  forgetGuest,
  listWaiting,
  saveAccessNeeds,
  saveIn,
  saveState,
  saveTakenOut,
} from './attendee-store.ts'
import { mayRun, type RunRefusal } from './event.ts'
import { findEvent, lockEvent } from './store.ts'

type Missing = 'not found'
type JoinRefusal = Exclude<AttendRefusal, 'too many wrong codes'>

const tokenOf = (event: string, { cookie }: Comer): string | undefined => {
  const token = cookie(cookieFor(event))
  return token ? hashOf(token) : undefined
}

/** Whoever looks, as somebody who comes to this event: by their account, or by what their browser keeps of it. */
export const attendeeOf = (db: Db, event: string, visit: Comer): Promise<Attendee | undefined> =>
  findAttendee(db, event, { person: visit.viewer?.person, tokenHash: tokenOf(event, visit) })

/** `token` is for their browser alone; whoever has an account gets none. */
export type Joined = { attendee: Attendee; token?: string }

/** `code`: what they typed who belong to no organisation yet. */
export async function joinEvent(db: Db, id: string, viewer: Viewer, at: Moment, code = ''): Promise<Answer<Joined, JoinRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const known = await findAttendee(tx, id, { person: viewer.person })
    const may = mayAttend(event, { isMember: isMember(viewer), code, isTakenOut: known?.isTakenOut }, at.today)
    if (!may.yes) return may
    if (known && known.state !== 'left') return yes({ attendee: known })
    const state = stateFor(event)
    const person = await findPerson(tx, viewer.person)
    const attendee = { id: known?.id ?? newId(at.now), event: id, name: viewer.name, team: person?.organisation?.name ?? '', state }
    if (known) await saveState(tx, known.id, state, at.now)
    else await addAttendee(tx, { ...attendee, person: viewer.person }, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: state === 'in' ? 'event joined' : 'event waited for', about: id })
    return yes({ attendee: { ...attendee, person: viewer.person, accessNeeds: '' } })
  })
}

export type Guest = { name: string; team: string; code: string }

/** Without an account: by the code, for this browser. */
export async function joinByCode(db: Db, id: string, guest: Guest, at: Moment): Promise<Answer<Joined, JoinRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayAttend(event, { isMember: false, code: guest.code }, at.today)
    if (!may.yes) return may
    const token = newSecret()
    const attendee = { id: newId(at.now), event: id, name: guest.name, team: guest.team, state: stateFor(event) }
    await addAttendee(tx, { ...attendee, tokenHash: hashOf(token) }, at.now)
    await record(tx, { at: at.now, did: 'event joined by code', about: id })
    return yes({ attendee: { ...attendee, accessNeeds: '' }, token })
  })
}

/** Somebody who has written on a card of paper, and is known by their name alone. Without a place they could not have written it. */
export async function addFromPaper(tx: Tx, event: string, name: string, at: Moment): Promise<string> {
  const id = newId(at.now)
  await addAttendee(tx, { id, event, name, team: '', state: 'in' }, at.now)
  return id
}

/** Nobody has to say why. The next in line gets the place. */
export async function leaveEvent(db: Db, id: string, attendee: Attendee, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return
    await saveState(tx, attendee.id, 'left', at.now)
    await forgetGuest(tx, attendee.id)
    await record(tx, { at: at.now, ...(attendee.person ? { who: attendee.person } : {}), did: 'event left', about: id })
    await letIn(tx, id, at)
  })
}

/** By the organiser: they hear of it, and the next in line gets the place. */
export async function takeOut(
  db: Db,
  id: string,
  viewer: Viewer,
  attendee: string,
  at: Moment,
): Promise<Answer<true, RemoveRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    const known = await findAttendeeById(tx, attendee)
    if (!event || known?.event !== id) return no('not found')
    const may = mayRemove(event, viewer, known)
    if (!may.yes) return may
    await saveState(tx, attendee, 'left', at.now)
    await saveTakenOut(tx, attendee, true)
    await record(tx, { at: at.now, who: viewer.person, did: 'attendee taken out', about: id })
    const { title, firstDay, lastDay } = event
    const facts = { event: id, title, firstDay, lastDay, today: at.today }
    if (known.person !== undefined) await tell(tx, known.person, 'event taken out', facts, at.now)
    await letIn(tx, id, at)
    return yes(true)
  })
}

/** They can sign up again, where places are. */
export async function letBack(
  db: Db,
  id: string,
  viewer: Viewer,
  attendee: string,
  at: Moment,
): Promise<Answer<true, RunRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    const known = await findAttendeeById(tx, attendee)
    if (!event || known?.event !== id) return no('not found')
    const may = mayRun(event, viewer)
    if (!may.yes) return may
    await saveTakenOut(tx, attendee, false)
    await record(tx, { at: at.now, who: viewer.person, did: 'attendee let back', about: id })
    return yes(true)
  })
}

/** As many of those who wait as there are places. Whoever has an account gets a letter; the others see it on the page of the event. */
export async function letIn(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await findEvent(tx, id)
  if (!event || event.step === 'over' || event.taken >= event.places) return
  const next = await listWaiting(tx, id, event.places - event.taken)
  await saveIn(
    tx,
    next.map((each) => each.id),
  )
  const { title, venue, firstDay } = event
  const facts = { event: id, title, venue, firstDay, today: at.today }
  const copies = next.flatMap(({ person }) => (person === undefined ? [] : [{ person, facts }]))
  await tellEach(tx, 'event place free', copies, at.now)
  for (const { person } of next) await record(tx, { at: at.now, ...(person ? { who: person } : {}), did: 'event place given', about: id })
}

export async function sayAccessNeeds(db: Db, attendee: Attendee, needs: string, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    await saveAccessNeeds(tx, attendee.id, needs)
    await record(tx, { at: at.now, ...(attendee.person ? { who: attendee.person } : {}), did: 'access needs said', about: attendee.event })
  })
}
