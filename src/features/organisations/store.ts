/** Remembers organisations. The only file that writes the tables organisations and organisation_domains. */
import type { Sector } from '../../basics/sector.ts'
import type { Db, Tx } from '../../storage/db.ts'
import type { Organisation } from './organisation.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    organisations: { id: string; name: string; sector: Sector; added_at: Date }
    organisation_domains: { domain: string; organisation: string }
  }
}

export async function findOrganisationByDomain(db: Db, domain: string): Promise<Organisation | undefined> {
  return db
    .selectFrom('organisation_domains as d')
    .innerJoin('organisations as o', 'o.id', 'd.organisation')
    .select(['o.id', 'o.name', 'o.sector'])
    .where('d.domain', '=', domain)
    .executeTakeFirst()
}

export async function saveOrganisation(tx: Tx, organisation: Organisation, domains: readonly string[], now: Date): Promise<void> {
  await tx
    .insertInto('organisations')
    .values({ ...organisation, added_at: now })
    .execute()
  for (const domain of domains) await tx.insertInto('organisation_domains').values({ domain, organisation: organisation.id }).execute()
}
