/** Saying that there is nothing to keep of a session, and that one was there. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { dropAsks } from '../asks/actions.ts'
import { type Attendee, isIn, whoOf } from '../events/attendee.ts'
import { type Missing, noteOf, writing } from './actions.ts'
import { addHere, removeHere } from './here-store.ts'
import { maySayNone, type NoneRefusal, type WriteRefusal, type Writer } from './note.ts'
import { lockNote, saveNone } from './store.ts'

/** A session may end without anything to keep; that is said, so that nobody waits for it. */
export async function sayNone(db: Db, id: string, by: Writer, at: Moment): Promise<Answer<true, NoneRefusal | Missing>> {
  return together(db, async (tx) => {
    const may = await writing(tx, id, by, at)
    if (!may.yes) return may
    const { id: about } = await lockNote(tx, id, at.now)
    const note = await noteOf(tx, id)
    const none = maySayNone(note, may.value.session, at.today)
    if (!none.yes || note.isNone) return none
    await saveNone(tx, id, true, at.now)
    await dropAsks(tx, about, at)
    await record(tx, { at: at.now, ...whoOf(by), did: 'nothing to note', about: id })
    return yes(true)
  })
}

/** By their own choice only: everybody adds or takes away themselves. */
export async function putHere(
  db: Db,
  id: string,
  me: Attendee | undefined,
  isHere: boolean,
  at: Moment,
): Promise<Answer<true, WriteRefusal | Missing>> {
  return together(db, async (tx) => {
    const may = await writing(tx, id, { viewer: undefined, me }, at)
    if (!may.yes) return may
    if (!isIn(me)) return no('not in')
    if (isHere) await addHere(tx, id, me.id, at.now)
    else await removeHere(tx, id, me.id)
    return yes(true)
  })
}
