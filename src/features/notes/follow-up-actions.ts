/** A month after an event the clock asks what became of it all, and tells the organiser the sum. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askAgain, askMany, termOf } from '../asks/actions.ts'
import { findEvent, lockEvent } from '../events/actions.ts'
import { tell } from '../letters/actions.ts'
import { SUM_UP } from './clocks.ts'
import { heldAt, peopleOf } from './evening-actions.ts'
import { isWritten } from './note.ts'
import { listNotes, lockNote } from './store.ts'
import { linesOf, sumOf } from './write-up.ts'

/** A month later: those who took a next step that is not done, and the hosts of what was written. */
export async function followUp(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  if (event?.step !== 'over') return
  const notes = await listNotes(tx, id)
  const sessions = await heldAt(tx, id)
  const term = await termOf(tx, at)
  for (const session of sessions) {
    const note = notes.get(session.id)
    if (note === undefined || !isWritten(note)) continue
    const about = { session: session.id, what: session.title, event: event.title }
    const steps = linesOf([note], 'next step').flatMap(({ id: line, what, takenBy, outcome }) =>
      takenBy?.person === undefined || outcome === 'done' || outcome === 'nothing' ? [] : [{ line, step: what, person: takenBy.person }],
    )
    for (const { line, step, person } of steps)
      await askAgain(tx, { kind: 'next step', about: line, person, facts: { ...about, step }, term }, at)
    const { id: noteId } = await lockNote(tx, session.id, at.now)
    const asks = peopleOf(session).map((person) => ({ kind: 'session later' as const, about: noteId, person, facts: about, term }))
    if (note.outcome === undefined) await askMany(tx, asks, at)
  }
  await planAfter(tx, { kind: SUM_UP, about: id }, term.answerBy, at.zone)
  await record(tx, { at: at.now, did: 'event followed up', about: id })
}

/** "Of 14 next steps 9 are done." */
export async function sumUp(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await findEvent(tx, id)
  if (!event) return
  const sum = sumOf([...(await listNotes(tx, id)).values()])
  if (sum.all === 0) return
  const facts = { event: id, title: event.title, all: sum.all, done: sum.done, goingOn: sum['going on'], nothing: sum.nothing }
  await tell(tx, event.organiser.id, 'event summed up', facts, at.now, { once: `event summed up ${id}` })
}
