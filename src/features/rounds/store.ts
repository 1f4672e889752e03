/** Remembers rounds, who joined them, and their turns. The only file that writes the tables rounds, round_joinings and round_turns. */
import { type Day, dayIn } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Piece, sql, type Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import type { Across, Audience, Quality, Round, Size, Turn, TurnState } from './round.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    rounds: {
      id: string
      organiser: string
      title: string
      line: string
      audience: Audience['is']
      organisation: string | null
      sectors: Sector[]
      size: Size
      across: Across[]
      by_online: boolean
      within_km: number | null
      meet_days: number
      turns: number
      every_weeks: number
      invites: boolean
      opened_at: Date
      ended_at: Date | null
    }
    round_joinings: { round: string; person: string; three_is_fine: boolean; joined_at: Date; left_at: Date | null }
    round_turns: {
      id: string
      round: string
      number: number
      state: TurnState
      closes_on: Day
      look_by: Day | null
      meet_by: Day | null
      sent_at: Date | null
      quality: string | null
    }
  }
}

export type NewRound = Omit<Round, 'organiser' | 'turn' | 'isOver'> & { organiser: string }

export async function addRound(tx: Tx, { organiser, audience, ...round }: NewRound, now: Date): Promise<void> {
  await tx
    .insertInto('rounds')
    .values({
      ...{ id: round.id, organiser, title: round.title, line: round.line, size: round.size, across: [...round.across] },
      ...{ by_online: round.meets === 'online', within_km: typeof round.meets === 'object' ? round.meets.kilometres : null },
      audience: audience.is,
      organisation: audience.is === 'organisation' ? audience.id : null,
      sectors: audience.is === 'sectors' ? [...audience.sectors] : [],
      ...{ meet_days: round.meetDays, turns: round.turns, every_weeks: round.everyWeeks, invites: round.invites },
      ...{ opened_at: now, ended_at: null },
    })
    .execute()
}

export async function saveRoundEnded(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('rounds').set({ ended_at: now }).where('id', '=', id).execute()
}

export async function addTurn(tx: Tx, { id, number, closesOn }: Pick<Turn, 'id' | 'number' | 'closesOn'>, round: string): Promise<void> {
  const ahead = { look_by: null, meet_by: null, sent_at: null, quality: null }
  await tx
    .insertInto('round_turns')
    .values({ id, round, number, state: 'open', closes_on: closesOn, ...ahead })
    .execute()
}

export async function saveMatched(tx: Tx, turn: string, lookBy: Day, quality: Quality): Promise<void> {
  await tx
    .updateTable('round_turns')
    .set({ state: 'matched', look_by: lookBy, quality: JSON.stringify(quality) })
    .where('id', '=', turn)
    .execute()
}

/** Nothing is sent before. */
export async function saveLookBy(tx: Tx, turn: string, lookBy: Day): Promise<void> {
  await tx.updateTable('round_turns').set({ state: 'matched', look_by: lookBy }).where('id', '=', turn).execute()
}

export async function saveTurnState(tx: Tx, turn: string, state: TurnState): Promise<void> {
  await tx.updateTable('round_turns').set({ state }).where('id', '=', turn).execute()
}

export async function saveSent(tx: Tx, turn: string, meetBy: Day, now: Date): Promise<void> {
  await tx.updateTable('round_turns').set({ state: 'sent', meet_by: meetBy, sent_at: now }).where('id', '=', turn).execute()
}

/** Whoever comes back is in it from now on. */
export async function saveJoined(tx: Tx, round: string, person: string, threeIsFine: boolean, now: Date): Promise<void> {
  const row = { three_is_fine: threeIsFine, joined_at: now, left_at: null }
  await tx
    .insertInto('round_joinings')
    .values({ round, person, ...row })
    .onConflict((conflict) => conflict.columns(['round', 'person']).doUpdateSet(row))
    .execute()
}

export async function saveLeft(tx: Tx, round: string, person: string, now: Date): Promise<void> {
  await tx
    .updateTable('round_joinings')
    .set({ left_at: now })
    .where('round', '=', round)
    .where('person', '=', person)
    .where('left_at', 'is', null)
    .execute()
}

