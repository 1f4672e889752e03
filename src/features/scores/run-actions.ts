/** What the organiser of an event does about its scoring: how it is done, and who helps; and what helpers do. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { type RunRefusal as HelperRefusal, isOrganiser, mayRun as mayRunEvent } from '../events/event.ts'
import { takeFirst } from './actions.ts'
import { addHelper, isHelper, listCalled, type Named, removeHelper } from './helper-store.ts'
import { isClosed, isOpen, type NameRefusal, type RunRefusal, type ScoreRefusal, type Scoring } from './scoring.ts'
import { lockScoring, putRater, putScoring } from './store.ts'

type Missing = 'not found'

export async function changeScoring(
  db: Db,
  event: string,
  viewer: Viewer,
  said: Pick<Scoring, 'way' | 'each' | 'places'>,
  at: Moment,
): Promise<Answer<true, RunRefusal | Missing>> {
  return together(db, async (tx) => {
    const may = await mayRun(tx, event, viewer)
    if (!may.yes) return may
    await putScoring(tx, event, said)
    await record(tx, {
      at: at.now,
      who: viewer.person,
      did: 'scoring changed',
      about: event,
      numbers: { each: said.each, places: said.places },
    })
    return yes(true)
  })
}

async function mayRun(tx: Db, id: string, viewer: Viewer): Promise<Answer<true, RunRefusal | Missing>> {
  const event = await findEvent(tx, id)
  if (!event) return no('not found')
  if (!isOrganiser(event, viewer)) return no('not the organiser')
  return isClosed(event.step) ? no('closed') : yes(true)
}

/** Until the event is over: on its day they help in other ways. */
async function mayName(tx: Db, id: string, viewer: Viewer): Promise<Answer<true, HelperRefusal | Missing>> {
  const event = await findEvent(tx, id)
  return event ? mayRunEvent(event, viewer) : no('not found')
}

export async function nameHelper(
  db: Db,
  event: string,
  viewer: Viewer,
  name: string,
  at: Moment,
): Promise<Answer<true, HelperRefusal | NameRefusal | Missing>> {
  return together(db, async (tx) => {
    const may = await mayName(tx, event, viewer)
    if (!may.yes) return may
    const called = theOne(await listCalled(tx, event, name))
    if (!called.yes) return called
    await addHelper(tx, event, called.value.id)
    await record(tx, { at: at.now, who: viewer.person, did: 'helper named', about: event })
    return yes(true)
  })
}

const theOne = ([first, second]: readonly Named[]): Answer<Named, NameRefusal> =>
  first ? (second ? no('two called so') : yes(first)) : no('nobody called so')

export async function dismissHelper(
  db: Db,
  event: string,
  viewer: Viewer,
  attendee: string,
  at: Moment,
): Promise<Answer<true, HelperRefusal | Missing>> {
  return together(db, async (tx) => {
    const may = await mayName(tx, event, viewer)
    if (!may.yes) return may
    await removeHelper(tx, event, attendee)
    await record(tx, { at: at.now, who: viewer.person, did: 'helper dismissed', about: event })
    return yes(true)
  })
}

export const mayHelp = async (
  db: Db,
  event: Parameters<typeof isOrganiser>[0] & { id: string },
  viewer: Viewer | undefined,
  attendee: Attendee | undefined,
): Promise<boolean> => isOrganiser(event, viewer) || (attendee?.state === 'in' && (await isHelper(db, event.id, attendee.id)))

/** Somebody without a phone sits down: whoever has signed up by their name, so that they do not get what they have pitched; others without. */
export async function sitDown(
  db: Db,
  event: string,
  name: string,
  at: Moment,
): Promise<Answer<string, ScoreRefusal | NameRefusal | Missing>> {
  return together(db, async (tx) => {
    const scoring = await lockScoring(tx, event)
    if (!scoring) return no('not found')
    const open = isOpen(scoring)
    if (!open.yes) return open
    const called = name === '' ? undefined : theOne(await listCalled(tx, event, name))
    if (called && !called.yes) return called
    const attendee = called?.value.id
    const id = attendee ?? newId(at.now)
    await putRater(tx, { id, event, attendee: attendee ?? null, atTerminal: true }, at.now)
    const first = await takeFirst(tx, scoring, { id }, at)
    return first.yes ? yes(id) : first
  })
}

export { isAtTerminal, listHelpers } from './helper-store.ts'
