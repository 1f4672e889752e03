/** What waits for answers in a nation, and what pledgers have answered in the last weeks: made from its pledges, inside the database. */
import { type Db, sql } from '../../src/storage/db.ts'

/** Weeks in which everybody who keeps a pledge has said what they did. */
const WEEKS = 4

export async function askRows(db: Db): Promise<number> {
  const waiting = await sql`
    insert into asks (id, kind, about, person, asker, code, facts, asked_on, answer_by, reminded, state, line)
      select pl.id, 'pledge offered', pl.id, p.owner, pl.person, upper(right(pl.id, 5)), json_build_object(
          'pledge', pl.id, 'project', p.id, 'title', p.title, 'skill', r.skill, 'hours', pl.hours_a_week, 'line', pl.line,
          'who', json_build_object('id', a.id, 'name', a.name, 'job', a.job, 'organisationName', g.name))::text,
          pl.answer_by - 14, pl.answer_by, 1, 'open', ''
        from pledges pl join projects p on p.id = pl.project join roles r on r.id = pl.role join people a on a.id = pl.person
          join organisations g on g.id = pl.organisation
        where pl.state = 'offered'`.execute(db)
  const answered = await sql`
    insert into asks (id, kind, about, person, code, facts, asked_on, answer_by, reminded, state, answer, line, hours, via, answered_at)
      select left(pl.id, 24) || lpad(week::text, 2, '0'), 'check-in', pl.id, pl.person, upper(right(pl.id, 5)), '{}',
          current_date - 7 * week, current_date - 7 * week + 6, 0, 'answered', 'done', '', 1 + week % 3, 'letter', now() - week * interval '7 days'
        from pledges pl cross join generate_series(1, ${WEEKS}) week where pl.state = 'active'`.execute(db)
  // Nothing is due while pages are measured.
  await sql`insert into due_work (id, kind, about, due_at, tries)
    select left(id, 25) || 'e', case when state = 'open' then 'ask expires' else 'check-in' end, case when state = 'open' then id else about end,
        now() + interval '3 days', 0
      from asks where state = 'open' or right(id, 2) = '01'
    on conflict do nothing`.execute(db)
  return Number(waiting.numAffectedRows) + Number(answered.numAffectedRows)
}
