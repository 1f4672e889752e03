/** Remembers the pairs of programmes, and whom an organiser keeps apart. The only file that writes the tables programme_pairs and programme_apart. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { among, mayFind, shownName } from '../../storage/pieces.ts'
import type { Why } from '../introductions/why.ts'
import { type Somebody, somebodyOf } from '../people/person.ts'
import type { Pair, PairState } from './pair.ts'
import type { SideKey } from './programme.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    programme_pairs: {
      id: string
      programme: string
      left_person: string
      right_person: string
      reason: string | null
      score: number
      state: PairState
      made_at: Date
      until_day: Day
      renewed: boolean
      left_goes_on: boolean | null
      right_goes_on: boolean | null
      ended_at: Date | null
    }
    programme_apart: { programme: string; one: string; other: string }
  }
}

export type NewPair = { id: string; left: string; right: string; why?: Why; score: number; until: Day }

/** Instead of those that were proposed before. */
export async function putProposed(tx: Tx, programme: string, pairs: readonly NewPair[], now: Date): Promise<void> {
  await tx.deleteFrom('programme_pairs').where('programme', '=', programme).where('state', '=', 'proposed').execute()
  const rows = pairs.map(({ id, left, right, why, score, until }) => {
    return { id, left_person: left, right_person: right, reason: why ? JSON.stringify(why) : null, score, until_day: until }
  })
  await sql`insert into programme_pairs (id, programme, left_person, right_person, reason, score, state, made_at, until_day)
    select id, ${programme}::text, left_person, right_person, reason, score, 'proposed', ${now}::timestamptz, until_day from json_to_recordset(${JSON.stringify(rows)}::json)
      as r (id text, left_person text, right_person text, reason text, score integer, until_day date)`.execute(tx)
}

/** What was proposed is so from now on. */
export async function saveAllRunning(tx: Tx, programme: string, now: Date): Promise<void> {
  const proposed = tx.updateTable('programme_pairs').set({ state: 'running', made_at: now }).where('programme', '=', programme)
  await proposed.where('state', '=', 'proposed').execute()
}

/** Pairs that were proposed and will not be sent. */
export async function removePairs(tx: Tx, pairs: readonly string[]): Promise<void> {
  await sql`delete from programme_pairs where state = 'proposed' and id in ${among(pairs)}`.execute(tx)
}

export async function savePairsEnded(tx: Tx, pairs: readonly string[], now: Date): Promise<void> {
  await sql`update programme_pairs set state = 'ended', ended_at = ${now}::timestamptz where id in ${among(pairs)}`.execute(tx)
}

export async function saveWhetherOn(tx: Tx, pair: string, side: SideKey, goesOn: boolean): Promise<void> {
  await tx
    .updateTable('programme_pairs')
    .set(side === 'left' ? { left_goes_on: goesOn } : { right_goes_on: goesOn })
    .where('id', '=', pair)
    .execute()
}

export async function savePairRenewed(tx: Tx, pair: string, until: Day): Promise<void> {
  await tx
    .updateTable('programme_pairs')
    .set({ state: 'running', renewed: true, until_day: until, ended_at: null })
    .where('id', '=', pair)
    .execute()
}

