/** The lines of a note: adding one, and taking it out. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { isId, newId } from '../../basics/id.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forgetMany } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { dropAsks } from '../asks/actions.ts'
import { isIn, whoOf } from '../events/attendee.ts'
import { begin, type Known, type Missing, noteOf, writing } from './actions.ts'
import { STEP_DUE } from './clocks.ts'
import { addLine, lockLine, saveRemoved } from './line-store.ts'
import {
  isSameLine,
  isWritten,
  type Line,
  type LineRefusal,
  MOST_LINES,
  mayTakeOut,
  type NewLine,
  type WriteRefusal,
  type Writer,
} from './note.ts'
import { lockNote } from './store.ts'

export async function putLine(
  db: Db,
  session: string,
  by: Writer,
  line: NewLine,
  at: Moment,
): Promise<Answer<string, LineRefusal | Missing>> {
  return together(db, async (tx) => {
    const may = await writing(tx, session, by, at)
    if (!may.yes) return may
    // Whoever adds the same line at the same time, or the last one that there is room for, waits here.
    await lockNote(tx, session, at.now)
    const note = await noteOf(tx, session)
    const same = note.lines.find((each) => isSameLine(line, each))
    if (same) return yes(same.id)
    if (note.lines.length >= MOST_LINES) return no('too many')
    const id = newId(at.now)
    await addLine(tx, { id, session, by: isIn(by.me) ? by.me.id : undefined, ...line }, at.now)
    if (note.isNone || !isWritten(note)) await begin(tx, session, by, at)
    return yes(id)
  })
}

export type KnownLine = Known & { line: Line }

/** The line, for whoever may write there. */
export async function withLine<T, W extends string>(
  db: Db,
  id: string,
  by: Writer,
  at: Moment,
  work: (tx: Tx, known: KnownLine) => Promise<Answer<T, W>>,
): Promise<Answer<T, W | WriteRefusal | Missing>> {
  return together(db, async (tx): Promise<Answer<T, W | WriteRefusal | Missing>> => {
    const session = isId(id) ? await lockLine(tx, id) : undefined
    if (session === undefined) return no('not found')
    const may = await writing(tx, session, by, at)
    if (!may.yes) return may
    const line = (await noteOf(tx, session)).lines.find((each) => each.id === id)
    return line ? work(tx, { ...may.value, line }) : no('not found')
  })
}

export const takeOut = (db: Db, id: string, by: Writer, at: Moment) =>
  withLine<true, 'not yours' | 'became something'>(db, id, by, at, async (tx, known) => {
    const may = mayTakeOut(known.line, known, by)
    if (!may.yes) return may
    await saveRemoved(tx, id, at.now)
    await stopAsking(tx, id, at)
    await record(tx, { at: at.now, ...whoOf(by), did: 'note line taken out', about: id })
    return yes(true)
  })

/** Nobody needs to be asked about it any more. */
export async function stopAsking(tx: Tx, line: string, at: Moment): Promise<void> {
  await forgetMany(tx, [STEP_DUE], [line])
  await dropAsks(tx, line, at)
}
