/** What stands of notes on the page of a session and on that of an event, from the doors that are theirs. */
import type { Db } from '../../storage/db.ts'
import type { BesideSession } from '../agendas/session-pages.ts'
import type { BesideEvent } from '../events/pages.ts'
import { readerOf } from './known-routes.ts'
import { mayWrite } from './note.ts'
import { besidePart } from './pages.ts'
import { findNote } from './store.ts'
import { mayRead } from './write-up.ts'
import { countSettled, isPublished } from './write-up-store.ts'
import { besideEventPart } from './written-up-pages.ts'

/** Before it is published, those who come read it. */
export const noteBeside =
  (db: Db): BesideSession =>
  async (visit, event, session, me) => {
    const by = { viewer: visit.viewer, me }
    if (session.isOff || !(mayRead(event, false, by) || (await isPublished(db, event.id)))) return ''
    const may = mayWrite(event, session, by, visit.today)
    if (!may.yes && may.why === 'not yet') return ''
    return besidePart(visit, session, await findNote(db, session.id, readerOf(visit, event, me)), may.yes)
  }

/** Once the event is over it stands before all else; on the day itself it stands behind the agenda. */
export const writtenUpBeside =
  (db: Db, step: 'scheduled' | 'over'): BesideEvent =>
  async (visit, event, me) => {
    if (event.calledOff || event.step !== step || visit.today < event.firstDay) return ''
    const settled = await countSettled(db, event.id)
    if (settled.sessions === 0 || !mayRead(event, settled.isPublished, { viewer: visit.viewer, me })) return ''
    return besideEventPart(event, settled)
  }
