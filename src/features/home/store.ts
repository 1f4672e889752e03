/** Reads what waits for a person. Writes nothing. */
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Piece, sql } from '../../storage/db.ts'
import { UNTAKEN_DAYS } from '../broker/item.ts'
import { READ_DAYS } from '../replies/received.ts'
import { LOOK_DAYS } from '../threads/report.ts'
import { type Does, NEXT, type Waiting } from './waiting.ts'

/** All that waits for one person and is no ask, each kind in the same columns: `what` and `title` say what it is about. */
function waitingFor(viewer: Viewer, today: Day, zone: string) {
  const { person, organisation, broker, moderator } = viewer
  // Every page of every member asks: kinds that cannot be theirs are left out, so that the rest is planned once and not for each visit.
  const kinds = [
    withoutWhose(lookouts(sql`= ${person}`)),
    ...(broker || organisation === undefined
      ? [withoutWhose(givingAway(broker ? sql`is not null` : sql`= ${person}`, person, today))]
      : []),
    ...(broker ? [brokenPromises(person, today, zone)] : []),
    ...(moderator ? [reports(person, zone)] : []),
    ...(broker ? [bounces(zone)] : []),
    ...(broker ? [unclearReplies(zone)] : []),
  ]
  return sql.join(kinds, sql` union all `)
}

const withoutWhose = (kinds: Piece) => sql`select "is", id, what, title, "isTheirs", by from (${kinds}) k`

/** As a broker who looks for others; `is` says of a person whether they are meant. */
const lookouts = (is: Piece) => sql`
  select l.broker as whose, 'lookout' as "is", l.id, coalesce(n.name, '') as what, '' as title, false as "isTheirs", l.answer_by as by
    from lookouts l join people n on n.id = l.person where l.broker ${is} and l.ended_at is null`

/** What somebody who has left must give away; brokers see it for all who have. */
const givingAway = (is: Piece, reader: string, today: Day) => sql`
  select p.owner as whose, 'giving away' as "is", p.id, '' as what, p.title, p.owner <> ${reader} as "isTheirs", ${today}::date as by
    from projects p where p.id = any(array(
        select x.id from people o join projects x on x.owner = o.id
          where o.organisation is null and x.state <> 'ended' and o.id ${is}))
      and not exists (select from handovers h where h.project = p.id and h.state = 'waiting')`

/** What a broker has taken, and what nobody has for long. What waits for every broker in another way is left out. */
const brokenPromises = (person: string, today: Day, zone: string) => sql`
  select 'broken promise', i.id, i.kind, coalesce(p.title, ''), i.taken_by is null, i.since
    from broker_items i left join projects p on p.id = i.project
    where i.closed_at is null and coalesce(i.snoozed_until <= ${today}, true) and i.kind not in ('owner gone', 'letter bounced', 'reply unclear')
      and (i.taken_by = ${person} or (i.taken_by is null and (i.opened_at at time zone ${zone})::date + ${UNTAKEN_DAYS}::int <= ${today}))`

/** What somebody else wrote and others reported. */
const reports = (person: string, zone: string) => sql`
  select 'report', po.id, '', p.title, false, (min(re.reported_at) at time zone ${zone})::date + ${LOOK_DAYS}::int
    from reports re join posts po on po.id = re.post join projects p on p.id = po.about
    where re.answered_at is null and po.person <> ${person} group by po.id, p.title`

/** Letters come back from there, and nobody has said yet that it works again. */
const bounces = (zone: string) => sql`
  select 'bounce', a.id, coalesce(n.name, ''), '', false, (a.bounced_at at time zone ${zone})::date
    from addresses a join people n on n.id = a.person where a.bounced_at is not null`

/** Letters that we did not understand, of people whom we know. */
const unclearReplies = (zone: string) => sql`
  select 'reply', c.id, coalesce(w.name, ''), c.subject, false, (c.received_at at time zone ${zone})::date + ${READ_DAYS}::int
    from received c left join people w on w.id = c.person where c.state = 'unclear'`

export async function countWaiting(db: Db, viewer: Viewer, today: Day, zone: string): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select (select count(*) from (${waitingFor(viewer, today, zone)}) w)
      + (select count(*) from asks where person = ${viewer.person} and state = 'open') as waiting`.execute(db)
  return rows[0]?.waiting ?? 0
}

const KINDS = sql.join(Object.entries(NEXT).flatMap(([is, kinds]) => kinds.map((kind) => sql`(${is}, ${kind})`)))

type Row = Omit<Waiting, 'next'> & { does: Does | null; on: Day | null }

/** The one that must be answered first comes first. */
export async function listWaiting(db: Db, viewer: Viewer, today: Day, zone: string): Promise<Waiting[]> {
  const { rows } = await sql<Row>`
    select w.*, d.does, d.on from (${waitingFor(viewer, today, zone)}) w
      left join lateral (
        select d.kind as does, (d.due_at at time zone ${zone})::date as on from due_work d, (values ${KINDS}) k ("is", kind)
          where k."is" = w."is" and d.kind = k.kind and d.about = w.id order by d.due_at, d.kind limit 1) d on true
      order by w.by, w.id`.execute(db)
  return rows.map(({ does, on, ...waiting }) => ({ ...waiting, ...(does && on ? { next: { does, on } } : {}) }))
}

/** For each of many people, without what happens next. The few who look after others are read one by one: their lists are long. */
export async function listWaitingOfMany(
  db: Db,
  viewers: readonly Viewer[],
  today: Day,
  zone: string,
): Promise<ReadonlyMap<string, Waiting[]>> {
  const isBusy = ({ broker, moderator }: Viewer) => broker || moderator
  const found = new Map<string, Waiting[]>()
  for (const viewer of viewers.filter(isBusy)) found.set(viewer.person, await listWaiting(db, viewer, today, zone))
  const others = JSON.stringify(viewers.filter((viewer) => !isBusy(viewer)).map(({ person }) => person))
  const all = sql`in (select json_array_elements_text(${others}::json))`
  const { rows } = await sql<Omit<Waiting, 'next'> & { whose: string }>`
    select w.* from (${lookouts(all)} union all ${givingAway(all, '', today)}) w
      order by w.by, w.id`.execute(db)
  // A project to give away is one's own: only brokers see those of others.
  for (const { whose, ...waiting } of rows) found.set(whose, [...(found.get(whose) ?? []), { ...waiting, isTheirs: false }])
  return found
}
