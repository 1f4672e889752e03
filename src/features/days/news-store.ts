/** Reads what can be heard of an event on its day, in one question for all who listen, and what a page of it shows besides. */
import { type Db, sql } from '../../storage/db.ts'
import { MOST_SHOWN } from './announcement.ts'
import type { DayNews, News } from './news.ts'
import { type SwapRow, toSwap } from './swap-store.ts'

type Row = {
  announcements: readonly { id: string; text: string; ms: number }[]
  sessions: readonly {
    id: string
    slot: string
    room: string
    seats: number
    countedIn: string | null
    people: number | null
    isFull: boolean | null
  }[]
}

/** Of an agenda that everybody sees. */
const newsOf = (
  event: string,
) => sql`coalesce((select json_agg(json_build_object('id', a.id, 'text', a.text, 'ms', extract(epoch from a.said_at) * 1000) order by a.id desc)
    from (select * from announcements where event = ${event} and taken_back_at is null order by id desc limit ${MOST_SHOWN}) a), '[]'::json) as announcements,
  coalesce((select json_agg(json_build_object('id', s.id, 'slot', s.slot, 'room', s.room, 'seats', r.seats, 'countedIn', c.room, 'people', c.people, 'isFull', c.is_full) order by s.id)
    from agendas g join event_sessions s on s.event = g.event join event_rooms r on r.id = s.room left join room_counts c on c.session = s.id
    where g.event = ${event} and g.published_at is not null and s.slot is not null), '[]'::json) as sessions`

const toNews = ({ announcements, sessions }: Row): News => ({
  announcements: announcements.map(({ id, text, ms }) => ({ id, text, saidAt: new Date(ms) })),
  sessions: sessions.map(({ countedIn, people, isFull, ...session }) => ({
    ...session,
    ...(countedIn === null
      ? {}
      : { count: { session: session.id, room: countedIn, isFull: isFull === true, ...(people === null ? {} : { people }) } }),
  })),
})

const NONE: Row = { announcements: [], sessions: [] }

export async function findNews(db: Db, event: string): Promise<News> {
  const { rows } = await sql<Row>`select ${newsOf(event)}`.execute(db)
  return toNews(rows[0] ?? NONE)
}

/** With the swaps that wait, those that were refused and that nobody has asked anew for the same session since, and whether somebody who comes helps. */
export async function findDay(db: Db, event: string, attendee: string | undefined): Promise<DayNews> {
  const { rows } = await sql<Row & { helps: boolean; swaps: readonly SwapRow[] }>`select ${newsOf(event)},
    coalesce((select json_agg(json_build_object('id', w.id, 'event', w.event, 'one', w.session, 'other', w.other, 'state', w.state,
      'asksHost', w.asks_host, 'answerBy', w.answer_by, 'hostAgrees', w.host_agrees, 'organiserAgrees', w.organiser_agrees) order by w.id)
      from session_swaps w where w.event = ${event} and (w.state = 'asked'
        or (w.state = 'refused' and not exists (select from session_swaps l where l.session = w.session and l.id > w.id)))), '[]'::json) as swaps,
    exists (select from score_helpers h join attendees t on t.id = h.attendee where h.event = ${event} and h.attendee = ${attendee ?? ''} and t.state = 'in') as helps`.execute(
    db,
  )
  const [row] = rows
  const swaps = row?.swaps.map(toSwap) ?? []
  const [open, refused] = [swaps.filter(({ state }) => state === 'asked'), swaps.filter(({ state }) => state === 'refused')]
  return { ...toNews(row ?? NONE), helps: row?.helps ?? false, swaps: open, refused }
}
