/** Remembers agendas and their sessions. The only file that writes the tables agendas and event_sessions. */
import { type Condition, type Db, sql } from '../../storage/db.ts'
import { comerNames, type NameReader } from '../../storage/pieces.ts'
import type { Host } from '../pitches/pitch.ts'
import type { Aim, Place, Session } from './agenda.ts'

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
      moved_at: Date | null
      called_off_at: Date | null
    }
  }
}

export async function findPublished(db: Db, event: string): Promise<{ publishedAt: Date | null } | undefined> {
  return db.selectFrom('agendas').select('published_at as publishedAt').where('event', '=', event).executeTakeFirst()
}

type Row = Omit<Session, keyof Place | 'hosts' | 'was'> & {
  slot: Place['slot']
  room: Place['room']
  hosts: readonly (Host & { person: string | null })[]
  wasSlot: Place['slot'] | null
  wasRoom: Place['room'] | null
}

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
  const names = comerNames(reader)
  const { rows } = await sql<Row>`
    select s.id, s.event, s.pitch, p.title, s.is_locked as "isLocked", s.is_encore as "isEncore", s.called_off_at is not null as "isOff",
      ${slotIn('l')} as slot, ${roomIn('r')} as room,
      case when wl.id is null then null else ${slotIn('wl')} end as "wasSlot", case when wr.id is null then null else ${roomIn('wr')} end as "wasRoom",
      coalesce((select json_agg(json_build_object('attendee', t.id, 'name', ${names.name}, 'team', ${names.team}, 'person', t.person) order by t.id)
        from pitch_hosts h join attendees t on t.id = h.attendee and t.state = 'in' left join people a on a.id = t.person where h.pitch = s.pitch), '[]'::json) as hosts
    from event_sessions s join pitches p on p.id = s.pitch
      join event_slots l on l.id = coalesce(s.slot, s.was_slot) join event_rooms r on r.id = coalesce(s.room, s.was_room)
      left join event_slots wl on wl.id = s.was_slot left join event_rooms wr on wr.id = s.was_room
    where ${which} order by l.day, l.starts, l.id, r.id, s.id`.execute(db)
  return rows.map(({ wasSlot, wasRoom, hosts, ...row }) => ({
    ...row,
    hosts: hosts.map(({ person, ...host }) => ({ ...host, ...(person ? { person } : {}) })),
    ...(wasSlot && wasRoom ? { was: { slot: wasSlot, room: wasRoom } } : {}),
  }))
}

/** Those that are held, in the order of time, then of rooms. */
export const listSessions = (db: Db, event: string, reader?: NameReader): Promise<Session[]> =>
  select(db, sql<boolean>`s.event = ${event} and s.slot is not null and s.room is not null`, reader)

/** One that has been called off too: it says so. */
export const findSession = async (db: Db, id: string, reader?: NameReader): Promise<Session | undefined> =>
  (await select(db, sql<boolean>`s.id = ${id}`, reader))[0]
