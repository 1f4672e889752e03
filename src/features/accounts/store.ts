/** Remembers sign-ins and sessions. The only file that writes the tables sign_ins, wrong_codes and sessions. */
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    sign_ins: {
      id: string
      email: string
      source: string
      browser_hash: string
      link_hash: string
      code_hash: string
      asked_at: Date
      expires_at: Date
      wrong_codes: number
      used_at: Date | null
      return_to: string
      adds_to: string | null
    }
    wrong_codes: { id: string; email: string; source: string; typed_at: Date }
    sessions: { id: string; token_hash: string; person: string; browser: string; started_at: Date; expires_at: Date }
  }
}

export type NewSignIn = {
  id: string
  email: string
  source: string
  browser_hash: string
  link_hash: string
  code_hash: string
  asked_at: Date
  expires_at: Date
  return_to: string
  /** Who is signed in and adds this address; nobody when it opens a door. */
  adds_to: string | null
}

export async function addSignIn(tx: Tx, signIn: NewSignIn): Promise<void> {
  await tx
    .insertInto('sign_ins')
    .values({ ...signIn, wrong_codes: 0, used_at: null })
    .execute()
}

/** How often this address and this source have asked since a moment. Others who ask for the same wait until this transaction ends. */
export async function countAsked(
  tx: Tx,
  email: string,
  source: string,
  since: Date,
): Promise<{ addressFromSource: number; address: number; source: number }> {
  await waitInLine(tx, email, source)
  return tx
    .selectFrom('sign_ins')
    .select([
      sql<number>`count(*) filter (where email = ${email} and source = ${source})`.as('addressFromSource'),
      sql<number>`count(*) filter (where email = ${email})`.as('address'),
      sql<number>`count(*) filter (where source = ${source})`.as('source'),
    ])
    .where('asked_at', '>', since)
    .where((where) => where.or([where('email', '=', email), where('source', '=', source)]))
    .executeTakeFirstOrThrow()
}

/** How often this address was guessed at, and how often this source has guessed wrong, by browsers that did not ask. */
export async function countWrongCodes(tx: Tx, email: string, source: string, since: Date): Promise<{ address: number; source: number }> {
  await waitInLine(tx, email, source)
  return tx
    .selectFrom('wrong_codes')
    .select([
      sql<number>`count(*) filter (where email = ${email})`.as('address'),
      sql<number>`count(*) filter (where source = ${source})`.as('source'),
    ])
    .where('typed_at', '>', since)
    .where((where) => where.or([where('email', '=', email), where('source', '=', source)]))
    .executeTakeFirstOrThrow()
}

export async function addWrongCode(tx: Tx, email: string, source: string, now: Date): Promise<void> {
  await tx
    .insertInto('wrong_codes')
    .values({ id: newId(now), email, source, typed_at: now })
    .execute()
}

/** The source first, always: whoever waits for an address holds its source already, so nobody waits in a circle. */
async function waitInLine(tx: Tx, email: string, source: string): Promise<void> {
  for (const asking of [`source ${source}`, `address ${email}`]) await sql`select pg_advisory_xact_lock(hashtext(${asking}))`.execute(tx)
}

export async function findSignIn(db: Db, id: string): Promise<SignIn | undefined> {
  const row = await signIns(db).where('id', '=', id).where('adds_to', 'is', null).executeTakeFirst()
  return row && toSignIn(row)
}

/** Locked until the transaction ends: of many at once, one finds it unused. */
export async function findSignInByLinkForUpdate(tx: Tx, linkHash: string): Promise<SignIn | undefined> {
  const row = await signIns(tx).where('link_hash', '=', linkHash).where('adds_to', 'is', null).forUpdate().executeTakeFirst()
  return row && toSignIn(row)
}

/** The newest first. Always locked in the same order, so that two never wait for each other. */
export async function listOpenSignInsForUpdate(tx: Tx, email: string, now: Date): Promise<SignIn[]> {
  const rows = await signIns(tx)
    .where('email', '=', email)
    .where('adds_to', 'is', null)
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .orderBy('id', 'desc')
    .forUpdate()
    .execute()
  return rows.map(toSignIn)
}

/** Letters by which this person may add an address, the newest first: for one address, or whichever. */
export async function listOpenProofs(db: Db, person: string, email: string | undefined, now: Date): Promise<SignIn[]> {
  const rows = await openProofs(db, person, email, now).execute()
  return rows.map(toSignIn)
}

