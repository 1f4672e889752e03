/** Reads whose digest is due, and remembers what each has told. The only file that writes the table digests. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { EVERYTHING } from '../letters/choice.ts'
import type { Said } from '../suggestions/suggestion.ts'
import type { Reader } from './digest.ts'
import type { Remembered } from './remembered.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    digests: { person: string; told_at: Date; suggested: string }
  }
}

export const WEEKLY = 'weekly digest'

const among = (ids: readonly string[]) => sql`in (select json_array_elements_text(${JSON.stringify(ids)}::json))`

type Row = {
  id: string
  name: string | null
  organisation: string | null
  sector: Sector | null
  broker: boolean
  moderator: boolean
  digest: boolean | null
  news: boolean | null
  paused_until: Day | null
  stopped_at: Date | null
  zone: string | null
  bounced_at: Date | null
  told_at: Date | null
  suggested: string | null
}

/** Those of the people who have an address, in the order of their ids. */
export async function listReaders(db: Db, people: readonly string[]): Promise<Reader[]> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.organisation, g.sector, p.broker, p.moderator, c.digest, c.news, c.paused_until, c.stopped_at, c.zone,
        a.bounced_at, d.told_at, d.suggested
      from people p cross join lateral (
          select bounced_at from addresses where person = p.id order by takes_letters desc, confirmed_at, id limit 1) a
        left join organisations g on g.id = p.organisation
        left join letter_choices c on c.person = p.id
        left join digests d on d.person = p.id
      where p.id ${among(people)} order by p.id`.execute(db)
  return rows.map(toReader)
}

const toReader = (row: Row): Reader => ({
  viewer: {
    ...{ person: row.id, name: row.name ?? '', broker: row.broker, moderator: row.moderator },
    ...(row.organisation && row.sector ? { organisation: row.organisation, sector: row.sector } : {}),
  },
  choices: {
    digest: row.digest ?? EVERYTHING.digest,
    news: row.news ?? EVERYTHING.news,
    ...(row.paused_until ? { pausedUntil: row.paused_until } : {}),
    ...(row.stopped_at ? { stoppedAt: row.stopped_at } : {}),
    ...(row.zone ? { zone: row.zone } : {}),
  },
  bounces: row.bounced_at !== null,
  ...(row.told_at ? { toldAt: row.told_at } : {}),
  remembered: row.suggested === null ? {} : (JSON.parse(row.suggested) as Remembered),
})

/** What each of them has and needs, in their own words. */
export async function listSaidBy(db: Db, people: readonly string[], today: Day): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await sql<{ person: string; haves: string[] | null; needs: string[] | null }>`
    select person, json_agg(what order by id) filter (where kind = 'have') as haves, json_agg(what order by id) filter (where kind = 'need') as needs
      from listings where closed_at is null and until_day >= ${today} and person ${among(people)} group by person`.execute(db)
  return new Map(rows.map(({ person, haves, needs }) => [person, { haves: haves ?? [], needs: needs ?? [] }]))
}

/** The zone of each, where they have chosen one. */
export async function listZones(db: Db, people: readonly string[]): Promise<{ person: string; zone: string | null }[]> {
  const { rows } = await sql<{ person: string; zone: string | null }>`
    select p.id as person, c.zone from people p left join letter_choices c on c.person = p.id
      where p.id ${among(people)} and exists (select from addresses a where a.person = p.id)`.execute(db)
  return rows
}

/** People with an address for whom no digest is planned, the next ones after an id. */
export async function listUnplanned(db: Db, { after, most }: { after: string; most: number }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from people p where p.id > ${after} and exists (select from addresses a where a.person = p.id)
      and not exists (select from due_work d where d.kind = ${WEEKLY} and d.about = p.id) order by p.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** When the next one is due. */
export async function findNextDigest(db: Db, person: string): Promise<Date | undefined> {
  const row = await db.selectFrom('due_work').select('due_at').where('kind', '=', WEEKLY).where('about', '=', person).executeTakeFirst()
  return row?.due_at
}

export type Told = { person: string; remembered: Remembered }

export async function saveTold(tx: Tx, told: readonly Told[], now: Date): Promise<void> {
  if (told.length === 0) return
  const rows = told.map(({ person, remembered }) => ({ person, suggested: JSON.stringify(remembered) }))
  await sql`insert into digests (person, told_at, suggested)
    select person, ${now}::timestamptz, suggested from json_to_recordset(${JSON.stringify(rows)}::json) as r (person text, suggested text)
    on conflict (person) do update set told_at = excluded.told_at, suggested = excluded.suggested`.execute(tx)
}
