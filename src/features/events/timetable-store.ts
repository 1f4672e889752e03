/** Remembers the rooms and times of events. The only file that writes event_rooms and event_slots. */
import type { Day } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, listed, sql, type Tx } from '../../storage/db.ts'
import type { NewRoom, NewSlot, Timetable } from './timetable.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    event_rooms: { id: string; event: string; name: string; seats: number; features: string[]; step_free: boolean }
    event_slots: { id: string; event: string; day: Day; starts: number; ends: number; name: string; is_break: boolean }
  }
}

export async function addRooms(tx: Tx, event: string, rooms: readonly NewRoom[], now: Date): Promise<void> {
  if (rooms.length === 0) return
  await tx
    .insertInto('event_rooms')
    .values(
      rooms.map(({ name, seats, features, stepFree }) => ({
        id: newId(now),
        event,
        name,
        seats,
        features: [...features],
        step_free: stepFree,
      })),
    )
    .execute()
}

export async function addSlots(tx: Tx, event: string, slots: readonly NewSlot[], now: Date): Promise<void> {
  if (slots.length === 0) return
  await tx
    .insertInto('event_slots')
    .values(slots.map(({ day, starts, ends, name, isBreak }) => ({ id: newId(now), event, day, starts, ends, name, is_break: isBreak })))
    .execute()
}

export async function removeRoom(tx: Tx, event: string, room: string): Promise<void> {
  await tx.deleteFrom('event_rooms').where('event', '=', event).where('id', '=', room).execute()
}

export async function removeSlot(tx: Tx, event: string, slot: string): Promise<void> {
  await tx.deleteFrom('event_slots').where('event', '=', event).where('id', '=', slot).execute()
}

export async function moveSlots(tx: Tx, event: string, days: number): Promise<void> {
  if (days === 0) return
  await tx
    .updateTable('event_slots')
    .set({ day: sql<Day>`day + ${days}::int` })
    .where('event', '=', event)
    .execute()
}

/** Whatever is put there already stays, for the agenda to say what becomes of it. */
export async function removeSlotsAfter(tx: Tx, event: string, day: Day): Promise<void> {
  await sql`delete from event_slots l where l.event = ${event} and l.day > ${day} and not exists (select from event_sessions s where s.slot = l.id)`.execute(
    tx,
  )
}

/** A session is put there, whether anybody has seen it yet or not. */
export async function isUsed(db: Db, place: 'room' | 'slot', id: string): Promise<boolean> {
  const { rows } = await sql`select from event_sessions s where ${sql.ref(`s.${place}`)} = ${id} limit 1`.execute(db)
  return rows.length > 0
}

/** The rooms as they were put in, the times as they come. */
export async function findTimetable(db: Db, event: string): Promise<Timetable> {
  const row = await db
    .selectFrom('events as e')
    .select((of) => [
      listed(
        of
          .selectFrom('event_rooms as r')
          .select(['r.id', 'r.name', 'r.seats', 'r.features', 'r.step_free as stepFree'])
          .whereRef('r.event', '=', 'e.id')
          .orderBy('r.id'),
      ).as('rooms'),
      listed(
        of
          .selectFrom('event_slots as s')
          .select(['s.id', 's.day', 's.starts', 's.ends', 's.name', 's.is_break as isBreak'])
          .whereRef('s.event', '=', 'e.id')
          .orderBy('s.day')
          .orderBy('s.starts')
          .orderBy('s.id'),
      ).as('slots'),
    ])
    .where('e.id', '=', event)
    .executeTakeFirst()
  return row ?? { rooms: [], slots: [] }
}
