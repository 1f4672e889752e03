/** Remembers who has joined which side of a programme, and who waits until theirs opens. The only file that writes the tables programme_members and programme_waiters. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { among } from '../../storage/pieces.ts'
import type { Membership, OutWhy, SideKey } from './programme.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    programme_members: { programme: string; person: string; side: SideKey; partners: number; joined_at: Date; why_out: OutWhy | null }
    programme_waiters: { programme: string; person: string; side: SideKey; since: Date }
  }
}

/** How somebody stands to a programme, by one query. */
export async function findStanding(
  db: Db,
  programme: string,
  person: string,
  today: Day,
): Promise<{ isPaused: boolean; membership: Membership | undefined; waitsFor: SideKey | undefined; ask: string | undefined }> {
  const { rows } = await sql<{
    paused: boolean
    side: SideKey | null
    partners: number | null
    why_out: OutWhy | null
    waits: SideKey | null
    ask: string | null
  }>`select exists (select from boundaries x where x.person = ${person} and x.paused_until >= ${today}) as paused, m.side, m.partners, m.why_out, w.side as waits,
      (select k.id from asks k where k.about = ${programme} and k.person = ${person} and k.state = 'open' order by k.id limit 1) as ask
    from (select 1) one left join programme_members m on m.programme = ${programme} and m.person = ${person}
      left join programme_waiters w on w.programme = ${programme} and w.person = ${person}`.execute(db)
  const [row] = rows
  const membership = row?.side ? { side: row.side, partners: row.partners ?? 1, ...(row.why_out ? { out: row.why_out } : {}) } : undefined
  return { isPaused: row?.paused ?? false, membership, waitsFor: row?.waits ?? undefined, ask: row?.ask ?? undefined }
}

/** Joining again changes with how many one would meet. */
export async function putMember(
  tx: Tx,
  { programme, person, side, partners }: { programme: string; person: string; side: SideKey; partners: number },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('programme_members')
    .values({ programme, person, side, partners, joined_at: now, why_out: null })
    .onConflict((conflict) => conflict.columns(['programme', 'person']).doUpdateSet({ partners }))
    .execute()
  await removeWaiter(tx, programme, person)
}

export async function removeMember(tx: Tx, programme: string, person: string): Promise<void> {
  await tx.deleteFrom('programme_members').where('programme', '=', programme).where('person', '=', person).execute()
}

export type Member = { person: string; side: SideKey; partners: number; missedOut: number }

/** In the order of their ids; whoever was left out of other programmes within a year comes before others. */
export async function listMembers(db: Db, programme: string, since: Day): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.person, m.side, m.partners, (select count(*) from programme_members x where x.person = m.person and x.programme <> m.programme
        and x.why_out is not null and x.joined_at > ${since}::date) as "missedOut"
      from programme_members m where m.programme = ${programme} order by m.person`.execute(db)
  return rows
}

export async function saveOut(tx: Tx, programme: string, out: ReadonlyMap<string, OutWhy>): Promise<void> {
  const rows = JSON.stringify([...out].map(([person, why]) => ({ person, why })))
  await sql`update programme_members m set why_out = null where m.programme = ${programme}`.execute(tx)
  await sql`update programme_members m set why_out = o.why from json_to_recordset(${rows}::json) as o (person text, why text)
    where m.programme = ${programme} and m.person = o.person`.execute(tx)
}

export async function putWaiter(tx: Tx, programme: string, person: string, side: SideKey, now: Date): Promise<void> {
  await tx
    .insertInto('programme_waiters')
    .values({ programme, person, side, since: now })
    .onConflict((conflict) => conflict.columns(['programme', 'person']).doUpdateSet({ side }))
    .execute()
}

export async function removeWaiter(tx: Tx, programme: string, person: string): Promise<void> {
  await tx.deleteFrom('programme_waiters').where('programme', '=', programme).where('person', '=', person).execute()
}

/** Those of a side who wait for its opening. */
export async function listWaiters(db: Db, programme: string, side: SideKey): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_waiters')
    .select('person')
    .where('programme', '=', programme)
    .where('side', '=', side)
    .orderBy('person')
    .execute()
  return rows.map(({ person }) => person)
}

export async function countMembers(db: Db, programme: string): Promise<{ left: number; right: number; out: number }> {
  const { rows } = await sql<{ left: number; right: number; out: number }>`
    select count(*) filter (where side = 'left') as "left", count(*) filter (where side = 'right') as "right", count(why_out) as out
      from programme_members where programme = ${programme}`.execute(db)
  return rows[0] ?? { left: 0, right: 0, out: 0 }
}

/** Those who have joined and may be sent to somebody today, with why they are left out if they are. */
export async function listReady(db: Db, programme: string, today: Day): Promise<ReadonlyMap<string, OutWhy | undefined>> {
  const { rows } = await sql<{ person: string; why_out: OutWhy | null }>`
    select m.person, m.why_out from programme_members m join people p on p.id = m.person
      where m.programme = ${programme} and p.organisation is not null
        and not exists (select from boundaries x where x.person = m.person and x.paused_until >= ${today})`.execute(db)
  return new Map(rows.map(({ person, why_out }) => [person, why_out ?? undefined]))
}

/** Pairs of some people who were introduced, or met in a programme or a round, since a day. */
export async function listMetSince(db: Db, people: readonly string[], since: Day): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select person as one, other from introductions where person in ${among(people)} and other in ${among(people)} and begun_at > ${since}::date
    union select left_person, right_person from programme_pairs
      where state <> 'proposed' and left_person in ${among(people)} and right_person in ${among(people)} and made_at > ${since}::date
    union select a.person, b.person from round_seats a join round_seats b on b.meeting = a.meeting and b.person > a.person join round_turns t on t.id = a.turn
      where a.person in ${among(people)} and b.person in ${among(people)} and t.sent_at > ${since}::date and a.withdrawn_at is null and b.withdrawn_at is null`.execute(
    db,
  )
  return rows
}
