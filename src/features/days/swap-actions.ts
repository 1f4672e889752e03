/** Two sessions change places: at once by the organiser, or asked for by a host and agreed to by all. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { isId, newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forgetMany, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { findAgenda, findSession, listSessions } from '../agendas/actions.ts'
import type { Session } from '../agendas/agenda.ts'
import type { MoveRefusal } from '../agendas/board.ts'
import { changePlaces, mayChangePlaces } from '../agendas/swapping-actions.ts'
import { askMany, dropAsksOfMany, settleAsk, termOf } from '../asks/actions.ts'
import { waitsUntil } from '../asks/ask.ts'
import { lockEvent } from '../events/actions.ts'
import { type Comer, whoOf } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type Event, isOrganiser, mayRun, type RunRefusal } from '../events/event.ts'
import { isHost } from '../pitches/pitch.ts'
import { SWAP_OVER } from './clocks.ts'
import {
  type AnswerSwapRefusal,
  type AskSwapRefusal,
  answerBy,
  mayAnswerSwap,
  mayAskSwap,
  mayTakeSwapBack,
  type PlacesRefusal,
  pairOf,
  type Swap,
  type SwapState,
  stateAfter,
  type TakeBackRefusal,
} from './swap.ts'
import { addSwap, findSwap, listOpenSwaps, saveSwapAnswer, saveSwapState } from './swap-store.ts'

type Missing = 'not found'
export type Places = { one: string; other: string }

/** Why not: of the two themselves, or because of rooms and hosts. */
export type ChangeRefusal = PlacesRefusal | MoveRefusal

/** What was asked of either of them holds no more; `but` is what is being done. */
async function change(
  tx: Tx,
  event: Event,
  places: Places,
  { by, at, but }: { by: Pick<Comer, 'viewer'>; at: Moment; but?: string },
): Promise<Answer<true, ChangeRefusal>> {
  const pair = pairOf(await listSessions(tx, event.id), places)
  if (!pair.yes) return pair
  const changed = await changePlaces(tx, event, pair.value, at)
  if (!changed.yes) return changed
  const { one, other } = places
  const stale = (await listOpenSwaps(tx, event.id)).filter((swap) => [swap.one, swap.other].some((id) => id === one || id === other))
  const ids = stale.flatMap(({ id }) => (id === but ? [] : [id]))
  await close(tx, ids, 'over', at)
  await record(tx, { at: at.now, ...whoOf(by), did: 'sessions changed places', about: one })
  return yes(true)
}

async function close(tx: Tx, ids: readonly string[], state: Exclude<SwapState, 'asked'>, at: Moment): Promise<void> {
  await saveSwapState(tx, ids, state)
  await forgetMany(tx, [SWAP_OVER], ids)
  await dropAsksOfMany(tx, ids, at)
}

/** By the organiser, in one click. */
export async function swapSessions(
  db: Db,
  id: string,
  viewer: Viewer,
  places: Places,
  at: Moment,
): Promise<Answer<true, ChangeRefusal | RunRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const run = mayRun(event, viewer)
    return run.yes ? change(tx, event, places, { by: { viewer }, at }) : run
  })
}

/** By a host of the one: the hosts of the other are asked, and the organiser. Whoever has no account is asked on the pages of the event. */
export async function askToSwap(
  db: Db,
  id: string,
  by: Comer,
  places: Places,
  at: Moment,
): Promise<Answer<string, AskSwapRefusal | ChangeRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    const agenda = await findAgenda(tx, id)
    if (!event || !agenda?.publishedAt) return no('not found')
    const me = await attendeeOf(tx, id, by)
    const pair = pairOf(agenda.sessions, places)
    if (!pair.yes) return pair
    const [one, other] = pair.value
    const may = mayAskSwap(event, pair.value, { isHost: isHost(one, me), open: await listOpenSwaps(tx, id), today: at.today })
    if (!may.yes) return may
    if (!me) return no('not a host')
    const fits = await mayChangePlaces(tx, event, pair.value, at)
    if (!fits.yes) return fits
    const organiser = event.organiser.id
    const hosts = isHost(other, me) ? [] : other.hosts.filter(({ person }) => person !== organiser)
    const swap = newId(at.now)
    const until = answerBy(one, other, (await termOf(tx, at)).answerBy, at.today)
    await addSwap(tx, { id: swap, event: id, ...places, state: 'asked', asksHost: hosts.length > 0, answerBy: until }, me.id, at.now)
    await planAfter(tx, { kind: SWAP_OVER, about: swap }, until, at.zone)
    await record(tx, { at: at.now, ...whoOf(by), did: 'swap of sessions asked for', about: swap })
    const facts = { event: id, title: event.title, one: placed(one), other: placed(other) }
    const asked = { about: swap, asker: me.person, facts, term: waitsUntil(until) }
    const people = hosts.flatMap(({ person }) => person ?? [])
    await askMany(
      tx,
      people.map((person) => ({ kind: 'session swap' as const, person, ...asked })),
      at,
    )
    if (organiser !== me.person) await askMany(tx, [{ kind: 'session swap decided' as const, person: organiser, ...asked }], at)
    else await saveSwapAnswer(tx, swap, 'organiser', true)
    await settle(tx, event, swap, by, at)
    return yes(swap)
  })
}

