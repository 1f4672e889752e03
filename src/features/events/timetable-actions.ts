/** Putting rooms and times in, and taking them out. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import type { Event } from './event.ts'
import { lockEvent } from './store.ts'
import {
  MOST_ROOMS,
  MOST_SLOTS,
  mayAdd,
  mayTakeOut,
  type NewRoom,
  type NewSlot,
  type Timetable,
  type TimetableRefusal,
} from './timetable.ts'
import { addRooms, addSlots, findTimetable, isUsed, removeRoom, removeSlot } from './timetable-store.ts'

type Changed = Promise<Answer<true, TimetableRefusal | 'not found'>>

async function change(
  db: Db,
  id: string,
  may: (event: Event, timetable: Timetable, tx: Tx) => Answer<true, TimetableRefusal> | Promise<Answer<true, TimetableRefusal>>,
  save: (tx: Tx) => Promise<void>,
  { did, by, at }: { did: string; by: Viewer; at: Moment },
): Changed {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const answer = await may(event, await findTimetable(tx, id), tx)
    if (!answer.yes) return answer
    await save(tx)
    await record(tx, { at: at.now, who: by.person, did, about: id })
    return yes(true)
  })
}

export const putRoom = (db: Db, id: string, by: Viewer, room: NewRoom, at: Moment): Changed =>
  change(
    db,
    id,
    (event, { rooms }) => mayAdd(event, by, rooms.length, MOST_ROOMS),
    (tx) => addRooms(tx, id, [room], at.now),
    { did: 'room put in', by, at },
  )

export const takeRoom = (db: Db, id: string, by: Viewer, room: string, at: Moment): Changed =>
  change(
    db,
    id,
    async (event, { rooms }, tx) => mayTakeOut(event, by, rooms.length, await isUsed(tx, 'room', room)),
    (tx) => removeRoom(tx, id, room),
    { did: 'room taken out', by, at },
  )

export const putSlot = (db: Db, id: string, by: Viewer, slot: NewSlot, at: Moment): Changed =>
  change(
    db,
    id,
    (event, { slots }) => mayAdd(event, by, slots.length, MOST_SLOTS),
    (tx) => addSlots(tx, id, [slot], at.now),
    { did: 'time put in', by, at },
  )

export const takeSlot = (db: Db, id: string, by: Viewer, slot: string, at: Moment): Changed =>
  change(
    db,
    id,
    async (event, { slots }, tx) => mayTakeOut(event, by, slots.length, await isUsed(tx, 'slot', slot)),
    (tx) => removeSlot(tx, id, slot),
    { did: 'time taken out', by, at },
  )
