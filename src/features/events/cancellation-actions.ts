/** Calling an event off: it is over at once, and everybody who comes or waits hears why. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { forgetMany } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { dropAsks } from '../asks/actions.ts'
import { tellEach } from '../letters/actions.ts'
import { listPeopleToTell } from './attendee-store.ts'
import { type CancelRefusal, mayCallOff } from './cancellation.ts'
import { addCancellation } from './cancellation-store.ts'
import { OVER, STEP_OVER, WHEN_CALLED_OFF } from './clocks.ts'
import { lockEvent, saveStep } from './store.ts'

export async function callOffEvent(
  db: Db,
  id: string,
  viewer: Viewer,
  typed: string,
  at: Moment,
): Promise<Answer<true, CancelRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayCallOff(event, viewer, typed)
    if (!may.yes) return may
    await saveStep(tx, id, 'over', event.ends, at.now)
    await addCancellation(tx, id, may.value, at.today)
    await forgetMany(tx, [STEP_OVER, OVER], [id])
    await dropAsks(tx, id, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'event called off', about: id, callsFor: WHEN_CALLED_OFF })
    const { title, firstDay, lastDay, venue } = event
    const facts = { event: id, title, firstDay, lastDay, venue, reason: may.value, today: at.today }
    const people = (await listPeopleToTell(tx, id)).filter((person) => person !== viewer.person)
    await tellEach(
      tx,
      'event called off',
      people.map((person) => ({ person, facts })),
      at.now,
    )
    return yes(true)
  })
}
