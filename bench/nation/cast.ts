/** Whose browsers ask, and for what: found in the seeded database, so that a kept nation needs no memory of its seed. */
import { hashOf } from '../../src/features/accounts/secret.ts'
import { type Db, sql } from '../../src/storage/db.ts'
import { BROKER, BUSY_MEMBER } from './people.ts'

export type Who = 'visitor' | 'member' | 'broker'
export type Cast = {
  /** The cookie of each browser. */
  cookies: Record<Who, string>
  /** The project with most pledges, and pledges, roles and drafts of the busy member. */
  popular: string
  pledges: readonly string[]
  drafts: readonly string[]
  /** Some of many, so that not every request finds its rows warm. */
  projects: readonly string[]
  ended: readonly string[]
  roles: readonly string[]
  organisations: readonly string[]
  people: readonly string[]
  tags: readonly string[]
  terms: readonly string[]
  updated: readonly string[]
  claims: readonly string[]
  /** Where the list of each state is turned to its tenth page. */
  deep: { open: string; ended: string }
}

const SOME = 200
const HOURS = 12 * 60 * 60_000

export async function castOf(db: Db, now: Date): Promise<Cast> {
  const member = await personAt(db, BUSY_MEMBER)
  const broker = await personAt(db, BROKER)
  return {
    cookies: { visitor: '', member: await signIn(db, member, 'member', now), broker: await signIn(db, broker, 'broker', now) },
    popular: (await ids(db, sql`select project as id from pledges group by project order by count(*) desc limit 1`))[0] ?? '',
    pledges: await ids(db, sql`select id from pledges where person = ${member} order by id desc limit 20`),
    drafts: await ids(db, sql`select id from drafts where person = ${member} order by id`),
    projects: await ids(db, sql`select id from projects order by md5(id) limit ${SOME}`),
    ended: await ids(db, sql`select id from projects where state = 'ended' order by md5(id) limit ${SOME}`),
    roles: await ids(
      db,
      sql`select r.id from roles r join projects p on p.id = r.project where p.state = 'open' and p.owner <> ${member} order by md5(r.id) limit ${SOME}`,
    ),
    // The largest ones, which have most to show.
    organisations: await ids(
      db,
      sql`select organisation as id from projects group by organisation order by count(*) desc, organisation limit 50`,
    ),
    people: await ids(db, sql`select id from people where organisation is not null order by md5(id) limit ${SOME}`),
    tags: await ids(
      db,
      sql`select tag as id from project_tags where tag like 'service-%' group by tag order by count(*) desc, tag limit 30`,
    ),
    terms: await ids(db, sql`select term as id from role_terms group by term order by count(*) desc, term limit 30`),
    updated: await ids(db, sql`select project as id from updates group by project order by md5(project) limit ${SOME}`),
    claims: await ids(db, sql`select id from claims where state = 'open' order by id limit 50`),
    deep: { open: await tenthPage(db, 'open'), ended: await tenthPage(db, 'ended') },
  }
}

/** A session straight in its table; its token is the name of the browser, which only a bench may use. */
async function signIn(db: Db, person: string, token: string, now: Date): Promise<string> {
  const expires = new Date(now.getTime() + HOURS)
  await sql`insert into sessions (id, token_hash, person, browser, started_at, expires_at)
    values (${`bench-${token}`}, ${hashOf(token)}, ${person}, 'bench', ${now}, ${expires})
    on conflict (id) do update set expires_at = ${expires}`.execute(db)
  return `session=${token}`
}

async function personAt(db: Db, email: string): Promise<string> {
  const [person] = await ids(db, sql`select person as id from addresses where email = ${email}`)
  if (!person) throw new Error(`Nobody has the address ${email}: this is not a nation.`)
  return person
}

const tenthPage = async (db: Db, state: string): Promise<string> =>
  (await ids(db, sql`select id from projects where state = ${state} order by id desc offset 200 limit 1`))[0] ?? ''

async function ids(db: Db, query: ReturnType<typeof sql>): Promise<string[]> {
  return (await sql<{ id: string }>`${query}`.execute(db)).rows.map(({ id }) => id)
}
