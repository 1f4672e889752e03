/** Reads what the memory remembers: everything once, then what the journal says has changed. Writes nothing. */
import { firstIdAt, timeOf } from '../../basics/id.ts'
import { type Db, listed, sql } from '../../storage/db.ts'
import type { RememberedPerson, RememberedProject } from './memory.ts'

/** Either those that some ids concern, or the next ones after an id. */
export type Some = { concerning: readonly string[] } | { after: string; most: number }

export async function listRememberedProjects(db: Db, some: Some): Promise<RememberedProject[]> {
  let query = db
    .selectFrom('projects as p')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .select(['p.id', 'p.title', 'p.problem', 'g.name as organisation'])
    .select((of) => [
      listed(of.selectFrom('project_tags as t').select('t.tag').whereRef('t.project', '=', 'p.id')).as('tags'),
      listed(of.selectFrom('roles as r').select(['r.id', 'r.skill']).whereRef('r.project', '=', 'p.id').where('p.state', '!=', 'ended')).as(
        'roles',
      ),
    ])
    .orderBy('p.id')
  query =
    'concerning' in some
      ? query.where((where) =>
          where.or([
            where('p.id', 'in', some.concerning),
            where('p.id', 'in', db.selectFrom('pledges').select('project').where('id', 'in', some.concerning)),
          ]),
        )
      : query.where('p.id', '>', some.after).limit(some.most)
  return (await query.execute()).map((row) => ({ ...row, tags: row.tags.map(({ tag }) => tag) }))
}

/** Members only: nothing of a held person counts. */
export async function listRememberedPeople(db: Db, some: Some): Promise<RememberedPerson[]> {
  const open = sql<boolean>`l.closed_at is null`
  let query = db
    .selectFrom('people as a')
    .select(['a.id', 'a.organisation'])
    .select((of) =>
      listed(of.selectFrom('listings as l').select(['l.kind', 'l.what']).whereRef('l.person', '=', 'a.id').where(open)).as('listings'),
    )
    .orderBy('a.id')
  query = 'concerning' in some ? query.where('a.id', 'in', some.concerning) : query.where('a.id', '>', some.after).limit(some.most)
  return (await query.execute()).map(({ id, organisation, listings }) => {
    const said = (is: 'have' | 'need') => (organisation === null ? [] : listings.filter(({ kind }) => kind === is).map(({ what }) => what))
    return { id, haves: said('have'), needs: said('need') }
  })
}

export type News = { id: string; about: string; who: string | null }

/** A transaction may write its entry and be kept only later: whoever reads news looks back this far each time. */
const LOOK_BACK = 60_000

/** What happened lately, from a little before the newest entry that was read. */
export async function listNews(db: Db, newest: string): Promise<News[]> {
  const from = newest === '' ? '' : firstIdAt(new Date(timeOf(newest).getTime() - LOOK_BACK))
  return db.selectFrom('journal').select(['id', 'about', 'who']).where('id', '>=', from).orderBy('id').execute()
}

/** Where the journal stands. */
export async function findNewestEntry(db: Db): Promise<string> {
  const row = await db.selectFrom('journal').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? ''
}
