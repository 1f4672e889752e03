/** Putting those who joined together: first when the round closes, and again whenever its organiser changes something. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Moment, startOfDay } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Guest } from '../../matching/rounds/meeting.ts'
import type { RoundRequest } from '../../matching/rounds/round-request.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { settleAsk } from '../asks/actions.ts'
import { findWhoIsApart, listKeptApart } from '../boundaries/actions.ts'
import { tell } from '../letters/actions.ts'
import { findPersonWithAddress } from '../people/actions.ts'
import { viewerOf } from '../people/person.ts'
import { listCandidates } from '../profiles/candidate-actions.ts'
import { askToJoin, closeRound } from './actions.ts'
import { CLOSES, MATCH, SENDS } from './clocks.ts'
import { isAsked, listNamedTo, listPaused } from './guest-store.ts'
import { type Engine, type GoesOn, type Pair, type Plan, planOf } from './plan.ts'
import { isToMatch } from './progress.ts'
import { askToLook, lookByFrom, workOut } from './progress-actions.ts'
import { isStillPlanned } from './progress-store.ts'
import { comesAgain, isFor, mayShape, type Round, type ShapeRefusal } from './round.ts'
import { countMissedOut, listLeftOutBefore, listMet, listWishes, removeWish, savePlanned, saveWish, type Wish } from './seat-store.ts'
import { findJoining, findRoundOfTurn, listJoined, lockRound, lockRoundOfTurn, saveMatched, saveTurnState } from './store.ts'
import { beginNextTurn } from './turn-actions.ts'

/** Nobody meets the same again so soon, in whatever round. */
const WEEKS_BETWEEN = 26
type Missing = 'not found'

/** Who meets whom by what is known now. */
export async function planFor(db: Db, engine: Engine, round: Round, at: Moment, goesOn?: GoesOn): Promise<Plan> {
  const request = await requestFor(db, engine.knowledge, round, await listJoined(db, round.id), at)
  return planOf(await engine.plan(request, goesOn), request.guests)
}

/** Who takes part in the newest turn, and all that decides who may meet whom. `people` are told with whether a third is fine. */
export async function requestFor(
  db: Db,
  knowledge: Knowledge,
  round: Round,
  people: ReadonlyMap<string, boolean>,
  at: Moment,
): Promise<RoundRequest> {
  const ids = [...people.keys()]
  const since = startOfDay(at.zone, addDays(at.today, -WEEKS_BETWEEN * 7))
  const paused = await listPaused(db, ids, at.today)
  const missed = await countMissedOut(db, ids, since)
  const guests = (await listCandidates(db, knowledge, ids, at)).map((each): Guest => {
    const missedOut = missed.get(each.id) ?? 0
    // To join is to say yes to one more, whatever they said of introductions.
    return { ...each, isPaused: paused.has(each.id), isFull: false, missedOut, threeIsFine: people.get(each.id) ?? true }
  })
  const blocked = (await listKeptApart(db, ids)).map(({ one, other }): Pair => [one, other])
  const met = await listMet(db, round.id, ids, since)
  const wishes = await listWishes(db, round.turn.id)
  const pairsMet = (here: boolean): Pair[] => met.flatMap(({ one, other, isHere }): Pair[] => (isHere === here ? [[one, other]] : []))
  const wished = (wish: Wish['wish']): Pair[] => wishes.flatMap((each): Pair[] => (each.wish === wish ? [[each.one, each.other]] : []))
  return {
    ...{ guests, rules: { size: round.size, across: round.across, meets: round.meets }, seed: round.turn.number },
    between: { blocked, manages: [], metLately: pairsMet(false) },
    met: pairsMet(true),
    leftOut: new Set(await listLeftOutBefore(db, round.id, round.turn.number)),
    together: wished('together'),
    apart: wished('apart'),
  }
}

/** The clock's part: it has closed, or something has changed since, and nobody has called it off meanwhile. */
export const matchTurn = (db: Db, engine: Engine, turn: string, at: Moment): Promise<void> =>
  match(db, engine, turn, at, (tx) => isStillPlanned(tx, turn, at.now))

async function match(db: Db, engine: Engine, turn: string, at: Moment, isPlanned?: (tx: Tx) => Promise<boolean>): Promise<void> {
  const found = await findRoundOfTurn(db, turn, at.zone)
  const isStill = (round: Round): boolean => round.turn.id === turn && isToMatch(round, at.today)
  if (!found || !isStill(found)) return
  await workOut(db, {
    ...{ turn, at, isStill, ...(isPlanned ? { isPlanned } : {}) },
    work: (goesOn) => planFor(db, engine, found, at, goesOn),
    keep: (tx, round, made) => keep(tx, round, made, at),
  })
}

/** So many are put together while somebody waits for the page; more by the clock. */
const MOST_AT_ONCE = 300