export async function findJoining(db: Db, round: string, person: string): Promise<{ threeIsFine: boolean } | undefined> {
  const row = await db
    .selectFrom('round_joinings')
    .select('three_is_fine')
    .where('round', '=', round)
    .where('person', '=', person)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row && { threeIsFine: row.three_is_fine }
}

/** By the id of the person: whether a third is fine. Only members. */
export async function listJoined(db: Db, round: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db
    .selectFrom('round_joinings as j')
    .innerJoin('people as p', 'p.id', 'j.person')
    .select(['j.person', 'j.three_is_fine'])
    .where('j.round', '=', round)
    .where('j.left_at', 'is', null)
    .where('p.organisation', 'is not', null)
    .orderBy('j.person')
    .execute()
  return new Map(rows.map(({ person, three_is_fine }) => [person, three_is_fine]))
}

/** Of everybody who ever joined: whether a third is fine. */
export async function listThirds(db: Db, round: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db.selectFrom('round_joinings').select(['person', 'three_is_fine']).where('round', '=', round).execute()
  return new Map(rows.map(({ person, three_is_fine }) => [person, three_is_fine]))
}

type Row = {
  id: string
  organiser: string
  title: string
  line: string
  audience: Audience['is']
  organisation: string | null
  audience_name: string | null
  sectors: Sector[]
  size: Size
  across: Across[]
  by_online: boolean
  within_km: number | null
  meet_days: number
  turns: number
  every_weeks: number
  invites: boolean
  ended_at: Date | null
  name: string | null
  job: string | null
  organisation_name: string | null
  sector: Sector | null
  turn: string
  number: number
  state: TurnState
  closes_on: Day
  look_by: Day | null
  meet_by: Day | null
  sent_at: Date | null
  quality: string | null
}

/** Each with its newest turn. */
const ROUNDS = sql`select r.id, r.organiser, r.title, r.line, r.audience, r.organisation, o.name as audience_name, r.sectors, r.size, r.across, r.by_online, r.within_km, r.meet_days, r.turns,
    r.every_weeks, r.invites, r.ended_at, a.name, a.job, g.name as organisation_name, g.sector,
    t.id as turn, t.number, t.state, t.closes_on, t.look_by, t.meet_by, t.sent_at, t.quality
  from rounds r join people a on a.id = r.organiser left join organisations g on g.id = a.organisation left join organisations o on o.id = r.organisation
    join lateral (select * from round_turns n where n.round = r.id order by n.number desc limit 1) t on true`

async function listWhere(db: Db, zone: string, rest: Piece): Promise<Round[]> {
  const { rows } = await sql<Row>`${ROUNDS} ${rest}`.execute(db)
  return rows.map((row) => toRound(row, zone))
}

export async function findRound(db: Db, id: string, zone: string): Promise<Round | undefined> {
  return (await listWhere(db, zone, sql`where r.id = ${id}`))[0]
}

export async function findRoundOfTurn(db: Db, turn: string, zone: string): Promise<Round | undefined> {
  return (await listWhere(db, zone, sql`where r.id = (select round from round_turns where id = ${turn})`))[0]
}

/** Nobody else changes it until this transaction ends. */
export async function lockRound(tx: Tx, id: string, zone: string): Promise<Round | undefined> {
  await tx.selectFrom('rounds').select('id').where('id', '=', id).forUpdate().execute()
  return findRound(tx, id, zone)
}

/** By the id of its turn. */
export async function lockRoundOfTurn(tx: Tx, turn: string, zone: string): Promise<Round | undefined> {
  const row = await tx.selectFrom('round_turns').select('round').where('id', '=', turn).executeTakeFirst()
  return row && lockRound(tx, row.round, zone)
}

