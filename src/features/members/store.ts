/** Remembers who says that they work where. The only file that writes the tables claims and claim_passes. */
import { dayIn } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Claim, ClaimState } from './claim.ts'

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
    .select([
      'c.id',
      'c.person',
      'c.organisation',
      'c.said_name',
      'c.sector',
      'c.asked_at',
      'c.state',
      'c.answered_by',
      'c.line',
      'p.name',
      'p.job',
      'o.name as organisation_name',
      DOMAIN.as('domain'),
    ])

/** The part after the @ of the address with which a person (p) joined. */
const DOMAIN = sql<string>`(select split_part(a.email, '@', 2) from addresses a where a.person = p.id order by a.confirmed_at, a.id limit 1)`

type Row = {
  id: string
  person: string
  organisation: string | null
  said_name: string
  sector: Sector | null
  asked_at: Date
  state: ClaimState
  answered_by: string | null
  line: string
  name: string | null
  job: string | null
  organisation_name: string | null
  domain: string | null
}

const toClaim = (row: Row, zone: string): Claim => ({
  id: row.id,
  person: { id: row.person, name: row.name ?? '', job: row.job ?? '', domain: row.domain ?? '' },
  ...(row.organisation && row.organisation_name ? { organisation: { id: row.organisation, name: row.organisation_name } } : {}),
  saidName: row.said_name,
  ...(row.sector ? { sector: row.sector } : {}),
  askedOn: dayIn(zone, row.asked_at),
  state: row.state,
  ...(row.answered_by ? { answeredBy: row.answered_by } : {}),
  line: row.line,
})
