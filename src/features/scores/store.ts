/** Remembers how an event is scored, who holds which card, and what they thought of it. The only file that writes the tables scorings, score_raters and score_deals. */
import { type Db, type Piece, sql, type Tx } from '../../storage/db.ts'
import type { Score } from './ranked.ts'
import { HELD_MINUTES, LARGEST_TEAM, type Scoring, type Standing, type Way } from './scoring.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    scorings: { event: string; way: Way; each: number; places: number | null }
    score_raters: { id: string; event: string; attendee: string | null; at_terminal: boolean; begun_at: Date }
    score_deals: { id: string; event: string; pitch: string; rater: string; dealt_at: Date; points: number | null; passed: boolean }
  }
}

const scoring = (event: string, lock: Piece = sql``) => sql<Scoring>`
  select e.id as event, e.step, coalesce(s.way, 'fair') as way, coalesce(s.each, 5) as each,
    coalesce(s.places, greatest(1, (select count(*) from event_rooms r where r.event = e.id) * (select count(*) from event_slots l where l.event = e.id and not l.is_break))) as places,
    (select count(*) from attendees t where t.event = e.id and t.state = 'in') as people
  from (select id, step from events where id = ${event}${lock}) e left join scorings s on s.event = e.id`

export async function findScoring(db: Db, event: string): Promise<Scoring | undefined> {
  return (await scoring(event).execute(db)).rows[0]
}

/** Cards of an event are dealt one after another, so that none is dealt twice for being the least dealt. */
export async function lockScoring(tx: Tx, event: string): Promise<Scoring | undefined> {
  return (await scoring(event, sql` for no key update`).execute(tx)).rows[0]
}

export async function putScoring(tx: Tx, event: string, { way, each, places }: Pick<Scoring, 'way' | 'each' | 'places'>): Promise<void> {
  await tx
    .insertInto('scorings')
    .values({ event, way, each, places })
    .onConflict((conflict) => conflict.column('event').doUpdateSet({ way, each, places }))
    .execute()
}

/** Once for each attendee, whose id it has. */
export async function putRater(
  tx: Tx,
  rater: { id: string; event: string; attendee: string | null; atTerminal: boolean },
  now: Date,
): Promise<void> {
  const { atTerminal, ...row } = rater
  await tx
    .insertInto('score_raters')
    .values({ ...row, at_terminal: atTerminal, begun_at: now })
    .onConflict((conflict) => (atTerminal ? conflict.column('id').doUpdateSet({ at_terminal: true }) : conflict.column('id').doNothing()))
    .execute()
}

/** A pitch (p) that is scored. */
const IS_A_CARD = sql<boolean>`p.merged_into is null and p.withdrawn_at is null`

/** All cards of an event in the order in which they were made, as one rater sees them. Their own are those that they host or have pitched, and those of their team. */
export async function listStanding(tx: Tx, event: string, rater: string, now: Date): Promise<Standing[]> {
  const lapsed = new Date(now.getTime() - HELD_MINUTES * 60_000)
  const { rows } = await sql<Standing>`
    with me as (select t.id, lower(btrim(t.team)) as team from attendees t where t.id = ${rater}),
      team as (select t.id from attendees t, me where t.event = ${event} and me.team <> '' and lower(btrim(t.team)) = me.team),
      own as (select id from me union select id from team where (select count(*) from team) <= ${LARGEST_TEAM}::float * (select count(*) from attendees t where t.event = ${event} and t.state = 'in')),
      deals as (select d.pitch, count(*) filter (where d.points is not null or (not d.passed and d.dealt_at > ${lapsed})) as dealt,
        count(d.points) as scored, sum(d.points) as points, bool_or(d.rater = ${rater}) as had from score_deals d where d.event = ${event} group by d.pitch)
    select p.id as pitch, coalesce(d.dealt, 0) as dealt, coalesce(d.scored, 0) as scored, coalesce(d.points, 0) as points,
      (coalesce(d.had, false) or (p.source <> 'paper' and p.by in (select id from own)) or exists (select from pitch_hosts h where h.pitch = p.id and h.attendee in (select id from own))) as "isBarred"
    from pitches p left join deals d on d.pitch = p.id where p.event = ${event} and ${IS_A_CARD} order by p.id`.execute(tx)
  return rows
}

