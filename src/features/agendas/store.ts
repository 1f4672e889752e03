/** Remembers agendas and their sessions. The only file that writes the tables agendas and event_sessions. */
import { newId } from '../../basics/id.ts'
import { type Condition, type Db, sql, type Tx } from '../../storage/db.ts'
import { among, comerNames, type NameReader } from '../../storage/pieces.ts'
import type { Host } from '../pitches/pitch.ts'
import type { Aim, Moved, Place, Session } from './agenda.ts'
import { TELLS } from './clocks.ts'
import type { Counted } from './counted.ts'
import type { Instance } from './instance.ts'
import type { MadeWith } from './making.ts'
import type { Telling } from './telling.ts'
import type { Placed } from './work.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    agendas: {
      event: string
      aim: Aim
      spreads_top: boolean
      seed: number
      evaluations: number
      people: number
      covered: number
      bound: number
      must_people: number
      must_seen: number
      must_bound: number
      covered_freely: number | null
      instance: unknown
      stars: unknown
      stars_at: Date
      made_at: Date
      published_at: Date | null
    }
    event_sessions: {
      id: string
      event: string
      pitch: string
      slot: string | null
      room: string | null
      is_locked: boolean
      is_encore: boolean
      was_slot: string | null
      was_room: string | null
      told_slot: string | null
      told_room: string | null
      moved_at: Date | null
      called_off_at: Date | null
    }
  }
}

/** Whose session it is, and since when everybody sees it. */
export async function findEventOf(db: Db, session: string): Promise<{ event: string; publishedAt: Date | null } | undefined> {
  return db
    .selectFrom('event_sessions as s')
    .innerJoin('agendas as g', 'g.event', 's.event')
    .select(['s.event', 'g.published_at as publishedAt'])
    .where('s.id', '=', session)
    .executeTakeFirst()
}

export async function findPublished(db: Db, event: string): Promise<{ publishedAt: Date | null; sessions: number } | undefined> {
  return db
    .selectFrom('agendas')
    .select([
      'published_at as publishedAt',
      sql<number>`(select count(*) from event_sessions s where s.event = agendas.event and s.slot is not null and s.room is not null)`.as(
        'sessions',
      ),
    ])
    .where('event', '=', event)
    .executeTakeFirst()
}

export async function findMade(db: Db, event: string): Promise<MadeWith | undefined> {
  const row = await db
    .selectFrom('agendas')
    .select(['aim', 'spreads_top as spreadsTop', 'seed', 'evaluations', 'people', 'covered', 'bound', 'must_people as mustPeople'])
    .select(['must_seen as mustSeen', 'must_bound as mustBound', 'covered_freely', 'stars_at as starsAt'])
    .select(['made_at as madeAt', 'published_at as publishedAt'])
    .where('event', '=', event)
    .executeTakeFirst()
  if (!row) return undefined
  const { covered_freely, ...made } = row
  return { ...made, ...(covered_freely === null ? {} : { coveredFreely: covered_freely }) }
}

export async function findInstance(db: Db, event: string): Promise<unknown> {
  return (await db.selectFrom('agendas').select('instance').where('event', '=', event).executeTakeFirst())?.instance
}

export async function saveMade(
  tx: Tx,
  event: string,
  made: Omit<MadeWith, 'starsAt' | 'madeAt' | 'publishedAt'>,
  { instance, counted }: { instance: Instance; counted: Counted },
  now: Date,
): Promise<void> {
  const { aim, spreadsTop, seed, evaluations, people, covered, bound, mustPeople, mustSeen, mustBound, coveredFreely } = made
  const row = {
    ...{ aim, seed, evaluations, people, covered, bound, spreads_top: spreadsTop, must_people: mustPeople, must_seen: mustSeen },
    ...{ must_bound: mustBound, covered_freely: coveredFreely ?? null, instance: JSON.stringify(instance) },
    ...{ stars: JSON.stringify(counted.stars), stars_at: counted.asOf, made_at: now },
  }
  await tx
    .insertInto('agendas')
    .values({ event, ...row, published_at: null })
    .onConflict((same) => same.column('event').doUpdateSet(row))
    .execute()
}

