/** Remembers people and their addresses. The only file that writes the tables people and addresses. */
import type { Db, Tx } from '../../storage/db.ts'
import type { Person } from './person.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    people: { id: string; name: string | null; job: string | null; organisation: string | null; broker: boolean; joined_at: Date }
    addresses: { email: string; person: string; confirmed_at: Date }
  }
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  const row = await people(db).innerJoin('addresses as a', 'a.person', 'p.id').where('a.email', '=', email).executeTakeFirst()
  return row && toPerson(row)
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const row = await people(db).where('p.id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}

/** In the order in which they joined. */
export async function listPeople(db: Db, most: number): Promise<Person[]> {
  return (await people(db).orderBy('p.id').limit(most).execute()).map(toPerson)
}

const people = (db: Db) =>
  db
    .selectFrom('people as p')
    .leftJoin('organisations as o', 'o.id', 'p.organisation')
    .select(['p.id', 'p.name', 'p.job', 'p.organisation', 'p.broker', 'o.name as organisation_name'])

/** Adds a person with a confirmed address; false when somebody has the address already. */
export async function addPerson(tx: Tx, person: Person, email: string, now: Date): Promise<void> {
  const organisation = person.organisation?.id ?? null
  await tx
    .insertInto('people')
    .values({ id: person.id, name: person.name || null, job: person.job || null, organisation, broker: person.broker, joined_at: now })
    .execute()
  await tx.insertInto('addresses').values({ email, person: person.id, confirmed_at: now }).execute()
}

export async function saveNameAndJob(tx: Tx, id: string, name: string, job: string): Promise<void> {
  await tx.updateTable('people').set({ name, job }).where('id', '=', id).execute()
}

type Row = {
  id: string
  name: string | null
  job: string | null
  organisation: string | null
  broker: boolean
  organisation_name: string | null
}

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name ?? '',
  job: row.job ?? '',
  broker: row.broker,
  ...(row.organisation && row.organisation_name ? { organisation: { id: row.organisation, name: row.organisation_name } } : {}),
})
