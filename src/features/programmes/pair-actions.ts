/** What becomes of pairs: asked every two weeks whether they met, renewed once if both like, and ended on their last day. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Moment, startOfDay } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { planAfter, planMany } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askMany, dropAsksOfMany, termOf } from '../asks/actions.ts'
import type { Ask } from '../asks/ask.ts'
import { findWhoIsApart } from '../boundaries/actions.ts'
import { tell, tellEach } from '../letters/actions.ts'
import { endPairs } from './actions.ts'
import { NUDGE, PAIR_OVER } from './clocks.ts'
import { addNudges, saveSaid } from './nudge-store.ts'
import {
  isSaid,
  mayRenew,
  meetingsOf,
  NUDGE_ANSWER_DAYS,
  NUDGE_DAYS,
  NUDGE_REMIND_DAYS,
  nudgeOf,
  type RenewRefusal,
  renewedUntil,
  type SayRefusal,
  sideIn,
} from './pair.ts'
import { listRunningApart, lockPairs, type PairRow, savePairRenewed, savePairsEnded, saveWhetherOn } from './pair-store.ts'
import type { Programme } from './programme.ts'
import { findProgramme } from './store.ts'

async function programmesOf(tx: Tx, pairs: readonly PairRow[]): Promise<ReadonlyMap<string, Programme>> {
  const found = new Map<string, Programme>()
  for (const id of new Set(pairs.map(({ programmeId }) => programmeId))) {
    const programme = await findProgramme(tx, id)
    if (programme) found.set(id, programme)
  }
  return found
}

/** Where one of the two has blocked the other, it is over; to the other it looks as if they had nothing more to say. */
async function withoutApart(tx: Tx, pairs: readonly PairRow[], at: Moment): Promise<PairRow[]> {
  const isApart = await findWhoIsApart(tx, [...new Set(pairs.flatMap(({ left, right }) => [left.id, right.id]))])
  const [apart, kept] = [
    pairs.filter(({ left, right }) => isApart(left.id, right.id)),
    pairs.filter(({ left, right }) => !isApart(left.id, right.id)),
  ]
  await endPairs(
    tx,
    apart.filter(({ state }) => state === 'running').map(({ id }) => id),
    at,
  )
  return kept
}

/** The clock's part: somebody has been blocked, so nobody is asked any more about the two. */
export const endPairsApart = async (tx: Tx, blocked: string, at: Moment): Promise<void> =>
  endPairs(tx, await listRunningApart(tx, blocked), at)

/** The clock's part: those who have not met often enough are asked, with an idea what to talk about. */
export async function nudgePairs(tx: Tx, ids: readonly string[], at: Moment): Promise<void> {
  const pairs = await withoutApart(tx, await lockPairs(tx, ids), at)
  const programmes = await programmesOf(tx, pairs)
  const nudged = pairs.flatMap((pair) => {
    const programme = programmes.get(pair.programmeId)
    return programme ? [{ pair, programme, ...nudgeOf(pair, programme, at.today) }] : []
  })
  const asked = nudged.flatMap(({ pair, programme, turn }) => (turn === undefined ? [] : [{ pair, programme, turn }]))
  await addNudges(
    tx,
    asked.map(({ pair, turn }) => ({ pair: pair.id, turn })),
    at.today,
  )
  await planMany(
    tx,
    nudged.flatMap(({ pair, again }) => (again === undefined ? [] : [{ kind: NUDGE, about: pair.id, at: startOfDay(at.zone, again) }])),
  )
  const term = { remindOn: [addDays(at.today, NUDGE_REMIND_DAYS)], answerBy: addDays(at.today, NUDGE_ANSWER_DAYS) }
  // What was asked two weeks ago has waited long enough.
  await dropAsksOfMany(
    tx,
    asked.map(({ pair }) => pair.id),
    at,
  )
  const asks = asked.flatMap(({ pair: { id, left, right, met, isRenewed }, programme, turn }) => {
    const facts = { pair: id, title: programme.title, turn, met, meetings: meetingsOf({ isRenewed }, programme) }
    const again = addDays(at.today, NUDGE_DAYS)
    return [
      { kind: 'pair nudge' as const, about: id, person: left.id, facts: { ...facts, who: right, again }, term },
      { kind: 'pair nudge' as const, about: id, person: right.id, facts: { ...facts, who: left, again }, term },
    ]
  })
  await askMany(tx, asks, at)
}

