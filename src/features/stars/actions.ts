/** Somebody who comes to an event says what they would like to see. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { lockEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { listChosen } from '../scores/closing-actions.ts'
import { chooseStars, type Session, type StarRefusal, type Stars } from './star.ts'
import { saveStars } from './store.ts'

/** For the agenda. */
export { findStars, listStars } from './store.ts'

/** What can be starred: the pitches that were chosen, in an order that says nothing of their score. */
export const listSessions = async (db: Db, event: string): Promise<Session[]> =>
  (await listChosen(db, event)).map(({ pitch, title }) => ({ id: pitch, title })).sort((a, b) => (a.id < b.id ? -1 : 1))

/** The whole choice at once, so that sending it twice changes nothing. The journal says that somebody chose, never who or what. */
export async function starSessions(
  db: Db,
  id: string,
  me: Attendee | undefined,
  typed: Stars,
  at: Moment,
): Promise<Answer<Stars, StarRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const answer = chooseStars(typed, { event, me, sessions: await listSessions(tx, id) })
    if (!answer.yes) return answer
    const { by, chosen } = answer.value
    await saveStars(tx, id, by.id, chosen)
    await record(tx, { at: at.now, did: 'sessions starred', about: id })
    return yes(chosen)
  })
}
