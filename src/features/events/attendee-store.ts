/** Remembers who comes to events. The only file that writes the table attendees. */
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { mayFind, shownName } from '../../storage/pieces.ts'
import type { Attendee, AttendeeLine, AttendeeState } from './attendee.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    attendees: {
      id: string
      event: string
      person: string | null
      name: string
      team: string
      token_hash: string | null
      state: AttendeeState
      joined_at: Date
      access_needs: string
      taken_out: boolean
    }
  }
}

export type NewAttendee = Pick<Attendee, 'id' | 'event' | 'name' | 'team' | 'state'> & { person?: string; tokenHash?: string }

export async function addAttendee(tx: Tx, { person, tokenHash, ...attendee }: NewAttendee, now: Date): Promise<void> {
  const known = { person: person ?? null, token_hash: tokenHash ?? null }
  await tx
    .insertInto('attendees')
    .values({ ...attendee, ...known, joined_at: now, access_needs: '', taken_out: false })
    .execute()
}

export async function saveState(tx: Tx, id: string, state: AttendeeState, now: Date): Promise<void> {
  await tx
    .updateTable('attendees')
    .set({ state, ...(state === 'left' ? { access_needs: '' } : { joined_at: now }) })
    .where('id', '=', id)
    .execute()
}

/** Whoever came by the code alone leaves nothing of themselves behind. */
export async function forgetGuest(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('attendees').set({ name: '', team: '', token_hash: null }).where('id', '=', id).where('person', 'is', null).execute()
}

export async function saveTakenOut(tx: Tx, id: string, isTakenOut: boolean): Promise<void> {
  await tx.updateTable('attendees').set({ taken_out: isTakenOut }).where('id', '=', id).execute()
}

/** They keep their turn. */
export async function saveIn(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.updateTable('attendees').set({ state: 'in' }).where('id', 'in', ids).execute()
}

export async function saveAccessNeeds(tx: Tx, id: string, needs: string): Promise<void> {
  await tx.updateTable('attendees').set({ access_needs: needs }).where('id', '=', id).execute()
}

const all = (db: Db) => db.selectFrom('attendees').select(['id', 'event', 'person', 'name', 'team', 'state', 'access_needs', 'taken_out'])
const attendees = (db: Db, event: string) => all(db).where('event', '=', event)

type Row = Awaited<ReturnType<ReturnType<typeof attendees>['executeTakeFirstOrThrow']>>
const toAttendee = ({ person, access_needs, taken_out, ...row }: Row): Attendee => ({
  ...row,
  ...(person === null ? {} : { person }),
  ...(taken_out ? { isTakenOut: true } : {}),
  accessNeeds: access_needs,
})

/** By their account, or else by what their browser keeps. */
export async function findAttendee(
  db: Db,
  event: string,
  { person, tokenHash }: { person?: string | undefined; tokenHash?: string | undefined },
): Promise<Attendee | undefined> {
  if (person === undefined && tokenHash === undefined) return undefined
  const row = await attendees(db, event)
    .where((each) => each.or([each('person', '=', person ?? ''), each('token_hash', '=', tokenHash ?? '')]))
    .orderBy(sql`person is null`)
    .limit(1)
    .executeTakeFirst()
  return row && toAttendee(row)
}

export async function findAttendeeById(db: Db, id: string): Promise<Attendee | undefined> {
  const row = await all(db).where('id', '=', id).executeTakeFirst()
  return row && toAttendee(row)
}

export async function listTakenOut(db: Db, event: string, most: number): Promise<Attendee[]> {
  return (await attendees(db, event).where('taken_out', 'is', true).orderBy('id').limit(most).execute()).map(toAttendee)
}

/** Whoever waits longest first. */
export async function listWaiting(db: Db, event: string, most: number): Promise<Attendee[]> {
  const rows = await attendees(db, event).where('state', '=', 'waiting').orderBy('joined_at').orderBy('id').limit(most).execute()
  return rows.map(toAttendee)
}

/** With accounts, so that a letter reaches them. */
export const listPeopleIn = (db: Db, event: string): Promise<string[]> => listPeople(db, event, ['in'])
/** Those who wait too. */
export const listPeopleToTell = (db: Db, event: string): Promise<string[]> => listPeople(db, event, ['in', 'waiting'])

async function listPeople(db: Db, event: string, states: readonly AttendeeState[]): Promise<string[]> {
  const rows = await attendees(db, event).where('state', 'in', states).where('person', 'is not', null).orderBy('id').execute()
  return rows.flatMap(({ person }) => person ?? [])
}

export type Reader = { person: string; organisation: string | null; isOrganiser: boolean; seesNeeds: boolean }

/** Those who are in or wait, in the order of signing up. Whom somebody has blocked, or who hides from them, they do not find here. */
export async function listAttendees(
  db: Db,
  event: string,
  reader: Reader,
  { after, most }: { after?: string | undefined; most: number },
): Promise<AttendeeLine[]> {
  const { rows } = await sql<AttendeeLine & { needs: string }>`
    select t.id, ${reader.isOrganiser ? sql`coalesce(a.name, t.name)` : sql`case when a.id is null then t.name else coalesce(${shownName}, '') end`} as name,
      t.team, t.state, coalesce(t.person = (select organiser from events where id = t.event), false) as "isOrganiser", ${reader.seesNeeds ? sql`t.access_needs` : sql`''`} as needs
    from attendees t left join people a on a.id = t.person
    where t.event = ${event} and t.state <> 'left' ${after === undefined ? sql`` : sql`and t.id > ${after}`}
      ${reader.isOrganiser ? sql`` : sql`and (a.id is null or ${mayFind(sql`${reader.person}`, sql`${reader.organisation}`)})`}
    order by t.id limit ${most}`.execute(db)
  return rows.map(({ needs, ...row }) => ({ ...row, ...(needs === '' ? {} : { accessNeeds: needs }) }))
}
