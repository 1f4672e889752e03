/** Joining, and saying who one is. */
import { newId } from '../../basics/id.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { recogniseAddress, recogniseAddresses } from '../organisations/actions.ts'
import type { Organisation, Recognised } from '../organisations/organisation.ts'
import { noteWorks } from './address-actions.ts'
import { listEmails, lockAddress } from './address-store.ts'
import type { Person } from './person.ts'
import type { Profile, SeenBy } from './profile.ts'
import { speakIfFirst, speakNoMore } from './speaker-actions.ts'
import {
  addPerson,
  findPerson,
  findPersonByEmail,
  lockPerson,
  saveNameAndJob,
  saveOrganisationOf,
  saveProfile,
  saveSeenBy,
} from './store.ts'

export { findAddressOf, listAddressesOf } from './address-store.ts'
export { isSpeaker, listSpeakers } from './speaker-actions.ts'
export {
  findPerson,
  findPersonByEmail as findPersonWithAddress,
  findProfile,
  findWithProfile,
  listBrokers,
  listMembersToName,
  listViewers,
  lockPerson,
} from './store.ts'

/** What somebody does for the whole chapter, from their first day on. */
export type Duties = { broker?: boolean; moderator?: boolean }

/** The person who has this confirmed address; a new one at the first time. Whoever's organisation we learnt of meanwhile belongs to it now. */
export async function personWithAddress(tx: Tx, email: string, now: Date, duties: Duties = {}): Promise<Person> {
  await lockAddress(tx, email)
  const known = await findPersonByEmail(tx, email)
  if (known) await noteWorks(tx, known.id, email, now)
  if (known?.organisation) return known
  const recognised = await recogniseAddress(tx, email)
  const organisation = recognised.is === 'one' ? recognised.organisation : undefined
  if (!known) {
    const { broker = false, moderator = false } = duties
    const person: Person = { id: newId(now), name: '', job: '', broker, moderator, ...(organisation ? { organisation } : {}) }
    await addPerson(tx, person, email, now)
    await record(tx, { at: now, who: person.id, did: 'person joined', about: person.id, callsFor: ['plan digest'] })
    if (organisation) await speakIfFirst(tx, organisation.id, person.id, now)
    return person
  }
  if (organisation) await joinOrganisation(tx, known.id, organisation, now)
  return organisation ? { ...known, organisation } : known
}

/** From whichever they belonged to before, if any. What they pledged there keeps its organisation. */
export async function joinOrganisation(tx: Tx, person: string, organisation: Pick<Organisation, 'id'>, now: Date): Promise<void> {
  const before = (await lockPerson(tx, person))?.organisation?.id
  if (before === organisation.id) return
  if (before !== undefined) await speakNoMore(tx, before, person, now)
  await saveOrganisationOf(tx, person, organisation.id)
  await record(tx, { at: now, who: person, did: 'organisation joined', about: organisation.id })
  await speakIfFirst(tx, organisation.id, person, now)
}

/** They belong to none until they say the next one; their drafts and their past stay theirs. */
export async function leaveOrganisation(tx: Tx, person: string, organisation: string, now: Date): Promise<void> {
  await speakNoMore(tx, organisation, person, now)
  await saveOrganisationOf(tx, person, undefined)
  await record(tx, { at: now, who: person, did: 'organisation left', about: organisation })
}

/** What the addresses of a person tell, the one for letters first. */
export async function recognisePerson(db: Db, person: string): Promise<readonly Recognised[]> {
  return [...(await recogniseAddresses(db, await listEmails(db, person))).values()]
}

/** The organisations among which somebody must say which is theirs, because their domain serves several. */
export async function listOrganisationsToChoose(db: Db, person: string): Promise<readonly Organisation[]> {
  if ((await findPerson(db, person))?.organisation) return []
  return (await recognisePerson(db, person)).flatMap((told) => (told.is === 'several' ? told.organisations : []))
}

export type Introduction = { name: string; job: string; organisation: string | undefined }

/** Who somebody is; `organisation` counts when it is one of those that their domain serves. */
export const introduce = (db: Db, person: string, said: Introduction, now: Date): Promise<void> =>
  together(db, (tx) => introduceWith(tx, person, said, now))

/** As part of a larger change. */
export async function introduceWith(tx: Tx, person: string, { name, job, organisation }: Introduction, now: Date): Promise<void> {
  await saveNameAndJob(tx, person, name, job)
  await record(tx, { at: now, who: person, did: 'name said', about: person })
  const chosen = (await listOrganisationsToChoose(tx, person)).find(({ id }) => id === organisation)
  if (chosen) await joinOrganisation(tx, person, chosen, now)
}

/** What somebody says of themselves beside their name. */
export async function changeProfile(tx: Tx, person: string, profile: Omit<Profile, 'seenBy'>, now: Date): Promise<void> {
  await saveProfile(tx, person, profile)
  await record(tx, { at: now, who: person, did: 'profile changed', about: person })
}

/** For whom each thing is that somebody has said. */
export async function changeSeenBy(tx: Tx, person: string, seenBy: SeenBy, now: Date): Promise<void> {
  await saveSeenBy(tx, person, seenBy)
  await record(tx, { at: now, who: person, did: 'visibility changed', about: person })
}
