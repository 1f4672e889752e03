/** Remembers who finds whom. The only file that writes the tables boundaries, blocks and person_reports. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { among, shownName } from '../../storage/pieces.ts'
import { type Somebody, somebodyOf } from '../people/person.ts'
import { type Boundaries, NO_BOUNDARIES, type PersonReport, type Verdict } from './boundary.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    boundaries: { person: string; hides: boolean; anonymous: boolean; paused_until: Day | null }
    blocks: { person: string; blocked: string; blocked_at: Date }
    person_reports: {
      id: string
      person: string
      reporter: string
      reason: string
      reported_at: Date
      answered_at: Date | null
      answered_by: string | null
      answer: Verdict | null
    }
  }
}

export async function findBoundaries(db: Db, person: string): Promise<Boundaries> {
  const row = await db.selectFrom('boundaries').selectAll().where('person', '=', person).executeTakeFirst()
  if (!row) return NO_BOUNDARIES
  return { hides: row.hides, isAnonymous: row.anonymous, ...(row.paused_until ? { pausedUntil: row.paused_until } : {}) }
}

export async function saveBoundaries(tx: Tx, person: string, { hides, isAnonymous, pausedUntil }: Boundaries): Promise<void> {
  const row = { hides, anonymous: isAnonymous, paused_until: pausedUntil ?? null }
  await tx
    .insertInto('boundaries')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute()
}

/** How somebody stands to whoever looks: by one query. */
export async function findApartness(
  db: Db,
  viewer: string,
  person: string,
): Promise<{ hides: boolean; isAnonymous: boolean; isApart: boolean }> {
  const { rows } = await sql<{ hides: boolean; isAnonymous: boolean; isApart: boolean }>`
    select coalesce(b.hides, false) as hides, coalesce(b.anonymous, false) as "isAnonymous", exists (
        select from blocks where (person = ${viewer} and blocked = ${person}) or (person = ${person} and blocked = ${viewer})) as "isApart"
      from (select ${person}::text as id) p left join boundaries b on b.person = p.id`.execute(db)
  return rows[0] ?? { hides: false, isAnonymous: false, isApart: false }
}

/** Whom somebody has blocked, the last one first, as they knew them. */
export async function listBlocked(db: Db, person: string, most: number): Promise<Somebody[]> {
  const rows = await db
    .selectFrom('blocks as b')
    .innerJoin('people as a', 'a.id', 'b.blocked')
    .leftJoin('organisations as g', 'g.id', 'a.organisation')
    .select(['a.id', 'a.job', 'g.name as organisation_name', 'g.sector', shownName.as('name')])
    .where('b.person', '=', person)
    .orderBy('b.blocked_at', 'desc')
    .orderBy('a.id')
    .limit(most)
    .execute()
  return rows.map(somebodyOf)
}

/** Whether it was not so before. */
export async function addBlock(tx: Tx, person: string, blocked: string, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('blocks')
    .values({ person, blocked, blocked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('blocked')
    .executeTakeFirst()
  return added !== undefined
}

export async function removeBlock(tx: Tx, person: string, blocked: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('blocks')
    .where('person', '=', person)
    .where('blocked', '=', blocked)
    .returning('blocked')
    .executeTakeFirst()
  return removed !== undefined
}

/** Those who work for neither of the two; whoever has the fewest reports to answer comes first, then whoever joined first. */
export async function listModeratorsOutside(db: Db, one: string, other: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from people m where m.moderator and m.id not in (${one}, ${other}) and not exists (
        select from people p where p.id in (${one}, ${other}) and p.organisation = m.organisation)
      order by (select count(*) from asks k where k.person = m.id and k.kind = 'person reported' and k.state = 'open'), m.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Nothing happens when the same person has reported them, and nobody has answered yet. */
export async function addReport(
  tx: Tx,
  report: { id: string; person: string; reporter: string; reason: string },
  now: Date,
): Promise<boolean> {
  const added = await tx
    .insertInto('person_reports')
    .values({ ...report, reported_at: now, answered_at: null, answered_by: null, answer: null })
    .onConflict((conflict) => conflict.columns(['person', 'reporter']).where('answered_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function findReportForUpdate(tx: Tx, id: string): Promise<PersonReport | undefined> {
  await tx.selectFrom('person_reports').select('id').where('id', '=', id).forUpdate().execute()
  const row = await tx
    .selectFrom('person_reports as r')
    .innerJoin('people as p', 'p.id', 'r.person')
    .leftJoin('organisations as pg', 'pg.id', 'p.organisation')
    .innerJoin('people as w', 'w.id', 'r.reporter')
    .leftJoin('organisations as wg', 'wg.id', 'w.organisation')
    .select(['r.reason', 'r.answered_at', 'p.id', 'p.name', 'p.job', 'pg.name as organisation_name', 'pg.sector'])
    .select(['w.id as w_id', 'w.name as w_name', 'w.job as w_job', 'wg.name as w_organisation', 'wg.sector as w_sector'])
    .where('r.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id,
      person: somebodyOf(row),
      reporter: somebodyOf({
        ...{ id: row.w_id, name: row.w_name, job: row.w_job },
        ...{ organisation_name: row.w_organisation, sector: row.w_sector },
      }),
      reason: row.reason,
      isAnswered: row.answered_at !== null,
    }
  )
}

export async function saveJudged(tx: Tx, id: string, answer: Verdict, by: string, now: Date): Promise<void> {
  await tx.updateTable('person_reports').set({ answer, answered_at: now, answered_by: by }).where('id', '=', id).execute()
}

/** Pairs of some people who are never put together: one has blocked the other, or they are colleagues of whom one hides. One query. */
export async function listKeptApart(db: Db, ids: readonly string[]): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select person as one, blocked as other from blocks where person in ${among(ids)} and blocked in ${among(ids)}
    union select h.id, c.id from boundaries b join people h on h.id = b.person join people c on c.organisation = h.organisation and c.id <> h.id
      where b.hides and h.id in ${among(ids)} and c.id in ${among(ids)}`.execute(db)
  return rows
}
