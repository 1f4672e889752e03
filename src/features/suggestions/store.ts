/** Reads what may be suggested, as it is now. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, listed, sql } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import { LIVING } from '../pledges/pledge.ts'
import type { Member, OpenRole } from './suggestion.ts'

/** Those of these roles to which this viewer may pledge. */
export async function listOpenRoles(db: Db, ids: readonly string[], viewer: Viewer, today: Day): Promise<OpenRole[]> {
  if (ids.length === 0) return []
  const filled = sql<number>`(select count(*) from pledges pl where pl.role = r.id and pl.state in ('accepted', 'active', 'done'))`
  const pledged = sql<number>`(select count(*) from pledges pl where pl.role = r.id and pl.person = ${viewer.person} and pl.state in (${sql.join(LIVING)}))`
  // What is live is looked after for as long as it lives, whatever its first last day.
  const looksAfter = sql<boolean>`(r.purpose = 'looking after' and p.phase = 'live')`
  let query = db
    .selectFrom('roles as r')
    .innerJoin('projects as p', 'p.id', 'r.project')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .select(['r.id', 'r.skill', 'r.hours_a_week', 'r.until_day', 'r.project', 'p.title', 'p.open_until', 'p.state', 'p.organisation'])
    .select(['g.name as organisation_name', 'g.sector', looksAfter.as('looks_after')])
    .where('r.id', 'in', ids)
    .where('p.owner', '!=', viewer.person)
    .where('p.state', '!=', 'ended')
    .where((where) => where.or([where('p.state', '!=', 'open'), where('p.open_until', '>=', today)]))
    .where((where) => where.or([where('r.until_day', '>=', today), looksAfter]))
    .where(filled, '<', sql<number>`r.places`)
    .where(pledged, '=', 0)
  if (viewer.sector === 'supplier') query = query.where('p.suppliers_welcome', '=', true)
  return (await query.execute()).map((row) => ({
    role: row.id,
    skill: row.skill,
    hoursAWeek: row.hours_a_week,
    ...(row.looks_after ? {} : { until: row.until_day }),
    project: row.project,
    title: row.title,
    openUntil: row.open_until,
    isOpen: row.state === 'open',
    organisation: row.organisation,
    organisationName: row.organisation_name,
    sector: row.sector,
  }))
}

/** Those of these people who are members of another organisation, no supplier, with what they let members see. */
export async function listMembers(db: Db, ids: readonly string[], viewer: Viewer, today: Day): Promise<Member[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('people as a')
    .innerJoin('organisations as g', 'g.id', 'a.organisation')
    .select(['a.id', 'a.name', 'a.job', 'g.id as organisation', 'g.name as organisation_name', 'g.sector'])
    .select((of) => [
      listed(
        of
          .selectFrom('listings as l')
          .select(['l.kind', 'l.what'])
          .whereRef('l.person', '=', 'a.id')
          .where('l.closed_at', 'is', null)
          .where('l.until_day', '>=', today)
          .where(sql<boolean>`case l.kind when 'have' then a.shows_haves else a.shows_needs end`)
          .orderBy('l.id'),
      ).as('listings'),
    ])
    .where('a.id', 'in', ids)
    .where('a.id', '!=', viewer.person)
    .where('g.id', '!=', viewer.organisation ?? '')
    // Suppliers answer where they are welcome; they are not listed for people to find.
    .where('g.sector', '!=', 'supplier')
    .execute()
  return rows.map(({ listings, organisation, ...row }) => {
    const said = (is: 'have' | 'need') => listings.filter(({ kind }) => kind === is).map(({ what }) => what)
    return { person: somebodyOf(row), organisation, sector: row.sector, said: { haves: said('have'), needs: said('need') } }
  })
}
