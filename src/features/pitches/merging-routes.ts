/** The doors through which two pitches become one: the organiser's, and that of each host. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { goTo, post, type Route } from '../../web/visit.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { consentToMerging, proposeMerging } from './merging-actions.ts'
import { findMerging } from './merging-store.ts'
import { CONSENT_REFUSALS, PROPOSE_REFUSALS } from './words.ts'

export const mergingRoutes = (db: Db): Route[] => [
  post('/events/:id/mergings', async (visit) => {
    const viewer = somebody(visit)
    const chosen = { pitch: visit.form.text('pitch'), into: visit.form.text('into') }
    if (![visit.param('id'), chosen.pitch, chosen.into].every(isId)) throw new Missing()
    const answer = await proposeMerging(db, visit.param('id'), viewer, chosen, visit)
    if (answer.yes) return goTo(`/events/${answer.value.event}/pitches?done=${answer.value.state === 'merged' ? 'merged' : 'asked'}`)
    if (answer.why === 'not found') throw new Missing()
    throw new Forbidden(PROPOSE_REFUSALS[answer.why])
  }),

  post('/mergings/:id/consents', async (visit) => {
    const merging = found(isId(visit.param('id')) ? await findMerging(db, visit.param('id')) : undefined)
    const me = await attendeeOf(db, merging.event, visit)
    const answer = await consentToMerging(db, merging.id, me?.id, visit.form.text('agrees') === 'yes', visit)
    if (answer.yes) return goTo(`/events/${merging.event}/pitches?done=${answer.value.state === 'merged' ? 'merged' : 'answered'}`)
    if (answer.why === 'not found') throw new Missing()
    throw new Forbidden(CONSENT_REFUSALS[answer.why])
  }),
]
