/** A person who takes part, and the address by which we know them. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Sector } from '../../basics/sector.ts'
import { maySee, type Viewer } from '../../basics/viewer.ts'
import type { Organisation } from '../organisations/organisation.ts'

export type PersonId = string
export type Person = {
  id: PersonId
  /** Empty until they have told us. */
  name: string
  /** What they do, in public words: "digital lead". */
  job: string
  organisation?: Organisation
  broker: boolean
  moderator: boolean
}

export const viewerOf = ({ id, name, organisation, broker, moderator }: Person): Viewer => ({
  person: id,
  name,
  broker,
  moderator,
  ...(organisation ? { organisation: organisation.id, sector: organisation.sector } : {}),
})

/** As much of a person as another page shows. */
export type Somebody = { id: PersonId; name: string; job: string; organisationName: string; isSupplier?: boolean }

/** Among the facts of a letter. */
export const isSomebody = (fact: unknown): fact is Somebody =>
  typeof fact === 'object' && fact !== null && 'id' in fact && 'name' in fact && 'job' in fact && 'organisationName' in fact

/** As stores read them; whoever belongs to no organisation is nobody's supplier. */
export const somebodyOf = (row: {
  id: PersonId
  name: string | null
  job: string | null
  organisation_name: string | null
  sector: Sector | null
}): Somebody => ({
  id: row.id,
  name: row.name ?? '',
  job: row.job ?? '',
  organisationName: row.organisation_name ?? '',
  ...(row.sector === 'supplier' ? { isSupplier: true } : {}),
})

export const MOST_NAME = 80
export const MOST_JOB = 80
const MOST_EMAIL = 254

/** Ann@X is ann@x: the whole address is compared without regard to capitals, as every mail system in use does. */
export function readEmail(typed: string): Answer<string, 'empty' | 'not an address'> {
  const email = typed.trim().toLowerCase()
  if (email === '') return no('empty')
  const looksRight = email.length <= MOST_EMAIL && /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email)
  return looksRight ? yes(email) : no('not an address')
}

export const hasSaidName = (person: Person): boolean => person.name !== ''

/** As a letter names somebody: "Ann Example, digital lead, Harrowmere"; to readers who may not know the name, "Somebody, digital lead, Harrowmere". */
export const sayInFull = (somebody: Somebody): string =>
  [somebody.name || 'Somebody', somebody.job, labelled(somebody)].filter(Boolean).join(', ')

/** The name alone, for the words on a button. */
export const sayName = (viewer: Viewer | undefined, somebody: Somebody): string =>
  somebody.name !== '' && maySee(viewer, { is: 'name', of: somebody.id }) ? somebody.name : sayWho(viewer, somebody)

/** Suppliers are always labelled. */
const labelled = ({ organisationName, isSupplier }: Somebody): string => (isSupplier ? `${organisationName} (supplier)` : organisationName)

/** "Ann Example, digital lead, Harrowmere" for those who may see the name, "the digital lead of Harrowmere" for everybody else. */
export function sayWho(viewer: Viewer | undefined, somebody: Somebody): string {
  const { id, name, job } = somebody
  if (maySee(viewer, { is: 'name', of: id }) && name !== '') return sayInFull(somebody)
  const organisationName = labelled(somebody)
  // "the digital lead", but "the UX designer".
  const said = /^\p{Lu}\p{Ll}/u.test(job) ? `${job.charAt(0).toLowerCase()}${job.slice(1)}` : job
  return job === '' ? `somebody at ${organisationName}` : `the ${said} of ${organisationName}`
}
