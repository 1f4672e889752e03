/** Remembers which organisations are partners, and until when. The only file that writes the table partnerships. */
import { type Day, dayIn } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { type Somebody, somebodyOf } from '../people/person.ts'
import type { Speaker } from '../people/speaker.ts'
import type { Partnership, PartnershipLine, PartnershipState, Proposal, Worth } from './partnership.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    partnerships: {
      id: string
      organisation: string
      partner: string
      what: string
      from_day: Day
      until_day: Day
      host: string
      partner_host: string | null
      proposed_by: string
      proposed_at: Date
      state: PartnershipState
      answer_by: Day
      answered_at: Date | null
      renewals: number
      goes_on: boolean | null
      partner_goes_on: boolean | null
      ended_at: Date | null
      worth: Worth | null
      came: string
    }
  }
}

/** Of two who propose it to each other at once, one after the other. */
export async function lockPair(tx: Tx, one: string, other: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`partnership ${[one, other].sort().join(' ')}`}))`.execute(tx)
}

export async function isUnderWay(db: Db, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from partnerships where state in ('proposed', 'agreed')
      and ((organisation = ${one} and partner = ${other}) or (organisation = ${other} and partner = ${one}))) as found`.execute(db)
  return rows[0]?.found ?? false
}

export type NewPartnership = Proposal & { id: string; organisation: string; partner: string; by: string; answerBy: Day }

export async function addPartnership(tx: Tx, { from, until, by, answerBy, ...row }: NewPartnership, now: Date): Promise<void> {
  await tx
    .insertInto('partnerships')
    .values({
      ...{ ...row, from_day: from, until_day: until, proposed_by: by, proposed_at: now, answer_by: answerBy },
      ...{ state: 'proposed', partner_host: null, answered_at: null, renewals: 0, goes_on: null, partner_goes_on: null },
      ...{ ended_at: null, worth: null, came: '' },
    })
    .execute()
}

export async function lockPartnership(tx: Tx, id: string, zone: string): Promise<Partnership | undefined> {
  await tx.selectFrom('partnerships').select('id').where('id', '=', id).forUpdate().execute()
  return findPartnership(tx, id, zone)
}

export async function findPartnership(db: Db, id: string, zone: string): Promise<Partnership | undefined> {
  const row = await partnerships(db).where('a.id', '=', id).executeTakeFirst()
  return row && toPartnership(row, zone)
}

/** Of an organisation, by one query. */
export type OrganisationBeside = {
  /** The viewer speaks for the organisation that they belong to. */
  speaks: boolean
  lines: readonly PartnershipLine[]
  speakers: readonly Speaker[]
}

/** Its partnerships, the newest first: what is agreed or has ended, and to those who speak for one of the two also what is proposed. And who speaks for it. */
export async function findBeside(db: Db, organisation: string, viewer: Viewer | undefined, most: number): Promise<OrganisationBeside> {
  const own = viewer?.organisation ?? ''
  const speaks = sql<boolean>`exists (select from speakers s where s.organisation = ${own} and s.person = ${viewer?.person ?? ''})`
  const { rows } = await sql<{ speaks: boolean; lines: PartnershipLine[] | null; speakers: Speaker[] | null }>`
    select ${speaks} as speaks, (select json_agg(l) from (
      select a.id, a.what, a.until_day as until, a.state, o.id as "with", o.name as "withName"
        from partnerships a join organisations o on o.id = case when a.organisation = ${organisation} then a.partner else a.organisation end
        where (a.organisation = ${organisation} or a.partner = ${organisation})
          and (a.state in ('agreed', 'ended') or (a.state = 'proposed' and ${own} in (a.organisation, a.partner) and ${speaks}))
        order by a.id desc limit ${most}) l) as lines, (select json_agg(l) from (
      select p.id, coalesce(p.name, '') as name, coalesce(p.job, '') as job from speakers s join people p on p.id = s.person
        where s.organisation = ${organisation} order by s.named_at, p.id) l) as speakers`.execute(db)
  const { speaks: maySpeak = false, lines, speakers } = rows[0] ?? {}
  return { speaks: maySpeak, lines: lines ?? [], speakers: speakers ?? [] }
}

/** With whom an organisation has a partnership today. */
export async function listPartnersOf(
  db: Db,
  organisation: string,
  today: Day,
): Promise<{ id: string; name: string; partnership: string }[]> {
  const { rows } = await sql<{ id: string; name: string; partnership: string }>`
    select o.id, o.name, a.id as partnership from partnerships a join organisations o on o.id in (a.organisation, a.partner) and o.id <> ${organisation}
      where (a.organisation = ${organisation} or a.partner = ${organisation}) and a.state = 'agreed' and a.from_day <= ${today} and a.until_day >= ${today}
      order by o.name, a.id`.execute(db)
  return rows
}

