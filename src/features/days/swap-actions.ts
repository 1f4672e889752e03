/** Two sessions change places: at once by the organiser, or asked for by a host and agreed to by all. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findAgenda, findSession, listSessions } from '../agendas/actions.ts'
import type { Session } from '../agendas/agenda.ts'
import type { MoveRefusal } from '../agendas/board.ts'
import { changePlaces, mayChangePlaces } from '../agendas/swapping-actions.ts'
import { askMany, dropAsksOfMany, settleAsk, termOf } from '../asks/actions.ts'
import { lockEvent } from '../events/actions.ts'
import type { Comer } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type Event, isOrganiser, mayRun, type RunRefusal } from '../events/event.ts'
import { isHost } from '../pitches/pitch.ts'
import { type AskSwapRefusal, answerBy, mayAskSwap, type PlacesRefusal, pairOf, type Swap, stateAfter } from './swap.ts'
import { addSwap, findSwap, listOpenSwaps, saveHostAnswer, saveOrganiserAnswer, saveSwapState } from './swap-store.ts'

type Missing = 'not found'
export type Places = { one: string; other: string }

/** Why not: of the two themselves, or because of rooms and hosts. */
export type ChangeRefusal = PlacesRefusal | MoveRefusal

/** What was asked of either of them holds no more; `but` is what is being done. */
async function change(
  tx: Tx,
  event: Event,
  places: Places,
  { who, at, but }: { who: string; at: Moment; but?: string },
): Promise<Answer<true, ChangeRefusal>> {
  const pair = pairOf(await listSessions(tx, event.id), places)
  if (!pair.yes) return pair
  const changed = await changePlaces(tx, event, pair.value, at)
  if (!changed.yes) return changed
  const { one, other } = places
  const stale = (await listOpenSwaps(tx, event.id)).filter((swap) => [swap.one, swap.other].some((id) => id === one || id === other))
  await close(
    tx,
    stale.filter(({ id }) => id !== but),
    'over',
    at,
  )
  await record(tx, { at: at.now, who, did: 'sessions changed places', about: one })
  return yes(true)
}

async function close(tx: Tx, swaps: readonly Swap[], state: 'done' | 'refused' | 'over', at: Moment): Promise<void> {
  const ids = swaps.map(({ id }) => id)
  await saveSwapState(tx, ids, state)
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
    return run.yes ? change(tx, event, places, { who: viewer.person, at }) : run
  })
}

/** By a host of the one: the hosts of the other are asked, as far as they have accounts, and the organiser. */
export async function askToSwap(
  db: Db,
  id: string,
  by: Comer,
  places: Places,
  at: Moment,
): Promise<Answer<string, AskSwapRefusal | ChangeRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const agenda = await findAgenda(tx, id)
    if (!agenda?.publishedAt) return no('not found')
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
    const hosts = isHost(other, me) ? [] : other.hosts.flatMap(({ person }) => (person && person !== organiser ? [person] : []))
    const swap = newId(at.now)
    await addSwap(tx, { id: swap, event: id, ...places, state: 'asked', asksHost: hosts.length > 0 }, me.id, at.now)
    await record(tx, { at: at.now, ...(me.person ? { who: me.person } : {}), did: 'swap of sessions asked for', about: swap })
    const term = await termOf(tx, at)
    const facts = { event: id, title: event.title, one: placed(one), other: placed(other) }
    const asked = {
      ...{ about: swap, asker: me.person, facts },
      term: { remindOn: [], answerBy: answerBy(one, other, term.answerBy, at.today) },
    }
    await askMany(
      tx,
      hosts.map((person) => ({ kind: 'session swap' as const, person, ...asked })),
      at,
    )
    if (organiser !== me.person) await askMany(tx, [{ kind: 'session swap decided' as const, person: organiser, ...asked }], at)
    else await saveOrganiserAnswer(tx, swap, true)
    await settle(tx, event, swap, me.person ?? organiser, at)
    return yes(swap)
  })
}

const placed = ({ id, title, slot: { day, starts, ends }, room }: Session) => ({ session: id, title, day, starts, ends, room: room.name })

export type SwapAnswerRefusal = ChangeRefusal | 'over' | 'not yours'

/** By letter or on the page of the ask. Of several hosts the first answers. */
export async function answerSwap(
  tx: Tx,
  id: string,
  as: 'host' | 'organiser',
  by: Viewer,
  agrees: boolean,
  at: Moment,
): Promise<Answer<true, SwapAnswerRefusal | Missing>> {
  const known = await findSwap(tx, id)
  const event = known && (await lockEvent(tx, known.event))
  const swap = event && (await findSwap(tx, id))
  if (!swap) return no('not found')
  if (swap.state !== 'asked' || event.step === 'over') return no('over')
  // Whoever was asked may not host it any more, or not run the event.
  const isTheirs = as === 'host' ? await hostsIt(tx, swap.other, by) : isOrganiser(event, by)
  if (!isTheirs) return no('not yours')
  const given = { answer: agrees ? 'yes' : 'no', line: '' }
  if (as === 'host') {
    await saveHostAnswer(tx, id, agrees)
    await settleAsk(tx, 'session swap', id, given, at, by.person)
    if (agrees) await dropOtherHosts(tx, id, at)
  } else {
    await saveOrganiserAnswer(tx, id, agrees)
    await settleAsk(tx, 'session swap decided', id, given, at, by.person)
  }
  await record(tx, { at: at.now, who: by.person, did: agrees ? 'swap agreed to' : 'swap refused', about: id })
  return settle(tx, event, id, by.person, at)
}

const hostsIt = async (tx: Tx, session: string, { person }: Viewer): Promise<boolean> =>
  (await findSession(tx, session))?.hosts.some((host) => host.person === person) ?? false

const dropOtherHosts = (tx: Tx, id: string, at: Moment) => dropAsksOfMany(tx, [id], at, 'session swap decided')

async function settle(tx: Tx, event: Event, id: string, who: string, at: Moment): Promise<Answer<true, ChangeRefusal>> {
  const swap = await findSwap(tx, id)
  if (!swap) throw new Error('A swap that was just written is gone.')
  const state = stateAfter(swap)
  if (state === 'asked' || state === 'over') return yes(true)
  const changed = state === 'done' ? await change(tx, event, swap, { who, at, but: id }) : yes(true as const)
  // Where something else has moved meanwhile, so that a host would be in two places, both stay where they are.
  await close(tx, [swap], changed.yes ? state : 'over', at)
  return changed
}

/** Silence leaves both where they are. */
export async function leaveInPlace(tx: Tx, ids: readonly string[], at: Moment): Promise<void> {
  await saveSwapState(tx, ids, 'over')
  await dropAsksOfMany(tx, ids, at)
}
