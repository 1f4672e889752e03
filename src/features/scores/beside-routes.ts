/** What stands of scoring on the page of an event. */
import type { Db } from '../../storage/db.ts'
import { isIn } from '../events/attendee.ts'
import { isOrganiser } from '../events/event.ts'
import type { BesideEvent } from '../events/pages.ts'
import { besidePart } from './pages.ts'
import { isRanked } from './ranking-store.ts'
import { isClosed } from './scoring.ts'

export const scoresBeside =
  (db: Db): BesideEvent =>
  async (visit, event, me) =>
    besidePart(event, {
      isRanked: isClosed(event.step) && (await isRanked(db, event.id)),
      isIn: isIn(me),
      runs: isOrganiser(event, visit.viewer),
    })
