/** Working out who meets whom in view of its organiser, who may call it off. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { workingDayFrom } from '../../basics/working-day.ts'
import { Cancelled } from '../../matching/pairs/match-pairs.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { ask } from '../asks/actions.ts'
import { waitsUntil } from '../asks/ask.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { CLOSES, MATCH, SENDS } from './clocks.ts'
import type { GoesOn } from './plan.ts'
import { type CallOffRefusal, mayCallOff } from './progress.ts'
import { findProgress, removeRun, removeRunOf, saveBegun, savePercent } from './progress-store.ts'
import type { Quality, Round } from './round.ts'
import { listSeated } from './seat-store.ts'
import { lockRound, lockRoundOfTurn, saveLookBy } from './store.ts'

type Missing = 'not found'
/** So long its organiser has to look. */
export const LOOK_DAYS = 2

type Working<T> = {
  turn: string
  at: Moment
  /** Asked once more before it begins: the clock may have taken what was called off since. */
  isPlanned?: (tx: Tx) => Promise<boolean>
  /** Asked of the locked round, before and after. */
  isStill(round: Round): boolean
  work(goesOn: GoesOn): Promise<T>
  keep(tx: Tx, round: Round, made: T): Promise<void>
}

/** Computed outside the transaction, kept inside; of two who begin it the later one goes on, and what was called off is never kept. */
export async function workOut<T>(db: Db, { turn, at, isPlanned, isStill, work, keep }: Working<T>): Promise<void> {
  const run = newId(at.now)
  const locked = (then: (tx: Tx, round: Round) => Promise<boolean>): Promise<boolean> =>
    together(db, async (tx) => {
      const round = await lockRoundOfTurn(tx, turn, at.zone)
      return round !== undefined && isStill(round) && then(tx, round)
    })
  const begins = await locked(async (tx) => {
    if (isPlanned && !(await isPlanned(tx))) return false
    await saveBegun(tx, turn, run, at.now)
    return true
  })
  if (!begins) return
  try {
    const made = await work((percent) => savePercent(db, run, percent))
    await locked(async (tx, round) => {
      if (!(await savePercent(tx, run, 100))) return false
      await keep(tx, round, made)
      return true
    })
  } catch (fault) {
    if (!(fault instanceof Cancelled)) throw fault
  } finally {
    await removeRun(db, run)
  }
}

/** The round is where it was before: closed, or with the meetings that stood. What nobody begins anew begins by itself the next day. */
export async function callOffMatching(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<true, CallOffRefusal | Missing>> {
  return together(db, async (tx) => {
    const round = await lockRound(tx, id, at.zone)
    if (!round) return no('not found')
    const { turn } = round
    const may = mayCallOff(round, viewer, await findProgress(tx, turn.id, at.now, at.zone))
    if (!may.yes) return may
    await removeRunOf(tx, turn.id)
    await forget(tx, MATCH, turn.id)
    if (turn.state === 'open') await planAfter(tx, { kind: CLOSES, about: turn.id }, at.today, at.zone)
    else if (turn.state === 'sending' || (turn.lookBy ?? at.today) < at.today) await lookOnceMore(tx, round, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'round matching called off', about: id })
    return yes(true)
  })
}

/** It was about to be sent: its organiser has as long as the first time. */
async function lookOnceMore(tx: Tx, round: Round, at: Moment): Promise<void> {
  const { turn } = round
  const lookBy = await lookByFrom(tx, at)
  await saveLookBy(tx, turn.id, lookBy)
  const { meetings, leftOut } = await listSeated(tx, turn.id)
  const people = meetings.reduce((sum, { members }) => sum + members.length, leftOut.length)
  await askToLook(tx, round, { people, meetings: meetings.length, leftOut: leftOut.length }, turn.quality, lookBy, at)
}

export async function lookByFrom(tx: Tx, { today }: Moment): Promise<Day> {
  const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
  return workingDayFrom(addDays(today, LOOK_DAYS), calendar)
}

const UNKNOWN: Quality = { value: 0, bound: 0, repeats: 0, across: 0 }
type Numbers = { people: number; meetings: number; leftOut: number }

/** Whoever says nothing by then has it sent as it is. */
export async function askToLook(
  tx: Tx,
  { id, title, turn, organiser }: Round,
  numbers: Numbers,
  quality: Quality = UNKNOWN,
  lookBy: Day,
  at: Moment,
): Promise<void> {
  const facts = { round: id, title, ...numbers, ...quality }
  await ask(tx, { kind: 'look at round', about: turn.id, person: organiser.id, facts, term: waitsUntil(lookBy) }, at)
  await planAfter(tx, { kind: SENDS, about: turn.id }, lookBy, at.zone)
}
