/** Remembers who meets whom in a turn, and what came of it. The only file that writes the tables round_meetings, round_seats and round_wishes. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { among } from '../../storage/pieces.ts'
import type { Said } from '../introductions/outcome.ts'
import { somebodyOf } from '../people/person.ts'
import { seenBy } from '../people/profile.ts'
import type { Member, PairWhy, Planned, RoundMeeting, WhyLeftOut } from './meeting.ts'
import type { TurnState } from './round.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    round_meetings: { id: string; turn: string; whys: string; slots: string }
    round_seats: {
      turn: string
      person: string
      meeting: string | null
      left_out: WhyLeftOut | null
      withdrawn_at: Date | null
      said: Said | null
      said_at: Date | null
    }
    round_wishes: { turn: string; one: string; other: string; wish: 'together' | 'apart' }
  }
}

/** Instead of what was planned before. `ids` are those of the meetings. */
export async function savePlanned(tx: Tx, turn: string, { meetings, leftOut }: Planned, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('round_seats').where('turn', '=', turn).execute()
  await tx.deleteFrom('round_meetings').where('turn', '=', turn).execute()
  const rows = meetings.map(({ whys }, at) => ({ id: ids[at] ?? '', whys: JSON.stringify(whys) }))
  await sql`insert into round_meetings (id, turn, whys)
    select id, ${turn}, whys from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, whys text)`.execute(tx)
  await addSeats(tx, turn, [
    ...meetings.flatMap(({ members }, at) => members.map((person) => ({ person, meeting: ids[at] ?? '', left_out: null }))),
    ...leftOut.map(({ id, why }) => ({ person: id, meeting: null, left_out: why })),
  ])
}

async function addSeats(
  tx: Tx,
  turn: string,
  seats: readonly { person: string; meeting: string | null; left_out: string | null }[],
): Promise<void> {
  await sql`insert into round_seats (turn, person, meeting, left_out)
    select ${turn}, person, meeting, left_out from json_to_recordset(${JSON.stringify(seats)}::json) as r (person text, meeting text, left_out text)`.execute(
    tx,
  )
}

export async function saveSlots(tx: Tx, slots: ReadonlyMap<string, readonly Date[]>): Promise<void> {
  const rows = [...slots].map(([id, times]) => ({ id, slots: JSON.stringify(times) }))
  await sql`update round_meetings m set slots = r.slots from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, slots text) where m.id = r.id`.execute(
    tx,
  )
}

export async function saveWithdrawn(tx: Tx, meeting: string, person: string, now: Date): Promise<void> {
  await tx.updateTable('round_seats').set({ withdrawn_at: now }).where('meeting', '=', meeting).where('person', '=', person).execute()
}

/** How many have left a meeting for which nothing has been done since. */
export async function countWithdrawn(db: Db, meeting: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select count(*) as gone from round_seats where meeting = ${meeting} and withdrawn_at is not null`.execute(db)
  return rows[0]?.gone ?? 0
}

export async function dropWithdrawn(tx: Tx, meeting: string): Promise<void> {
  await tx.updateTable('round_seats').set({ meeting: null }).where('meeting', '=', meeting).where('withdrawn_at', 'is not', null).execute()
}

/** Somebody goes to another meeting, or to none. */
export async function saveMoved(tx: Tx, turn: string, person: string, to: { meeting: string } | { why: WhyLeftOut }): Promise<void> {
  const place = 'meeting' in to ? { meeting: to.meeting, left_out: null } : { meeting: null, left_out: to.why }
  await tx.updateTable('round_seats').set(place).where('turn', '=', turn).where('person', '=', person).execute()
}

export async function saveWhys(tx: Tx, meeting: string, whys: readonly PairWhy[]): Promise<void> {
  await tx
    .updateTable('round_meetings')
    .set({ whys: JSON.stringify(whys) })
    .where('id', '=', meeting)
    .execute()
}

/** The last word of each counts. */
export async function saveSaid(tx: Tx, meeting: string, person: string, said: Said | undefined, now: Date): Promise<void> {
  await tx
    .updateTable('round_seats')
    .set({ said: said ?? null, said_at: said ? now : null })
    .where('meeting', '=', meeting)
    .where('person', '=', person)
    .execute()
}

export type Wish = { one: string; other: string; wish: 'together' | 'apart' }

export async function listWishes(db: Db, turn: string): Promise<Wish[]> {
  return db.selectFrom('round_wishes').select(['one', 'other', 'wish']).where('turn', '=', turn).orderBy('one').orderBy('other').execute()
}

/** In one order, so that the last word about two counts. */
export async function saveWish(tx: Tx, turn: string, { one, other, wish }: Wish): Promise<void> {
  const [first = '', second = ''] = [one, other].sort()
  await tx
    .insertInto('round_wishes')
    .values({ turn, one: first, other: second, wish })
    .onConflict((conflict) => conflict.columns(['turn', 'one', 'other']).doUpdateSet({ wish }))
    .execute()
}

export async function removeWish(tx: Tx, turn: string, one: string, other: string): Promise<void> {
  const [first = '', second = ''] = [one, other].sort()
  await tx.deleteFrom('round_wishes').where('turn', '=', turn).where('one', '=', first).where('other', '=', second).execute()
}

type MemberRow = {
  person: string
  meeting: string | null
  left_out: WhyLeftOut | null
  name: string | null
  job: string | null
  organisation: string | null
  organisation_name: string | null
  sector: Sector | null
  members_see: string[]
  matches_see: string[]
}

const MEMBERS = sql`select s.person, s.meeting, s.left_out, a.name, a.job, a.organisation, g.name as organisation_name, g.sector, a.members_see, a.matches_see
  from round_seats s join people a on a.id = s.person left join organisations g on g.id = a.organisation`

const toMember = (row: MemberRow): Member => ({
  ...somebodyOf({ ...row, id: row.person }),
  organisation: row.organisation ?? '',
  seenBy: seenBy((field) => (row.members_see.includes(field) ? 'members' : row.matches_see.includes(field) ? 'matches' : 'matching')),
})

export type Seated = {
  meetings: { id: string; whys: readonly PairWhy[]; members: Member[] }[]
  leftOut: { member: Member; why: WhyLeftOut }[]
}

/** All of a turn, in the order of the meetings. */
export async function listSeated(db: Db, turn: string): Promise<Seated> {
  const meetings = await db.selectFrom('round_meetings').select(['id', 'whys']).where('turn', '=', turn).orderBy('id').execute()
  const { rows } = await sql<MemberRow>`${MEMBERS} where s.turn = ${turn} and s.withdrawn_at is null order by s.person`.execute(db)
  const byMeeting = new Map<string, Member[]>()
  for (const row of rows) if (row.meeting) byMeeting.set(row.meeting, [...(byMeeting.get(row.meeting) ?? []), toMember(row)])
  return {
    meetings: meetings.map(({ id, whys }) => ({ id, whys: JSON.parse(whys) as PairWhy[], members: byMeeting.get(id) ?? [] })),
    leftOut: rows.flatMap((row) => (row.left_out ? [{ member: toMember(row), why: row.left_out }] : [])),
  }
}

export async function findMeeting(db: Db, id: string): Promise<RoundMeeting | undefined> {
  const { rows } = await sql<{
    id: string
    round: string
    title: string
    turn: string
    state: TurnState
    meet_by: Day | null
    whys: string
    slots: string
  }>`
    select m.id, r.id as round, r.title, t.id as turn, t.state, t.meet_by, m.whys, m.slots
      from round_meetings m join round_turns t on t.id = m.turn join rounds r on r.id = t.round where m.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const members = await sql<MemberRow>`${MEMBERS} where s.meeting = ${id} and s.withdrawn_at is null order by s.person`.execute(db)
  const { round, title, whys, slots, turn, state, meet_by } = row
  return {
    ...{ id, round, title, turn: { id: turn, state, ...(meet_by ? { meetBy: meet_by } : {}) } },
    whys: JSON.parse(whys) as PairWhy[],
    slots: (JSON.parse(slots) as string[]).map((at) => new Date(at)),
    members: members.rows.map(toMember),
  }
}

