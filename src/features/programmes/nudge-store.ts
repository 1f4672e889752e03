/** Remembers how often pairs were asked and what they said, and the answers of the closing survey. The only file that writes the tables programme_nudges and programme_answers. */
import type { Day } from '../../basics/day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Figures } from './figures.ts'
import type { Said } from './pair.ts'
import type { SideKey } from './programme.ts'
import type { Survey, Worth, YesOrNo } from './survey.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    programme_nudges: { pair: string; turn: number; asked_on: Day; left_said: Said | null; right_said: Said | null }
    programme_answers: {
      programme: string
      person: string
      worth: Worth
      again: YesOrNo | null
      in_touch: YesOrNo | null
      line: string
      said_at: Date
    }
  }
}

export async function addNudges(tx: Tx, nudges: readonly { pair: string; turn: number }[], today: Day): Promise<void> {
  await sql`insert into programme_nudges (pair, turn, asked_on) select pair, turn, ${today}::date
    from json_to_recordset(${JSON.stringify(nudges)}::json) as r (pair text, turn integer) on conflict do nothing`.execute(tx)
}

export async function saveSaid(tx: Tx, pair: string, turn: number, side: SideKey, said: Said | undefined): Promise<void> {
  await tx
    .updateTable('programme_nudges')
    .set(side === 'left' ? { left_said: said ?? null } : { right_said: said ?? null })
    .where('pair', '=', pair)
    .where('turn', '=', turn)
    .execute()
}

/** The last word of each counts. */
export async function putSurvey(
  tx: Tx,
  programme: string,
  person: string,
  { worth, again, inTouch, line }: Survey,
  now: Date,
): Promise<void> {
  const row = { worth, again: again ?? null, in_touch: inTouch ?? null, line, said_at: now }
  await tx
    .insertInto('programme_answers')
    .values({ programme, person, ...row })
    .onConflict((conflict) => conflict.columns(['programme', 'person']).doUpdateSet(row))
    .execute()
}

export async function dropSurvey(tx: Tx, programme: string, person: string): Promise<void> {
  await tx.deleteFrom('programme_answers').where('programme', '=', programme).where('person', '=', person).execute()
}

export async function findSurvey(db: Db, programme: string, person: string): Promise<Survey | undefined> {
  const row = await db
    .selectFrom('programme_answers')
    .selectAll()
    .where('programme', '=', programme)
    .where('person', '=', person)
    .executeTakeFirst()
  return (
    row && {
      ...{ worth: row.worth, line: row.line },
      ...(row.again ? { again: row.again } : {}),
      ...(row.in_touch ? { inTouch: row.in_touch } : {}),
    }
  )
}

/** What came of a programme, by one query. */
export async function countFigures(db: Db, programme: string): Promise<Figures> {
  const { rows } = await sql<Record<string, number | string[] | null>>`
    with turns as (select n.pair, 'met' in (n.left_said, n.right_said) as met from programme_nudges n join programme_pairs a on a.id = n.pair where a.programme = ${programme})
    select (select count(*) from programme_pairs where programme = ${programme} and state <> 'proposed') as pairs,
      (select count(*) from turns) as nudges, (select count(*) from turns where met) as meetings,
      (select count(*) from programme_pairs a where a.programme = ${programme} and a.state <> 'proposed' and not exists (select from turns t where t.pair = a.id and t.met)) as never_met,
      count(*) as answers, count(*) filter (where worth = 'worth it') as worth_it, count(*) filter (where worth = 'partly') as partly, count(*) filter (where worth = 'not worth it') as not_worth,
      count(*) filter (where again = 'yes') as again_yes, count(*) filter (where again = 'no') as again_no,
      count(*) filter (where in_touch = 'yes') as touch_yes, count(*) filter (where in_touch = 'no') as touch_no,
      json_agg(line order by md5(line)) filter (where line <> '') as lines
    from programme_answers where programme = ${programme}`.execute(db)
  const [row = {}] = rows
  const of = (key: string): number => Number(row[key] ?? 0)
  const { lines } = row
  return {
    ...{ pairs: of('pairs'), neverMet: of('never_met'), nudges: of('nudges'), meetings: of('meetings'), answers: of('answers') },
    worth: { 'worth it': of('worth_it'), partly: of('partly'), 'not worth it': of('not_worth') },
    again: { yes: of('again_yes'), no: of('again_no') },
    inTouch: { yes: of('touch_yes'), no: of('touch_no') },
    lines: Array.isArray(lines) ? lines : [],
  }
}
