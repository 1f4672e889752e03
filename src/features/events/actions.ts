/** Opening an event, cloning the last one, changing it, and moving it on. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, daysBetween, type Moment } from '../../basics/day.ts'
import { isId, newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forgetMany, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askAgain, dropAsks, settleAsk } from '../asks/actions.ts'
import { waitsUntil } from '../asks/ask.ts'
import { tellEach } from '../letters/actions.ts'
import type { LetterFacts } from '../letters/letter.ts'
import { findPerson, isSpeaker } from '../people/actions.ts'
import { codeFrom } from './attendee.ts'
import { letIn } from './attendee-actions.ts'
import { addAttendee, listPeopleIn } from './attendee-store.ts'
import { ASK_AGAIN_DAYS, OVER, STEP_OVER, WHEN_MOVED } from './clocks.ts'
import {
  type Event,
  endProposed,
  endsBefore,
  endsMoved,
  isStepOverdue,
  type MoveRefusal,
  mayMove,
  mayOpenEvent,
  mayRun,
  nextStep,
  type OpenRefusal,
  type RunRefusal,
  type Step,
  stepEnds,
} from './event.ts'
import { type EventDetails, FARTHEST_DAYS, type NewEvent } from './event-form.ts'
import { addEvent, findEvent as findStored, lockEvent, saveDetails, saveStep } from './store.ts'
import { movedBy } from './timetable.ts'
import { addRooms, addSlots, findTimetable, moveSlots, removeSlotsAfter } from './timetable-store.ts'

export { lockEvent } from './store.ts'
export { findTimetable } from './timetable-store.ts'

type Missing = 'not found'

/** Whatever stands in an address may be asked for. */
export const findEvent = async (db: Db, id: string): Promise<Event | undefined> => (isId(id) ? findStored(db, id) : undefined)

export const speaks = async (db: Db, { person, organisation }: Viewer): Promise<boolean> =>
  organisation !== undefined && (await isSpeaker(db, person, organisation))

/** Whoever opens it comes themselves. */
export async function openEvent(
  db: Db,
  viewer: Viewer,
  event: NewEvent,
  at: Moment,
  clonedFrom?: string,
): Promise<Answer<string, OpenRefusal>> {
  return together(db, async (tx) => {
    const may = mayOpenEvent(viewer, await speaks(tx, viewer))
    if (!may.yes) return may
    const id = newId(at.now)
    const ends = endsBefore(event.firstDay, at.today)
    const opened = { id, code: codeFrom(newId(at.now)), organiser: viewer.person, organisation: may.value, ends }
    await addEvent(tx, { ...opened, ...(clonedFrom === undefined ? {} : { clonedFrom }) }, event, at.now)
    await addRooms(tx, id, event.rooms, at.now)
    await addSlots(tx, id, event.slots, at.now)
    const person = await findPerson(tx, viewer.person)
    const organiser = { person: viewer.person, name: viewer.name, team: person?.organisation?.name ?? '' }
    await addAttendee(tx, { id: newId(at.now), event: id, ...organiser, state: 'in' }, at.now)
    await planAfter(tx, { kind: STEP_OVER, about: id }, ends.planned, at.zone)
    await planAfter(tx, { kind: OVER, about: id }, event.lastDay, at.zone)
    await record(tx, { at: at.now, who: viewer.person, did: 'event opened', about: id, numbers: { places: event.places } })
    return yes(id)
  })
}

export type CloneRefusal = OpenRefusal | RunRefusal | 'no such day' | 'day has passed' | 'too far'

/** The same rooms, times and words on another day; nobody has signed up for it. */
export async function cloneEvent(
  db: Db,
  id: string,
  viewer: Viewer,
  firstDay: Day | undefined,
  at: Moment,
): Promise<Answer<string, CloneRefusal | Missing>> {
  return together(db, async (tx) => {
    const last = await findEvent(tx, id)
    if (!last) return no('not found')
    const run = mayRun({ ...last, step: 'planned' }, viewer)
    if (!run.yes) return run
    if (firstDay === undefined) return no('no such day')
    if (firstDay < at.today) return no('day has passed')
    if (firstDay > addDays(at.today, FARTHEST_DAYS)) return no('too far')
    const { rooms, slots } = await findTimetable(tx, id)
    const days = daysBetween(last.firstDay, firstDay)
    const moved = { firstDay, lastDay: addDays(last.lastDay, days), rooms, slots: movedBy(days, slots) }
    return openEvent(tx, viewer, { ...last, ...moved }, at, id)
  })
}