/** Its board goes by these stars from now on, whoever leaves. */
export async function savePublished(tx: Tx, event: string, { stars, asOf }: Counted, now: Date): Promise<void> {
  await tx
    .updateTable('agendas')
    .set({ published_at: now, stars: JSON.stringify(stars), stars_at: asOf })
    .where('event', '=', event)
    .execute()
}

/** All sessions of an agenda that nobody has seen yet; one that was there before stays the same. */
export async function savePlaces(tx: Tx, event: string, places: readonly Placed[], now: Date): Promise<void> {
  const rows = JSON.stringify(places.map((place) => ({ id: newId(now), ...place })))
  await sql`delete from event_sessions s where s.event = ${event} and not exists (
    select from json_to_recordset(${rows}::json) as r (pitch text, "isEncore" boolean) where r.pitch = s.pitch and r."isEncore" = s.is_encore)`.execute(
    tx,
  )
  await sql`insert into event_sessions (id, event, pitch, slot, room, is_encore)
    select id, ${event}, pitch, slot, room, "isEncore" from json_to_recordset(${rows}::json) as r (id text, pitch text, slot text, room text, "isEncore" boolean)
    on conflict (event, pitch, is_encore) do update set slot = excluded.slot, room = excluded.room`.execute(tx)
}

/** Answers which session it is: one that was called off comes back. */
export async function saveEncore(tx: Tx, event: string, { pitch, slot, room }: Placed, now: Date): Promise<string> {
  const place = { slot, room, called_off_at: null, was_slot: null, was_room: null, moved_at: null }
  const { id } = await tx
    .insertInto('event_sessions')
    .values({ id: newId(now), event, pitch, ...place, is_locked: false, is_encore: true, told_slot: null, told_room: null })
    .onConflict((same) => same.columns(['event', 'pitch', 'is_encore']).doUpdateSet(place))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function removeSession(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('event_sessions').where('id', '=', id).execute()
}

export async function saveLock(tx: Tx, id: string, isLocked: boolean): Promise<void> {
  await tx.updateTable('event_sessions').set({ is_locked: isLocked }).where('id', '=', id).execute()
}

/** `known`: the agenda is published, so where they were is kept. Whoever comes back there has not moved. */
export async function saveMoves(tx: Tx, moves: readonly Moved[], known: boolean, now: Date): Promise<void> {
  const isHome = sql`coalesce(s.was_slot, s.slot) = r.slot and coalesce(s.was_room, s.room) = r.room`
  const was = known
    ? sql`, was_slot = case when ${isHome} then null else coalesce(s.was_slot, s.slot) end,
      was_room = case when ${isHome} then null else coalesce(s.was_room, s.room) end, moved_at = case when ${isHome} then null else ${now}::timestamptz end`
    : sql``
  await sql`update event_sessions s set slot = r.slot, room = r.room${was}
    from json_to_recordset(${JSON.stringify(moves)}::json) as r (session text, slot text, room text) where s.id = r.session`.execute(tx)
}

export async function callOff(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await sql`update event_sessions s set was_slot = coalesce(s.was_slot, s.slot), was_room = coalesce(s.was_room, s.room), slot = null, room = null,
    called_off_at = ${now} where s.id in ${among(ids)}`.execute(tx)
}

/** Their hosts have heard where they are now. */
export async function saveTold(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update event_sessions s set told_slot = s.slot, told_room = s.room where s.id in ${among(ids)}`.execute(tx)
}

/** By the session: where its hosts last heard that it is. */
export async function listTold(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await sql<Place & { id: string }>`select s.id, ${slotIn('l')} as slot, ${roomIn('r')} as room
    from event_sessions s join event_slots l on l.id = s.told_slot join event_rooms r on r.id = s.told_room where s.id in ${among(ids)}`.execute(
    db,
  )
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

/** What the hosts of an event are still to hear, the first first. */
export async function listTellings(db: Db, event: string): Promise<Telling[]> {
  const { rows } = await sql<Telling>`select p.title, w.due_at as at
    from due_work w join event_sessions s on s.id = w.about join pitches p on p.id = s.pitch
    where w.kind = ${TELLS} and s.event = ${event} order by w.due_at, s.id`.execute(db)
  return rows
}

type Row = Omit<Session, keyof Place | 'hosts' | 'was'> & {
  slot: Place['slot']
  room: Place['room']
  hosts: readonly HostRow[]
  wasSlot: Place['slot'] | null
  wasRoom: Place['room'] | null
}

/** The hosts of a pitch who are in, of a session (s) or of what was chosen (k). */
export function listedHosts(of: 's' | 'k', reader: NameReader | undefined) {
  const names = comerNames(reader)
  return sql`coalesce((select json_agg(json_build_object('attendee', t.id, 'name', ${names.name}, 'team', ${names.team}, 'person', t.person) order by t.id)
    from pitch_hosts h join attendees t on t.id = h.attendee and t.state = 'in' left join people a on a.id = t.person where h.pitch = ${sql.ref(`${of}.pitch`)}), '[]'::json)`
}
export type HostRow = Host & { person: string | null }
export const toHost = ({ person, ...host }: HostRow): Host => ({ ...host, ...(person ? { person } : {}) })

/** A time (l) and a room (r) as the noun has them. */
const slotIn = (l: 'l' | 'wl') => {
  const of = sql.raw(l)
  return sql`json_build_object('id', ${of}.id, 'day', ${of}.day, 'starts', ${of}.starts, 'ends', ${of}.ends, 'name', ${of}.name, 'isBreak', ${of}.is_break)`
}
const roomIn = (r: 'r' | 'wr') => {
  const of = sql.raw(r)
  return sql`json_build_object('id', ${of}.id, 'name', ${of}.name, 'seats', ${of}.seats, 'features', ${of}.features, 'stepFree', ${of}.step_free)`
}

async function select(db: Db, which: Condition, reader: NameReader | undefined): Promise<Session[]> {
  const { rows } = await sql<Row>`
    select s.id, s.event, s.pitch, p.title, s.is_locked as "isLocked", s.is_encore as "isEncore", s.called_off_at is not null as "isOff",
      ${slotIn('l')} as slot, ${roomIn('r')} as room,
      case when wl.id is null then null else ${slotIn('wl')} end as "wasSlot", case when wr.id is null then null else ${roomIn('wr')} end as "wasRoom",
      ${listedHosts('s', reader)} as hosts
    from event_sessions s join pitches p on p.id = s.pitch
      join event_slots l on l.id = coalesce(s.slot, s.was_slot) join event_rooms r on r.id = coalesce(s.room, s.was_room)
      left join event_slots wl on wl.id = s.was_slot left join event_rooms wr on wr.id = s.was_room
    where ${which} order by l.day, l.starts, l.id, r.id, s.id`.execute(db)
  return rows.map(({ wasSlot, wasRoom, hosts, ...row }) => ({
    ...row,
    hosts: hosts.map(toHost),
    ...(wasSlot && wasRoom ? { was: { slot: wasSlot, room: wasRoom } } : {}),
  }))
}

/** Those that are held, in the order of time, then of rooms. */
export const listSessions = (db: Db, event: string, reader?: NameReader): Promise<Session[]> =>
  select(db, sql<boolean>`s.event = ${event} and s.slot is not null and s.room is not null`, reader)

/** Those that have been called off too: they say so. */
export const listThese = (db: Db, ids: readonly string[]): Promise<Session[]> => select(db, sql<boolean>`s.id in ${among(ids)}`, undefined)

export const findSession = async (db: Db, id: string, reader?: NameReader): Promise<Session | undefined> =>
  (await select(db, sql<boolean>`s.id = ${id}`, reader))[0]