const placed = ({ id, title, slot: { day, starts, ends }, room }: Session) => ({ session: id, title, day, starts, ends, room: room.name })

const ASKED = { host: 'session swap', organiser: 'session swap decided' } as const
const OTHERS = { host: ASKED.organiser, organiser: ASKED.host } as const

/** On a page of the event, or by the ask. Of several hosts the first answers. `only`: they were asked as that. */
export async function answerSwap(
  db: Db,
  id: string,
  by: Comer,
  agrees: boolean,
  at: Moment,
  only?: 'host',
): Promise<Answer<SwapState, ChangeRefusal | AnswerSwapRefusal | Missing>> {
  return together(db, async (tx) => {
    const known = await lockSwap(tx, id)
    if (!known) return no('not found')
    const { swap, event } = known
    const me = await attendeeOf(tx, event.id, by)
    // Whoever was asked may not host it any more, or not run the event.
    const other = await findSession(tx, swap.other)
    const may = mayAnswerSwap(event, swap, other, { me, runs: isOrganiser(event, by.viewer) }, only)
    if (!may.yes) return may
    for (const voice of may.value) {
      await saveSwapAnswer(tx, id, voice, agrees)
      if (by.viewer) await settleAsk(tx, ASKED[voice], id, { answer: agrees ? 'yes' : 'no', line: '' }, at, by.viewer.person)
      await dropAsksOfMany(tx, [id], at, OTHERS[voice])
    }
    await record(tx, { at: at.now, ...whoOf(by), did: agrees ? 'swap agreed to' : 'swap refused', about: id })
    return settle(tx, event, id, by, at)
  })
}

/** Whoever answers, takes back or asks at the same time waits here. */
async function lockSwap(tx: Tx, id: string): Promise<{ swap: Swap; event: Event } | undefined> {
  const known = isId(id) ? await findSwap(tx, id) : undefined
  const event = known && (await lockEvent(tx, known.event))
  const swap = event && (await findSwap(tx, id))
  return swap && { swap, event }
}

async function settle(tx: Tx, event: Event, id: string, by: Comer, at: Moment): Promise<Answer<SwapState, ChangeRefusal>> {
  const swap = await findSwap(tx, id)
  if (!swap) throw new Error('A swap that was just written is gone.')
  const state = stateAfter(swap)
  if (state === 'asked') return yes(state)
  const changed = state === 'done' ? await change(tx, event, swap, { by, at, but: id }) : yes(true as const)
  // Where something else has moved meanwhile, so that a host would be in two places, both stay where they are.
  await close(tx, [id], changed.yes ? state : 'over', at)
  return changed.yes ? yes(state) : changed
}

export async function takeSwapBack(db: Db, id: string, by: Comer, at: Moment): Promise<Answer<true, TakeBackRefusal | Missing>> {
  return together(db, async (tx) => {
    const known = await lockSwap(tx, id)
    const one = known && (await findSession(tx, known.swap.one))
    if (!one) return no('not found')
    const may = mayTakeSwapBack(known.event, known.swap, isHost(one, await attendeeOf(tx, known.event.id, by)))
    if (!may.yes) return may
    await close(tx, [id], 'over', at)
    await record(tx, { at: at.now, ...whoOf(by), did: 'swap taken back', about: id })
    return yes(true)
  })
}

/** Silence leaves both where they are. */
export async function leaveInPlace(tx: Tx, id: string, at: Moment): Promise<void> {
  if (await lockSwap(tx, id)) await close(tx, [id], 'over', at)
}

/** The event or one of the two is called off: nobody is to answer what cannot be done any more. */
export async function closeSwaps(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  const held = event && event.step !== 'over' ? await listSessions(tx, id) : []
  const stale = (await listOpenSwaps(tx, id)).filter((swap) => !pairOf(held, swap).yes)
  await close(
    tx,
    stale.map((swap) => swap.id),
    'over',
    at,
  )
}
