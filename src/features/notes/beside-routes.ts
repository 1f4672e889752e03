/** What stands of notes on the page of a session and on that of an event, from the doors that are theirs. */
import type { Db } from '../../storage/db.ts'
import type { Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import type { Attendee } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import type { BesideEvent } from '../events/pages.ts'
import { readerOf } from './known-routes.ts'
import { isSettled, mayWrite } from './note.ts'
import { besidePart } from './pages.ts'
import { findNote } from './store.ts'
import { mayRead } from './write-up.ts'
import { writeUpOf } from './write-up-actions.ts'
import { isPublished } from './write-up-store.ts'
import { besideEventPart } from './written-up-pages.ts'
import { missingOf } from './written-up-routes.ts'

/** Before it is published, those who come read it. */
export const noteBeside =
  (db: Db) =>
  async (visit: Visit, event: Event, session: Session, me: Attendee | undefined): Promise<Markup | ''> => {
    const by = { viewer: visit.viewer, me }
    if (session.isOff || !mayRead(event, await isPublished(db, event.id), by)) return ''
    const may = mayWrite(event, by, visit.today)
    if (!may.yes && may.why === 'not yet') return ''
    return besidePart(visit, session, await findNote(db, session.id, readerOf(visit, event, me)), may.yes)
  }

export const writtenUpBeside =
  (db: Db): BesideEvent =>
  async (visit, event, me) => {
    if (event.calledOff) return ''
    if (event.step !== 'over' && (event.step !== 'scheduled' || visit.today < event.firstDay)) return ''
    const whole = await writeUpOf(db, event)
    if (whole.parts.length === 0 || !mayRead(event, whole.isPublished, { viewer: visit.viewer, me })) return ''
    const settled = whole.parts.filter(({ note }) => isSettled(note)).length
    const runs = isOrganiser(event, visit.viewer)
    return besideEventPart(event, { sessions: whole.parts.length, settled, missing: missingOf(whole, visit), runs, today: visit.today })
  }