/** Open ones that somebody may join and is not in, the newest first; none of those with whom they share a block. */
export function listOpenFor(
  db: Db,
  viewer: Viewer,
  { before, most, today, zone }: { before?: string | undefined; most: number; today: Day; zone: string },
): Promise<Round[]> {
  const { person, organisation = '', sector = '' } = viewer
  return listWhere(
    db,
    zone,
    sql`where r.ended_at is null and t.state = 'open' and t.closes_on >= ${today} and (${before ?? null}::text is null or r.id < ${before ?? null})
        and ((r.audience = 'everybody' and ${sector} <> 'supplier') or r.organisation = ${organisation} or ${sector} = any(r.sectors))
        and not exists (select from round_joinings j where j.round = r.id and j.person = ${person} and j.left_at is null)
        and not exists (select from blocks x where (x.person = ${person} and x.blocked = r.organiser) or (x.person = r.organiser and x.blocked = ${person}))
      order by r.id desc limit ${most}`,
  )
}

/** Those that somebody organises or is in, the newest first. */
export const listRoundsOf = (db: Db, person: string, most: number, zone: string): Promise<Round[]> =>
  listWhere(
    db,
    zone,
    sql`where r.organiser = ${person} or exists (select from round_joinings j where j.round = r.id and j.person = ${person} and j.left_at is null)
      order by r.id desc limit ${most}`,
  )

/** The next who may be told of a round by letter, in the order of their ids: nobody who takes a break, wants no introductions, has stopped letters, or was told. */
export async function listToInvite(db: Db, round: Round, within: string | undefined, today: Day, most: number): Promise<string[]> {
  const { audience } = round
  const organisation = audience.is === 'organisation' ? audience.id : (within ?? null)
  const sectors =
    audience.is === 'sectors'
      ? sql`g.sector in (${sql.join(audience.sectors)})`
      : sql`(g.sector <> 'supplier' or ${audience.is} = 'organisation')`
  const { rows } = await sql<{ id: string }>`
    select p.id from people p join organisations g on g.id = p.organisation left join boundaries b on b.person = p.id
        left join letter_choices c on c.person = p.id left join profiles d on d.person = p.id
      where p.name is not null and p.id <> ${round.organiser.id} and (${organisation}::text is null or p.organisation = ${organisation}) and ${sectors}
        and coalesce(b.paused_until < ${today}, true) and coalesce(c.paused_until < ${today}, true) and c.stopped_at is null and coalesce(d.introductions, 1) > 0
        and not exists (select from blocks x where (x.person = p.id and x.blocked = ${round.organiser.id}) or (x.person = ${round.organiser.id} and x.blocked = p.id))
        and not exists (select from round_joinings j where j.round = ${round.id} and j.person = p.id)
        and not exists (select from asks k where k.about = ${round.id} and k.person = p.id and k.kind = 'will you join')
      order by p.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

function meetsOf({ by_online, within_km }: Row): Pick<Round, 'meets'> {
  if (by_online) return { meets: 'online' }
  return within_km === null ? {} : { meets: { kilometres: within_km } }
}

function toRound(row: Row, zone: string): Round {
  const { id, title, line, size, across, turns, invites } = row
  return {
    ...{
      id,
      title,
      line,
      size,
      across,
      turns,
      invites,
      meetDays: row.meet_days,
      everyWeeks: row.every_weeks,
      isOver: row.ended_at !== null,
    },
    ...meetsOf(row),
    organiser: somebodyOf({ ...row, id: row.organiser }),
    audience: audienceIn(row),
    turn: {
      ...{ id: row.turn, number: row.number, state: row.state, closesOn: row.closes_on },
      ...(row.look_by ? { lookBy: row.look_by } : {}),
      ...(row.meet_by ? { meetBy: row.meet_by } : {}),
      ...(row.sent_at ? { sentOn: dayIn(zone, row.sent_at) } : {}),
      ...(row.quality ? { quality: JSON.parse(row.quality) as Quality } : {}),
    },
  }
}

function audienceIn({ audience, organisation, audience_name, sectors }: Row): Audience {
  if (audience === 'organisation') return { is: 'organisation', id: organisation ?? '', name: audience_name ?? '' }
  return audience === 'sectors' ? { is: 'sectors', sectors } : { is: 'everybody' }
}
