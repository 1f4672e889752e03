/** Remembers which pitches were proposed to become one, and what their hosts say. The only file that writes these tables. */
import { type Db, type Piece, sql, type Tx } from '../../storage/db.ts'
import type { Consent, Merging, MergingState } from './merging.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    pitch_mergings: {
      id: string
      event: string
      pitch: string
      into_pitch: string
      proposed_by: string
      proposed_at: Date
      state: MergingState
    }
    pitch_consents: { merging: string; attendee: string; agrees: boolean | null }
  }
}

export type NewMerging = { id: string; event: string; pitch: string; into: string; by: string; consents: readonly Consent[] }

export async function addMerging(tx: Tx, { id, event, pitch, into, by, consents }: NewMerging, now: Date): Promise<void> {
  await tx
    .insertInto('pitch_mergings')
    .values({ id, event, pitch, into_pitch: into, proposed_by: by, proposed_at: now, state: 'asked' })
    .execute()
  if (consents.length === 0) return
  await tx
    .insertInto('pitch_consents')
    .values(consents.map(({ attendee, agrees }) => ({ merging: id, attendee, agrees })))
    .execute()
}

export async function saveConsent(tx: Tx, merging: string, attendee: string, agrees: boolean): Promise<void> {
  await tx.updateTable('pitch_consents').set({ agrees }).where('merging', '=', merging).where('attendee', '=', attendee).execute()
}

export async function saveMergingState(tx: Tx, ids: readonly string[], state: MergingState): Promise<void> {
  if (ids.length > 0) await tx.updateTable('pitch_mergings').set({ state }).where('id', 'in', ids).execute()
}

type Row = Omit<Merging, 'pitch' | 'into' | 'consents'> & {
  pitch: string
  title: string
  into: string
  intoTitle: string
  consents: readonly { attendee: string; person: string | null; agrees: boolean | null }[]
}

const mergings = async (db: Db, which: Piece): Promise<Merging[]> => {
  const { rows } = await sql<Row>`select m.id, m.event, m.pitch, p.title, m.into_pitch as "into", i.title as "intoTitle", m.state,
      coalesce((select json_agg(json_build_object('attendee', c.attendee, 'person', t.person, 'agrees', c.agrees) order by c.attendee)
        from pitch_consents c join attendees t on t.id = c.attendee where c.merging = m.id), '[]'::json) as consents
    from pitch_mergings m join pitches p on p.id = m.pitch join pitches i on i.id = m.into_pitch where ${which} order by m.id`.execute(db)
  return rows.map(({ id, event, state, pitch, title, into, intoTitle, consents }) => ({
    ...{ id, event, state, pitch: { id: pitch, title }, into: { id: into, title: intoTitle } },
    consents: consents.map(({ attendee, person, agrees }) => ({ attendee, agrees, ...(person ? { person } : {}) })),
  }))
}

export const findMerging = async (db: Db, id: string): Promise<Merging | undefined> => (await mergings(db, sql`m.id = ${id}`))[0]

/** Those whose hosts are being asked. */
export const listOpenMergings = (db: Db, event: string): Promise<Merging[]> => mergings(db, sql`m.event = ${event} and m.state = 'asked'`)

/** Two that were proposed before, whatever came of it: nobody proposes them again by mistake. */
export const listMergings = (db: Db, event: string): Promise<Merging[]> => mergings(db, sql`m.event = ${event}`)
