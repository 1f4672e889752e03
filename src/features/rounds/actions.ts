/** Opening a round, telling of it, joining and leaving it, and ending it. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forgetMany, plan, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askMany, dropAsksOfMany, settleAsk } from '../asks/actions.ts'
import { tellEach } from '../letters/actions.ts'
import { findPerson, isSpeaker } from '../people/actions.ts'
import { BEFORE, CLOSES, INVITE, MATCH, SENDS } from './clocks.ts'
import { isAsked, listPaused } from './guest-store.ts'
import { removeRunOf } from './progress-store.ts'
import {
  type EndRefusal,
  isOpen,
  type JoinRefusal,
  type LeaveRefusal,
  mayEnd,
  mayJoin,
  mayLeave,
  mayOrganise,
  type OrganiseRefusal,
  type Round,
} from './round.ts'
import {
  addRound,
  addTurn,
  findJoining,
  findRound,
  listJoined,
  listToInvite,
  lockRound,
  type NewRound,
  saveJoined,
  saveLeft,
  saveRoundEnded,
  saveTurnState,
} from './store.ts'

/** Told of a round in one go; more are told right after. */
const INVITED_AT_ONCE = 300

type Missing = 'not found'

/** Whether somebody may open a round; brokers need not speak for anybody. */
export const speaks = async (db: Db, { person, organisation, broker }: Viewer): Promise<boolean> =>
  broker || (organisation !== undefined && (await isSpeaker(db, person, organisation)))

export async function openRound(
  db: Db,
  viewer: Viewer,
  { closesOn, ...round }: Omit<NewRound, 'id' | 'organiser'> & { closesOn: Day },
  at: Moment,
): Promise<Answer<string, OrganiseRefusal>> {
  return together(db, async (tx) => {
    const may = mayOrganise(viewer, await speaks(tx, viewer))
    if (!may.yes) return may
    const [id, turn] = [newId(at.now), newId(at.now)]
    await addRound(tx, { ...round, id, organiser: viewer.person }, at.now)
    await addTurn(tx, { id: turn, number: 1, closesOn }, id)
    await planAfter(tx, { kind: CLOSES, about: turn }, closesOn, at.zone)
    await record(tx, { at: at.now, who: viewer.person, did: 'round opened', about: id, callsFor: round.invites ? [INVITE] : [] })
    return yes(id)
  })
}

/** The clock's part: whoever may join is asked, unless they want to hear of nobody. A speaker writes to their own organisation alone. */
export async function inviteToRound(tx: Tx, id: string, at: Moment): Promise<void> {
  const round = await findRound(tx, id, at.zone)
  const organiser = round && (await findPerson(tx, round.organiser.id))
  if (!round || !organiser || !isOpen(round, at.today)) return
  const people = await listToInvite(tx, round, organiser.broker ? undefined : organiser.organisation?.id, at.today, INVITED_AT_ONCE)
  await askToJoin(tx, round, people, round.turn.closesOn, at)
  if (people.length === INVITED_AT_ONCE) await plan(tx, { kind: INVITE, about: id, at: at.now })
}

export async function askToJoin(tx: Tx, round: Round, people: readonly string[], answerBy: Day, at: Moment): Promise<void> {
  const { id, title, line, organiser: who, size, across, meets, meetDays, turns, everyWeeks } = round
  const facts = { round: id, who, title, line, size, across, ...(meets ? { meets } : {}), meetDays, turns, everyWeeks }
  await askMany(
    tx,
    people.map((person) => ({ kind: 'will you join' as const, about: id, person, facts, term: { remindOn: [], answerBy } })),
    at,
  )
}

export async function joinRound(
  db: Db,
  id: string,
  viewer: Viewer,
  threeIsFine: boolean,
  at: Moment,
): Promise<Answer<true, JoinRefusal | Missing>> {
  return together(db, async (tx) => {
    const round = await lockRound(tx, id, at.zone)
    if (!round) return no('not found')
    const isPaused = (await listPaused(tx, [viewer.person], at.today)).size > 0
    const may = mayJoin(round, viewer, { isPaused, isAsked: await isAsked(tx, id, viewer.person) }, at.today)
    if (!may.yes) return may
    await saveJoined(tx, id, viewer.person, threeIsFine, at.now)
    if (round.turn.state === 'matched') await plan(tx, { kind: MATCH, about: round.turn.id, at: at.now })
    await record(tx, { at: at.now, who: viewer.person, did: 'round joined', about: id })
    await settleAsk(tx, 'will you join', id, { answer: 'yes', line: '' }, at, viewer.person)
    return yes(true)
  })
}

export async function leaveRound(db: Db, id: string, person: string, at: Moment): Promise<Answer<true, LeaveRefusal | Missing>> {
  return together(db, async (tx) => {
    const round = await lockRound(tx, id, at.zone)
    if (!round) return no('not found')
    const may = mayLeave(round, (await findJoining(tx, id, person)) !== undefined)
    if (!may.yes) return may
    await saveLeft(tx, id, person, at.now)
    await record(tx, { at: at.now, who: person, did: 'round left', about: id })
    await settleAsk(tx, 'round comes again', round.turn.id, { answer: 'leave', line: '' }, at, person)
    if (round.turn.state === 'matched') await plan(tx, { kind: MATCH, about: round.turn.id, at: at.now })
    return yes(true)
  })
}

/** Those who joined are told, where nobody has told them yet whom they meet or another turn would have come. */
export async function endRound(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<true, EndRefusal | Missing>> {
  return together(db, async (tx) => {
    const round = await lockRound(tx, id, at.zone)
    if (!round) return no('not found')
    const may = mayEnd(round, viewer)
    if (!may.yes) return may
    const { turn, title } = round
    const people = [...(await listJoined(tx, id)).keys()]
    await closeRound(tx, round, at)
    if (turn.state === 'sent') return yes(true)
    const facts = { round: id, title, who: round.organiser }
    await tellEach(
      tx,
      'round ended',
      people.map((person) => ({ person, facts })),
      at.now,
    )
    return yes(true)
  })
}

/** Nothing of it waits any more. Those who are to meet still do. */
export async function closeRound(tx: Tx, { id, turn }: Round, at: Moment): Promise<void> {
  await saveRoundEnded(tx, id, at.now)
  if (turn.state !== 'sent') {
    await saveTurnState(tx, turn.id, 'over')
    await removeRunOf(tx, turn.id)
    await dropAsksOfMany(tx, [id, turn.id], at)
    await forgetMany(tx, [CLOSES, MATCH, SENDS, BEFORE, INVITE], [id, turn.id])
  }
  await record(tx, { at: at.now, did: 'round ended', about: id })
}
