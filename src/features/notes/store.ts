/** Remembers what came of sessions. The only file that writes the table notes. */
import type { Day } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, type Piece, sql, type Tx } from '../../storage/db.ts'
import { comerNames, type NameReader } from '../../storage/pieces.ts'
import type { Became, CameOfIt, Line, Named, Note, Outcome } from './note.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    notes: {
      id: string
      session: string
      heard: string
      none_at: Date | null
      asked_on: Day | null
      answer_by: Day | null
      outcome: Outcome | null
      outcome_line: string
      begun_at: Date
      changed_at: Date
    }
  }
}

/** Whoever reads; `comes`: they come to the event themselves, so that they see those without an account too. */
export type NoteReader = NameReader & { comes: boolean }

/** Of somebody who comes (t), who may have an account (a). */
export const nameFor = (reader: NoteReader | undefined): Piece => {
  const { name } = comerNames(reader)
  return reader && !reader.comes && !reader.isOrganiser ? sql`case when a.id is null then '' else ${name} end` : name
}

const named = (reader: NoteReader | undefined): Piece =>
  sql`json_build_object('attendee', t.id, 'name', ${nameFor(reader)}, 'person', t.person)`

/** What a line (n) became. */
const BECAME = sql`(select json_agg(json_build_object('as', b.kind, 'thing', b.thing, 'person', b.person, 'is', case
    when b.kind = 'listing' then case when l.closed_at is null then 'open' else 'over' end
    when p.id is not null then 'project' when d.id is not null then 'open' else 'over' end) order by b.made_at, b.person)
  from note_becomings b left join listings l on l.id = b.thing left join projects p on p.id = b.thing left join drafts d on d.id = b.thing where b.line = n.id)`

/** Those of some sessions (s), each with its lines and whoever was there. */
const notesOf = (which: Piece, reader: NoteReader | undefined): Piece => sql`
  select s.id as session, coalesce(o.heard, '') as heard, o.none_at is not null as "isNone", o.answer_by as "answerBy", o.outcome, coalesce(o.outcome_line, '') as "outcomeLine",
    coalesce((select json_agg(${named(reader)} order by h.since, t.id) from note_people h join attendees t on t.id = h.attendee and t.state = 'in' left join people a on a.id = t.person
      where h.session = s.id), '[]'::json) as here,
    coalesce((select json_agg(json_build_object('id', n.id, 'session', n.session, 'kind', n.kind, 'what', n.what, 'on', n.on_day, 'by', n.by,
        'takenBy', case when t.id is null then null else ${named(reader)} end, 'outcome', n.outcome, 'outcomeLine', n.outcome_line, 'became', coalesce(${BECAME}, '[]'::json)) order by n.id)
      from note_lines n left join attendees t on t.id = n.taken_by and t.state = 'in' left join people a on a.id = t.person where n.session = s.id and n.removed_at is null), '[]'::json) as lines
  from event_sessions s left join notes o on o.session = s.id where ${which} order by s.id`

type NamedRow = Omit<Named, 'person'> & { person: string | null }
type OutcomeRow = { outcome: Outcome | null; outcomeLine: string }
type LineRow = Pick<Line, 'id' | 'session' | 'kind' | 'what'> &
  OutcomeRow & { on: Day | null; by: string | null; takenBy: NamedRow | null; became: readonly Became[] }
type Row = Pick<Note, 'session' | 'heard' | 'isNone'> &
  OutcomeRow & { answerBy: Day | null; here: readonly NamedRow[]; lines: readonly LineRow[] }

const toNamed = ({ person, ...row }: NamedRow): Named => ({ ...row, ...(person ? { person } : {}) })
const cameOf = ({ outcome, outcomeLine }: OutcomeRow): CameOfIt => ({ outcomeLine, ...(outcome ? { outcome } : {}) })
const toLine = ({ on, by, takenBy, outcome, outcomeLine, ...row }: LineRow): Line => ({
  ...row,
  ...cameOf({ outcome, outcomeLine }),
  ...(on ? { on } : {}),
  ...(by ? { by } : {}),
  ...(takenBy ? { takenBy: toNamed(takenBy) } : {}),
})
const toNote = ({ answerBy, here, lines, outcome, outcomeLine, ...row }: Row): Note => ({
  ...row,
  ...cameOf({ outcome, outcomeLine }),
  here: here.map(toNamed),
  lines: lines.map(toLine),
  ...(answerBy ? { answerBy } : {}),
})

/** Of each session of an event, by its id. Without a reader nobody is named. */
export async function listNotes(db: Db, event: string, reader?: NoteReader): Promise<ReadonlyMap<string, Note>> {
  const { rows } = await sql<Row>`${notesOf(sql`s.event = ${event}`, reader)}`.execute(db)
  return new Map(rows.map((row) => [row.session, toNote(row)]))
}

export async function findNote(db: Db, session: string, reader?: NoteReader): Promise<Note | undefined> {
  const { rows } = await sql<Row>`${notesOf(sql`s.id = ${session}`, reader)}`.execute(db)
  return rows[0] && toNote(rows[0])
}

/** Whoever saves waits here for whoever saves at the same time. Its id is what asks are about. */
export async function lockNote(tx: Tx, session: string, now: Date): Promise<{ id: string; heard: string }> {
  await tx
    .insertInto('notes')
    .values({
      id: newId(now),
      session,
      heard: '',
      none_at: null,
      asked_on: null,
      answer_by: null,
      outcome: null,
      outcome_line: '',
      begun_at: now,
      changed_at: now,
    })
    .onConflict((same) => same.column('session').doNothing())
    .execute()
  return tx.selectFrom('notes').select(['id', 'heard']).where('session', '=', session).forUpdate().executeTakeFirstOrThrow()
}

export async function saveHeard(tx: Tx, session: string, heard: string, now: Date): Promise<void> {
  await tx.updateTable('notes').set({ heard, none_at: null, changed_at: now }).where('session', '=', session).execute()
}

export async function saveNone(tx: Tx, session: string, isNone: boolean, now: Date): Promise<void> {
  await tx
    .updateTable('notes')
    .set({ none_at: isNone ? now : null, changed_at: now })
    .where('session', '=', session)
    .execute()
}

/** Their hosts are asked: the ids that the asks are about, by session. */
export async function saveAsked(
  tx: Tx,
  sessions: readonly string[],
  { on, answerBy }: { on: Day; answerBy: Day },
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const asked = JSON.stringify(sessions.map((session) => ({ id: newId(now), session })))
  const { rows } = await sql<{ id: string; session: string }>`
    insert into notes (id, session, asked_on, answer_by, begun_at, changed_at)
    select id, session, ${on}::date, ${answerBy}::date, ${now}::timestamptz, ${now}::timestamptz from json_to_recordset(${asked}::json) as r (id text, session text)
    on conflict (session) do update set asked_on = excluded.asked_on, answer_by = excluded.answer_by returning id, session`.execute(tx)
  return new Map(rows.map(({ id, session }) => [session, id]))
}

export async function saveCameOfSession(tx: Tx, note: string, { outcome, outcomeLine }: CameOfIt): Promise<void> {
  await tx
    .updateTable('notes')
    .set({ outcome: outcome ?? null, outcome_line: outcomeLine })
    .where('id', '=', note)
    .execute()
}

/** Which session a note is of. */
export async function findSessionOf(db: Db, note: string): Promise<string | undefined> {
  return (await db.selectFrom('notes').select('session').where('id', '=', note).executeTakeFirst())?.session
}
