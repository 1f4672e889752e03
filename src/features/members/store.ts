/** Remembers who says that they work where. The only file that writes the tables claims and claim_passes. */
import { dayIn } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Claim, ClaimState, Held } from './claim.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    claims: {
      id: string
      person: string
      organisation: string | null
      said_name: string
      sector: Sector | null
      asked_at: Date
      state: ClaimState
      answered_at: Date | null
      answered_by: string | null
      line: string
    }
    claim_passes: { claim: string; person: string; passed_at: Date }
  }
}

export type NewClaim = { id: string; person: string; organisation: string | undefined; saidName: string; sector: Sector | undefined }

export async function addClaim(tx: Tx, claim: NewClaim, now: Date): Promise<void> {
  const { id, person, organisation = null, saidName, sector = null } = claim
  await tx
    .insertInto('claims')
    .values({
      id,
      person,
      organisation,
      said_name: saidName,
      sector,
      asked_at: now,
      state: 'open',
      answered_at: null,
      answered_by: null,
      line: '',
    })
    .execute()
}

export async function findClaim(db: Db, id: string, zone: string): Promise<Claim | undefined> {
  const row = await claims(db).where('c.id', '=', id).executeTakeFirst()
  return row && toClaim(row, zone)
}

export async function findOpenClaimOf(db: Db, person: string, zone: string): Promise<Claim | undefined> {
  const row = await claims(db).where('c.person', '=', person).where('c.state', '=', 'open').executeTakeFirst()
  return row && toClaim(row, zone)
}

export async function findOpenClaimId(db: Db, person: string): Promise<string | undefined> {
  const row = await db.selectFrom('claims').select('id').where('person', '=', person).where('state', '=', 'open').executeTakeFirst()
  return row?.id
}

export async function countAskedSince(db: Db, person: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('claims')
    .select((all) => all.fn.countAll<number>().as('asked'))
    .where('person', '=', person)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.asked
}

export async function countPasses(db: Db, claim: string): Promise<number> {
  const row = await db
    .selectFrom('claim_passes')
    .select((all) => all.fn.countAll<number>().as('passes'))
    .where('claim', '=', claim)
    .executeTakeFirstOrThrow()
  return row.passes
}

export async function hasPassed(db: Db, claim: string, person: string): Promise<boolean> {
  const row = await db.selectFrom('claim_passes').select('claim').where('claim', '=', claim).where('person', '=', person).executeTakeFirst()
  return row !== undefined
}

/** Those who speak for the organisation, then those who have been here longest; none who does not know the person. */
export async function listColleagues(
  db: Db,
  { id, organisation, person }: Pick<Claim, 'id' | 'organisation' | 'person'>,
  most: number,
): Promise<string[]> {
  if (!organisation) return []
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('speakers as s', (join) => join.onRef('s.person', '=', 'p.id').onRef('s.organisation', '=', 'p.organisation'))
    .select('p.id')
    .where('p.organisation', '=', organisation.id)
    .where('p.id', '<>', person.id)
    .where((row) =>
      row.not(
        row.exists(row.selectFrom('claim_passes as x').select('x.claim').where('x.claim', '=', id).whereRef('x.person', '=', 'p.id')),
      ),
    )
    .orderBy((row) => row('s.person', 'is', null))
    .orderBy('p.id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** A second time is nothing. */
export async function addPass(tx: Tx, claim: string, person: string, now: Date): Promise<void> {
  await tx
    .insertInto('claim_passes')
    .values({ claim, person, passed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Everybody whose organisation nobody has told or said yes to, those who joined first before the others, after an id. */
export async function listHeld(db: Db, page: { after: string | undefined; most: number }, zone: string): Promise<Held[]> {
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('claims as c', (join) => join.onRef('c.person', '=', 'p.id').on('c.state', '=', 'open'))
    .leftJoin('organisations as o', 'o.id', 'c.organisation')
    .select([
      'p.id',
      'p.name',
      'p.job',
      'p.joined_at',
      'c.id as claim',
      'c.said_name',
      'c.asked_at',
      'o.name as organisation_name',
      DOMAIN.as('domain'),
      HAS_COLLEAGUES.as('can_be_vouched'),
    ])
    .where('p.organisation', 'is', null)
    .$if(page.after !== undefined, (query) => query.where('p.id', '>', page.after ?? ''))
    .orderBy('p.id')
    .limit(page.most)
    .execute()
  return rows.map((row) => ({
    person: row.id,
    name: row.name ?? '',
    job: row.job ?? '',
    domain: row.domain ?? '',
    since: dayIn(zone, row.asked_at ?? row.joined_at),
    ...(row.claim
      ? { claim: { id: row.claim, organisation: row.organisation_name ?? row.said_name ?? '', isKnown: row.organisation_name !== null } }
      : {}),
  }))
}

export async function saveAnswered(
  tx: Tx,
  id: string,
  answer: { state: ClaimState; by?: string; organisation?: string; line?: string },
  now: Date,
): Promise<void> {
  const { state, by = null, organisation, line = '' } = answer
  await tx
    .updateTable('claims')
    .set({ state, answered_at: now, answered_by: by, line, ...(organisation === undefined ? {} : { organisation }) })
    .where('id', '=', id)
    .execute()
}

const claims = (db: Db) =>
  db
    .selectFrom('claims as c')
    .innerJoin('people as p', 'p.id', 'c.person')
    .leftJoin('organisations as o', 'o.id', 'c.organisation')
    .leftJoin('people as w', 'w.id', 'c.answered_by')
    .select([
      'c.id',
      'c.person',
      'c.organisation',
      'c.said_name',
      'c.sector',
      'c.asked_at',
      'c.state',
      'c.answered_at',
      'c.answered_by',
      'w.name as answered_by_name',
      'c.line',
      'p.name',
      'p.job',
      'o.name as organisation_name',
      DOMAIN.as('domain'),
      HAS_COLLEAGUES.as('can_be_vouched'),
    ])

/** The part after the @ of the address with which a person (p) joined. */
const DOMAIN = sql<string>`(select split_part(a.email, '@', 2) from addresses a where a.person = p.id order by a.confirmed_at, a.id limit 1)`

const HAS_COLLEAGUES = sql<boolean>`exists (select from people m where m.organisation = c.organisation and m.id <> c.person)`

type Row = Awaited<ReturnType<ReturnType<typeof claims>['executeTakeFirstOrThrow']>>

const toClaim = (row: Row, zone: string): Claim => ({
  id: row.id,
  person: { id: row.person, name: row.name ?? '', job: row.job ?? '', domain: row.domain ?? '' },
  canBeVouched: row.can_be_vouched,
  ...(row.organisation && row.organisation_name ? { organisation: { id: row.organisation, name: row.organisation_name } } : {}),
  saidName: row.said_name,
  ...(row.sector ? { sector: row.sector } : {}),
  askedOn: dayIn(zone, row.asked_at),
  state: row.state,
  ...(row.answered_at
    ? { answered: { by: row.answered_by ?? undefined, name: row.answered_by_name ?? '', on: dayIn(zone, row.answered_at) } }
    : {}),
  line: row.line,
})
