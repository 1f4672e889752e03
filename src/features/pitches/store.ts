/** Remembers pitches, their hosts and their supporters. The only file that writes these tables. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { comerNames, type NameReader } from '../../storage/pieces.ts'
import type { Host, Pitch, Source } from './pitch.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    pitches: {
      id: string
      event: string
      title: string
      by: string
      source: Source
      said_at: Date
      merged_into: string | null
      withdrawn_at: Date | null
      reworded_at: Date | null
    }
    pitch_hosts: { pitch: string; attendee: string }
    pitch_supporters: { pitch: string; attendee: string }
  }
}

export async function addPitch(tx: Tx, pitch: Pick<Pitch, 'id' | 'event' | 'title' | 'by' | 'source'>, now: Date): Promise<void> {
  await tx
    .insertInto('pitches')
    .values({ ...pitch, said_at: now, merged_into: null, withdrawn_at: null, reworded_at: null })
    .execute()
}

export async function addHost(tx: Tx, pitch: string, attendee: string): Promise<void> {
  await tx
    .insertInto('pitch_hosts')
    .values({ pitch, attendee })
    .onConflict((same) => same.doNothing())
    .execute()
}

export async function removeHost(tx: Tx, pitch: string, attendee: string): Promise<void> {
  await tx.deleteFrom('pitch_hosts').where('pitch', '=', pitch).where('attendee', '=', attendee).execute()
}

/** Once, however often they say so. */
export async function addSupporter(tx: Tx, pitch: string, attendee: string): Promise<void> {
  await tx
    .insertInto('pitch_supporters')
    .values({ pitch, attendee })
    .onConflict((same) => same.doNothing())
    .execute()
}

export async function removeSupporter(tx: Tx, pitch: string, attendee: string): Promise<void> {
  await tx.deleteFrom('pitch_supporters').where('pitch', '=', pitch).where('attendee', '=', attendee).execute()
}

export async function saveWithdrawn(tx: Tx, pitch: string, now: Date): Promise<void> {
  await tx.updateTable('pitches').set({ withdrawn_at: now }).where('id', '=', pitch).execute()
}

export async function saveReworded(tx: Tx, pitch: string, title: string, now: Date): Promise<void> {
  await tx.updateTable('pitches').set({ title, reworded_at: now }).where('id', '=', pitch).execute()
}

/** Hosts and supporters are united: whoever stands in both is counted once, and whoever hosts it does not support it as well. */
export async function saveMerged(tx: Tx, pitch: string, into: string): Promise<void> {
  await tx.updateTable('pitches').set({ merged_into: into }).where('id', '=', pitch).execute()
  await sql`insert into pitch_hosts (pitch, attendee) select ${into}, h.attendee from pitch_hosts h where h.pitch = ${pitch} on conflict do nothing`.execute(
    tx,
  )
  await sql`insert into pitch_supporters (pitch, attendee) select ${into}, s.attendee from pitch_supporters s where s.pitch = ${pitch} on conflict do nothing`.execute(
    tx,
  )
  await sql`delete from pitch_supporters s where s.pitch = ${into} and s.attendee in (select h.attendee from pitch_hosts h where h.pitch = ${into})`.execute(
    tx,
  )
}

type Row = Omit<Pitch, 'hosts' | 'mergedInto' | 'isReworded'> & {
  hosts: readonly (Host & { person: string | null })[]
  mergedInto: string | null
  isReworded: boolean
}
/** Whoever reads who hosts it: nobody's name without them. */
export type HostReader = NameReader

const pitchFor = (
  reader: HostReader | undefined,
) => sql`p.id, p.event, p.title, p.by, p.source, p.merged_into as "mergedInto", p.reworded_at is not null as "isReworded",
  (select count(*) from pitch_supporters s join attendees t on t.id = s.attendee and t.state = 'in' where s.pitch = p.id) as supporters,
  coalesce((select json_agg(json_build_object('attendee', t.id, 'name', ${comerNames(reader).name}, 'team', ${comerNames(reader).team}, 'person', t.person) order by t.id)
    from pitch_hosts h join attendees t on t.id = h.attendee and t.state = 'in' left join people a on a.id = t.person where h.pitch = p.id), '[]'::json) as hosts`

const toPitch = ({ hosts, mergedInto, isReworded, ...row }: Row): Pitch => ({
  ...row,
  hosts: hosts.map(({ person, ...host }) => ({ ...host, ...(person ? { person } : {}) })),
  ...(mergedInto ? { mergedInto } : {}),
  ...(isReworded ? { isReworded } : {}),
})

/** All that stand today, in the order in which they were said: neither merged into another nor taken back. */
export async function listPitches(db: Db, event: string, reader?: HostReader): Promise<Pitch[]> {
  const { rows } = await sql<Row>`select ${pitchFor(reader)} from pitches p
    where p.event = ${event} and p.merged_into is null and p.withdrawn_at is null order by p.id`.execute(db)
  return rows.map(toPitch)
}

/** One that was merged too: it says into which. */
export async function findPitch(db: Db, id: string, reader?: HostReader): Promise<Pitch | undefined> {
  const { rows } = await sql<Row>`select ${pitchFor(reader)} from pitches p where p.id = ${id} and p.withdrawn_at is null`.execute(db)
  return rows[0] && toPitch(rows[0])
}

export async function countSaidBy(db: Db, event: string, attendee: string): Promise<number> {
  const { count } = await db
    .selectFrom('pitches')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('event', '=', event)
    .where('by', '=', attendee)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function supports(db: Db, pitch: string, attendee: string): Promise<boolean> {
  const row = await db
    .selectFrom('pitch_supporters')
    .select('pitch')
    .where('pitch', '=', pitch)
    .where('attendee', '=', attendee)
    .executeTakeFirst()
  return row !== undefined
}

/** How many stand there, and how many of them nobody hosts. */
export async function countPitches(db: Db, event: string): Promise<{ all: number; withoutHost: number }> {
  const { rows } = await sql<{ all: number; withoutHost: number }>`select count(*) as "all",
    count(*) filter (where not exists (select from pitch_hosts h where h.pitch = p.id)) as "withoutHost"
    from pitches p where p.event = ${event} and p.merged_into is null and p.withdrawn_at is null`.execute(db)
  return rows[0] ?? { all: 0, withoutHost: 0 }
}