const turnOf = ({ facts }: Ask): number => ('turn' in facts && typeof facts.turn === 'number' ? facts.turn : 0)

/** What one of the two says is counted, and shown to nobody. */
export async function sayWhetherMet(tx: Tx, asked: Ask, said: string, by: string, at: Moment): Promise<Answer<true, SayRefusal>> {
  const [pair] = await lockPairs(tx, [asked.about])
  const side = pair && sideIn(pair, by)
  if (!side) return no('not yours')
  if (!isSaid(said)) return no('no such answer')
  await saveSaid(tx, pair.id, turnOf(asked), side, said)
  await record(tx, { at: at.now, who: by, did: said === 'met' ? 'pair met' : 'pair not met yet', about: pair.id })
  return yes(true)
}

export async function unsayWhetherMet(tx: Tx, asked: Ask, by: string): Promise<Answer<true, SayRefusal>> {
  const [pair] = await lockPairs(tx, [asked.about])
  const side = pair && sideIn(pair, by)
  if (!side) return no('not yours')
  await saveSaid(tx, pair.id, turnOf(asked), side, undefined)
  return yes(true)
}

/** The clock's part: the last day of a pair has passed. The first time both are asked whether they go on. */
export async function endPair(tx: Tx, id: string, at: Moment): Promise<void> {
  const [pair] = await withoutApart(tx, await lockPairs(tx, [id]), at)
  const programme = pair && (await findProgramme(tx, pair.programmeId))
  if (pair?.state !== 'running' || !programme || pair.until >= at.today) return
  await savePairsEnded(tx, [id], at.now)
  await dropAsksOfMany(tx, [id], at)
  await record(tx, { at: at.now, did: 'pair over', about: id, numbers: { met: pair.met } })
  const { title } = programme
  const both = [
    [pair.left, pair.right],
    [pair.right, pair.left],
  ] as const
  if (pair.isRenewed) {
    const facts = { pair: id, programme: programme.id, title, met: pair.met, today: at.today }
    const copies = both.map(([reader, who]) => ({ person: reader.id, facts: { ...facts, who } }))
    return tellEach(tx, 'pair over', copies, at.now)
  }
  const term = await termOf(tx, at)
  const until = renewedUntil(pair, programme)
  const facts = { pair: id, programme: programme.id, title, met: pair.met, until }
  await askMany(
    tx,
    both.map(([reader, who]) => ({ kind: 'pair renewal' as const, about: id, person: reader.id, facts: { ...facts, who }, term })),
    at,
  )
}

/** With two yeses they go on; nobody learns of the other's no. */
export async function sayWhetherOn(tx: Tx, id: string, goesOn: boolean, by: string, at: Moment): Promise<Answer<true, RenewRefusal>> {
  const [pair] = await lockPairs(tx, [id])
  const programme = pair && (await findProgramme(tx, pair.programmeId))
  if (!pair || !programme) return no('over')
  const may = mayRenew(pair, by)
  if (!may.yes) return may
  await saveWhetherOn(tx, id, may.value, goesOn)
  await record(tx, { at: at.now, who: by, did: 'pair renewal answered', about: id })
  const said = { ...pair.goesOn, [may.value]: goesOn }
  if (!said.left || !said.right) return yes(true)
  const until = renewedUntil(pair, programme)
  await savePairRenewed(tx, id, until)
  await record(tx, { at: at.now, did: 'pair renewed', about: id })
  const asked = addDays(at.today, NUDGE_DAYS)
  await planMany(tx, [{ kind: NUDGE, about: id, at: startOfDay(at.zone, asked) }])
  await planAfter(tx, { kind: PAIR_OVER, about: id }, until, at.zone)
  for (const [reader, who] of [
    [pair.left, pair.right],
    [pair.right, pair.left],
  ] as const)
    await tell(tx, reader.id, 'pair renewed', { pair: id, title: programme.title, who, until, asked, today: at.today }, at.now)
  return yes(true)
}