export async function saveAgreed(tx: Tx, id: string, host: string, now: Date): Promise<void> {
  await tx.updateTable('partnerships').set({ state: 'agreed', partner_host: host, answered_at: now }).where('id', '=', id).execute()
}

export async function saveNotAgreed(tx: Tx, id: string, state: 'not agreed' | 'withdrawn', now: Date): Promise<void> {
  await tx.updateTable('partnerships').set({ state, answered_at: now }).where('id', '=', id).execute()
}

export async function saveHost(tx: Tx, id: string, side: 'one' | 'other', host: string): Promise<void> {
  await tx
    .updateTable('partnerships')
    .set(side === 'one' ? { host } : { partner_host: host })
    .where('id', '=', id)
    .execute()
}

export async function saveGoesOn(tx: Tx, id: string, side: 'one' | 'other', goesOn: boolean): Promise<void> {
  await tx
    .updateTable('partnerships')
    .set(side === 'one' ? { goes_on: goesOn } : { partner_goes_on: goesOn })
    .where('id', '=', id)
    .execute()
}

/** A new term: both are asked anew before it ends. */
export async function saveRenewed(tx: Tx, id: string, until: Day): Promise<void> {
  await tx
    .updateTable('partnerships')
    .set((row) => ({ until_day: until, renewals: row('renewals', '+', 1), goes_on: null, partner_goes_on: null }))
    .where('id', '=', id)
    .execute()
}

export async function saveEnded(tx: Tx, id: string, came: string, now: Date): Promise<void> {
  await tx.updateTable('partnerships').set({ state: 'ended', ended_at: now, came }).where('id', '=', id).execute()
}

export async function saveCame(tx: Tx, id: string, worth: Worth, came: string): Promise<void> {
  await tx.updateTable('partnerships').set({ worth, came }).where('id', '=', id).execute()
}

/** What waits for this person about a partnership. */
export async function findAskAbout(db: Db, partnership: string, person: string): Promise<string | undefined> {
  const open = db.selectFrom('asks').select('id').where('about', '=', partnership).where('person', '=', person)
  return (await open.where('state', '=', 'open').executeTakeFirst())?.id
}

const partnerships = (db: Db) =>
  db
    .selectFrom('partnerships as a')
    .innerJoin('organisations as g', 'g.id', 'a.organisation')
    .innerJoin('organisations as og', 'og.id', 'a.partner')
    .innerJoin('people as h', 'h.id', 'a.host')
    .leftJoin('people as oh', 'oh.id', 'a.partner_host')
    .innerJoin('people as p', 'p.id', 'a.proposed_by')
    .select(['a.id', 'a.what', 'a.from_day', 'a.until_day', 'a.state', 'a.answer_by', 'a.renewals', 'a.goes_on', 'a.partner_goes_on'])
    .select(['a.ended_at', 'a.came', 'a.organisation', 'g.name as organisation_name', 'g.sector', 'a.partner', 'og.name as partner_name'])
    .select(['og.sector as partner_sector', 'h.id as host', 'h.name as host_name', 'h.job as host_job'])
    .select(['oh.id as partner_host', 'oh.name as partner_host_name', 'oh.job as partner_host_job'])
    .select(['p.id as by', 'p.name as by_name', 'p.job as by_job'])

type Row = Awaited<ReturnType<ReturnType<typeof partnerships>['executeTakeFirstOrThrow']>>

function toPartnership(row: Row, zone: string): Partnership {
  const ours = { organisation_name: row.organisation_name, sector: row.sector }
  const of = (id: string, name: string | null, job: string | null, whose: { organisation_name: string; sector: Sector }): Somebody =>
    somebodyOf({ id, name, job, ...whose })
  return {
    ...{ id: row.id, what: row.what, from: row.from_day, until: row.until_day, state: row.state, answerBy: row.answer_by },
    one: { id: row.organisation, name: row.organisation_name, host: of(row.host, row.host_name, row.host_job, ours) },
    other: {
      ...{ id: row.partner, name: row.partner_name },
      ...(row.partner_host === null
        ? {}
        : {
            host: of(row.partner_host, row.partner_host_name, row.partner_host_job, {
              ...{ organisation_name: row.partner_name, sector: row.partner_sector },
            }),
          }),
    },
    proposedBy: of(row.by, row.by_name, row.by_job, ours),
    renewals: row.renewals,
    goesOn: {
      ...(row.goes_on === null ? {} : { one: row.goes_on }),
      ...(row.partner_goes_on === null ? {} : { other: row.partner_goes_on }),
    },
    ...(row.ended_at === null ? {} : { endedOn: dayIn(zone, row.ended_at) }),
    came: row.came,
  }
}
