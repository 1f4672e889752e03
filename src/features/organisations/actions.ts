/** What is done with organisations. */
import { newId } from '../../basics/id.ts'
import type { Sector } from '../../basics/sector.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { domainsAbove, type NewOrganisation, type Recognised, recognise } from './organisation.ts'
import { addDomains, addEnding, addOrganisationRow, findOrganisationByName, listEndings, listOwnersOfDomains } from './store.ts'

export { findOrganisationById, findOrganisationByName, listOrganisationNames } from './store.ts'

/** Adds organisations; one that is there already, by its name, gets the domains that it lacks. Returns how many were new. */
export async function addOrganisations(tx: Tx, organisations: readonly NewOrganisation[], now: Date): Promise<number> {
  let added = 0
  for (const { name, sector, domains, facts = {} } of organisations) {
    const known = await findOrganisationByName(tx, name)
    const id = known?.id ?? newId(now)
    if (!known) {
      await addOrganisationRow(tx, { id, name, sector }, facts, now)
      await record(tx, { at: now, did: 'organisation added', about: id })
      added++
    }
    await addDomains(tx, id, domains)
  }
  return added
}

/** What the ends of addresses tell where no organisation's own domain fits: a sector, or nothing at all. */
export async function addEndings(tx: Tx, endings: readonly { ending: string; sector: Sector | undefined }[]): Promise<void> {
  for (const { ending, sector } of endings) await addEnding(tx, ending, sector)
}

/** Which organisation an address speaks for. */
export async function recogniseAddress(db: Db, email: string): Promise<Recognised> {
  return (await recogniseAddresses(db, [email])).get(email) ?? { is: 'none', sector: undefined }
}

/** The same for several addresses at once. */
export async function recogniseAddresses(db: Db, emails: readonly string[]): Promise<ReadonlyMap<string, Recognised>> {
  const domains = [...new Set(emails.flatMap(domainsAbove))]
  const [owners, endings] = domains.length === 0 ? [[], []] : [await listOwnersOfDomains(db, domains), await listEndings(db, domains)]
  return new Map(emails.map((email) => [email, recognise(email, owners, endings)]))
}
