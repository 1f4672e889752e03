/** Remembers what came of the scoring of each event. The only file that writes the tables rankings and ranked_pitches. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import type { Outcome, RankedPitch } from './ranked.ts'
import type { Way } from './scoring.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    rankings: { event: string; way: Way; places: number; seed: number; people: number; scores: number; closed_at: Date }
    ranked_pitches: {
      event: string
      pitch: string
      place: number
      tenths: number
      give_or_take: number | null
      scored: number
      lottery: number
      is_chosen: boolean
      is_tied: boolean
    }
  }
}

export async function addOutcome(tx: Tx, event: string, { pitches, ...outcome }: Outcome, now: Date): Promise<void> {
  await tx
    .insertInto('rankings')
    .values({ event, ...outcome, closed_at: now })
    .execute()
  await sql`insert into ranked_pitches (event, pitch, place, tenths, give_or_take, scored, lottery, is_chosen, is_tied)
    select ${event}, pitch, place, tenths, "giveOrTake", scored, lottery, "isChosen", "isTied" from json_to_recordset(${JSON.stringify(pitches)}::json)
      as r (pitch text, place int, tenths int, "giveOrTake" int, scored int, lottery int, "isChosen" boolean, "isTied" boolean)`.execute(tx)
}

export async function isRanked(db: Db, event: string): Promise<boolean> {
  return (await db.selectFrom('rankings').select('event').where('event', '=', event).executeTakeFirst()) !== undefined
}

export type Ranked = RankedPitch & { title: string }
export type RankingLine = Omit<Outcome, 'pitches'> & { closedAt: Date; cards: number }

export async function findRanking(db: Db, event: string): Promise<RankingLine | undefined> {
  const { rows } = await sql<RankingLine>`
    select r.way, r.places, r.seed, r.people, r.scores, r.closed_at as "closedAt", (select count(*) from ranked_pitches k where k.event = r.event) as cards
    from rankings r where r.event = ${event}`.execute(db)
  return rows[0]
}

/** In the order of their places, from one place on. */
export async function listRanked(db: Db, event: string, { after, most }: { after: number; most: number }): Promise<Ranked[]> {
  const { rows } = await sql<Omit<Ranked, 'giveOrTake'> & { giveOrTake: number | null }>`
    select k.pitch, p.title, k.place, k.tenths, k.give_or_take as "giveOrTake", k.scored, k.lottery, k.is_chosen as "isChosen", k.is_tied as "isTied"
    from ranked_pitches k join pitches p on p.id = k.pitch where k.event = ${event} and k.place > ${after} order by k.place limit ${most}`.execute(
    db,
  )
  return rows.map(({ giveOrTake, ...row }) => ({ ...row, ...(giveOrTake === null ? {} : { giveOrTake }) }))
}

export type Chosen = { pitch: string; title: string; place: number }

/** Those that become sessions, the best first. */
export async function listChosen(db: Db, event: string): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select k.pitch, p.title, k.place from ranked_pitches k join pitches p on p.id = k.pitch
    where k.event = ${event} and k.is_chosen and p.withdrawn_at is null order by k.place`.execute(db)
  return rows
}
