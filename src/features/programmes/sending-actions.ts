/** The preview is sent: each of a pair gets the other's address, and whoever was left out hears why. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Moment, startOfDay } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { planAfter, planMany } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { settleAsk } from '../asks/actions.ts'
import { findWhoIsApart } from '../boundaries/actions.ts'
import { turned } from '../introductions/why.ts'
import { tellEach } from '../letters/actions.ts'
import { listAddressesOf } from '../people/actions.ts'
import { NUDGE, OVER, PAIR_OVER } from './clocks.ts'
import { listReady, saveOut } from './member-store.ts'
import { nudgeDay } from './pair.ts'
import { listPairsOf, type PairRow, removePairs, saveAllRunning } from './pair-store.ts'
import { maySend, type OutWhy, type Programme, type RunRefusal } from './programme.ts'
import { lockProgramme, saveRunning } from './store.ts'

/** By the organiser. */
export async function sendProgramme(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<true, RunRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const programme = await lockProgramme(tx, id)
    if (!programme) return no('not found')
    const may = maySend(programme, viewer)
    if (!may.yes) return may
    await settleAsk(tx, 'programme preview', id, { answer: 'send', line: '' }, at)
    await send(tx, programme, at)
    return yes(true)
  })
}

/** The clock's part: the organiser has said nothing, so it is sent as it is. */
export async function sendUnseen(tx: Tx, id: string, at: Moment): Promise<void> {
  const programme = await lockProgramme(tx, id)
  if (programme?.state === 'preview' && (programme.sendBy ?? '') < at.today) await send(tx, programme, at)
}

async function send(tx: Tx, programme: Programme, at: Moment): Promise<void> {
  const { id, firstDay, lastDay } = programme
  const ready = await listReady(tx, id, at.today)
  const pairs = await soundPairs(tx, id, ready)
  await saveAllRunning(tx, id, at.now)
  await saveRunning(tx, id, at.now)
  await record(tx, { at: at.now, did: 'programme sent', about: id, numbers: { pairs: pairs.length } })
  const asked = nudgeDay(firstDay, at.today)
  await planMany(
    tx,
    pairs.map((pair) => ({ kind: NUDGE, about: pair.id, at: startOfDay(at.zone, asked) })),
  )
  for (const pair of pairs) await planAfter(tx, { kind: PAIR_OVER, about: pair.id }, lastDay, at.zone)
  await planAfter(tx, { kind: OVER, about: id }, lastDay, at.zone)
  await tellPairs(tx, programme, pairs, asked, at)
  await tellOut(tx, programme, pairs, ready, at)
}

/** Since it was matched somebody may have left, blocked somebody, or begun a break. */
async function soundPairs(tx: Tx, id: string, ready: ReadonlyMap<string, unknown>): Promise<PairRow[]> {
  const all = await listPairsOf(tx, id, ['proposed'])
  const isApart = await findWhoIsApart(tx, [...new Set(all.flatMap(({ left, right }) => [left.id, right.id]))])
  const isSound = ({ left, right }: PairRow) => ready.has(left.id) && ready.has(right.id) && !isApart(left.id, right.id)
  await removePairs(
    tx,
    all.filter((pair) => !isSound(pair)).map((pair) => pair.id),
  )
  return all.filter(isSound)
}

async function tellPairs(tx: Tx, programme: Programme, pairs: readonly PairRow[], asked: string, at: Moment): Promise<void> {
  const { id, title, firstDay, lastDay, meetings } = programme
  const addresses = await listAddressesOf(
    tx,
    pairs.flatMap(({ left, right }) => [left.id, right.id]),
  )
  const copies = pairs.flatMap(({ id: pair, left, right, why }) => {
    const facts = { pair, programme: id, title, firstDay, lastDay, meetings, asked, both: [left.id, right.id] as const, today: at.today }
    return [
      { person: left.id, facts: { ...facts, who: right, address: addresses.get(right.id) ?? '', ...(why ? { why } : {}) } },
      { person: right.id, facts: { ...facts, who: left, address: addresses.get(left.id) ?? '', ...(why ? { why: turned(why) } : {}) } },
    ]
  })
  await tellEach(tx, 'programme pair made', copies, at.now)
}

/** Nobody is left out in silence. */
async function tellOut(
  tx: Tx,
  { id, title, organiser }: Programme,
  pairs: readonly PairRow[],
  ready: ReadonlyMap<string, OutWhy | undefined>,
  at: Moment,
): Promise<void> {
  const paired = new Set(pairs.flatMap(({ left, right }) => [left.id, right.id]))
  const out = new Map([...ready].filter(([person]) => !paired.has(person)).map(([person, why]) => [person, why ?? 'other left'] as const))
  await saveOut(tx, id, out)
  const copies = [...out].map(([person, why]) => ({ person, facts: { programme: id, title, why, organiser, today: at.today } }))
  await tellEach(tx, 'programme left out', copies, at.now)
}
