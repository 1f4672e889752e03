/** Reads what the projects of many people did since a moment. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql } from '../../storage/db.ts'
import { IS_IN_PROJECT } from '../../storage/pieces.ts'
import type { How, Phase } from '../projects/project.ts'
import type { ProjectNews } from './digest.ts'

type Row = {
  person: string
  id: string
  title: string
  is_mine: boolean
  is_ready: boolean
  starts_on: Day | null
  phase: Phase | null
  ended: How | null
  updates: number
  posts: number
  joined: number
  watchers: number
}

/** All that is told of a project itself, so that it is looked up once. */
const OF_PROJECT = sql`p.id, p.title, p.state, p.ready_at, p.started_at, p.first_date`

/** `from` is the moment since which each has not been told; what they did themselves is no news to them. */
export async function listProjectNews(
  db: Db,
  readers: readonly { person: string; from: Date }[],
): Promise<ReadonlyMap<string, ProjectNews[]>> {
  const { rows } = await sql<Row>`
    with reader as materialized (select * from json_to_recordset(${JSON.stringify(readers)}::json) as r (person text, "from" timestamptz)),
    mine as materialized (
      select r.person, r."from", true as is_mine, ${OF_PROJECT} from reader r join projects p on p.owner = r.person
        where p.state <> 'ended' or p.ended_at >= r."from"
      union
      select r.person, r."from", false, ${OF_PROJECT} from reader r join pledges pl on pl.person = r.person join projects p on p.id = pl.project
        where p.owner <> r.person and (p.state <> 'ended' or p.ended_at >= r."from") and ${IS_IN_PROJECT})
    select * from (
      select p.person, p.id, p.title, p.is_mine, coalesce(p.state = 'ready' and p.ready_at >= p."from", false) as is_ready,
        case when not p.is_mine and p.state = 'running' and p.started_at >= p."from" then p.first_date end as starts_on,
        (select h.leads_to from phase_ends h where h.project = p.id and h.ended_at >= p."from" and h.person is distinct from p.person
          order by h.id desc limit 1) as phase,
        (select e.how from endings e where e.project = p.id and e.ended_at >= p."from" and e.person is distinct from p.person) as ended,
        (select count(*) from updates u where u.project = p.id and u.said_at >= p."from" and u.person <> p.person) as updates,
        (select count(*) from posts o where o.about = p.id and o.said_at >= p."from" and o.person <> p.person and o.removed_at is null) as posts,
        case when p.is_mine then 0 else (select count(*) from pledges j where j.project = p.id and j.answered_at >= p."from"
          and j.state in ('accepted', 'active', 'done') and j.person <> p.person) end as joined,
        case when p.is_mine then (select count(*) from watchers w where w.project = p.id and w.since >= p."from" and w.person <> p.person)
          else 0 end as watchers
        from mine p) n
      where is_ready or starts_on is not null or phase is not null or ended is not null or updates + posts + joined + watchers > 0
      order by is_mine desc, id desc`.execute(db)
  const found = new Map<string, ProjectNews[]>()
  for (const { person, ...row } of rows) found.set(person, [...(found.get(person) ?? []), toNews(row)])
  return found
}

const toNews = ({ id, is_mine, is_ready, starts_on, phase, ended, ...rest }: Omit<Row, 'person'>): ProjectNews => ({
  project: id,
  isMine: is_mine,
  isReady: is_ready,
  ...rest,
  ...(starts_on === null ? {} : { startsOn: starts_on }),
  ...(phase === null ? {} : { phase }),
  ...(ended === null ? {} : { ended }),
})
