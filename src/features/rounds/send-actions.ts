/** Telling everybody whom they meet: one letter to each, and one to whoever is left out. */
import { addDays, type Day, dayIn, type Moment } from '../../basics/day.ts'
import { type Calendar, workingDayFrom } from '../../basics/working-day.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, plan, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askMany, dropAsks } from '../asks/actions.ts'
import { findWhoIsApart } from '../boundaries/actions.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { type Diary, threeTimes } from '../introductions/three-times.ts'
import { tellEach } from '../letters/actions.ts'
import { listAddressesOf } from '../people/actions.ts'
import { SENDS } from './clocks.ts'
import { listDiaries, listPaused } from './guest-store.ts'
import { keepPlanned, planFor } from './match-actions.ts'
import { type Member, othersOf } from './meeting.ts'
import { type Engine, type Plan, pairsIn } from './plan.ts'
import { workOut } from './progress-actions.ts'
import { firstTwo, namesIn, readBy, reasonsBetween, whyAsked } from './reading.ts'
import { comesAgain, type Round } from './round.ts'
import { listSeated, type Seated, saveSlots } from './seat-store.ts'
import { findRoundOfTurn, listJoined, lockRoundOfTurn, saveSent } from './store.ts'
import { beginNextTurn } from './turn-actions.ts'

export const DID_MEET = 'did round meet'

const isToSend = (round: Round | undefined, turn: string, today: Day): round is Round => {
  if (!round || round.isOver || round.turn.id !== turn) return false
  const { state, lookBy } = round.turn
  return state === 'sending' || (state === 'matched' && lookBy !== undefined && lookBy < today)
}

/** The clock's part: its organiser said so, or said nothing. What has changed since is looked at once more. */
export async function sendTurn(db: Db, engine: Engine, turn: string, at: Moment): Promise<void> {
  const found = await findRoundOfTurn(db, turn, at.zone)
  if (!isToSend(found, turn, at.today)) return
  const joined = await listJoined(db, found.id)
  const leave = async (tx: Tx, round: Round, made?: Plan): Promise<void> => {
    if (made) await keepPlanned(tx, turn, made.planned, at)
    // Working it out takes a while for many: who has left or blocked somebody meanwhile is sent to nobody, and who has come is not forgotten.
    const isNew = (person: string) => !joined.has(person)
    if ([...(await listJoined(tx, found.id)).keys()].some(isNew) || !(await isSound(tx, found, at)))
      return plan(tx, { kind: SENDS, about: turn, at: at.now })
    await send(tx, engine.knowledge, round, at)
  }
  const isStill = (round: Round) => isToSend(round, turn, at.today)
  if (!(await isStillSo(db, found, at)))
    return workOut(db, { turn, at, isStill, work: (goesOn) => planFor(db, engine, found, at, goesOn), keep: leave })
  await together(db, async (tx) => {
    const round = await lockRoundOfTurn(tx, turn, at.zone)
    if (isToSend(round, turn, at.today)) await leave(tx, round)
  })
}

/** The same people, and none of them together who must not be. */
async function isStillSo(db: Db, round: Round, at: Moment): Promise<boolean> {
  const { meetings, leftOut } = await listSeated(db, round.turn.id)
  const all = meetings.reduce((sum, { members }) => sum + members.length, leftOut.length)
  return all === (await listJoined(db, round.id)).size && isSound(db, round, at)
}

/** Whoever meets somebody is still in it, takes no break, and has not blocked them. */
async function isSound(db: Db, { id, turn }: Round, { today }: Moment): Promise<boolean> {
  const joined = await listJoined(db, id)
  const { meetings } = await listSeated(db, turn.id)
  const seated = meetings.flatMap(({ members }) => members.map((member) => member.id))
  if (seated.some((person) => !joined.has(person))) return false
  if ((await listPaused(db, seated, today)).size > 0) return false
  const isApart = await findWhoIsApart(db, seated)
  return !meetings.some(({ members }) => pairsIn(members.map((member) => member.id)).some(([one, other]) => isApart(one, other)))
}

