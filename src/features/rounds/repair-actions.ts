/** Somebody cannot come after all: the smallest change that leaves nobody alone, and a letter only to those whom it concerns. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { repairRound } from '../../matching/rounds/round.ts'
import { betweenOf } from '../../matching/rounds/round-request.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { dropAsks, settleAsk } from '../asks/actions.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { requestFor } from './match-actions.ts'
import { type Member, mayWithdraw, type RoundMeeting, type WithdrawRefusal } from './meeting.ts'
import { plannedMeeting } from './plan.ts'
import type { Round } from './round.ts'
import {
  countWithdrawn,
  dropWithdrawn,
  findMeeting,
  listSeated,
  listSeatsWithBlockersOf,
  type Seated,
  saveMoved,
  saveWhys,
  saveWithdrawn,
} from './seat-store.ts'
import { tellLeftOut, tellMeetings } from './send-actions.ts'
import { findRoundOfTurn, listJoined, listThirds, lockRound } from './store.ts'

export const REPAIR = 'repair meeting'
/** About whoever was blocked. */
export const BLOCKED = 'guest blocked'

/** The others hear of it at once, by the clock's part. */
export async function withdraw(db: Db, id: string, person: string, at: Moment): Promise<Answer<true, WithdrawRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const found = await findMeeting(tx, id)
    if (!found) return no('not found')
    await lockRound(tx, found.round, at.zone)
    const meeting = (await findMeeting(tx, id)) ?? found
    const may = mayWithdraw(meeting, person, at.today)
    if (!may.yes) return may
    await saveWithdrawn(tx, id, person, at.now)
    await settleAsk(tx, 'your meeting', id, { answer: 'no', line: '' }, at, person)
    await record(tx, { at: at.now, who: person, did: 'meeting left', about: id })
    await plan(tx, { kind: REPAIR, about: id, at: at.now })
    return yes(true)
  })
}

/** The clock's part: whoever has blocked somebody whom they were to meet does not come. To the others it looks as if they could not. */
export async function leaveBlocked(tx: Tx, blocked: string, at: Moment): Promise<void> {
  for (const { meeting, person } of await listSeatsWithBlockersOf(tx, blocked, at.today)) await withdraw(tx, meeting, person, at)
}

/** The clock's part. Everybody else keeps whom they have. */
export async function repairMeeting(db: Db, knowledge: Knowledge, id: string, at: Moment): Promise<void> {
  const found = await findMeeting(db, id)
  const newest = found && (await findRoundOfTurn(db, found.turn.id, at.zone))
  if (!found || !newest || !found.turn.meetBy || found.turn.meetBy < at.today) return
  const thirds = await listThirds(db, newest.id)
  const before = await listSeated(db, found.turn.id)
  // Whoever was left out and has left the round since is put together with nobody.
  const joined = await listJoined(db, newest.id)
  const leftOut = before.leftOut.filter(({ member }) => joined.has(member.id))
  const people = new Map(peopleIn({ ...before, leftOut }).map(({ id: person }) => [person, thirds.get(person) ?? true]))
  const request = await requestFor(db, knowledge, newest, people, at)
  await together(db, async (tx) => {
    const round = await lockRound(tx, found.round, at.zone)
    // A second run finds that nobody has left since.
    if (!round || (await countWithdrawn(tx, id)) === 0) return
    const seated = await listSeated(tx, found.turn.id)
    const meetings = seated.meetings.map((each) => ({
      members: [...each.members.map((member) => member.id), ...(each.id === id ? [GONE] : [])],
      fits: [],
    }))
    const input = { ...request, between: betweenOf(request.between) }
    const mended = repairRound({ meetings }, GONE, input, knowledge.neighbourhood)
    await dropWithdrawn(tx, id)
    await dropAsks(tx, id, at)
    await keepMended(tx, knowledge, round, found, seated, mended, at)
    await record(tx, { at: at.now, did: 'meeting repaired', about: id })
  })
}

/** Stands for whoever has left: nobody's id. */
const GONE = 'gone'

const peopleIn = ({ meetings, leftOut }: Seated): Member[] => [
  ...meetings.flatMap(({ members }) => members),
  ...leftOut.map(({ member }) => member),
]

/** A changed meeting goes on at the place of whoever comes first in it. */
async function keepMended(
  tx: Tx,
  knowledge: Knowledge,
  round: Round,
  { turn }: RoundMeeting,
  seated: Seated,
  { changed, leftOut }: Pick<ReturnType<typeof repairRound>, 'changed' | 'leftOut'>,
  at: Moment,
): Promise<void> {
  const placeOf = new Map(seated.meetings.flatMap(({ id, members }) => members.map((member) => [member.id, id])))
  const places: string[] = []
  for (const meeting of changed) {
    const place = placeOf.get(meeting.members[0] ?? '')
    if (place === undefined) continue
    for (const person of meeting.members) await saveMoved(tx, turn.id, person, { meeting: place })
    await saveWhys(tx, place, plannedMeeting(meeting).whys)
    await dropAsks(tx, place, at)
    places.push(place)
  }
  const alone = peopleIn(seated).filter(({ id }) => placeOf.has(id) && leftOut.some((each) => each.id === id))
  for (const { id } of alone) await saveMoved(tx, turn.id, id, { why: 'nobody is left' })
  await tellAgain(tx, knowledge, round, turn, places, at)
  const next = round.turn.id !== turn.id && !round.isOver ? round.turn.closesOn : undefined
  await tellLeftOut(
    tx,
    round,
    alone.map((member) => ({ member, why: 'nobody is left' })),
    next,
    at,
  )
}

async function tellAgain(
  tx: Tx,
  knowledge: Knowledge,
  round: Round,
  turn: RoundMeeting['turn'],
  ids: readonly string[],
  at: Moment,
): Promise<void> {
  const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
  const { meetings } = await listSeated(tx, turn.id)
  const term = { meetBy: turn.meetBy ?? at.today, calendar, isChanged: true }
  await tellMeetings(
    tx,
    knowledge,
    round,
    meetings.filter(({ id }) => ids.includes(id)),
    term,
    at,
  )
}
