/** Making the agenda: it is ordered, found by the clock in a thread of its own, and kept. Each step in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type AgendaTask, peopleOf } from '../../matching/agenda/agenda-task.ts'
import { howMany, listAt } from '../../matching/agenda/lists.ts'
import type { PricedAgenda } from '../../matching/agenda/priced.ts'
import { Cancelled } from '../../matching/pairs/match-pairs.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { settleAsk } from '../asks/actions.ts'
import { findEvent, lockEvent } from '../events/actions.ts'
import { listStars } from '../stars/actions.ts'
import { MAKES } from './clocks.ts'
import { type Counted, starsToCount } from './counted.ts'
import { type Fault, faultIn, faultOf } from './fault.ts'
import { readInputs } from './input-actions.ts'
import type { Inputs } from './inputs.ts'
import { instanceOf } from './instance.ts'
import { type MakeRefusal, mayMake, type Order, USUAL } from './making.ts'
import { findOrder, putOrder, removeOrder, saveDone, saveFault } from './order-store.ts'
import { publish } from './publishing-actions.ts'
import { findPublished, saveMade, savePlaces } from './store.ts'
import { askForAgenda, lookAgain } from './waiting-actions.ts'
import { type Engine, fitting, placedAt, type Settings, taskOf } from './work.ts'

type Missing = 'not found'
/** The page of an order says how far it is in steps of so many hundredths. */
const STEP = 10

/** By whoever may make the agenda of an event, which is locked meanwhile. */
export const byMaker = <W extends string = never>(
  db: Db,
  id: string,
  viewer: Viewer,
  work: (tx: Tx) => Promise<Answer<true, W>>,
): Promise<Answer<true, W | MakeRefusal | Missing>> =>
  together(db, async (tx): Promise<Answer<true, W | MakeRefusal | Missing>> => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayMake(event, viewer, await findPublished(tx, id))
    return may.yes ? work(tx) : may
  })

export const orderAgenda = (db: Db, id: string, viewer: Viewer, settings: Settings, at: Moment) =>
  byMaker(db, id, viewer, async (tx) => {
    await putOrder(tx, id, settings, at.now)
    await plan(tx, { kind: MAKES, about: id, at: at.now })
    await settleAsk(tx, 'agenda wanted', id, { answer: 'make it', line: '' }, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'agenda ordered', about: id, numbers: { seed: settings.seed } })
    return yes(true)
  })

/** With the settings of the last time. */
export const orderAgain = async (tx: Tx, id: string, viewer: Viewer, at: Moment) =>
  orderAgenda(tx, id, viewer, (await findOrder(tx, id)) ?? USUAL, at)

/** It is not wanted any more, or it could not be made: the settings can be changed again. */
export const takeOrderBack = (db: Db, id: string, viewer: Viewer, at: Moment) =>
  byMaker(db, id, viewer, async (tx) => {
    await removeOrder(tx, id)
    await forget(tx, MAKES, id)
    await record(tx, { at: at.now, who: viewer.person, did: 'agenda order taken back', about: id })
    return yes(true)
  })

/** The event has come to its agenda by a word of its organiser: what is made is published, and what is not is made. */
export async function beginAgenda(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  if (event?.step !== 'scheduled') return
  const made = await findPublished(tx, id)
  if (made?.publishedAt) return
  if (made) return publish(tx, event, at)
  await lookAgain(tx, event, at)
  const order = await findOrder(tx, id)
  if (order?.state === 'waiting') return
  await putOrder(tx, id, order ?? USUAL, at.now)
  await plan(tx, { kind: MAKES, about: id, at: at.now })
}

