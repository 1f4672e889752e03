/** Joining, and saying who one is. */
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { organisationOf } from '../organisations/actions.ts'
import type { Person } from './person.ts'
import { addPerson, findPersonByEmail, saveNameAndJob } from './store.ts'

export { findPerson, listPeople } from './store.ts'

/** The person who has this confirmed address; a new one at the first time. */
export async function personWithAddress(tx: Tx, email: string, now: Date, isBroker = false): Promise<Person> {
  await sql`select pg_advisory_xact_lock(hashtext(${email}))`.execute(tx)
  const known = await findPersonByEmail(tx, email)
  if (known) return known
  const organisation = await organisationOf(tx, email)
  const person: Person = {
    id: newId(now),
    name: '',
    job: '',
    broker: isBroker,
    ...(organisation ? { organisation: { id: organisation.id, name: organisation.name } } : {}),
  }
  await addPerson(tx, person, email, now)
  await record(tx, { at: now, who: person.id, did: 'person joined', about: person.id })
  return person
}

export async function sayNameAndJob(db: Db, id: string, name: string, job: string, now: Date): Promise<void> {
  await together(db, async (tx) => {
    await saveNameAndJob(tx, id, name, job)
    await record(tx, { at: now, who: id, did: 'name said', about: id })
  })
}
