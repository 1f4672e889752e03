/** What becomes of a broker's item: it opens once, somebody takes it, hands it over, puts it off, or closes it. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, type Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { listBrokers } from '../people/actions.ts'
import {
  type CloseRefusal,
  type HandOverRefusal,
  type Item,
  type ItemKind,
  isSnoozed,
  mayClose,
  mayHandOver,
  maySnooze,
  mayTake,
  type SnoozeRefusal,
  type TakeRefusal,
} from './item.ts'
import { addItem, addStep, findItemForUpdate, listOpenAbout, saveClosed, saveSnoozed, saveTaken, takeUntold } from './store.ts'

export const TELL_BROKERS = 'tell brokers'
export const WAKE = 'snooze over'
const MOST_LISTED = 10

/** Of what it is: the project and the person that the broker should look at, and a word that goes with it. */
export type ItemFacts = { project?: string | undefined; person?: string | undefined; what?: string }
type BrokenPromise = { kind: ItemKind; about: string; since: Day; facts?: ItemFacts }

/** Opens once for the same kind and thing; what was closed may open again later. */
export async function openItem(tx: Tx, { kind, about, since, facts = {} }: BrokenPromise, at: Moment): Promise<void> {
  const { project = null, person = null, what = '' } = facts
  const id = await addItem(tx, { kind, about, since, project, person, what }, at.now)
  if (id === undefined) return
  await addStep(tx, id, { did: 'opened' }, at.now)
  await record(tx, { at: at.now, did: 'broker item opened', about: id })
  await planOn(tx, { kind: TELL_BROKERS, about: 'chapter' }, addDays(at.today, 1), at.zone)
}

/** The reason has gone by itself. */
export async function closeItems(tx: Tx, kind: ItemKind, about: string, at: Moment): Promise<void> {
  for (const id of await listOpenAbout(tx, kind, about)) await settle(tx, id, at)
}

export async function settle(tx: Tx, id: string, at: Moment): Promise<void> {
  await saveClosed(tx, id, { outcome: 'settled by itself', line: '' }, at.now)
  await addStep(tx, id, { did: 'closed' }, at.now)
  await forget(tx, WAKE, id)
  await record(tx, { at: at.now, did: 'broker item settled', about: id })
}

/** A second press finds it taken. */
export async function takeItem(db: Db, id: string, by: Viewer, at: Moment): Promise<Answer<true, TakeRefusal | 'not found'>> {
  return withItem(db, id, at, async (tx, item) => {
    const may = mayTake(item, by)
    if (!may.yes || item.takenBy) return may
    await saveTaken(tx, id, by.person)
    await noteStep(tx, id, { did: 'taken', person: by.person }, at)
    return may
  })
}

/** The other broker has a letter; what slept is awake for them. */
export async function handOverItem(
  db: Db,
  id: string,
  by: Viewer,
  to: string,
  at: Moment,
): Promise<Answer<string, HandOverRefusal | 'not found'>> {
  return withItem(db, id, at, async (tx, item) => {
    const brokers = (await listBrokers(tx)).map((each) => each.id)
    const may = mayHandOver(item, by, to, brokers)
    if (!may.yes) return may
    await saveTaken(tx, id, to)
    await forget(tx, WAKE, id)
    await noteStep(tx, id, { did: 'handed over', person: by.person, whom: to }, at)
    if (to !== by.person) await tell(tx, to, 'item handed over', { ...lineOf(item), by: by.name, today: at.today }, at.now)
    return may
  })
}

export async function snoozeItem(
  db: Db,
  id: string,
  by: Viewer,
  until: Day | undefined,
  at: Moment,
): Promise<Answer<Day, SnoozeRefusal | 'not found'>> {
  return withItem(db, id, at, async (tx, item) => {
    const may = maySnooze(item, by, until, at.today)
    if (!may.yes || may.value === item.snoozedUntil) return may
    await saveSnoozed(tx, id, by.person, may.value)
    await planOn(tx, { kind: WAKE, about: id }, may.value, at.zone)
    await noteStep(tx, id, { did: 'snoozed', person: by.person, until: may.value }, at)
    return may
  })
}

export async function closeItem(
  db: Db,
  id: string,
  by: Viewer,
  { outcome, line }: { outcome: string; line: string },
  at: Moment,
): Promise<Answer<true, CloseRefusal | 'not found'>> {
  return withItem(db, id, at, async (tx, item) => {
    const isSame = item.closing?.by?.id === by.person && item.closing.line === line
    if (isSame) return yes(true)
    const may = mayClose(item, by, outcome, line)
    if (!may.yes) return may
    await saveClosed(tx, id, { outcome: may.value, line, by: by.person }, at.now)
    await forget(tx, WAKE, id)
    await noteStep(tx, id, { did: 'closed', person: by.person }, at)
    return yes(true)
  })
}

/** The clock's part: the day until which it was put off has come. */
export async function wakeItem(tx: Tx, id: string, at: Moment): Promise<void> {
  const item = await findItemForUpdate(tx, id, at.zone)
  if (!item?.takenBy || item.closing || isSnoozed(item, at.today)) return
  await tell(tx, item.takenBy.id, 'item back', { ...lineOf(item), today: at.today }, at.now)
}

/** The clock's part, at most once a day: what is new in the inbox, and nobody has taken yet. */
export async function tellBrokers(tx: Tx, at: Moment): Promise<void> {
  const fresh = (await takeUntold(tx, at.zone)).filter(({ takenBy }) => !takenBy)
  if (fresh.length === 0) return
  const facts = { items: fresh.slice(0, MOST_LISTED).map(lineOf), more: Math.max(0, fresh.length - MOST_LISTED), today: at.today }
  for (const { id } of await listBrokers(tx)) await tell(tx, id, 'broker items', facts, at.now)
}

/** Without names: a letter is kept for long. */
const lineOf = ({ id, kind, since, project }: Item) => ({ item: id, kind, since, title: project?.title ?? '' })

async function noteStep(tx: Tx, id: string, step: Parameters<typeof addStep>[2] & { person: string }, at: Moment): Promise<void> {
  await addStep(tx, id, step, at.now)
  await record(tx, { at: at.now, who: step.person, did: `broker item ${step.did}`, about: id })
}

const withItem = <T, W extends string>(
  db: Db,
  id: string,
  at: Moment,
  work: (tx: Tx, item: Item) => Promise<Answer<T, W>>,
): Promise<Answer<T, W | 'not found'>> =>
  together(db, async (tx) => {
    const item = await findItemForUpdate(tx, id, at.zone)
    return item ? work(tx, item) : no('not found')
  })
