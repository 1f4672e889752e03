/** What is done with organisations. */
import { newId } from '../../basics/id.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { domainOf, type Organisation } from './organisation.ts'
import { findOrganisationByDomain, saveOrganisation } from './store.ts'

export type NewOrganisation = { name: string; sector: Sector; domains: readonly string[] }

export async function addOrganisations(db: Db, organisations: readonly NewOrganisation[], now: Date): Promise<void> {
  await together(db, async (tx) => {
    for (const { name, sector, domains } of organisations) {
      const id = newId(now)
      await saveOrganisation(tx, { id, name, sector }, domains, now)
      await record(tx, { at: now, did: 'organisation added', about: id })
    }
  })
}

/** The organisation whose domain the address carries. */
export const organisationOf = (tx: Tx, email: string): Promise<Organisation | undefined> => findOrganisationByDomain(tx, domainOf(email))
