/** Remembers what waits for brokers and what they did. The only file that writes the tables broker_items and broker_steps. */
import { type Day, dayIn } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Closing, Counts, Item, ItemKind, Outcome, Show, Step } from './item.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    broker_items: {
      id: string
      kind: ItemKind
      about: string
      project: string | null
      person: string | null
      what: string
      since: Day
      opened_at: Date
      is_told: boolean
      taken_by: string | null
      snoozed_until: Day | null
      closed_at: Date | null
      closed_by: string | null
      outcome: Closing['outcome'] | null
      closing: string
    }
    broker_steps: {
      id: string
      item: string
      did: Step['did']
      person: string | null
      whom: string | null
      until_day: Day | null
      at: Date
    }
  }
}

export type NewItem = { kind: ItemKind; about: string; since: Day; project: string | null; person: string | null; what: string }

/** Its id, unless one of this kind is open about the same thing. */
export async function addItem(tx: Tx, item: NewItem, now: Date): Promise<string | undefined> {
  const nobody = { taken_by: null, snoozed_until: null, closed_at: null, closed_by: null, outcome: null, closing: '' }
  const row = await tx
    .insertInto('broker_items')
    .values({ id: newId(now), ...item, opened_at: now, is_told: false, ...nobody })
    .onConflict((conflict) => conflict.columns(['kind', 'about']).where('closed_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

type NewStep = { did: Step['did']; person?: string; whom?: string; until?: Day }

export async function addStep(tx: Tx, item: string, { did, person, whom, until }: NewStep, now: Date): Promise<void> {
  await tx
    .insertInto('broker_steps')
    .values({ id: newId(now), item, did, person: person ?? null, whom: whom ?? null, until_day: until ?? null, at: now })
    .execute()
}

export async function saveTaken(tx: Tx, id: string, by: string): Promise<void> {
  await tx.updateTable('broker_items').set({ taken_by: by, snoozed_until: null }).where('id', '=', id).execute()
}

export async function saveSnoozed(tx: Tx, id: string, by: string, until: Day): Promise<void> {
  await tx.updateTable('broker_items').set({ taken_by: by, snoozed_until: until }).where('id', '=', id).execute()
}

type NewClosing = { outcome: Outcome | 'settled by itself'; line: string; by?: string }

export async function saveClosed(tx: Tx, id: string, { outcome, line, by }: NewClosing, now: Date): Promise<void> {
  const set = { closed_at: now, closed_by: by ?? null, outcome, closing: line, snoozed_until: null }
  await tx.updateTable('broker_items').set(set).where('id', '=', id).execute()
}

export async function findItem(db: Db, id: string, zone: string): Promise<Item | undefined> {
  const row = await items(db).where('i.id', '=', id).executeTakeFirst()
  return row && toItem(zone)(row)
}

export async function findItemForUpdate(tx: Tx, id: string, zone: string): Promise<Item | undefined> {
  const locked = await tx.selectFrom('broker_items').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && findItem(tx, id, zone)
}

export async function listOpenAbout(tx: Tx, kind: ItemKind, about: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('broker_items')
    .select('id')
    .where('kind', '=', kind)
    .where('about', '=', about)
    .where('closed_at', 'is', null)
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

type Page = { show: Show; person: string; today: Day; after?: string | undefined; most: number; zone: string }

/** The oldest broken promise first; of what is closed, the newest. */
export async function listItems(db: Db, { show, person, today, after, most, zone }: Page): Promise<Item[]> {
  if (show === 'closed') {
    const closed = items(db).where('i.closed_at', 'is not', null).orderBy('i.id', 'desc').limit(most)
    return (await (after === undefined ? closed : closed.where('i.id', '<', after)).execute()).map(toItem(zone))
  }
  const asleep = sql<boolean>`coalesce(i.snoozed_until > ${today}, false)`
  let query = items(db).where('i.closed_at', 'is', null).orderBy('i.since').orderBy('i.id').limit(most)
  query = query.where(asleep, '=', show === 'snoozed')
  if (show === 'mine') query = query.where('i.taken_by', '=', person)
  if (show === 'nobody') query = query.where('i.taken_by', 'is', null)
  if (after !== undefined)
    query = query.where(sql<boolean>`(i.since, i.id) > (select x.since, x.id from broker_items x where x.id = ${after})`)
  return (await query.execute()).map(toItem(zone))
}

export async function countItems(db: Db, person: string, today: Day): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*) filter (where not asleep) as "all", count(*) filter (where not asleep and taken_by = ${person}) as mine,
      count(*) filter (where not asleep and taken_by is null) as nobody, count(*) filter (where asleep) as snoozed
    from (select taken_by, coalesce(snoozed_until > ${today}, false) as asleep from broker_items where closed_at is null) i`.execute(db)
  return rows[0] ?? { all: 0, mine: 0, nobody: 0, snoozed: 0 }
}

export async function listSteps(db: Db, item: string, zone: string): Promise<Step[]> {
  const rows = await db
    .selectFrom('broker_steps as s')
    .leftJoin('people as b', 'b.id', 's.person')
    .leftJoin('people as w', 'w.id', 's.whom')
    .select(['s.did', 's.person', 'b.name', 's.whom', 'w.name as whom_name', 's.until_day', 's.at'])
    .where('s.item', '=', item)
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    did: row.did,
    on: dayIn(zone, row.at),
    ...(row.person ? { by: { id: row.person, name: row.name ?? '' } } : {}),
    ...(row.whom ? { whom: { id: row.whom, name: row.whom_name ?? '' } } : {}),
    ...(row.until_day ? { until: row.until_day } : {}),
  }))
}

/** Closed ones about the same thing, the newest first. */
export async function listEarlier(db: Db, { id, about }: Pick<Item, 'id' | 'about'>, most: number, zone: string): Promise<Item[]> {
  const found = items(db).where('i.about', '=', about).where('i.id', '<', id).where('i.closed_at', 'is not', null)
  return (await found.orderBy('i.id', 'desc').limit(most).execute()).map(toItem(zone))
}

/** What no broker has read of yet, the oldest broken promise first; from now on they have. */
export async function takeUntold(tx: Tx, zone: string): Promise<Item[]> {
  const rows = await tx
    .updateTable('broker_items')
    .set({ is_told: true })
    .where('is_told', '=', false)
    .where('closed_at', 'is', null)
    .returning('id')
    .execute()
  if (rows.length === 0) return []
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const found = items(tx).where(sql<boolean>`i.id in (select json_array_elements_text(${ids}::json))`)
  return (await found.orderBy('i.since').orderBy('i.id').execute()).map(toItem(zone))
}

const items = (db: Db) =>
  db
    .selectFrom('broker_items as i')
    .leftJoin('projects as p', 'p.id', 'i.project')
    .leftJoin('people as o', 'o.id', 'p.owner')
    .leftJoin('people as w', 'w.id', 'i.person')
    .leftJoin('people as t', 't.id', 'i.taken_by')
    .leftJoin('people as c', 'c.id', 'i.closed_by')
    .select(['i.id', 'i.kind', 'i.about', 'i.since', 'i.what', 'i.opened_at', 'i.snoozed_until', 'i.closed_at', 'i.outcome', 'i.closing'])
    .select(['i.project', 'p.title', 'p.owner', 'o.name as owner_name', 'i.person', 'w.name as person_name'])
    .select(['i.taken_by', 't.name as taker_name', 'i.closed_by', 'c.name as closer_name'])
    .select(SAID.as('said'))

/** What whoever is stuck wrote last. */
const SAID = sql<
  string | null
>`(select a.line from asks a where i.kind = 'stuck' and a.about = i.about and a.answer = 'stuck' and a.line <> ''
  order by a.answered_at desc, a.id desc limit 1)`

type Row = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>

const toItem =
  (zone: string) =>
  (row: Row): Item => ({
    id: row.id,
    kind: row.kind,
    about: row.about,
    since: row.since,
    what: row.what,
    openedOn: dayIn(zone, row.opened_at),
    ...(row.project && row.title && row.owner
      ? { project: { id: row.project, title: row.title, owner: { id: row.owner, name: row.owner_name ?? '' } } }
      : {}),
    ...(row.person ? { person: { id: row.person, name: row.person_name ?? '' } } : {}),
    ...(row.taken_by ? { takenBy: { id: row.taken_by, name: row.taker_name ?? '' } } : {}),
    ...(row.snoozed_until ? { snoozedUntil: row.snoozed_until } : {}),
    ...(row.said ? { said: row.said } : {}),
    ...closingOf(row, zone),
  })

function closingOf({ closed_at, outcome, closing, closed_by, closer_name }: Row, zone: string): { closing?: Closing } {
  if (closed_at === null || outcome === null) return {}
  const by = closed_by ? { by: { id: closed_by, name: closer_name ?? '' } } : {}
  return { closing: { outcome, line: closing, on: dayIn(zone, closed_at), ...by } }
}
