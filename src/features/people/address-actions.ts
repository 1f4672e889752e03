/** What becomes of a person's addresses. The address is locked before its person, as when somebody signs in. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { recogniseAddresses } from '../organisations/actions.ts'
import type { Recognised } from '../organisations/organisation.ts'
import type { Address } from './address.ts'
import { addAddress, listAddresses, lockAddress, removeAddressRow, saveBouncing, saveTakesLetters, saveWorks } from './address-store.ts'
import type { Person } from './person.ts'
import { findPersonByEmail, lockPerson } from './store.ts'

export { findBouncing, listAddresses, listBouncing, listEmails } from './address-store.ts'

export type Known = Address & { tells: Recognised }

const NOTHING: Recognised = { is: 'none', sector: undefined }

/** Each address with what it tells of an organisation. */
export async function listAddressesWithOrganisations(db: Db, person: string, zone: string): Promise<Known[]> {
  const addresses = await listAddresses(db, person, zone)
  const told = await recogniseAddresses(
    db,
    addresses.map(({ email }) => email),
  )
  return addresses.map((address) => ({ ...address, tells: told.get(address.email) ?? NOTHING }))
}

/** One more address, proven just now; whoever has it already keeps it. */
export async function giveAddress(tx: Tx, person: string, email: string, now: Date): Promise<Answer<Person, 'taken' | 'not found'>> {
  await lockAddress(tx, email)
  const who = await lockPerson(tx, person)
  if (!who) return no('not found')
  const owner = await findPersonByEmail(tx, email)
  if (owner && owner.id !== person) return no('taken')
  if (owner) return yes(who)
  const id = await addAddress(tx, person, email, now)
  await record(tx, { at: now, who: person, did: 'address added', about: id })
  return yes(who)
}

export async function dropAddress(tx: Tx, person: string, id: string, now: Date): Promise<void> {
  await removeAddressRow(tx, id)
  await record(tx, { at: now, who: person, did: 'address removed', about: id })
}

export async function chooseForLetters(tx: Tx, person: string, id: string, now: Date): Promise<void> {
  await saveTakesLetters(tx, person, id)
  await record(tx, { at: now, who: person, did: 'letters go elsewhere', about: id })
}

/** Letters come back from there: nothing but what opens a door is sent until somebody says that it works again. */
export async function noteBounce(tx: Tx, email: string, now: Date): Promise<void> {
  const id = await saveBouncing(tx, email, now)
  if (id !== undefined) await record(tx, { at: now, did: 'address bounced', about: id })
}

/** It takes letters again: its person or a broker says so, or has just typed a code that was sent there. */
export async function noteWorks(tx: Tx, by: string, email: string, now: Date): Promise<void> {
  const id = await saveWorks(tx, email)
  if (id !== undefined) await record(tx, { at: now, who: by, did: 'address works', about: id })
}
