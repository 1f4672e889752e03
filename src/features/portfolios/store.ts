/** Reads organisations with what they do. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, sql } from '../../storage/db.ts'
import { FILLS_A_PLACE, LAST_DAY, mayFind } from '../../storage/pieces.ts'
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

/** Those of its people who show what they have, for counting only. A number is nobody's name; still, whoever hides is not in it. */
export async function listPeopleWhoShowHaves(
  db: Db,
  organisation: string,
  viewer: Pick<Viewer, 'person' | 'organisation'>,
): Promise<string[]> {
  // Of thousands of people one long text is read sooner than as many rows.
  const { rows } = await sql<{ people: string | null }>`select string_agg(a.id, ' ') as people from people a
    where a.organisation = ${organisation} and 'haves' = any (a.members_see)
      and ${mayFind(sql`${viewer.person}`, sql`${viewer.organisation ?? null}`)}`.execute(db)
  return rows[0]?.people?.split(' ') ?? []
}

type Row = {
  id: string
  title: string
  started_by: string | null
  state: State
  how: How | null
  phase: Phase | null
  published: Day
  first_date: Day | null
  /** Of what has not ended. */
  last_day: Day | null
  ended: Day | null
  go_live: Day | null
  pledged: number | null
  given: number | null
  partners: string[] | null
  reason: string | null
  learnt: string | null
}

/** Hours of a pledge (pl) from one day to another, both whole. */
const hours = (from: ReturnType<typeof sql>, until: ReturnType<typeof sql>) =>
  sql`pl.hours_a_week * greatest(0, (${until}) - (${from}) + 1) / 7`

/** A pledge (pl) whose hours are counted. */
const IS_COUNTED = sql`pl.answered_at is not null and pl.state in ('accepted', 'active', 'done', 'released', 'withdrawn')`

/** Newest first: what it started, and what its people joined. */
export async function listUndertakings(
  db: Db,
  organisation: string,
  { today, zone, most }: { today: Day; zone: string; most: number },
): Promise<Undertaking[]> {
  const isOurs = sql`(p.organisation = ${organisation} or pl.organisation = ${organisation})`
  const dayOf = (at: ReturnType<typeof sql>) => sql`(${at} at time zone ${zone})::date`
  const started = sql`select p.id from projects p where p.organisation = ${organisation}`
  const joined = sql`select pl.project as id from pledges pl where pl.organisation = ${organisation} and (pl.state in ('accepted', 'active', 'done')
    or (pl.state = 'released' and pl.answered_at is not null and pl.ended_at >= (select p.ended_at from projects p where p.id = pl.project)))`
  // The newest few are chosen by their ids. What belongs to each is then read by its key: left to itself, the database reads whole tables.
  const { rows } = await sql<Row>`
    with mine as materialized (
      (${started} order by p.id desc limit ${most}) union (select distinct id from (${joined}) j order by id desc limit ${most}) order by 1 desc limit ${most}
    )
    select p.id, p.title, case when p.organisation <> ${organisation} then g.name end as started_by, p.state, e.how, p.phase,
        ${dayOf(sql`p.published_at`)} as published, p.first_date, case when p.ended_at is null then ${LAST_DAY} end as last_day,
        ${dayOf(sql`p.ended_at`)} as ended, p.go_live, h.pledged, h.given, h.partners, e.reason, e.learnt
      from mine m cross join lateral (select * from projects where id = m.id limit 1) p join organisations g on g.id = p.organisation
        left join lateral (select how, reason, learnt from endings where project = p.id limit 1) e on true
        cross join lateral (
          select round(sum(${hours(sql`pl.from_day`, sql`pl.until_day`)}) filter (where ${IS_COUNTED} and ${isOurs})) as pledged,
              round(sum(${hours(
                sql`greatest(pl.from_day, p.first_date)`,
                sql`least(pl.until_day, ${today}::date, ${dayOf(sql`pl.ended_at`)}, ${dayOf(sql`p.ended_at`)})`,
              )}) filter (where p.first_date is not null and ${IS_COUNTED} and ${isOurs})) as given,
              json_agg(distinct o.name order by o.name) filter (where pl.organisation not in (p.organisation, ${organisation}) and ${FILLS_A_PLACE}) as partners
            from (select * from pledges where project = p.id offset 0) pl
              cross join lateral (select name from organisations where id = pl.organisation limit 1) o) h
      order by p.id desc`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    ...(row.started_by ? { startedBy: row.started_by } : {}),
    state: row.state,
    ...(row.how ? { how: row.how } : {}),
    ...(row.phase ? { phase: row.phase } : {}),
    publishedOn: row.published,
    ...(row.first_date ? { firstDate: row.first_date } : {}),
    until: row.ended ?? row.last_day ?? row.published,
    ...(row.go_live ? { goLive: row.go_live } : {}),
    hoursPledged: row.pledged ?? 0,
    hoursGiven: row.given ?? 0,
    partners: [...(row.started_by ? [row.started_by] : []), ...(row.partners ?? [])],
    reason: row.reason ?? '',
    learnt: row.learnt ?? '',
  }))
}
