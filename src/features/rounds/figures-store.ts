/** Counts what came of a round. Writes nothing. */
import { type Db, sql } from '../../storage/db.ts'
import type { SectorPair, TurnFigures } from './figures.ts'

const MET = sql`('met', 'met useful', 'met not useful')`

/** Of each turn that was sent, the newest first. */
export async function listTurnFigures(db: Db, round: string, zone: string): Promise<TurnFigures[]> {
  const { rows } = await sql<TurnFigures>`
    select t.number, (t.sent_at at time zone ${zone})::date as "sentOn", count(distinct s.meeting) as meetings, count(s.meeting) as people,
        count(s.left_out) as "leftOut", count(s.said) as answered, count(*) filter (where s.said in ${MET}) as met
      from round_turns t left join round_seats s on s.turn = t.id and s.withdrawn_at is null
      where t.round = ${round} and t.state = 'sent' group by t.id order by t.number desc`.execute(db)
  return rows
}

/** By the sectors in which people work now. */
export async function listSectorPairs(db: Db, round: string): Promise<SectorPair[]> {
  const { rows } = await sql<SectorPair>`
    select first, second, count(distinct person) as people, count(distinct person) filter (where has_met) as met from (
        select least(ga.sector, gb.sector) as first, greatest(ga.sector, gb.sector) as second, v.person,
            exists (select from round_seats o where o.meeting = a.meeting and o.said in ${MET}) as has_met
          from round_turns t join round_seats a on a.turn = t.id join round_seats b on b.meeting = a.meeting and b.person > a.person
            join people pa on pa.id = a.person join organisations ga on ga.id = pa.organisation
            join people pb on pb.id = b.person join organisations gb on gb.id = pb.organisation
            cross join lateral (values (a.person), (b.person)) v (person)
          where t.round = ${round} and t.state = 'sent' and a.withdrawn_at is null and b.withdrawn_at is null) pairs
      group by first, second order by first, second`.execute(db)
  return rows
}

/** Meetings of all rounds of which one who was there at least says that they met. */
export async function countMeetingsMet(db: Db): Promise<number> {
  const { rows } = await sql<{ met: number }>`select count(distinct meeting) as met from round_seats where said in ${MET}`.execute(db)
  return rows[0]?.met ?? 0
}
