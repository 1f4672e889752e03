/** What stands of the agenda on the page of an event. */
import type { Db } from '../../storage/db.ts'
import { isOrganiser } from '../events/event.ts'
import type { BesideEvent } from '../events/pages.ts'
import { isPublished } from './agenda.ts'
import { besidePart } from './pages.ts'
import { findPublished } from './store.ts'

export const agendasBeside =
  (db: Db): BesideEvent =>
  async (visit, event) => {
    if (event.step !== 'scheduled' && event.step !== 'over') return ''
    const agenda = await findPublished(db, event.id)
    const published = agenda && isPublished(agenda) ? agenda.sessions : undefined
    return besidePart(event, published, isOrganiser(event, visit.viewer))
  }
