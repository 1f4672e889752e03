/** An agenda for which everybody waits and which is not there: its organiser is asked for it, again and again. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { planOn } from '../../storage/due-work.ts'
import { askAgain } from '../asks/actions.ts'
import { waitsUntil } from '../asks/ask.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { lockEvent } from '../events/actions.ts'
import type { Event } from '../events/event.ts'
import { isPublished } from './agenda.ts'
import { askedAgainOn, WAITED_FOR } from './clocks.ts'
import type { Fault } from './fault.ts'
import { findOrder } from './order-store.ts'
import { findPublished } from './store.ts'

export async function askForAgenda(tx: Tx, event: Event, fault: Fault | undefined, at: Moment): Promise<void> {
  const { id, title, firstDay, organiser } = event
  const again = await lookAgain(tx, event, at)
  const facts = { event: id, title, firstDay, ...(fault ? { fault } : {}) }
  await askAgain(tx, { kind: 'agenda wanted', about: id, person: organiser.id, facts, term: waitsUntil(again) }, at)
}

/** Whatever becomes of an order, somebody looks whether there is an agenda. */
export async function lookAgain(tx: Tx, event: Event, at: Moment) {
  const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
  const on = askedAgainOn(event, at.today, calendar)
  await planOn(tx, { kind: WAITED_FOR, about: event.id }, on, at.zone)
  return on
}

/** The clock's part. */
export async function lookForAgenda(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  if (event?.step !== 'scheduled' || isPublished(await findPublished(tx, id))) return
  await askForAgenda(tx, event, (await findOrder(tx, id))?.fault, at)
}