/** Where somebody is in a round that has been sent: the newest first. */
export async function listMeetingsOf(db: Db, round: string, person: string): Promise<string[]> {
  const { rows } = await sql<{ meeting: string }>`
    select s.meeting from round_seats s join round_turns t on t.id = s.turn
      where t.round = ${round} and t.state = 'sent' and s.person = ${person} and s.meeting is not null and s.withdrawn_at is null order by t.number desc`.execute(
    db,
  )
  return rows.map(({ meeting }) => meeting)
}

/** Meetings still to come where somebody sits with those who have blocked them: who did. */
export async function listSeatsWithBlockersOf(db: Db, blocked: string, today: Day): Promise<{ meeting: string; person: string }[]> {
  const { rows } = await sql<{ meeting: string; person: string }>`
    select o.meeting, o.person from round_seats s join round_turns t on t.id = s.turn join round_seats o on o.meeting = s.meeting
        join blocks b on b.person = o.person and b.blocked = s.person
      where s.person = ${blocked} and t.state = 'sent' and t.meet_by >= ${today} and s.withdrawn_at is null and o.withdrawn_at is null
      order by o.meeting, o.person`.execute(db)
  return rows
}

/** How often each of these was left out, or waited for somebody who did not come, since then. */
export async function countMissedOut(db: Db, people: readonly string[], since: Date): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ person: string; times: number }>`
    select s.person, count(*) as times from round_seats s join round_turns t on t.id = s.turn
      where s.person in ${among(people)} and t.sent_at >= ${since} and s.withdrawn_at is null
        and (s.meeting is null or (s.said = 'no' and not exists (select from round_seats o where o.meeting = s.meeting and o.said in ('met', 'met useful', 'met not useful'))))
      group by s.person`.execute(db)
  return new Map(rows.map(({ person, times }) => [person, times]))
}

/** Those whom the turn before left out: they come first. */
export async function listLeftOutBefore(db: Db, round: string, number: number): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select s.person from round_seats s join round_turns t on t.id = s.turn where t.round = ${round} and t.number = ${number - 1} and s.meeting is null and s.withdrawn_at is null`.execute(
    db,
  )
  return rows.map(({ person }) => person)
}

/** Pairs of these people who met since then: in other rounds, introductions and programmes (`isHere` false), or at any time in this one. */
export async function listMet(
  db: Db,
  round: string,
  people: readonly string[],
  since: Date,
): Promise<{ one: string; other: string; isHere: boolean }[]> {
  const { rows } = await sql<{ one: string; other: string; isHere: boolean }>`
    select a.person as one, b.person as other, t.round = ${round} as "isHere"
      from round_seats a join round_seats b on b.meeting = a.meeting and b.person > a.person join round_turns t on t.id = a.turn
      where a.person in ${among(people)} and b.person in ${among(people)} and t.state = 'sent' and (t.round = ${round} or t.sent_at >= ${since})
        and a.withdrawn_at is null and b.withdrawn_at is null
    union all
    select person, other, false from introductions where begun_at >= ${since} and (state = 'met' or (state = 'asked' and other_asked)) and person in ${among(people)} and other in ${among(people)}
    union all select left_person, right_person, false from programme_pairs
      where made_at >= ${since} and state <> 'proposed' and left_person in ${among(people)} and right_person in ${among(people)}`.execute(
    db,
  )
  return rows
}
