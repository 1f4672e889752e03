/** Reads the demo's cast, with what is going on in everybody's life here. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql } from '../../storage/db.ts'
import type { CastMember } from './cast.ts'

type Row = Omit<CastMember, 'organisation'> & { organisation: string | null; organisation_name: string | null; sector: Sector | null }

/** In the order in which they joined. */
export async function listCast(db: Db, most: number, today: Day): Promise<CastMember[]> {
  const { rows } = await sql<Row>`
    select p.id, coalesce(p.name, '') as name, coalesce(p.job, '') as job, p.broker, p.moderator,
      o.id as organisation, o.name as organisation_name, o.sector,
      exists (select from speakers s where s.person = p.id) as speaker,
      exists (select from claims c where c.person = p.id and c.state = 'open') as held,
      (select count(*) from drafts d where d.person = p.id) as drafts,
      own.*, mine.*
    from people p
    left join organisations o on o.id = p.organisation
    cross join lateral (
      select count(*) filter (where j.state = 'open' and j.open_until < ${today}) as choosing,
        count(*) filter (where j.state = 'ready') as ready,
        count(*) filter (where j.state = 'running') as running,
        count(*) filter (where j.state = 'open' and j.open_until >= ${today}) as open,
        count(*) filter (where j.state = 'ended') as ended,
        coalesce(sum((select count(*) from pledges f where f.project = j.id and f.state = 'offered' and f.manager_by is null)) filter (where j.state <> 'ended'), 0)::int as offers
      from projects j where j.owner = p.id) own
    cross join lateral (
      select count(*) filter (where l.state in ('accepted', 'active')) as promised,
        count(*) filter (where l.state in ('offered', 'waiting')) as waiting
      from pledges l where l.person = p.id) mine
    order by p.id limit ${most}`.execute(db)
  return rows.map(({ organisation, organisation_name, sector, ...row }) => ({
    ...row,
    ...(organisation && organisation_name && sector ? { organisation: { id: organisation, name: organisation_name, sector } } : {}),
  }))
}
