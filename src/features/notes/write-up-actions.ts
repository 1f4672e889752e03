/** Publishing what came of an event, and reading it whole. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { listSessions } from '../agendas/actions.ts'
import { lockEvent } from '../events/actions.ts'
import type { Event } from '../events/event.ts'
import { listNotes, type NoteReader } from './store.ts'
import { mayPublish, type PublishRefusal, type WriteUp } from './write-up.ts'
import { isPublished, saveWriteUp } from './write-up-store.ts'

/** Without a reader nobody is named. */
export async function writeUpOf(db: Db, event: Event, reader?: NoteReader): Promise<WriteUp> {
  const notes = await listNotes(db, event.id, reader)
  const sessions = await listSessions(db, event.id)
  return {
    event,
    isPublished: await isPublished(db, event.id),
    parts: sessions.map((session) => ({ session, note: notes.get(session.id) })),
  }
}

export async function publishWriteUp(
  db: Db,
  id: string,
  viewer: Viewer,
  publishes: boolean,
  at: Moment,
): Promise<Answer<true, PublishRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayPublish(event, viewer)
    if (!may.yes) return may
    await saveWriteUp(tx, id, publishes ? viewer.person : undefined, at.now)
    const did = publishes ? 'event written up' : 'event not written up any more'
    await record(tx, { at: at.now, who: viewer.person, did, about: id })
    return yes(true)
  })
}
