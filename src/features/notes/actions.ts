/** Writing the note of a session together: what stands there, and what was heard. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { lengthOf } from '../../basics/text.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findSession, seesSessions } from '../agendas/actions.ts'
import type { Session } from '../agendas/agenda.ts'
import { dropAsks } from '../asks/actions.ts'
import { findEvent } from '../events/actions.ts'
import { isIn, whoOf } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import { type Merged, mergeLines } from './merged-lines.ts'
import { type HeardRefusal, MOST_HEARD, mayWrite, type Note, type WriteRefusal, type Writer } from './note.ts'
import { findNote, lockNote, saveHeard, saveNone } from './store.ts'
import { goesOn } from './version.ts'
import { addVersion, findStretch, replaceVersion } from './version-store.ts'

export { findNote, listNotes, type NoteReader } from './store.ts'

export type Missing = 'not found'
export type Known = { session: Session; event: Event }

/** The session and its event, for whoever may write there. */
export async function writing(db: Db, id: string, by: Writer, at: Moment): Promise<Answer<Known, WriteRefusal | Missing>> {
  const session = await findSession(db, id)
  const event = session && (await findEvent(db, session.event))
  if (!event || !(await seesSessions(db, event, by.viewer))) return no('not found')
  const may = mayWrite(event, session, by, at.today)
  return may.yes ? yes({ session, event }) : may
}

/** As they stand now: whoever has changed something is not asked any more. */
export async function noteOf(db: Db, session: string): Promise<Note> {
  const note = await findNote(db, session)
  if (!note) throw new Error('A session that was just found is gone.')
  return note
}

/** There is something to keep, so nobody needs to be asked. */
export async function begin(tx: Tx, session: string, by: Writer, at: Moment): Promise<void> {
  const { id } = await lockNote(tx, session, at.now)
  await saveNone(tx, session, false, at.now)
  await dropAsks(tx, id, at)
  await record(tx, { at: at.now, ...whoOf(by), did: 'note begun', about: session })
}

/** `base` is what the writer began from. What others saved meanwhile stays, and so does what they typed. */
export async function writeHeard(
  db: Db,
  id: string,
  by: Writer,
  { base, heard }: { base: string; heard: string },
  at: Moment,
): Promise<Answer<Merged, HeardRefusal | Missing>> {
  return together(db, async (tx) => {
    const may = await writing(tx, id, by, at)
    if (!may.yes) return may
    const note = heard === base ? await noteOf(tx, id) : await lockNote(tx, id, at.now)
    const merged = mergeLines(base, note.heard, heard)
    if (merged.text === note.heard) return yes(merged)
    if (lengthOf(merged.text) > MOST_HEARD) return no('too long')
    if (note.heard === '') await begin(tx, id, by, at)
    await saveHeard(tx, id, merged.text, at.now)
    await keepVersion(tx, id, by, merged.text, at)
    return yes(merged)
  })
}

async function keepVersion(tx: Tx, session: string, { me }: Writer, heard: string, at: Moment): Promise<void> {
  const by = isIn(me) ? me.id : undefined
  const stretch = await findStretch(tx, session, by)
  if (stretch && goesOn(stretch, heard, at.now)) await replaceVersion(tx, stretch.id, heard, at.now)
  else await addVersion(tx, session, by, heard, at.now)
}
