/** Remembers programmes. The only file that writes the table programmes. */
import type { Day } from '../../basics/day.ts'
import { isSector } from '../../basics/sector.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { somebodyOf } from '../people/person.ts'
import { IS_APART } from './pair-store.ts'
import type { Programme, ProgrammeSide, ProgrammeState, SideKey, Who } from './programme.ts'
import type { NewProgramme, NewSide } from './programme-form.ts'
import type { ProgrammeLine } from './programme-line.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    programmes: {
      id: string
      title: string
      what: string
      organiser: string
      left_name: string
      left_who: Who['is']
      left_of: string
      left_capacity: number
      left_opens: Day
      right_name: string
      right_who: Who['is']
      right_of: string
      right_capacity: number
      right_opens: Day
      closes_on: Day
      first_day: Day
      last_day: Day
      meetings: number
      state: ProgrammeState
      send_by: Day | null
      opened_at: Date
      sent_at: Date | null
      ended_at: Date | null
      ended_line: string
    }
  }
}

const ofWhom = ({ who }: NewSide): string => (who.is === 'everybody' ? '' : who.of)

export async function addProgramme(tx: Tx, id: string, organiser: string, programme: NewProgramme, now: Date): Promise<void> {
  const { title, what, left, right, closesOn, firstDay, lastDay, meetings } = programme
  await tx
    .insertInto('programmes')
    .values({
      ...{ id, title, what, organiser, meetings, closes_on: closesOn, first_day: firstDay, last_day: lastDay },
      ...{ left_name: left.name, left_who: left.who.is, left_of: ofWhom(left), left_capacity: left.capacity, left_opens: left.opensOn },
      ...{ right_name: right.name, right_who: right.who.is, right_of: ofWhom(right) },
      ...{ right_capacity: right.capacity, right_opens: right.opensOn },
      ...{ state: 'open', send_by: null, opened_at: now, sent_at: null, ended_at: null, ended_line: '' },
    })
    .execute()
}

export async function lockProgramme(tx: Tx, id: string): Promise<Programme | undefined> {
  await tx.selectFrom('programmes').select('id').where('id', '=', id).forUpdate().execute()
  return findProgramme(tx, id)
}

export async function findProgramme(db: Db, id: string): Promise<Programme | undefined> {
  const row = await programmes(db).where('r.id', '=', id).executeTakeFirst()
  return row && toProgramme(row)
}

export async function savePreview(tx: Tx, id: string, sendBy: Day): Promise<void> {
  await tx.updateTable('programmes').set({ state: 'preview', send_by: sendBy }).where('id', '=', id).execute()
}

export async function saveRunning(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('programmes').set({ state: 'running', sent_at: now }).where('id', '=', id).execute()
}

export async function saveEnded(tx: Tx, id: string, state: 'ended' | 'stopped', line: string, now: Date): Promise<void> {
  await tx.updateTable('programmes').set({ state, ended_at: now, ended_line: line }).where('id', '=', id).execute()
}

/** Of a programme (r), as a line of a list; `who` is the reader. */
const line = (
  who: string,
) => sql`r.id, r.title, r.what, r.left_name as "leftName", r.right_name as "rightName", r.state, r.closes_on as "closesOn",
  r.first_day as "firstDay", r.last_day as "lastDay", r.organiser = ${who} as "isMine",
  (select m.side from programme_members m where m.programme = r.id and m.person = ${who}) as side`

/** The newest first: those that one may still join, or that run. */
export async function listProgrammes(
  db: Db,
  { before, most, person }: { before?: string | undefined; most: number; person: string },
): Promise<ProgrammeLine[]> {
  const { rows } = await sql<ProgrammeLine>`select ${line(person)} from programmes r
    where r.state in ('open', 'preview', 'running') ${before === undefined ? sql`` : sql`and r.id < ${before}`} order by r.id desc limit ${most}`.execute(
    db,
  )
  return rows
}

/** Those that somebody runs or has joined, the newest first, with their pairs. */
export async function listProgrammesOf(db: Db, person: string, most: number): Promise<ProgrammeLine[]> {
  const { rows } = await sql<ProgrammeLine>`select ${line(person)}, (select json_agg(a.id order by a.id) from programme_pairs a
      where a.programme = r.id and a.state <> 'proposed' and (a.left_person = ${person} or a.right_person = ${person}) and not ${IS_APART}) as pairs
    from programmes r where r.organiser = ${person} or r.id in (select m.programme from programme_members m where m.person = ${person})
    order by r.id desc limit ${most}`.execute(db)
  return rows
}

/** Of an organisation of a side, and of a partnership (u) its two (uo, up). */
const programmes = (db: Db) =>
  db
    .selectFrom('programmes as r')
    .innerJoin('people as p', 'p.id', 'r.organiser')
    .leftJoin('organisations as g', 'g.id', 'p.organisation')
    .leftJoin('organisations as lo', (on) => on.onRef('lo.id', '=', 'r.left_of').on('r.left_who', '=', 'organisation'))
    .leftJoin('organisations as ro', (on) => on.onRef('ro.id', '=', 'r.right_of').on('r.right_who', '=', 'organisation'))
    .leftJoin('partnerships as u', (on) =>
      on.on(sql<boolean>`u.id = case when r.left_who = 'partnership' then r.left_of when r.right_who = 'partnership' then r.right_of end`),
    )
    .leftJoin('organisations as uo', 'uo.id', 'u.organisation')
    .leftJoin('organisations as up', 'up.id', 'u.partner')
    .selectAll('r')
    .select(['p.name', 'p.job', 'g.name as organisation_name', 'g.sector', 'lo.name as left_of_name', 'ro.name as right_of_name'])
    .select(['u.id as within', 'uo.id as uo', 'uo.name as uo_name', 'up.id as up', 'up.name as up_name'])

type Row = Awaited<ReturnType<ReturnType<typeof programmes>['executeTakeFirstOrThrow']>>

function whoOf(row: Row, is: Who['is'], of: string, name: string | null): Who {
  if (is === 'organisation') return { is, of, name: name ?? '' }
  if (is === 'sector' && isSector(of)) return { is, of }
  if (is === 'partnership')
    return { is, of, name: `${row.uo_name ?? ''} and ${row.up_name ?? ''}`, organisations: [row.uo ?? '', row.up ?? ''] }
  return { is: 'everybody' }
}

const sideOf = (row: Row, side: SideKey): ProgrammeSide =>
  side === 'left'
    ? {
        ...{ name: row.left_name, capacity: row.left_capacity, opensOn: row.left_opens },
        who: whoOf(row, row.left_who, row.left_of, row.left_of_name),
      }
    : {
        ...{ name: row.right_name, capacity: row.right_capacity, opensOn: row.right_opens },
        who: whoOf(row, row.right_who, row.right_of, row.right_of_name),
      }

const toProgramme = (row: Row): Programme => ({
  ...{ id: row.id, title: row.title, what: row.what, left: sideOf(row, 'left'), right: sideOf(row, 'right') },
  organiser: somebodyOf({ id: row.organiser, name: row.name, job: row.job, organisation_name: row.organisation_name, sector: row.sector }),
  ...(row.within ? { partnership: row.within } : {}),
  ...{ closesOn: row.closes_on, firstDay: row.first_day, lastDay: row.last_day, meetings: row.meetings, state: row.state },
  ...(row.send_by ? { sendBy: row.send_by } : {}),
})