export async function changeEvent(
  db: Db,
  id: string,
  viewer: Viewer,
  details: EventDetails,
  at: Moment,
): Promise<Answer<true, RunRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const run = mayRun(event, viewer)
    if (!run.yes) return run
    await saveDetails(tx, id, details)
    if (event.firstDay !== details.firstDay || event.lastDay !== details.lastDay) await moveDays(tx, event, details, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'event changed', about: id, numbers: { places: details.places } })
    const { firstDay, lastDay, venue, address } = details
    const isElsewhere = event.venue !== venue || event.address !== address || event.firstDay !== firstDay || event.lastDay !== lastDay
    if (isElsewhere) {
      const facts = { event: id, title: details.title, venue, address, firstDay, lastDay, today: at.today }
      await tellComers(tx, id, viewer.person, 'event changed', facts, at)
    }
    await letIn(tx, id, at)
    return yes(true)
  })
}

/** The times and the ends of the steps move with the first day. */
async function moveDays(
  tx: Tx,
  event: Event,
  { firstDay, lastDay }: Pick<EventDetails, 'firstDay' | 'lastDay'>,
  at: Moment,
): Promise<void> {
  const { id, step } = event
  const days = daysBetween(event.firstDay, firstDay)
  const ends = endsMoved(event.ends, days, lastDay, at.today)
  await moveSlots(tx, id, days)
  // Once the agenda is made, it says itself what becomes of a time that is lost.
  if (step !== 'scheduled') await removeSlotsAfter(tx, id, lastDay)
  await saveStep(tx, id, step, ends, at.now)
  await planAfter(tx, { kind: STEP_OVER, about: id }, stepEnds({ step, ends, lastDay }), at.zone)
  await planAfter(tx, { kind: OVER, about: id }, lastDay, at.zone)
}

/** To everybody who comes and has an account, but for whoever did it. */
async function tellComers<K extends 'event changed' | 'event moved on'>(
  tx: Tx,
  id: string,
  but: string,
  kind: K,
  facts: LetterFacts[K],
  at: Moment,
): Promise<void> {
  const people = (await listPeopleIn(tx, id)).filter((person) => person !== but)
  await tellEach(
    tx,
    kind,
    people.map((person) => ({ person, facts })),
    at.now,
  )
}

/** To the next step, or to a later end of this one. Without a day it ends as it was planned. */
export async function moveEvent(
  db: Db,
  id: string,
  viewer: Viewer,
  { to, until }: { to: Step; until?: Day | undefined },
  at: Moment,
): Promise<Answer<Event, MoveRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayMove(event, viewer, to, until, at.today)
    if (!may.yes) return may
    return yes(await move(tx, event, to, may.value, { at, by: viewer.person }))
  })
}

/** In a word, by letter: to the next step, until the day that is proposed. */
export async function moveOn(db: Db, id: string, viewer: Viewer, from: Step, at: Moment): Promise<Answer<Event, MoveRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    if (event.step !== from) return no('another step')
    const to = nextStep(event.step)
    return moveEvent(tx, id, viewer, { to, until: endProposed(event, to, at.today) }, at)
  })
}

async function move(tx: Tx, event: Event, to: Step, until: Day, { at, by }: { at: Moment; by?: string }): Promise<Event> {
  const { id, title } = event
  const ends = to === 'scheduled' || to === 'over' ? event.ends : { ...event.ends, [to]: until }
  const isNew = to !== event.step
  await saveStep(tx, id, to, ends, at.now)
  await forgetMany(tx, [STEP_OVER], [id])
  if (to !== 'over') await planAfter(tx, { kind: STEP_OVER, about: id }, until, at.zone)
  else await forgetMany(tx, [OVER], [id])
  await settleAsk(tx, 'event step over', id, { answer: 'move on', line: '' }, at)
  await dropAsks(tx, id, at)
  const did = isNew ? 'event moved on' : 'event step extended'
  await record(tx, { at: at.now, ...(by === undefined ? {} : { who: by }), did, about: id, ...(isNew ? { callsFor: WHEN_MOVED } : {}) })
  if (isNew && to !== 'over')
    await tellComers(tx, id, by ?? '', 'event moved on', { event: id, title, step: to, until, today: at.today }, at)
  return { ...event, step: to, ends }
}

/** The clock's part: the step has come to its end, and its organiser has not moved the event on. */
export async function askToMoveOn(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  if (!event || event.step === 'scheduled' || !isStepOverdue(event, at.today)) return
  const again = addDays(at.today, ASK_AGAIN_DAYS)
  await planAfter(tx, { kind: STEP_OVER, about: id }, addDays(again, -1), at.zone)
  const to = nextStep(event.step)
  const facts = { event: id, title: event.title, step: event.step, to, since: stepEnds(event), until: endProposed(event, to, at.today) }
  await askAgain(tx, { kind: 'event step over', about: id, person: event.organiser.id, facts, term: waitsUntil(again) }, at)
}

/** The clock's part: its last day has passed. */
export async function endEvent(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  if (event && event.step !== 'over' && event.lastDay < at.today) await move(tx, event, 'over', event.lastDay, { at })
}