export async function addDeal(tx: Tx, deal: { id: string; event: string; pitch: string; rater: string }, now: Date): Promise<void> {
  await tx
    .insertInto('score_deals')
    .values({ ...deal, dealt_at: now, points: null, passed: false })
    .execute()
}

/** How many the rater has scored with this one, and how many they have had; nothing when it was scored before. */
export async function saveScore(
  tx: Tx,
  deal: string,
  rater: string,
  points: number | null,
): Promise<{ scored: number; had: number } | undefined> {
  const { rows } = await sql<{ scored: number; had: number }>`
    update score_deals d set points = ${points}::int, passed = ${points === null} where d.id = ${deal} and d.rater = ${rater} and d.points is null and not d.passed
    returning (select count(x.points) from score_deals x where x.rater = d.rater) + ${points === null ? 0 : 1} as scored,
      (select count(*) from score_deals x where x.rater = d.rater) as had`.execute(tx)
  return rows[0]
}

/** Cards of which nothing is scored any more are handed back. */
export async function passGone(tx: Tx, rater: string): Promise<void> {
  await sql`update score_deals d set passed = true from pitches p where p.id = d.pitch and d.rater = ${rater} and d.points is null and not d.passed
    and not (${IS_A_CARD})`.execute(tx)
}

export type Hand = { scored: number; had: number; card?: { deal: string; pitch: string; title: string } }

/** What somebody holds, and how many they have scored. */
export async function findHand(db: Db, event: string, rater: string): Promise<Hand> {
  const { rows } = await sql<{ scored: number; had: number; deal: string | null; pitch: string; title: string }>`
    select (select count(x.points) from score_deals x where x.event = ${event} and x.rater = ${rater}) as scored,
      (select count(*) from score_deals x where x.event = ${event} and x.rater = ${rater}) as had, c.deal, c.pitch, c.title
    from (select 1) one left join (select d.id as deal, p.id as pitch, p.title from score_deals d join pitches p on p.id = d.pitch
      where d.event = ${event} and d.rater = ${rater} and d.points is null and not d.passed and ${IS_A_CARD}) c on true`.execute(db)
  const [row] = rows
  if (!row) return { scored: 0, had: 0 }
  const { scored, had, deal, pitch, title } = row
  return { scored, had, ...(deal === null ? {} : { card: { deal, pitch, title } }) }
}

/** All cards, and all that was said of them, in the order in which they were dealt. */
export async function listScores(db: Db, event: string): Promise<{ pitches: string[]; scores: Score[] }> {
  const { rows } = await sql<{ id: string }>`select p.id from pitches p where p.event = ${event} and ${IS_A_CARD} order by p.id`.execute(db)
  const scores =
    await sql<Score>`select d.rater, d.pitch, d.points from score_deals d where d.event = ${event} and d.points is not null order by d.id`.execute(
      db,
    )
  return { pitches: rows.map(({ id }) => id), scores: scores.rows }
}

export type Progress = { cards: number; scores: number; raters: number; least: number; most: number }

/** Numbers alone: no total is shown before the scoring is closed. */
export async function findProgress(db: Db, event: string): Promise<Progress> {
  const { rows } = await sql<Progress>`
    with of_cards as (select count(d.points) as scored from pitches p left join score_deals d on d.pitch = p.id where p.event = ${event} and ${IS_A_CARD} group by p.id)
    select count(*) as cards, coalesce(sum(scored), 0) as scores, coalesce(min(scored), 0) as least, coalesce(max(scored), 0) as most,
      (select count(distinct d.rater) from score_deals d where d.event = ${event} and d.points is not null) as raters from of_cards`.execute(
    db,
  )
  return rows[0] ?? { cards: 0, scores: 0, raters: 0, least: 0, most: 0 }
}
