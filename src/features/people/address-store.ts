/** Remembers the addresses of people. The only file that writes the table addresses. */
import { dayIn } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Address } from './address.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    addresses: { id: string; email: string; person: string; confirmed_at: Date; takes_letters: boolean }
  }
}

/** Others who join with the same address at the same moment wait until this transaction ends. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${email}))`.execute(tx)
}

export async function addAddress(tx: Tx, person: string, email: string, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insertInto('addresses').values({ id, email, person, confirmed_at: now, takes_letters: false }).execute()
  return id
}

/** Where a person's letters go: where they chose, else to the address with which they joined. */
export async function findAddressOf(db: Db, person: string): Promise<string | undefined> {
  const row = await inOrder(db, person).select('email').limit(1).executeTakeFirst()
  return row?.email
}

/** The one to which letters go comes first. */
export async function listAddresses(db: Db, person: string, zone: string): Promise<Address[]> {
  const rows = await inOrder(db, person).select(['id', 'email', 'confirmed_at']).execute()
  return rows.map(({ id, email, confirmed_at }, at) => ({ id, email, provenOn: dayIn(zone, confirmed_at), takesLetters: at === 0 }))
}

export async function listEmails(db: Db, person: string): Promise<string[]> {
  return (await inOrder(db, person).select('email').execute()).map(({ email }) => email)
}

const inOrder = (db: Db, person: string) =>
  db.selectFrom('addresses').where('person', '=', person).orderBy('takes_letters', 'desc').orderBy('confirmed_at').orderBy('id')

export async function saveTakesLetters(tx: Tx, person: string, id: string): Promise<void> {
  await tx
    .updateTable('addresses')
    .set({ takes_letters: sql<boolean>`id = ${id}` })
    .where('person', '=', person)
    .execute()
}

export async function removeAddressRow(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('addresses').where('id', '=', id).execute()
}