async function send(tx: Tx, knowledge: Knowledge, round: Round, at: Moment): Promise<void> {
  const { id, turn } = round
  const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
  const meetBy = addDays(at.today, round.meetDays)
  await forget(tx, SENDS, turn.id)
  await dropAsks(tx, turn.id, at)
  await saveSent(tx, turn.id, meetBy, at.now)
  const seated = await listSeated(tx, turn.id)
  await tellMeetings(tx, knowledge, round, seated.meetings, { meetBy, calendar, isChanged: false }, at)
  await planOn(tx, { kind: DID_MEET, about: turn.id }, workingDayFrom(addDays(meetBy, 1), calendar), at.zone)
  const numbers = { meetings: seated.meetings.length, 'left out': seated.leftOut.length }
  await record(tx, { at: at.now, did: 'round sent', about: id, numbers })
  const next = comesAgain(round) ? await beginNextTurn(tx, round, at) : undefined
  await tellLeftOut(tx, round, seated.leftOut, next, at)
}

export async function tellLeftOut(
  tx: Tx,
  { id, title }: Round,
  leftOut: Seated['leftOut'],
  next: Day | undefined,
  at: Moment,
): Promise<void> {
  await tellEach(
    tx,
    'left out of round',
    leftOut.map(({ member, why }) => ({
      person: member.id,
      facts: { round: id, title, why, today: at.today, ...(next ? { closesOn: next } : {}) },
    })),
    at.now,
  )
}

export type Term = { meetBy: Day; calendar: Calendar; isChanged: boolean }

/** One letter to each: whom they meet and why, a first question, and up to three times within the term that suit all. */
export async function tellMeetings(
  tx: Tx,
  knowledge: Knowledge,
  round: Round,
  meetings: Seated['meetings'],
  term: Term,
  at: Moment,
): Promise<void> {
  const people = meetings.flatMap(({ members }) => members.map(({ id }) => id))
  const diaries = await listDiaries(tx, people, at.zone, at.today)
  const addresses = await listAddressesOf(tx, people)
  const timesOf = timesFinder(diaries, term.calendar, at)
  const slots = new Map(meetings.map(({ id, members }) => [id, timesOf(members).filter((slot) => dayIn(at.zone, slot) <= term.meetBy)]))
  await saveSlots(tx, slots)
  const nameOf = namesIn(knowledge)
  const asks = meetings.flatMap((meeting) =>
    meeting.members.map((reader) => {
      const others = othersOf(meeting, reader.id)
      const reasons = others.map((other) => reasonsBetween(meeting.whys, reader, other))
      const facts = {
        ...{ round: round.id, title: round.title, meeting: meeting.id, isChanged: term.isChanged },
        ...named(others),
        addresses: others.map(({ id }) => addresses.get(id) ?? ''),
        whys: reasons.map((each) => readBy(reader.id, each, nameOf)),
        asked: whyAsked(reader.id, others.length === 1 ? (reasons[0] ?? []) : [], nameOf),
        both: firstTwo(meeting.members),
        slots: (slots.get(meeting.id) ?? []).map((slot) => slot.toISOString()),
        zone: diaries.get(reader.id)?.zone ?? at.zone,
      }
      return { kind: 'your meeting' as const, about: meeting.id, person: reader.id, facts, term: { remindOn: [], answerBy: term.meetBy } }
    }),
  )
  await askMany(tx, asks, at)
}

/** Each under a name of its own: so a reader who may not know names reads none. */
export const named = ([first, second, third, fourth]: readonly Member[]) => ({
  ...(first ? { who: plain(first) } : {}),
  ...(second ? { who2: plain(second) } : {}),
  ...(third ? { who3: plain(third) } : {}),
  ...(fourth ? { who4: plain(fourth) } : {}),
})

const plain = ({ id, name, job, organisationName, isSupplier }: Member) => ({
  ...{ id, name, job, organisationName },
  ...(isSupplier ? { isSupplier } : {}),
})

/** Most say nothing of their hours, so the same times are found again and again. */
function timesFinder(diaries: ReadonlyMap<string, Diary>, calendar: Calendar, at: Moment): (members: readonly Member[]) => readonly Date[] {
  const found = new Map<string, readonly Date[]>()
  return (members) => {
    const theirs = members.flatMap(({ id }) => diaries.get(id) ?? [])
    const key = theirs
      .map(({ zone, hours }) => `${zone} ${hours}`)
      .sort()
      .join('\n')
    const times = found.get(key) ?? threeTimes(at.today, at.zone, calendar, theirs)
    found.set(key, times)
    return times
  }
}
