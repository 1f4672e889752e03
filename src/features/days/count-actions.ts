/** Somebody says how many people are in the room of a session. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findSession, seesSessions } from '../agendas/actions.ts'
import { findEvent } from '../events/actions.ts'
import { type Comer, whoOf } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { isHost } from '../pitches/pitch.ts'
import { helps } from './actions.ts'
import { type CountRefusal, mayCount, type SaidCount } from './count.ts'
import { saveCount } from './count-store.ts'

/** The last word counts, whoever says it. `said` is missing when it could not be read. */
export async function countPeople(
  db: Db,
  id: string,
  by: Comer,
  said: SaidCount | undefined,
  at: Moment,
): Promise<Answer<true, CountRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const session = await findSession(tx, id)
    const event = session && (await findEvent(tx, session.event))
    if (!session || !event || !(await seesSessions(tx, event, by.viewer))) return no('not found')
    const mayTell = isHost(session, await attendeeOf(tx, event.id, by)) || (await helps(tx, event, by))
    const may = mayCount(event, session, mayTell, at.today)
    if (!may.yes) return may
    if (!said) return no('no number')
    await saveCount(tx, { session: id, room: session.room.id, ...said }, at.now)
    await record(tx, {
      at: at.now,
      ...whoOf(by),
      did: said.isFull ? 'room said to be full' : 'people counted',
      about: id,
      ...(said.people === undefined ? {} : { numbers: { people: said.people } }),
    })
    return yes(true)
  })
}
