/** Remembers the addresses of people. The only file that writes the table addresses. */
import { dayIn } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Address, Bouncing } from './address.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    addresses: { id: string; email: string; person: string; confirmed_at: Date; takes_letters: boolean; bounced_at: Date | null }
  }
}

/** Others who join with the same address at the same moment wait until this transaction ends. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${email}))`.execute(tx)
}

export async function addAddress(tx: Tx, person: string, email: string, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insertInto('addresses').values({ id, email, person, confirmed_at: now, takes_letters: false, bounced_at: null }).execute()
  return id
}

/** Where a person's letters go: where they chose, else to the address with which they joined. */
export async function findAddressOf(db: Db, person: string): Promise<string | undefined> {
  const row = await inOrder(db, person).select('email').limit(1).executeTakeFirst()
  return row?.email
}

/** Of many people at once: where the letters of each go. Who has no address is missing. */
export async function listAddressesOf(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ person: string; email: string }>`
    select distinct on (person) person, email from addresses
      where person in (select json_array_elements_text(${JSON.stringify(people)}::json))
      order by person, takes_letters desc, confirmed_at, id`.execute(db)
  return new Map(rows.map(({ person, email }) => [person, email]))
}

/** The one to which letters go comes first. */
export async function listAddresses(db: Db, person: string, zone: string): Promise<Address[]> {
  const rows = await inOrder(db, person).select(['id', 'email', 'confirmed_at', 'bounced_at']).execute()
  return rows.map(({ id, email, confirmed_at, bounced_at }, at) => ({
    id,
    email,
    provenOn: dayIn(zone, confirmed_at),
    takesLetters: at === 0,
    ...(bounced_at ? { bouncedOn: dayIn(zone, bounced_at) } : {}),
  }))
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

/** Its id, when nobody knew yet that letters come back from there. */
export async function saveBouncing(tx: Tx, email: string, now: Date): Promise<string | undefined> {
  const row = await tx
    .updateTable('addresses')
    .set({ bounced_at: now })
    .where('email', '=', email)
    .where('bounced_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Its id, unless nothing was wrong with it. */
export async function saveWorks(tx: Tx, email: string): Promise<string | undefined> {
  const row = await tx
    .updateTable('addresses')
    .set({ bounced_at: null })
    .where('email', '=', email)
    .where('bounced_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

const bouncing = (db: Db) =>
  db
    .selectFrom('addresses as a')
    .innerJoin('people as p', 'p.id', 'a.person')
    .select(['a.id', 'a.email', 'a.person', 'a.bounced_at', 'p.name', 'p.job'])
    .select(
      sql<boolean>`exists (select from addresses o where o.person = a.person and o.id <> a.id and o.bounced_at is null)`.as('has_other'),
    )
    .where('a.bounced_at', 'is not', null)

const toBouncing = (row: Awaited<ReturnType<ReturnType<typeof bouncing>['executeTakeFirstOrThrow']>>, zone: string): Bouncing => ({
  id: row.id,
  email: row.email,
  person: { id: row.person, name: row.name ?? '', job: row.job ?? '' },
  since: dayIn(zone, row.bounced_at ?? new Date(0)),
  hasOther: row.has_other,
})

/** Those from which letters come back, the oldest address first, after an id. */
export async function listBouncing(db: Db, page: { after?: string | undefined; most: number }, zone: string): Promise<Bouncing[]> {
  const rows = await bouncing(db)
    .$if(page.after !== undefined, (query) => query.where('a.id', '>', page.after ?? ''))
    .orderBy('a.id')
    .limit(page.most)
    .execute()
  return rows.map((row) => toBouncing(row, zone))
}

export async function findBouncing(db: Db, id: string, zone: string): Promise<Bouncing | undefined> {
  const row = await bouncing(db).where('a.id', '=', id).executeTakeFirst()
  return row && toBouncing(row, zone)
}