/** Whether it is done already; otherwise the clock begins it in a moment. */
export async function matchAnew(db: Db, engine: Engine, { id, turn }: Round, at: Moment): Promise<boolean> {
  const isSmall = (await listJoined(db, id)).size <= MOST_AT_ONCE
  if (isSmall) await match(db, engine, turn.id, at)
  else await together(db, (tx) => plan(tx, { kind: MATCH, about: turn.id, at: at.now }))
  return isSmall
}

async function keep(tx: Tx, round: Round, { planned, quality }: Plan, at: Moment): Promise<void> {
  const { turn } = round
  const people = planned.leftOut.length + planned.meetings.reduce((sum, { members }) => sum + members.length, 0)
  if (turn.state === 'open' && people === 0) return endEmpty(tx, round, at)
  await keepPlanned(tx, turn.id, planned, at)
  const lookBy = turn.lookBy ?? (await lookByFrom(tx, at))
  await saveMatched(tx, turn.id, lookBy, quality)
  const [meetings, leftOut] = [planned.meetings.length, planned.leftOut.length]
  await record(tx, { at: at.now, did: 'round matched', about: round.id, numbers: { meetings, 'left out': leftOut } })
  if (turn.state === 'matched') return
  // After it was called off it was to begin by itself.
  await forget(tx, CLOSES, turn.id)
  await askToLook(tx, round, { people, meetings, leftOut }, quality, lookBy, at)
}

export const keepPlanned = (tx: Tx, turn: string, planned: Plan['planned'], at: Moment): Promise<void> =>
  savePlanned(
    tx,
    turn,
    planned,
    planned.meetings.map(() => newId(at.now)),
  )

/** Nobody joined: its organiser hears it, and the next turn opens where there is one. */
async function endEmpty(tx: Tx, round: Round, at: Moment): Promise<void> {
  const { id, title, turn, organiser } = round
  await saveTurnState(tx, turn.id, 'over')
  const next = comesAgain(round) ? await beginNextTurn(tx, round, at) : undefined
  if (!next) await closeRound(tx, { ...round, turn: { ...turn, state: 'over' } }, at)
  await tell(tx, organiser.id, 'nobody joined', { round: id, title, today: at.today, ...(next ? { closesOn: next } : {}) }, at.now)
}

/** Two are kept together or apart, or no longer; who meets whom is worked out anew by the next step. */
export async function wishFor(
  db: Db,
  id: string,
  viewer: Viewer,
  wish: Wish | { one: string; other: string },
  at: Moment,
): Promise<Answer<true, ShapeRefusal | Missing | 'not two'>> {
  return together(db, async (tx) => {
    const round = await lockRound(tx, id, at.zone)
    if (!round) return no('not found')
    const may = mayShape(round, viewer)
    if (!may.yes) return may
    const joined = await listJoined(tx, id)
    // Whose name the organiser does not see is not in it, as far as they can tell.
    if ((await listNamedTo(tx, viewer, [wish.one, wish.other])).size < 2) return no('not two')
    if (wish.one === wish.other || !joined.has(wish.one) || !joined.has(wish.other)) return no('not two')
    if ('wish' in wish) await saveWish(tx, round.turn.id, wish)
    else await removeWish(tx, round.turn.id, wish.one, wish.other)
    await record(tx, { at: at.now, who: viewer.person, did: 'round shaped', about: id })
    return yes(true)
  })
}

/** Somebody who comes late: once they say yes everybody is put together anew. Nobody learns from it whose address it is, or who is in it. */
export async function askLate(
  db: Db,
  id: string,
  viewer: Viewer,
  email: string,
  at: Moment,
): Promise<Answer<true, ShapeRefusal | Missing>> {
  return together(db, async (tx) => {
    const round = await lockRound(tx, id, at.zone)
    if (!round) return no('not found')
    const may = mayShape(round, viewer)
    if (!may.yes) return may
    const person = await findPersonWithAddress(tx, email)
    if (!person || !isFor(round.audience, viewerOf(person))) return yes(true)
    if ((await findJoining(tx, id, person.id)) || (await isAsked(tx, id, person.id))) return yes(true)
    if ((await listPaused(tx, [person.id], at.today)).size > 0) return yes(true)
    if ((await findWhoIsApart(tx, [viewer.person, person.id]))(viewer.person, person.id)) return yes(true)
    await askToJoin(tx, round, [person.id], round.turn.lookBy ?? at.today, at)
    return yes(true)
  })
}

/** It leaves now instead of on its last day. */
export async function orderSending(db: Db, turn: string, viewer: Viewer, at: Moment): Promise<Answer<true, ShapeRefusal | Missing>> {
  return together(db, async (tx) => {
    const round = await lockRoundOfTurn(tx, turn, at.zone)
    if (!round || round.turn.id !== turn) return no('not found')
    const may = mayShape(round, viewer)
    if (!may.yes) return may
    await saveTurnState(tx, turn, 'sending')
    await settleAsk(tx, 'look at round', turn, { answer: 'send', line: '' }, at)
    await plan(tx, { kind: SENDS, about: turn, at: at.now })
    await record(tx, { at: at.now, who: viewer.person, did: 'round ordered', about: round.id })
    return yes(true)
  })
}