export async function addApart(tx: Tx, programme: string, one: string, other: string): Promise<void> {
  const row = { programme, one, other }
  await tx
    .insertInto('programme_apart')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const listApart = (db: Db, programme: string): Promise<{ one: string; other: string }[]> =>
  db.selectFrom('programme_apart').select(['one', 'other']).where('programme', '=', programme).execute()

/** Of a pair (a): either has blocked the other. */
export const IS_APART = sql<boolean>`exists (select from blocks x where x.person in (a.left_person, a.right_person) and x.blocked in (a.left_person, a.right_person))`

/** Of a pair (a): how often it was asked, and in how many turns one of the two said that they met. */
const TURNS = sql`(select count(*) from programme_nudges n where n.pair = a.id) as turns,
  (select count(*) from programme_nudges n where n.pair = a.id and 'met' in (n.left_said, n.right_said)) as met`

const TWO = sql`from programme_pairs a join people l on l.id = a.left_person join people o on o.id = a.right_person
  left join organisations lg on lg.id = l.organisation left join organisations og on og.id = o.organisation`

type Row = {
  id: string
  programme: string
  state: PairState
  reason: string | null
  until_day: Day
  renewed: boolean
  left_goes_on: boolean | null
  right_goes_on: boolean | null
  turns: number
  met: number
} & Record<'l' | 'o', string> &
  Record<`${'l' | 'o'}_name` | `${'l' | 'o'}_job` | `${'l' | 'o'}_organisation`, string | null> &
  Record<`${'l' | 'o'}_sector`, Sector | null>

const SHOWN = sql`a.id, a.programme, a.state, a.reason, a.until_day, a.renewed, a.left_goes_on, a.right_goes_on, ${TURNS}, l.id as l, o.id as o, l.job as l_job, o.job as o_job,
  lg.name as l_organisation, og.name as o_organisation, lg.sector as l_sector, og.sector as o_sector`

export type PairRow = Pair & { programmeId: string }

const toPair = (row: Row): PairRow => ({
  ...{ id: row.id, programmeId: row.programme, left: somebodyIn(row, 'l'), right: somebodyIn(row, 'o') },
  ...(row.reason === null ? {} : { why: JSON.parse(row.reason) as Why }),
  ...{ state: row.state, until: row.until_day, isRenewed: row.renewed, turns: row.turns, met: row.met },
  goesOn: {
    ...(row.left_goes_on === null ? {} : { left: row.left_goes_on }),
    ...(row.right_goes_on === null ? {} : { right: row.right_goes_on }),
  },
})

const somebodyIn = (row: Row, which: 'l' | 'o'): Somebody =>
  somebodyOf({
    ...{ id: row[which], name: row[`${which}_name`], job: row[`${which}_job`] },
    ...{ organisation_name: row[`${which}_organisation`], sector: row[`${which}_sector`] },
  })

/** Once it is sent each of the two knows the other's name. */
export async function listPairs(db: Db, ids: readonly string[]): Promise<PairRow[]> {
  const { rows } =
    await sql<Row>`select ${SHOWN}, l.name as l_name, o.name as o_name ${TWO} where a.id in ${among(ids)} order by a.id`.execute(db)
  return rows.map(toPair)
}

export async function lockPairs(tx: Tx, ids: readonly string[]): Promise<PairRow[]> {
  await sql`select id from programme_pairs where id in ${among(ids)} order by id for update`.execute(tx)
  return listPairs(tx, ids)
}

/** All of a programme, or of one person in it. */
export async function listPairsOf(db: Db, programme: string, states: readonly PairState[], person?: string): Promise<PairRow[]> {
  const { rows } =
    await sql<Row>`select ${SHOWN}, l.name as l_name, o.name as o_name ${TWO} where a.programme = ${programme} and a.state in (${sql.join(states)})
    ${person === undefined ? sql`` : sql`and (a.left_person = ${person} or a.right_person = ${person})`} order by a.id`.execute(db)
  return rows.map(toPair)
}

/** Those of one person that have been sent, without those in which either has blocked the other. */
export async function listPairsShown(db: Db, programme: string, person: string): Promise<PairRow[]> {
  const all = await listPairsOf(db, programme, ['running', 'ended'], person)
  if (all.length === 0) return all
  const { rows } = await sql<{
    id: string
  }>`select a.id from programme_pairs a where a.id in ${among(all.map(({ id }) => id))} and ${IS_APART}`.execute(db)
  return all.filter(({ id }) => !rows.some((row) => row.id === id))
}

export async function listRunningApart(db: Db, person: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from programme_pairs a where a.state = 'running' and ${person} in (a.left_person, a.right_person) and ${IS_APART} order by a.id for update`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** As its organiser may see them: no name of whoever stays anonymous or whom they could not find. */
export async function listPreview(
  db: Db,
  programme: string,
  viewer: Viewer,
  { after, most }: { after: string; most: number },
): Promise<PairRow[]> {
  const found = mayFind(sql`${viewer.person}`, sql`${viewer.organisation ?? null}`)
  const seen = (of: 'l' | 'o') => sql`(select case when ${found} then ${shownName} end from people a where a.id = ${sql.ref(`${of}.id`)})`
  const { rows } = await sql<Row>`select ${SHOWN}, ${seen('l')} as l_name, ${seen('o')} as o_name ${TWO}
    where a.programme = ${programme} and a.id > ${after} and a.state in ('proposed', 'running', 'ended') order by a.id limit ${most}`.execute(
    db,
  )
  return rows.map(toPair)
}

/** What waits for this person about a pair. */
export async function findPairAsk(db: Db, pair: string, person: string): Promise<string | undefined> {
  const open = db.selectFrom('asks').select('id').where('about', '=', pair).where('person', '=', person)
  return (await open.where('state', '=', 'open').executeTakeFirst())?.id
}
