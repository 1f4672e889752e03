/** Reads who may be found, with as much of them as every member may see. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql } from '../../storage/db.ts'
import { among, isPausedOn, mayFind, shownName } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import { boxAround, type Shown, type Sought } from './seek.ts'

/** Who is looked at: those that the memory proposes, or of all the next ones, the newest first. */
export type Chunk = { ids: readonly string[] } | { before: string | undefined; most: number; sought: Sought }
export type Looker = { person: string; organisation?: string }
/** `shown` is missing of whom this member may not find. */
export type Looked = { id: string; shown: Shown | undefined }

type Row = {
  looked: string
  id: string | null
  name: string | null
  job: string | null
  organisation_name: string | null
  sector: Sector | null
  haves: string[] | null
  areas: string[] | null
  lat: number | null
  lon: number | null
}

/** One query. Members who have said their name, no suppliers, nobody who is paused, hidden or blocked; of nobody what they do not show. */
export async function listLooked(db: Db, chunk: Chunk, by: Looker, today: Day): Promise<Looked[]> {
  const { rows } = await sql<Row>`
    with looked as materialized (${'ids' in chunk ? sql`select * from ${among(chunk.ids)} l (id)` : nextOnes(chunk)})
    select l.id as looked, f.* from looked l left join lateral (
      select a.id, ${shownName} as name, a.job, g.name as organisation_name, g.sector,
          case when 'areas' = any (a.members_see) then d.areas end as areas,
          case when 'place' = any (a.members_see) then a.lat end as lat, case when 'place' = any (a.members_see) then a.lon end as lon,
          case when 'haves' = any (a.members_see) then (
            select json_agg(o.what order by o.id) from listings o
              where o.person = a.id and o.kind = 'have' and o.closed_at is null and o.until_day >= ${today}) end as haves
        from people a join organisations g on g.id = a.organisation left join profiles d on d.person = a.id
        where a.id = l.id and a.id <> ${by.person} and a.name is not null and g.sector <> 'supplier'
          and not ${isPausedOn(today)} and ${mayFind(sql`${by.person}`, sql`${by.organisation ?? null}`)}
    ) f on true order by l.id desc`.execute(db)
  return rows.map((row) => ({
    id: row.looked,
    shown: row.id === null || row.sector === null ? undefined : toShown(row, row.id, row.sector),
  }))
}

function nextOnes({ before, most, sought }: Extract<Chunk, { most: number }>) {
  const box = sought.near && boxAround(sought.near.of, sought.near.within)
  return sql`select p.id from people p join organisations g on g.id = p.organisation
    where g.sector <> 'supplier' ${before === undefined ? sql`` : sql`and p.id < ${before}`}
      ${sought.sector ? sql`and g.sector = ${sought.sector}` : sql``}
      ${box ? sql`and 'place' = any (p.members_see) and p.lat between ${box.south} and ${box.north} and p.lon between ${box.west} and ${box.east}` : sql``}
    order by p.id desc limit ${most}`
}

const toShown = (row: Row, id: string, sector: Sector): Shown => ({
  person: somebodyOf({ ...row, id }),
  sector,
  haves: row.haves ?? [],
  areas: row.areas ?? [],
  ...(row.lat !== null && row.lon !== null ? { position: { lat: row.lat, lon: row.lon } } : {}),
})
