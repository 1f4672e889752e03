/** Reads what the memory remembers: everything once, then what the journal says has changed. Writes nothing. */
import { type Db, listed, sql } from '../../storage/db.ts'
import { among } from '../../storage/pieces.ts'
import { topicsOf } from '../profiles/details.ts'
import type { About, RememberedPerson, RememberedProject } from './memory.ts'

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
  query = 'concerning' in some ? query.where('p.id', 'in', among(some.concerning)) : query.where('p.id', '>', some.after).limit(some.most)
  return (await query.execute()).map((row) => ({ ...row, tags: row.tags.map(({ tag }) => tag) }))
}

/** Members only: nothing of a held person counts. */
export async function listRememberedPeople(db: Db, some: Some): Promise<RememberedPerson[]> {
  const open = sql<boolean>`l.closed_at is null`
  let query = db
    .selectFrom('people as a')
    .leftJoin('profiles as d', 'd.person', 'a.id')
    .leftJoin('organisations as g', 'g.id', 'a.organisation')
    .select(['a.id', 'a.organisation', 'a.members_see', 'a.lat', 'a.lon', 'g.sector', 'd.areas', 'd.interests', 'd.learning'])
    .select((of) => [
      listed(of.selectFrom('listings as l').select(['l.kind', 'l.what']).whereRef('l.person', '=', 'a.id').where(open)).as('listings'),
      listed(of.selectFrom('suggestion_likes as s').select('s.met').whereRef('s.person', '=', 'a.id')).as('likes'),
    ])
    .orderBy('a.id')
  query = 'concerning' in some ? query.where('a.id', 'in', among(some.concerning)) : query.where('a.id', '>', some.after).limit(some.most)
  return (await query.execute()).map(({ id, organisation, areas, interests, learning, listings, likes, ...row }) => {
    if (organisation === null) return { id, haves: [], needs: [], topics: [], likes: [], about: NOBODY }
    const said = (is: 'have' | 'need') => listings.filter(({ kind }) => kind === is).map(({ what }) => what)
    return {
      ...{ id, haves: said('have'), needs: [...said('need'), ...(learning ?? [])], topics: topicsOf(areas ?? [], interests ?? []) },
      ...{ likes: likes.map(({ met }) => met), about: aboutOf(organisation, row) },
    }
  })
}

const NOBODY: About = { organisation: '', sector: '', showsHaves: false, showsAreas: false }

type AboutRow = { members_see: string[]; lat: number | null; lon: number | null; sector: string | null }

function aboutOf(organisation: string, { members_see, lat, lon, sector }: AboutRow): About {
  const isShown = members_see.includes('place') && lat !== null && lon !== null
  return {
    ...{ organisation, sector: sector ?? '', showsHaves: members_see.includes('haves'), showsAreas: members_see.includes('areas') },
    ...(isShown ? { position: { lat, lon } } : {}),
  }
}

export type News = { id: string; about: string; who: string | null }
/** `upTo` is the oldest transaction that had not ended: what it writes is kept only later, so the next reading begins there. */
export type Reading = { news: readonly News[]; upTo: string }

/**
 * What happened since a reading: nothing is missed, the newest may come twice. The clock writes thousands of entries about asks, letters
 * and pledges, of which the memory knows nothing. Entries of a restored database may bear numbers of transactions that are still to come.
 */
export async function readNews(db: Db, since: string): Promise<Reading> {
  const { rows } = await sql<{ news: News[] | null; upTo: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as "upTo",
        (select json_agg(json_build_object('id', j.id, 'about', j.about, 'who', j.who)) from journal j
          where j.written_by >= ${since}::xid8 and j.written_by < pg_snapshot_xmax(pg_current_snapshot())
            and j.did not like all ('{ask %,letter %,pledge %}')) as news`.execute(db)
  const [row] = rows
  return { news: row?.news ?? [], upTo: row?.upTo ?? since }
}

/** Where the journal stands. */
export async function findJournalEnd(db: Db): Promise<string> {
  const { rows } = await sql<{ upTo: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as "upTo"`.execute(db)
  return rows[0]?.upTo ?? '0'
}