/** The clock's part. Found outside the transaction, kept inside, unless it has been taken back meanwhile. */
export async function makeAgenda(db: Db, engine: Engine, id: string, zone: string, now: Date): Promise<void> {
  const order = await findOrder(db, id)
  if (order?.state !== 'waiting') return
  const at = momentAt(zone, now)
  const event = await findEvent(db, id)
  if (!event) return
  const { inputs: all, counted: before } = await readInputs(db, id, at)
  const counted = starsToCount(event, before, { stars: await listStars(db, id), asOf: now })
  const topics = all.topics.filter(({ isEncore, isLocked }) => !isEncore || isLocked)
  const wanted = { ...all, topics, stars: counted.stars }
  const fault = faultIn(wanted)
  if (fault) return tellFault(db, id, order, fault, at)
  const { inputs } = fitting(wanted)
  const task = taskOf(inputs, order.spreadsTop)
  const made = await find(db, engine, id, order, task)
  if (!made) return
  const broken = faultOf(made.broken, inputs.topics)
  if (broken) return tellFault(db, id, order, broken, at)
  await keep(db, id, order, { inputs, counted, task, made, evaluations: engine.evaluations }, at)
}

/** Nothing when it was taken back meanwhile. */
async function find(
  db: Db,
  engine: Engine,
  id: string,
  { aim, seed, orderedAt }: Order,
  task: AgendaTask,
): Promise<PricedAgenda | undefined> {
  let last = 0
  let watching: Promise<void> = Promise.resolve()
  const planning = engine.plan({ task, aim, seed, evaluations: engine.evaluations }, (done, of) => {
    const hundredths = Math.floor((100 * done) / of)
    if (hundredths < last + STEP) return
    last = hundredths
    watching = watching.then(async () => {
      // Where it cannot be said now, it is said the next time.
      if (!(await saveDone(db, id, orderedAt, hundredths).catch(() => true))) planning.cancel()
    })
  })
  try {
    return await planning.made
  } catch (fault) {
    if (fault instanceof Cancelled) return undefined
    throw fault
  } finally {
    await watching
  }
}

type Found = { inputs: Inputs; counted: Counted; task: AgendaTask; made: PricedAgenda; evaluations: number }

async function keep(db: Db, id: string, order: Order, { inputs, counted, task, made, evaluations }: Found, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event || !(await isStill(tx, id, order)) || (await findPublished(tx, id))?.publishedAt) return
    const mustPeople = task.mustSees ? countWith(task.mustSees) : 0
    await saveMade(
      tx,
      id,
      {
        ...{ aim: order.aim, spreadsTop: order.spreadsTop, seed: order.seed, evaluations, people: peopleOf(task) },
        ...{ covered: made.coverage, bound: made.bound.coverage, mustPeople, mustSeen: made.mustSees, mustBound: made.bound.mustSees },
        ...(made.freely === undefined ? {} : { coveredFreely: made.freely }),
      },
      { instance: instanceOf(inputs, task), counted },
      at.now,
    )
    await savePlaces(tx, id, placedAt(inputs, made.slot, made.room), at.now)
    await removeOrder(tx, id)
    const numbers = { sessions: inputs.topics.length, covered: made.coverage, bound: made.bound.coverage, seed: order.seed }
    await record(tx, { at: at.now, did: 'agenda made', about: id, numbers })
    if (event.step === 'scheduled') await publish(tx, event, at)
  })
}

const countWith = (lists: NonNullable<AgendaTask['mustSees']>): number =>
  Array.from({ length: howMany(lists) }, (_, person) => listAt(lists, person)).filter(({ length }) => length > 0).length

const isStill = async (tx: Tx, id: string, { orderedAt }: Order): Promise<boolean> =>
  (await findOrder(tx, id))?.orderedAt.getTime() === orderedAt.getTime()

/** The page says it; where the event waits for its agenda, its organiser is asked. */
async function tellFault(db: Db, id: string, order: Order, fault: Fault, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    const event = await findEvent(tx, id)
    if (!event || !(await isStill(tx, id, order))) return
    await saveFault(tx, id, fault)
    await record(tx, { at: at.now, did: 'agenda not possible', about: id })
    if (event.step === 'scheduled') await askForAgenda(tx, event, fault, at)
  })
}
