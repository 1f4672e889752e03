/** Reads what may be suggested, as it is now, to one person or to many at once. Writes nothing. */
import { addDays, type Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type Db, sql } from '../../storage/db.ts'
import { arePartners, isPausedOn, mayFind, shownName } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import { LIVING } from '../pledges/pledge.ts'
import { ALWAYS_FINE, mondayOf, weekNumber } from './exposure.ts'
import type { Member, OpenRole } from './suggestion.ts'

/** What somebody is to be shown, if it is still true and theirs to see. */
export type WantedRole = { person: string; role: string; isSupplier: boolean }
export type WantedMember = { person: string; organisation: string; candidate: string }

type RoleRow = {
  people: string[]
  id: string
  skill: string
  hours_a_week: number
  until_day: Day
  project: string
  title: string
  open_until: Day
  state: string
  organisation: string
  organisation_name: string
  sector: Sector
  looks_after: boolean
}

/** Those of the roles to which each person may pledge. */
export async function listOpenRoles(db: Db, wanted: readonly WantedRole[], today: Day): Promise<ReadonlyMap<string, OpenRole[]>> {
  if (wanted.length === 0) return new Map()
  // What is live is looked after for as long as it lives, whatever its first last day.
  const { rows } = await sql<RoleRow>`
    with wanted as (select * from json_to_recordset(${JSON.stringify(wanted)}::json) as w (person text, role text, "isSupplier" boolean)),
    open_role as materialized (
      select r.id, r.skill, r.hours_a_week, r.until_day, r.project, p.title, p.open_until, p.state, p.owner, p.suppliers_welcome,
          p.organisation, g.name as organisation_name, g.sector, r.purpose = 'looking after' and p.phase is not distinct from 'live' as looks_after
        from roles r join projects p on p.id = r.project join organisations g on g.id = p.organisation
        where r.id in (select role from wanted) and p.state <> 'ended' and (p.state <> 'open' or p.open_until >= ${today})
          and (r.until_day >= ${today} or (r.purpose = 'looking after' and p.phase = 'live'))
          and r.places > (select count(*) from pledges pl where pl.role = r.id and pl.state in ('accepted', 'active', 'done')))
    select o.*, t.people from open_role o join (
      select o.id, json_agg(w.person) as people from wanted w join open_role o on o.id = w.role
        where o.owner <> w.person and (o.suppliers_welcome or not w."isSupplier")
          and not exists (select from pledges pl where pl.role = w.role and pl.person = w.person and pl.state in (${sql.join(LIVING)}))
        group by o.id) t on t.id = o.id`.execute(db)
  return byPerson(rows, (row) => ({
    role: row.id,
    skill: row.skill,
    hoursAWeek: row.hours_a_week,
    ...(row.looks_after ? {} : { until: row.until_day }),
    project: row.project,
    title: row.title,
    openUntil: row.open_until,
    isOpen: row.state === 'open',
    organisation: row.organisation,
    organisationName: row.organisation_name,
    sector: row.sector,
  }))
}

type MemberRow = {
  people: string[]
  id: string
  name: string | null
  job: string | null
  organisation: string
  organisation_name: string
  sector: Sector
  lists: number
  is_told: boolean
  partners: string[] | null
}

/** Those of the people whom each may find today, members of another organisation, no supplier. */
export async function listMembers(db: Db, wanted: readonly WantedMember[], today: Day): Promise<ReadonlyMap<string, Member[]>> {
  if (wanted.length === 0) return new Map()
  const week = weekNumber(today)
  // Suppliers answer where they are welcome; they are not listed for people to find.
  const { rows } = await sql<MemberRow>`
    with wanted as (select * from json_to_recordset(${JSON.stringify(wanted)}::json) as w (person text, organisation text, candidate text))
    select a.id, ${shownName} as name, a.job, g.id as organisation, g.name as organisation_name, g.sector, json_agg(w.person) as people,
        json_agg(w.person) filter (where ${arePartners(sql`w.organisation`, sql`a.organisation`, today)}) as partners,
        coalesce(e.lists, 0) as lists, bool_or(e.lists >= ${ALWAYS_FINE} and ${STOOD_IN_LETTER(today)}) is true as is_told
      from wanted w join people a on a.id = w.candidate join organisations g on g.id = a.organisation
        left join exposures e on e.person = a.id and e.week = ${week}
      where w.candidate <> w.person and a.organisation <> w.organisation and g.sector <> 'supplier' and ${NOT_INTRODUCED(today)} and ${NOT_PUT_OFF(today)}
        and not ${isPausedOn(today)} and ${mayFind(sql`w.person`, sql`w.organisation`)} group by a.id, g.id, e.lists`.execute(db)
  return byPerson(rows, (row, reader) => ({
    person: somebodyOf(row),
    organisation: row.organisation,
    sector: row.sector,
    lists: row.lists,
    isTold: row.is_told,
    ...(row.partners?.includes(reader) ? { isPartner: true } : {}),
  }))
}

/** This week's letter to whoever asks (w) has suggested somebody (a). */
const STOOD_IN_LETTER = (today: Day) =>
  sql<boolean>`exists (select from digests d where d.person = w.person and d.suggested::jsonb ->> a.id >= ${mondayOf(today)})`

/** The two (w) were not put to each other lately, by whichever of them, nor together in a round or a programme; who was not asked yet knows nothing of it. */
const NOT_INTRODUCED = (today: Day) => {
  const since = addDays(today, -INTRODUCED_LATELY)
  // Two questions, because of one with "or" no database makes a join.
  return sql<boolean>`not exists (select from introductions i where i.person = w.person and i.other = w.candidate and i.begun_at > ${since}::date)
    and not exists (select from introductions i where i.person = w.candidate and i.other = w.person and i.other_asked and i.begun_at > ${since}::date)
    and not exists (select from round_seats s join round_seats o on o.meeting = s.meeting join round_turns t on t.id = s.turn
      where s.person = w.person and o.person = w.candidate and s.withdrawn_at is null and o.withdrawn_at is null and t.sent_at > ${since}::date)
    and not exists (select from programme_pairs g where g.left_person = w.person and g.right_person = w.candidate and g.state <> 'proposed' and g.until_day > ${since})
    and not exists (select from programme_pairs g where g.left_person = w.candidate and g.right_person = w.person and g.state <> 'proposed' and g.until_day > ${since})`
}

const INTRODUCED_LATELY = 26 * 7

/** Whoever asks (w) has not said "not now" or "never" of them. */
const NOT_PUT_OFF = (today: Day) => sql<boolean>`not exists (select from suggestion_wishes s
  where s.person = w.person and s.candidate = w.candidate and (s.until_day is null or s.until_day >= ${today}))`

function byPerson<Row extends { people: string[] }, Thing>(
  rows: readonly Row[],
  read: (row: Row, person: string) => Thing,
): ReadonlyMap<string, Thing[]> {
  const found = new Map<string, Thing[]>()
  for (const row of rows) {
    for (const person of row.people) {
      const thing = read(row, person)
      const things = found.get(person)
      if (things) things.push(thing)
      else found.set(person, [thing])
    }
  }
  return found
}
