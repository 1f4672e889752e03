/** Reads what the score wants to know of many people at once. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql } from '../../storage/db.ts'
import { among, introducedSince, missedOutSince } from '../../storage/pieces.ts'
import type { ProfileField } from '../people/profile.ts'
import type { Details, HalfDay, Profession } from './details.ts'

export type CandidateRow = {
  id: string
  organisation: string
  sector: Sector
  region: string
  lat: number | null
  lon: number | null
  hours_a_week: number | null
  zone: string | null
  is_paused: boolean
  profession: Profession | '' | null
  areas: string[] | null
  interests: string[] | null
  learning: string[] | null
  ways: Details['ways'][number][] | null
  radius: number | null
  half_days: HalfDay[] | null
  languages: string[] | null
  introductions: number | null
  wishes: Details['wishes'][number][] | null
  haves: string[] | null
  needs: string[] | null
  members_see: ProfileField[]
  /** How many introductions they have had since the month began, and how often they missed out lately. */
  introduced: number
  missed_out: number
}

/** From when on things are counted. */
export type Since = { month: Date; lately: Date }

/** Members only, whatever they let others see: it is used to find who fits, not shown. One query. */
export async function listCandidateRows(db: Db, ids: readonly string[], today: Day, since: Since): Promise<CandidateRow[]> {
  const { rows } = await sql<CandidateRow>`
    select p.id, p.organisation, g.sector, g.region, p.lat, p.lon, p.hours_a_week, c.zone, b.paused_until is not null as is_paused, d.profession, d.areas, d.interests, d.learning,
        d.ways, d.radius, d.half_days, d.languages, d.introductions, d.wishes, l.haves, l.needs, p.members_see,
        ${introducedSince(since.month)} as introduced, ${missedOutSince(since.lately)} as missed_out
      from people p join organisations g on g.id = p.organisation left join profiles d on d.person = p.id
        left join letter_choices c on c.person = p.id left join boundaries b on b.person = p.id and b.paused_until >= ${today}
        left join lateral (
          select json_agg(o.what) filter (where o.kind = 'have') as haves, json_agg(o.what) filter (where o.kind = 'need') as needs
            from (select kind, what from listings where person = p.id and closed_at is null and until_day >= ${today} order by id) o
        ) l on true
      where p.id in ${among(ids)} order by p.id`.execute(db)
  return rows
}
