/** Remembers which chapter this is, its days off, and what its pack knows. The only file that writes the tables chapter, holidays and pack_parts. */
import type { Day } from '../../basics/day.ts'
import { type Holiday, WEEKEND } from '../../basics/working-day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { AS_IT_COMES, type Asking, type Chapter, type NewChapter, type Sharing } from './chapter.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    chapter: {
      name: string
      kind: 'demo' | 'real'
      zone: string
      have_colour: string | null
      need_colour: string | null
      opened_at: Date
      /** Days with commas between. */
      ask_remind_days: string
      ask_days: number
      week_hours: number
      warn_share: number
      manager_share: number
    }
    holidays: { day: Day; name: string }
    pack_parts: { part: string; content: string }
  }
}

/** Read anew whenever its numbers and days off count: they may change while the product runs. */
export async function findChapter(db: Db): Promise<Chapter | undefined> {
  const row = await db
    .selectFrom('chapter')
    .select([
      'name',
      'kind',
      'zone',
      'have_colour',
      'need_colour',
      'ask_remind_days',
      'ask_days',
      'week_hours',
      'warn_share',
      'manager_share',
    ])
    .select(sql<string>`coalesce((select string_agg(day::text, ',') from holidays), '')`.as('free'))
    .executeTakeFirst()
  if (!row) return undefined
  const { name, kind, zone, have_colour, need_colour, ask_remind_days, ask_days, week_hours, warn_share, manager_share, free } = row
  return {
    name,
    kind,
    zone,
    ...(have_colour ? { haveColour: have_colour } : {}),
    ...(need_colour ? { needColour: need_colour } : {}),
    asks: { remindAfter: listed(ask_remind_days).map(Number), days: ask_days },
    share: { week: week_hours, warn: warn_share, yes: manager_share },
    calendar: { weekend: WEEKEND, holidays: new Set(listed(free)) },
  }
}

const listed = (text: string): string[] => text.split(',').filter(Boolean)

export async function saveAsking(tx: Tx, { remindAfter, days }: Asking): Promise<void> {
  await tx
    .updateTable('chapter')
    .set({ ask_remind_days: remindAfter.join(','), ask_days: days })
    .execute()
}

export async function saveSharing(tx: Tx, { week, warn, yes }: Sharing): Promise<void> {
  await tx.updateTable('chapter').set({ week_hours: week, warn_share: warn, manager_share: yes }).execute()
}

export async function listHolidays(db: Db, from: Day): Promise<Holiday[]> {
  return db.selectFrom('holidays').select(['day', 'name']).where('day', '>=', from).orderBy('day').execute()
}

/** One that is there already gets the new name. */
export async function putHolidays(tx: Tx, holidays: readonly Holiday[]): Promise<void> {
  if (holidays.length === 0) return
  await tx
    .insertInto('holidays')
    .values([...holidays])
    .onConflict((conflict) => conflict.column('day').doUpdateSet((row) => ({ name: row.ref('excluded.name') })))
    .execute()
}

export async function dropHoliday(tx: Tx, day: Day): Promise<void> {
  await tx.deleteFrom('holidays').where('day', '=', day).execute()
}

/** A second chapter in one database is refused by the table itself. */
export async function addChapter(tx: Tx, chapter: NewChapter, now: Date): Promise<void> {
  const { name, kind, zone, haveColour, needColour } = chapter
  const { asks, share } = AS_IT_COMES
  await tx
    .insertInto('chapter')
    .values({
      name,
      kind,
      zone,
      have_colour: haveColour ?? null,
      need_colour: needColour ?? null,
      opened_at: now,
      ask_remind_days: asks.remindAfter.join(','),
      ask_days: asks.days,
      week_hours: share.week,
      warn_share: share.warn,
      manager_share: share.yes,
    })
    .execute()
}

export async function listPackParts(db: Db): Promise<{ part: string; content: string }[]> {
  return db.selectFrom('pack_parts').select(['part', 'content']).execute()
}

export async function putPackPart(tx: Tx, part: string, content: string): Promise<void> {
  await tx
    .insertInto('pack_parts')
    .values({ part, content })
    .onConflict((conflict) => conflict.column('part').doUpdateSet({ content }))
    .execute()
}
