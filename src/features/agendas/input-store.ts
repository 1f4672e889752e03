/** Remembers what an agenda keeps to, and reads what it is made from. The only file that writes session_needs, host_absences and room_closures. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { NameReader } from '../../storage/pieces.ts'
import type { Host } from '../pitches/pitch.ts'
import type { Stars } from '../stars/star.ts'
import type { Counted } from './counted.ts'
import type { Absence, Closure, Kept, Need } from './inputs.ts'
import { type Order, type OrderRow, orderOf } from './making.ts'
import { type HostRow, listedHosts, toHost } from './store.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    session_needs: { event: string; pitch: string; need: string }
    host_absences: { event: string; attendee: string; slot: string }
    room_closures: { event: string; room: string; slot: string }
  }
}

type KeptRow = Kept & { order: OrderRow | null; counted: { stars: readonly Stars[]; asOf: string } | null }

/** With the order of an agenda and the stars that count for it, so that a page asks once. */
export async function findKept(db: Db, event: string): Promise<{ kept: Kept; order: Order | undefined; counted: Counted | undefined }> {
  const { rows } = await sql<KeptRow>`select (select row_to_json(o) from agenda_orders o where o.event = ${event}) as "order",
    (select json_build_object('stars', g.stars, 'asOf', g.stars_at) from agendas g where g.event = ${event}) as counted,
    coalesce((select json_agg(json_build_object('pitch', pitch, 'need', need) order by pitch, need) from session_needs where event = ${event}), '[]'::json) as needs,
    coalesce((select json_agg(json_build_object('attendee', attendee, 'slot', slot) order by attendee, slot) from host_absences where event = ${event}), '[]'::json) as absences,
    coalesce((select json_agg(json_build_object('room', room, 'slot', slot) order by room, slot) from room_closures where event = ${event}), '[]'::json) as closures`.execute(
    db,
  )
  const { order, counted, ...kept } = rows[0] ?? { order: null, counted: null, needs: [], absences: [], closures: [] }
  return { kept, order: order ? orderOf(order) : undefined, counted: counted ? { ...counted, asOf: new Date(counted.asOf) } : undefined }
}

/** Those that become sessions, the best first, with their hosts. */
export async function listChosen(
  db: Db,
  event: string,
  reader: NameReader | undefined,
): Promise<{ pitch: string; title: string; hosts: readonly Host[] }[]> {
  const { rows } = await sql<{ pitch: string; title: string; hosts: readonly HostRow[] }>`
    select k.pitch, p.title, ${listedHosts('k', reader)} as hosts
    from ranked_pitches k join pitches p on p.id = k.pitch
    where k.event = ${event} and k.is_chosen and p.withdrawn_at is null order by k.place`.execute(db)
  return rows.map(({ hosts, ...row }) => ({ ...row, hosts: hosts.map(toHost) }))
}

/** All that one session needs. */
export async function saveNeeds(tx: Tx, event: string, pitch: string, needs: readonly Need[]): Promise<void> {
  await tx.deleteFrom('session_needs').where('event', '=', event).where('pitch', '=', pitch).execute()
  if (needs.length === 0) return
  await tx
    .insertInto('session_needs')
    .values(needs.map((need) => ({ event, pitch, need })))
    .execute()
}

/** All times at which one host is away. */
export async function saveAbsences(tx: Tx, event: string, attendee: string, slots: readonly string[]): Promise<void> {
  await tx.deleteFrom('host_absences').where('event', '=', event).where('attendee', '=', attendee).execute()
  await addAbsences(
    tx,
    event,
    slots.map((slot) => ({ attendee, slot })),
  )
}

export async function addAbsences(tx: Tx, event: string, absences: readonly Absence[]): Promise<void> {
  if (absences.length === 0) return
  await tx
    .insertInto('host_absences')
    .values(absences.map((each) => ({ event, ...each })))
    .onConflict((same) => same.doNothing())
    .execute()
}

/** All times at which one room cannot be used. */
export async function saveClosures(tx: Tx, event: string, room: string, slots: readonly string[]): Promise<void> {
  await tx.deleteFrom('room_closures').where('event', '=', event).where('room', '=', room).execute()
  await addClosures(
    tx,
    event,
    slots.map((slot) => ({ room, slot })),
  )
}

export async function addClosures(tx: Tx, event: string, closures: readonly Closure[]): Promise<void> {
  if (closures.length === 0) return
  await tx
    .insertInto('room_closures')
    .values(closures.map((each) => ({ event, ...each })))
    .onConflict((same) => same.doNothing())
    .execute()
}
