/** When a day of an event is over, the clock asks its hosts what came of their sessions. */
import { addDays, type Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { plan, planAfter, planOn } from '../../storage/due-work.ts'
import { findAgenda } from '../agendas/actions.ts'
import type { Session } from '../agendas/agenda.ts'
import { askMany, termOf } from '../asks/actions.ts'
import { lockEvent } from '../events/actions.ts'
import type { Event } from '../events/event.ts'
import { FOLLOW_UP, NOTES_DUE, NOTES_MISSING } from './clocks.ts'
import { FOLLOW_UP_DAYS, MISSING_DAYS, nextEvening, unsettled } from './note.ts'
import { listNotes, saveAsked } from './store.ts'

/** Of an agenda that nobody has seen nothing was held. */
export async function heldAt(tx: Tx, event: string): Promise<readonly Session[]> {
  const agenda = await findAgenda(tx, event)
  return agenda?.publishedAt ? agenda.sessions : []
}

/** Hosts with an account, each once. */
export const peopleOf = ({ hosts }: Session): string[] => [...new Set(hosts.flatMap(({ person }) => person ?? []))]

/** An event has gone on, or a day of it is over. */
export async function lookForNotes(tx: Tx, id: string, at: Moment): Promise<void> {
  const event = await lockEvent(tx, id)
  if (event?.step !== 'scheduled' && event?.step !== 'over') return
  if (event.calledOff) return
  const sessions = await heldAt(tx, id)
  await askForNotes(tx, event, sessions, at)
  if (event.step === 'over' && sessions.length === 0) return
  if (event.step === 'over') {
    await planAfter(tx, { kind: NOTES_MISSING, about: id }, addDays(at.today, MISSING_DAYS), at.zone)
    await planOn(tx, { kind: FOLLOW_UP, about: id }, addDays(at.today, FOLLOW_UP_DAYS), at.zone)
    return
  }
  const evening = nextEvening(event, at)
  if (evening) await plan(tx, { kind: NOTES_DUE, about: id, at: evening })
}

async function askForNotes(tx: Tx, { id, title }: Event, sessions: readonly Session[], at: Moment): Promise<void> {
  const before = await listNotes(tx, id)
  const open = unsettled(sessions, before, at).filter((session) => before.get(session.id)?.answerBy === undefined)
  const term = await termOf(tx, at)
  const notes = await saveAsked(
    tx,
    open.map((session) => session.id),
    { on: at.today, answerBy: term.answerBy },
    at.now,
  )
  const asks = open.flatMap((session) => {
    const facts = { session: session.id, what: session.title, event: title, on: session.slot.day }
    return peopleOf(session).map((person) => ({ kind: 'session note' as const, about: notes.get(session.id) ?? '', person, facts, term }))
  })
  await askMany(tx, asks, at)
}