export async function listOpenProofsForUpdate(tx: Tx, person: string, email: string, now: Date): Promise<SignIn[]> {
  const rows = await openProofs(tx, person, email, now).forUpdate().execute()
  return rows.map(toSignIn)
}

const openProofs = (db: Db, person: string, email: string | undefined, now: Date) =>
  signIns(db)
    .where('adds_to', '=', person)
    .$if(email !== undefined, (query) => query.where('email', '=', email ?? ''))
    .where('expires_at', '>', now)
    .where('used_at', 'is', null)
    .orderBy('id', 'desc')

/** Letters that are on their way to an address open nothing any more. */
export async function saveAllUsed(tx: Tx, email: string, now: Date): Promise<void> {
  await tx.updateTable('sign_ins').set({ used_at: now }).where('email', '=', email).where('used_at', 'is', null).execute()
}

export async function saveUsed(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('sign_ins').set({ used_at: now }).where('id', '=', id).execute()
}

export async function saveWrongCode(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('sign_ins').set({ wrong_codes: sql`wrong_codes + 1` }).where('id', '=', id).execute()
}

export async function addSession(
  tx: Tx,
  session: { id: string; token_hash: string; person: string; browser: string; started_at: Date; expires_at: Date },
): Promise<void> {
  await tx.insertInto('sessions').values(session).execute()
}

/** Of somebody (p): whom they have blocked or who has blocked them, their colleagues who hide, and who is anonymous to them. */
const UNSEEN = sql<string[]>`array(
  select blocked from blocks where person = p.id union all select person from blocks where blocked = p.id
  union all select h.id from boundaries b join people h on h.id = b.person where b.hides and h.organisation = p.organisation and h.id <> p.id
  union all select b.person from boundaries b where b.anonymous and b.person <> p.id and not exists (select from introductions i
    where i.state = 'met' and ((i.person = p.id and i.other = b.person) or (i.other = p.id and i.person = b.person))))`

export async function findViewer(db: Db, tokenHash: string, now: Date): Promise<{ viewer: Viewer; session: string } | undefined> {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('people as p', 'p.id', 's.person')
    .leftJoin('organisations as o', 'o.id', 'p.organisation')
    .select(['s.id as session', 'p.id', 'p.name', 'p.organisation', 'p.broker', 'p.moderator', 'o.sector'])
    .select(UNSEEN.as('unseen'))
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return undefined
  const viewer: Viewer = {
    person: row.id,
    name: row.name ?? '',
    broker: row.broker,
    moderator: row.moderator,
    ...(row.organisation ? { organisation: row.organisation } : {}),
    ...(row.sector ? { sector: row.sector } : {}),
    ...(row.unseen.length > 0 ? { unseen: row.unseen } : {}),
  }
  return { viewer, session: row.session }
}

export async function listSessions(db: Db, person: string, now: Date): Promise<Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'browser', 'started_at', 'expires_at'])
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, browser: row.browser, startedAt: row.started_at, expiresAt: row.expires_at }))
}

/** Says whether there was such a session of this person. */
export async function removeSession(tx: Tx, id: string, person: string): Promise<boolean> {
  const removed = await tx.deleteFrom('sessions').where('id', '=', id).where('person', '=', person).returning('id').executeTakeFirst()
  return removed !== undefined
}

export async function removeOld(tx: Tx, now: Date, signInsBefore: Date): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await tx.deleteFrom('sign_ins').where('asked_at', '<', signInsBefore).execute()
  await tx.deleteFrom('wrong_codes').where('typed_at', '<', signInsBefore).execute()
}

const signIns = (db: Db) =>
  db.selectFrom('sign_ins').select(['id', 'email', 'browser_hash', 'code_hash', 'expires_at', 'wrong_codes', 'used_at', 'return_to'])

type Row = {
  id: string
  email: string
  browser_hash: string
  code_hash: string
  expires_at: Date
  wrong_codes: number
  used_at: Date | null
  return_to: string
}

const toSignIn = (row: Row): SignIn => ({
  id: row.id,
  email: row.email,
  browserHash: row.browser_hash,
  codeHash: row.code_hash,
  expiresAt: row.expires_at,
  wrongCodes: row.wrong_codes,
  isUsed: row.used_at !== null,
  returnTo: row.return_to,
})
