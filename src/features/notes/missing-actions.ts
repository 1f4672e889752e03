/** What the clock says of what is missing: sessions without a word, and the next steps of which it is the date. */
import { addDays, type Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findSession } from '../agendas/actions.ts'
import { ask, termOf } from '../asks/actions.ts'
import { findEvent } from '../events/actions.ts'
import { tell } from '../letters/actions.ts'
import { noteOf } from './actions.ts'
import { heldAt } from './evening-actions.ts'
import { lockLine } from './line-store.ts'
import { unsettled } from './note.ts'
import { listNotes } from './store.ts'

/** The organiser hears once; what is missing then stands on the page of the event, and a broker hears of it too. */
export async function tellMissing(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await findEvent(tx, id)
  if (event?.step !== 'over') return
  const missing = unsettled(await heldAt(tx, id), await listNotes(tx, id), at)
  if (missing.length === 0) return
  const facts = { event: id, title: event.title, sessions: missing.map(({ title }) => title), until: addDays(at.today, 7), today: at.today }
  await tell(tx, event.organiser.id, 'notes missing', facts, at.now, { once: `notes missing ${id}` })
  await record(tx, { at: at.now, did: 'notes missing', about: id, numbers: { sessions: missing.length } })
}

/** The date of a next step: whoever took it is asked. */
export async function askAboutStep(tx: Tx, id: string, at: Moment): Promise<void> {
  const session = await lockLine(tx, id)
  const line = session === undefined ? undefined : (await noteOf(tx, session)).lines.find((each) => each.id === id)
  const found = line && (await findSession(tx, line.session))
  const event = found && (await findEvent(tx, found.event))
  const person = line?.takenBy?.person
  if (!event || person === undefined || line.outcome !== undefined) return
  const facts = { session: found.id, step: line.what, what: found.title, event: event.title }
  await ask(tx, { kind: 'next step', about: id, person, facts, term: await termOf(tx, at) }, at)
}
