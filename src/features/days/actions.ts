/** Saying something to everybody at an event, and taking it back. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findEvent } from '../events/actions.ts'
import { type Comer, whoOf } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import type { Event } from '../events/event.ts'
import { mayHelp } from '../scores/run-actions.ts'
import { type AnnounceRefusal, mayAnnounce } from './announcement.ts'
import { addAnnouncement, saveTakenBack } from './store.ts'

type Missing = 'not found'
type Said<T> = Promise<Answer<T, AnnounceRefusal | Missing>>

/** The organiser, a broker, or whom the organiser has named. */
export const helps = async (db: Db, event: Event, by: Comer): Promise<boolean> =>
  mayHelp(db, event, by.viewer, await attendeeOf(db, event.id, by))

async function helping(tx: Tx, id: string, by: Comer): Said<Event> {
  const event = await findEvent(tx, id)
  if (!event) return no('not found')
  const may = mayAnnounce(event, await helps(tx, event, by))
  return may.yes ? yes(event) : may
}

/** `text` has been read already. Sending it twice says it twice, and either can be taken back. */
export async function announce(db: Db, event: string, by: Comer, text: string, at: Moment): Said<string> {
  return together(db, async (tx) => {
    const may = await helping(tx, event, by)
    if (!may.yes) return may
    const id = newId(at.now)
    await addAnnouncement(tx, event, { id, text, saidAt: at.now })
    await record(tx, { at: at.now, ...whoOf(by), did: 'announced', about: event })
    return yes(id)
  })
}

export async function takeAnnouncementBack(db: Db, event: string, by: Comer, id: string, at: Moment): Said<true> {
  return together(db, async (tx) => {
    const may = await helping(tx, event, by)
    if (!may.yes) return may
    if (await saveTakenBack(tx, event, id, at.now))
      await record(tx, { at: at.now, ...whoOf(by), did: 'announcement taken back', about: event })
    return yes(true)
  })
}
