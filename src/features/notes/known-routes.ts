/** What the doors to notes know: the session, its event, the note as its reader sees it, and the page with what is wrong on it. */
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing } from '../../web/faults.ts'
import { goTo, pageWithMistakes, type Reply, type Visit } from '../../web/visit.ts'
import { findSession, seesSessions } from '../agendas/actions.ts'
import type { Session } from '../agendas/agenda.ts'
import { findEvent } from '../events/actions.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import type { Note, Writer } from './note.ts'
import { findNote, type NoteReader } from './store.ts'
import { WRITE_REFUSALS } from './words.ts'
import { mayRead } from './write-up.ts'
import { type WritingPage, writingPage } from './writing-pages.ts'

/** Whoever looks, and whose names they see: those who come and members see those who said so themselves. */
export const readerOf = ({ viewer }: Visit, event: Event, me: Attendee | undefined): NoteReader | undefined => {
  const [comes, runs] = [isIn(me), isOrganiser(event, viewer)]
  if (!comes && !runs && viewer?.organisation === undefined) return undefined
  return { person: viewer?.person ?? '', organisation: viewer?.organisation ?? null, isOrganiser: runs, comes }
}

export type KnownNote = { session: Session; event: Event; me: Attendee | undefined; note: Note }

export async function knownNote(db: Db, visit: Visit, id: string): Promise<KnownNote> {
  const session = found(await findSession(db, id))
  const event = found(await findEvent(db, session.event))
  if (!(await seesSessions(db, event, visit.viewer))) throw new Missing()
  const me = await attendeeOf(db, event.id, visit)
  return { session, event, me, note: found(await findNote(db, session.id, readerOf(visit, event, me))) }
}

export const writerOf = ({ viewer }: Visit, { me }: Pick<KnownNote, 'me'>): Writer => ({ viewer, me })

export const titleOf = ({ session }: Pick<KnownNote, 'session'>): string => `Note: ${session.title}`

/** The same page with what is wrong on it. Whoever may not read the note sees nothing of it on this way either. */
export function withMistakes(visit: Visit, known: KnownNote, more: Partial<WritingPage>): Reply {
  if (!mayRead(known.event, false, writerOf(visit, known))) throw new Forbidden(WRITE_REFUSALS['not in'])
  return pageWithMistakes(titleOf(known), writingPage(visit, { ...known, ...more }), { narrow: true })
}

type Refused<Why extends string> = { yes: false; why: Why | 'not found' }

/** On to the note, with a word that it is done; or the same page, and why not. */
export function after<Why extends string>(
  visit: Visit,
  known: KnownNote,
  answer: { yes: true } | Refused<Why>,
  done: string,
  refused: (why: Why) => Partial<WritingPage>,
): Reply {
  if (answer.yes) return goTo(`/sessions/${known.session.id}/note?done=${done}`)
  if (answer.why === 'not found') throw new Missing()
  return withMistakes(visit, known, refused(answer.why))
}
