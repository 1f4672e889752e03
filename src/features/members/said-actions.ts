/** What somebody says of the organisation that they work for, read the same way wherever they say it. */
import type { Db } from '../../storage/db.ts'
import { findOrganisationByName, listOrganisationNames } from '../organisations/actions.ts'
import { sectorToldOf } from './actions.ts'
import { NONE_OF_THESE, readSector, type Said } from './claim.ts'
import { likest } from './likeness.ts'

const MOST_NEAR = 5

export type TypedOrganisation = { organisation: string; which: string; sector: string }
/** Nothing is said yet while known names are near it and none of them, nor none, is chosen. */
export type ReadOrganisation = { near: readonly { id: string; name: string }[]; asksSector: boolean; said: Said; isSaid: boolean }

/** A sector is asked, and read, only of an organisation that we do not know and whose sector no address tells. */
export async function readOrganisation(
  db: Db,
  person: string,
  { organisation, which, sector }: TypedOrganisation,
): Promise<ReadOrganisation> {
  const isUnknown = organisation.trim() !== '' && (await findOrganisationByName(db, organisation)) === undefined
  const near = isUnknown ? await listNear(db, organisation) : []
  const meant = near.find(({ id }) => id === which)
  const isNew = isUnknown && meant === undefined
  return {
    near,
    asksSector: isNew && (await sectorToldOf(db, person)) === undefined,
    said: { organisationName: meant?.name ?? organisation, sector: isNew ? readSector(sector) : undefined },
    isSaid: near.length === 0 || meant !== undefined || which === NONE_OF_THESE,
  }
}

/** The organisations whose names are near it. */
export const listNear = async (db: Db, name: string): Promise<{ id: string; name: string }[]> =>
  likest(name, await listOrganisationNames(db), MOST_NEAR)
