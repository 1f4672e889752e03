/** The door of one session on the day: how full its room is; and what stands of the day on its page. */
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing } from '../../web/faults.ts'
import { goTo, pageWithMistakes, post, type Route } from '../../web/visit.ts'
import { findSession, listSessions } from '../agendas/actions.ts'
import type { BesideSession } from '../agendas/session-pages.ts'
import { isIn } from '../events/attendee.ts'
import { isOrganiser } from '../events/event.ts'
import { isHost } from '../pitches/pitch.ts'
import { mayCount, readCount } from './count.ts'
import { countPeople } from './count-actions.ts'
import { countsOf } from './news.ts'
import { dayOf } from './once-actions.ts'
import { countForm, mistakePage, sessionParts } from './session-pages.ts'
import { roomSwapsFor } from './swap.ts'
import { COUNT_REFUSALS } from './words.ts'

export const daySession =
  (db: Db): BesideSession =>
  async (visit, event, session, me) => {
    const day = await dayOf(db, visit, event, me)
    // Of an agenda that everybody sees.
    const isOn = event.step === 'scheduled' && day.sessions.some(({ id }) => id === session.id)
    const [hosts, runs] = [isHost(session, me), isOrganiser(event, visit.viewer)]
    const open = day.swaps.filter(({ one, other }) => one === session.id || other === session.id)
    const sessions = isOn && (hosts || runs || (isIn(me) && open.length > 0)) ? await listSessions(db, event.id) : []
    const counts = countsOf(day)
    return sessionParts(visit, session, {
      ...{
        count: counts.get(session.id),
        held: day.sessions,
        sessions,
        open,
        refused: day.refused.filter(({ one }) => one === session.id),
        by: { me, runs: runs && isOn },
      },
      mayCount: mayCount(event, session, hosts || runs || day.helps, visit.today).yes,
      isHost: hosts && isOn,
      roomSwaps: roomSwapsFor(session, sessions, counts, visit),
    })
  }

export const daySessionRoutes = (db: Db): Route[] => [
  post('/sessions/:id/counts', async (visit) => {
    const session = found(await findSession(db, visit.param('id')))
    const typed = visit.form.text('people')
    const answer = await countPeople(db, session.id, visit, readCount(typed, visit.form.has('full')), visit)
    if (answer.yes) return goTo(`/sessions/${session.id}?done=counted#day`)
    if (answer.why === 'not found') throw new Missing()
    if (answer.why !== 'no number') throw new Forbidden(COUNT_REFUSALS[answer.why])
    const error = COUNT_REFUSALS[answer.why]
    return pageWithMistakes(session.title, mistakePage(session, countForm(session, undefined, typed, error), 'people', error), {
      narrow: true,
    })
  }),
]
