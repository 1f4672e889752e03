/** Pieces of queries that the stores of several features share: facts about the tables, said once. Each names the tables by the letters in brackets. */
import type { Day } from '../basics/day.ts'
import { type Piece, sql } from './db.ts'

/** One of many ids: `id in ...`, in one parameter however many there are. */
export const among = (ids: readonly string[]) => sql<string>`(select json_array_elements_text(${JSON.stringify(ids)}::json))`

/** A pledge (pl) that fills a place of its project (p). What is looked after needs somebody again when one has done their part. */
export const FILLS_A_PLACE = sql<boolean>`(pl.state in ('accepted', 'active')
  or (pl.state = 'done' and (p.state = 'ended' or not exists (select from roles lr where lr.id = pl.role and lr.purpose = 'looking after'))) or (pl.state = 'released' and pl.answered_at is not null and pl.ended_at >= p.ended_at))`

/** A pledge (pl) of somebody who is part of its project (p), offers that wait included. */
export const IS_IN_PROJECT = sql<boolean>`(pl.state in ('offered', 'waiting', 'accepted', 'active', 'done') or (pl.state = 'released' and pl.ended_at >= p.ended_at))`

/** A role (r) of a project (p) that has a place free. */
export const HAS_A_FREE_PLACE = sql<boolean>`r.places > (select count(*) from pledges pl where pl.role = r.id and ${FILLS_A_PLACE})`

/** The last day of the work on a project (p), as `lastDay` of the noun says it: of its last role, those that create it before all others, and not before everybody has met. */
export const LAST_DAY = sql<Day>`greatest(p.first_date, (select coalesce(max(r.until_day) filter (where r.purpose = 'creating'), max(r.until_day)) from roles r where r.project = p.id))`

/** Whoever looks (their id and their organisation) may come upon somebody (a): neither has blocked the other, and nobody finds a colleague who hides. */
export const mayFind = (who: Piece, organisation: Piece) => sql<boolean>`(
  not exists (select from blocks x where x.person = ${who} and x.blocked = a.id)
  and not exists (select from blocks x where x.person = a.id and x.blocked = ${who})
  and not (a.organisation is not distinct from ${organisation} and a.id <> ${who} and exists (select from boundaries x where x.person = a.id and x.hides)))`

/** Somebody (a) takes a break, so nobody is told of them. */
export const isPausedOn = (today: Day) =>
  sql<boolean>`exists (select from boundaries x where x.person = a.id and x.paused_until >= ${today})`

/** The name of somebody (a) where people find each other: not of those who stay anonymous until both have said yes. */
export const shownName = sql<
  string | null
>`case when exists (select from boundaries x where x.person = a.id and x.anonymous) then null else a.name end`

/** Who comes to events: whoever reads their names. */
export type NameReader = { person: string; organisation: string | null; isOrganiser: boolean }

/**
 * The name and the team of somebody who comes to an event (t, with their account a, if they have one). Whom somebody has blocked, or who
 * hides from them, is nobody to them; so is whoever stays anonymous. The organiser knows them all; without a reader nobody is named.
 */
export const comerNames = (reader: NameReader | undefined) => {
  if (reader === undefined) return { name: sql`''`, team: sql`''` }
  if (reader.isOrganiser) return { name: sql`coalesce(a.name, t.name)`, team: sql`t.team` }
  const finds = mayFind(sql`${reader.person}`, sql`${reader.organisation}`)
  return {
    name: sql`case when a.id is null then t.name when ${finds} then coalesce(${shownName}, '') else '' end`,
    team: sql`case when a.id is null or ${finds} then t.team else '' end`,
  }
}

/** How many introductions somebody (p) has had since a moment, as far as they know of them. */
export const introducedSince = (since: Date) => sql<number>`(
  select count(*) from introductions i where i.begun_at >= ${since} and (i.person = p.id or (i.other = p.id and i.other_asked)))`

/** How often somebody (p) has said yes since a moment and met nobody: the other did not want to, or did not come. */
export const missedOutSince = (since: Date) => sql<number>`(
  (select count(*) from introductions i where i.person = p.id and i.begun_at >= ${since}
    and ((i.state = 'over' and i.other_asked) or (i.state = 'met' and ${DID_NOT_COME})))
  + (select count(*) from introductions i where i.other = p.id and i.begun_at >= ${since} and i.state = 'met' and ${DID_NOT_COME}))`

const DID_NOT_COME = sql<boolean>`exists (select from introduction_outcomes o where o.introduction = i.id and o.person = p.id and o.said = 'no')`

/** Two organisations have a partnership that lasts today. */
export const arePartners = (one: Piece, other: Piece, today: Day) => sql<boolean>`exists (select from partnerships u
  where u.state = 'agreed' and u.from_day <= ${today} and u.until_day >= ${today}
    and ((u.organisation = ${one} and u.partner = ${other}) or (u.organisation = ${other} and u.partner = ${one})))`

/** The last day of the step at which an event (e) is, as `stepEnds` of the noun says it. */
export const STEP_ENDS = sql<Day>`(case e.step when 'planned' then e.planned_until when 'pitching' then e.pitching_until
  when 'scoring' then e.scoring_until when 'starring' then e.starring_until else e.last_day end)`

/** A session (s) that is held: it has a time and a room, and nobody has called it off. */
export const IS_HELD = sql<boolean>`(s.slot is not null and s.room is not null and s.called_off_at is null)`
