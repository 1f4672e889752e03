/** Reads organisations with what they do. Writes nothing. */
import { type Day, dayIn } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql } from '../../storage/db.ts'
import { FILLS_A_PLACE, LAST_DAY } from '../../storage/pieces.ts'
import type { How, Phase, State } from '../projects/project.ts'
import type { OrganisationAbout, OrganisationLine, Undertaking } from './portfolio.ts'

const ABOUT = ['g.id', 'g.name', 'g.sector', 'g.kind', 'g.region', 'g.nation'] as const

export const findOrganisation = (db: Db, id: string): Promise<OrganisationAbout | undefined> =>
  db.selectFrom('organisations as g').select(ABOUT).where('g.id', '=', id).executeTakeFirst()

/** By name; those after an organisation; all, or those whose name says something, or of one sector. */
export async function listOrganisations(
  db: Db,
  page: { q: string; sector: Sector | undefined; after: string | undefined; most: number },
): Promise<OrganisationLine[]> {
  const { q, sector, after } = page
  return db
    .selectFrom('organisations as g')
    .select(ABOUT)
    .select([
      sql<number>`(select count(*) from projects p where p.organisation = g.id and p.state <> 'ended')`.as('living'),
      sql<number>`(select count(*) from projects p where p.organisation = g.id and p.state = 'ended')`.as('ended'),
    ])
    .where(named(q))
    .$if(sector !== undefined, (query) => query.where('g.sector', '=', sector ?? 'local'))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(lower(g.name), g.id) > (select lower(o.name), o.id from organisations o where o.id = ${after})`),
    )
    .orderBy(sql`lower(g.name)`)
    .orderBy('g.id')
    .limit(page.most)
    .execute()
}

/** How many of each sector have something in their name. */
export const countSectors = (db: Db, q: string): Promise<{ sector: Sector; count: number }[]> =>
  db
    .selectFrom('organisations as g')
    .select(['g.sector', sql<number>`count(*)`.as('count')])
    .where(named(q))
    .groupBy('g.sector')
    .orderBy('g.sector')
    .execute()

const named = (q: string) => (q === '' ? sql<boolean>`true` : sql<boolean>`strpos(lower(g.name), lower(${q})) > 0`)

/** What it has put into projects that live, the newest first. */
export const listHavesOfOrganisation = (
  db: Db,
  organisation: string,
  most: number,
): Promise<{ project: string; title: string; what: string }[]> =>
  db
    .selectFrom('project_haves as h')
    .innerJoin('projects as p', 'p.id', 'h.project')
    .select(['h.project', 'p.title', 'h.what'])
    .where('p.organisation', '=', organisation)
    .where('p.state', '!=', 'ended')
    .orderBy('h.project', 'desc')
    .orderBy('h.id')
    .limit(most)
    .execute()

/** What its people have and show, for counting only. */
export const listHavesOfMembers = (db: Db, organisation: string, today: Day, most: number): Promise<{ person: string; what: string }[]> =>
  db
    .selectFrom('listings as l')
    .innerJoin('people as w', 'w.id', 'l.person')
    .select(['l.person', 'l.what'])
    .where('w.organisation', '=', organisation)
    .where(sql<boolean>`w.shows_haves`)
    .where('l.kind', '=', 'have')
    .where('l.closed_at', 'is', null)
    .where('l.until_day', '>=', today)
    .orderBy('l.id')
    .limit(most)
    .execute()

type Row = {
  id: string
  title: string
  started_by: string | null
  state: State
  how: How | null
  phase: Phase | null
  published_at: Date
  first_date: Day | null
  last_day: Day | null
  ended_at: Date | null
  go_live: Day | null
  pledged: number
  given: number
  partners: string[]
  reason: string | null
  learnt: string | null
}

/** Hours of a pledge (pl) from one day to another, both whole. */
const hours = (from: ReturnType<typeof sql>, until: ReturnType<typeof sql>) =>
  sql`pl.hours_a_week * greatest(0, (${until}) - (${from}) + 1) / 7`

/** Newest first: what it started, and what its people joined. */
export async function listUndertakings(
  db: Db,
  organisation: string,
  { today, zone, most }: { today: Day; zone: string; most: number },
): Promise<Undertaking[]> {
  const dayOf = (at: ReturnType<typeof sql>) => sql`(${at} at time zone ${zone})::date`
  const { rows } = await sql<Row>`
    select p.id, p.title, case when p.organisation <> ${organisation} then g.name end as started_by, p.state, e.how, p.phase, p.published_at,
        p.first_date, ${LAST_DAY} as last_day, p.ended_at, p.go_live, e.reason, e.learnt,
        coalesce(h.pledged, 0) as pledged, coalesce(h.given, 0) as given,
        array(select distinct o.name from pledges pl join organisations o on o.id = pl.organisation
          where pl.project = p.id and pl.organisation <> p.organisation and pl.organisation <> ${organisation} and ${FILLS_A_PLACE} order by o.name) as partners
      from projects p join organisations g on g.id = p.organisation left join endings e on e.project = p.id
      left join lateral (
        select round(sum(${hours(sql`pl.from_day`, sql`pl.until_day`)})) as pledged,
            round(sum(${hours(
              sql`greatest(pl.from_day, p.first_date)`,
              sql`least(pl.until_day, ${today}::date, ${dayOf(sql`pl.ended_at`)}, ${dayOf(sql`p.ended_at`)})`,
            )}) filter (where p.first_date is not null)) as given
          from pledges pl where pl.project = p.id and pl.answered_at is not null and pl.state in ('accepted', 'active', 'done', 'released', 'withdrawn')
            and (p.organisation = ${organisation} or pl.organisation = ${organisation})
      ) h on true
      where p.id in (
        select p.id from projects p where p.organisation = ${organisation}
        union select p.id from pledges pl join projects p on p.id = pl.project where pl.organisation = ${organisation} and ${FILLS_A_PLACE})
      order by p.id desc limit ${most}`.execute(db)
  return rows.map((row) => {
    const ended = row.ended_at ? dayIn(zone, row.ended_at) : undefined
    return {
      id: row.id,
      title: row.title,
      ...(row.started_by ? { startedBy: row.started_by } : {}),
      state: row.state,
      ...(row.how ? { how: row.how } : {}),
      ...(row.phase ? { phase: row.phase } : {}),
      publishedOn: dayIn(zone, row.published_at),
      ...(row.first_date ? { firstDate: row.first_date } : {}),
      until: ended ?? row.last_day ?? dayIn(zone, row.published_at),
      ...(row.go_live ? { goLive: row.go_live } : {}),
      hoursPledged: row.pledged,
      hoursGiven: row.given,
      partners: row.started_by ? [row.started_by, ...row.partners] : row.partners,
      reason: row.reason ?? '',
      learnt: row.learnt ?? '',
    }
  })
}
