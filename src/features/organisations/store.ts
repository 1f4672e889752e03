/** Remembers organisations, their domains and what other endings of addresses tell. The only file that writes those three tables. */
import type { Sector } from '../../basics/sector.ts'
import type { Db, Tx } from '../../storage/db.ts'
import type { Facts, Organisation } from './organisation.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    organisations: {
      id: string
      name: string
      sector: Sector
      added_at: Date
      kind: string
      nation: string
      region: string
      lat: number | null
      lon: number | null
      population: number | null
      code: string
    }
    organisation_domains: { domain: string; organisation: string }
    email_endings: { ending: string; sector: Sector | null }
  }
}

/** In the order of their names. */
export async function listOwnersOfDomains(db: Db, domains: readonly string[]): Promise<(Organisation & { domain: string })[]> {
  return db
    .selectFrom('organisation_domains as d')
    .innerJoin('organisations as o', 'o.id', 'd.organisation')
    .select(['d.domain', 'o.id', 'o.name', 'o.sector'])
    .where('d.domain', 'in', domains)
    .orderBy('o.name')
    .execute()
}

export async function listEndings(db: Db, domains: readonly string[]): Promise<{ ending: string; sector: Sector | undefined }[]> {
  const rows = await db.selectFrom('email_endings').select(['ending', 'sector']).where('ending', 'in', domains).execute()
  return rows.map(({ ending, sector }) => ({ ending, sector: sector ?? undefined }))
}

/** By its name, whatever the capitals and spaces. */
export async function findOrganisationByName(db: Db, name: string): Promise<Organisation | undefined> {
  const plain = name.trim().replace(/\s+/g, ' ').toLowerCase()
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'sector'])
    .where((row) => row(row.fn<string>('lower', ['name']), '=', plain))
    .executeTakeFirst()
}

export async function findOrganisationById(db: Db, id: string): Promise<Organisation | undefined> {
  return db.selectFrom('organisations').select(['id', 'name', 'sector']).where('id', '=', id).executeTakeFirst()
}

/** Every one, for whoever looks for the one that was meant. */
export async function listOrganisationNames(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('organisations').select(['id', 'name']).orderBy('name').execute()
}

export async function addOrganisationRow(tx: Tx, { id, name, sector }: Organisation, facts: Facts, now: Date): Promise<void> {
  const { kind = '', nation = '', region = '', lat = null, lon = null, population = null, code = '' } = facts
  await tx
    .insertInto('organisations')
    .values({ id, name, sector, added_at: now, kind, nation, region, lat, lon, population, code })
    .execute()
}

/** Those it has already stay as they are. */
export async function addDomains(tx: Tx, organisation: string, domains: readonly string[]): Promise<void> {
  if (domains.length === 0) return
  const rows = domains.map((domain) => ({ domain, organisation }))
  await tx
    .insertInto('organisation_domains')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function addEnding(tx: Tx, ending: string, sector: Sector | undefined): Promise<void> {
  await tx
    .insertInto('email_endings')
    .values({ ending, sector: sector ?? null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
