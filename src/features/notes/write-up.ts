/** An event written up: all its sessions and what came of them, for everybody to read once its organiser has published it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Session } from '../agendas/agenda.ts'
import { isIn } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import type { Line, Note, Outcome, Writer } from './note.ts'

export type Part = { session: Session; note: Note | undefined }
export type WriteUp = { event: Event; isPublished: boolean; parts: readonly Part[] }

/** How many sessions were held, and of how many something is said. */
export type Settled = { sessions: number; settled: number; isPublished: boolean }

export type PublishRefusal = 'not the organiser' | 'not over'

export function mayPublish(event: Pick<Event, 'organiser' | 'step'>, viewer: Viewer): Answer<true, PublishRefusal> {
  if (!isOrganiser(event, viewer)) return no('not the organiser')
  return event.step === 'over' ? yes(true) : no('not over')
}

/** Those who come read it at once, everybody else once it is published. */
export const mayRead = (event: Pick<Event, 'organiser'>, isPublished: boolean, { viewer, me }: Writer): boolean =>
  isPublished || isIn(me) || isOrganiser(event, viewer)

type Sum = Readonly<Record<Outcome, number>> & { all: number }

export const linesOf = (notes: readonly (Note | undefined)[], kind: Line['kind']): Line[] =>
  notes.flatMap((note) => note?.lines.filter((line) => line.kind === kind) ?? [])

/** Of the next steps. */
export function sumOf(notes: readonly (Note | undefined)[]): Sum {
  const steps = linesOf(notes, 'next step')
  const having = (outcome: Outcome) => steps.filter((step) => step.outcome === outcome).length
  return { all: steps.length, done: having('done'), 'going on': having('going on'), nothing: having('nothing') }
}
