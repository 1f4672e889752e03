/** Looks for promises that are broken, wherever they are kept. Writes nothing. */
import { addDays, type Day, type Moment } from '../../basics/day.ts'
import { type Calendar, workingDaysBefore } from '../../basics/working-day.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { FILLS_A_PLACE, HAS_A_FREE_PLACE, IS_HELD, LAST_DAY, STEP_ENDS } from '../../storage/pieces.ts'
import { STUCK_AFTER } from '../../storage/run-work.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { REVIEW_DAYS, START_DAYS } from '../projects/project.ts'
import { AFTER_DAYS, COMES_BACK_DAYS, FOUND, type FoundKind, NEAR_DAYS, NEAR_HOURS, NOTES_OPEN_DAYS } from './item.ts'

/** `since` is unknown where nobody wrote it down: then it is broken since somebody looked. */
export type Broken = { kind: FoundKind; about: string; project: string | null; person: string | null; what: string; since: Day | null }

/** Of a project (p): fewer than half of its must-have places are filled. */
const BELOW_HALF = sql`(select 2 * sum(least(r.places, (select count(*) from pledges pl where pl.role = r.id and ${FILLS_A_PLACE}))) < sum(r.places)
  from roles r where r.project = p.id and r.must_have)`

const START_SINCE = (zone: string) => sql`((p.ready_at at time zone ${zone})::date + ${START_DAYS + 1}::int)`
const REVIEW_SINCE = sql`(coalesce(p.review_by, p.first_date + ${REVIEW_DAYS}::int) + 1)`

/** Every kind in the same columns. */
const broken = ({ now, today, zone }: Moment, calendar: Calendar) => sql`
  select 'half time' as kind, p.id as about, p.id as project, null as person, '' as what, p.half_told_on as since
    from projects p where p.state = 'open' and p.open_until >= ${today} and p.half_told_on <= ${addDays(today, -AFTER_DAYS['half time'])} and ${BELOW_HALF}
  union all
  select 'start overdue', p.id, p.id, null, '', ${START_SINCE(zone)}
    from projects p where p.state = 'ready' and ${START_SINCE(zone)} <= ${addDays(today, -AFTER_DAYS['start overdue'])}
  union all
  select 'phase overdue', p.id, p.id, null, coalesce(p.phase, 'discovery'), ${REVIEW_SINCE}
    from projects p where p.state = 'running' and ${REVIEW_SINCE} <= ${addDays(today, -AFTER_DAYS['phase overdue'])} and (p.phase = 'live' or ${LAST_DAY} >= ${today})
  union all
  select 'work over', p.id, p.id, null, '', ${LAST_DAY} + 1
    from projects p where p.state = 'running' and p.phase is distinct from 'live' and ${LAST_DAY} + 1 <= ${addDays(today, -AFTER_DAYS['work over'])}
  union all
  select 'owner gone', p.id, p.id, null, '', null
    from people o join projects p on p.owner = o.id where o.organisation is null and p.state <> 'ended'
  union all
  select 'released twice', r.id, p.id, null, r.skill, (freed.at at time zone ${zone})::date
    from (select role, max(ended_at) as at from pledges where state = 'released' group by role having count(*) > 1) freed
      join roles r on r.id = freed.role join projects p on p.id = r.project
    where p.state <> 'ended' and ${HAS_A_FREE_PLACE}
  union all
  select 'letter bounced', a.id, null, a.person, '', (a.bounced_at at time zone ${zone})::date from addresses a where a.bounced_at is not null
  union all
  select 'reply unclear', c.id, null, c.person, '', (c.received_at at time zone ${zone})::date from received c where c.state = 'unclear'
  union all
  select 'event step overdue', e.id, null, e.organiser, e.title, ${STEP_ENDS} + 1
    from events e where e.step in ('planned', 'pitching', 'scoring', 'starring') and ${STEP_ENDS} + 1 <= ${addDays(today, -AFTER_DAYS['event step overdue'])}
  union all
  select 'agenda missing', e.id, null, e.organiser, e.title, (e.moved_at at time zone ${zone})::date
    from events e where e.step = 'scheduled' and not exists (select from agendas g where g.event = e.id and g.published_at is not null)
      and ((e.moved_at at time zone ${zone})::date <= ${workingDaysBefore(today, AFTER_DAYS['agenda missing'], calendar)}
        or (e.first_day <= ${addDays(today, NEAR_DAYS)} and e.moved_at <= ${now}::timestamptz - ${NEAR_HOURS}::int * interval '1 hour'))
  union all
  select 'notes missing', e.id, null, e.organiser, e.title, e.last_day + 1
    from events e join agendas g on g.event = e.id and g.published_at is not null
    where e.step = 'over' and not exists (select from event_cancellations c where c.event = e.id) and e.last_day + 1 <= ${addDays(today, -AFTER_DAYS['notes missing'])} and e.last_day >= ${addDays(today, -NOTES_OPEN_DAYS)}
      and exists (select from event_sessions s left join notes o on o.session = s.id where s.event = e.id and ${IS_HELD}
        and coalesce(o.heard, '') = '' and o.none_at is null and not exists (select from note_lines n where n.session = s.id and n.removed_at is null))
  union all
  select 'job failing', d.id, null, null, d.kind, (d.failing_since at time zone ${zone})::date
    from due_work d where d.failing_since is not null and d.tries >= ${STUCK_AFTER}`

/** Those for which nothing is open, unless a broker has closed the same one not long ago. */
export async function listBroken(db: Db, at: Moment, calendar: Calendar = AS_IT_COMES.calendar): Promise<Broken[]> {
  const { rows } = await sql<Broken>`
    select b.* from (${broken(at, calendar)}) b
      where not exists (select from broker_items i where i.about = b.about and i.kind = b.kind
        and (i.closed_at is null or (i.outcome <> 'settled by itself' and i.closed_at > ${at.now}::timestamptz - ${COMES_BACK_DAYS}::int * interval '1 day'
          and (b.since is null or b.since <= i.since))))
      order by b.since, b.kind, b.about`.execute(db)
  return rows
}

/** Open items of which it is not true any more. */
export async function listMended(tx: Tx, at: Moment, calendar: Calendar): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from broker_items i where i.closed_at is null
      and ((i.kind in (${sql.join(FOUND)}) and (i.kind, i.about) not in (select b.kind, b.about from (${broken(at, calendar)}) b))
        or (i.kind = 'stuck' and (not exists (select from pledges pl where pl.id = i.about and pl.state in ('accepted', 'active'))
          or exists (select from asks a where a.about = i.about and a.state = 'answered' and a.answer = 'done' and a.answered_at > i.opened_at))))
      order by i.id for update of i`.execute(tx)
  return rows.map(({ id }) => id)
}
