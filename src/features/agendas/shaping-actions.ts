/** What an organiser does with the grid by hand: locks, moves, what is held once more, and what it keeps to. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { planMany } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { lockEvent } from '../events/actions.ts'
import { type Event, mayRun, type RunRefusal } from '../events/event.ts'
import { isPublished, type Moved, type Session } from './agenda.ts'
import { boardOf, type MoveRefusal, weigh } from './board.ts'
import { WHEN_OFF } from './clocks.ts'
import { onlyHeld, readInputs } from './input-actions.ts'
import { saveAbsences, saveClosures, saveNeeds } from './input-store.ts'
import type { Inputs, Need } from './inputs.ts'
import type { MakeRefusal } from './making.ts'
import { byMaker } from './making-actions.ts'
import { tellLater } from './moving-actions.ts'
import { callOff, findPublished, findSession, removeSession, saveEncore, saveLock, saveMoves } from './store.ts'

type Missing = 'not found'
type Doing<W extends string> = (tx: Tx, event: Event, session: Session, isKnown: boolean) => Promise<Answer<true, W>>

/** Its event is locked, so that nobody changes the grid meanwhile. */
async function withSession<W extends string>(
  db: Db,
  id: string,
  viewer: Viewer,
  work: Doing<W>,
): Promise<Answer<true, W | RunRefusal | Missing>> {
  return together(db, async (tx): Promise<Answer<true, W | RunRefusal | Missing>> => {
    const known = isId(id) ? await findSession(tx, id) : undefined
    const event = known && (await lockEvent(tx, known.event))
    const session = event && (await findSession(tx, id))
    if (!event || !session || session.isOff) return no('not found')
    const may = mayRun(event, viewer)
    if (!may.yes) return may
    return work(tx, event, session, isPublished(await findPublished(tx, event.id)))
  })
}

export const lockSession = (
  db: Db,
  id: string,
  viewer: Viewer,
  isLocked: boolean,
  at: Moment,
): Promise<Answer<true, RunRefusal | Missing>> =>
  withSession<never>(db, id, viewer, async (tx) => {
    await saveLock(tx, id, isLocked)
    await record(tx, { at: at.now, who: viewer.person, did: isLocked ? 'session locked' : 'session unlocked', about: id })
    return yes(true)
  })

/** Whatever is there goes to where it was. */
export const moveSession = (
  db: Db,
  viewer: Viewer,
  { session: id, ...to }: Moved,
  at: Moment,
): Promise<Answer<true, MoveRefusal | RunRefusal | Missing>> =>
  withSession<MoveRefusal>(db, id, viewer, async (tx, event, session, isKnown) => {
    const { inputs } = await readInputs(tx, event.id, at)
    const weighed = weigh(onlyHeld(inputs), { session: id, ...to })
    if (!weighed.yes) return weighed
    const { with: other, gained, lost } = weighed.value
    const back = other?.at ? [{ session: other.at.session, slot: session.slot.id, room: session.room.id }] : []
    const moves = [{ session: id, ...to }, ...back]
    await saveMoves(tx, moves, isKnown, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'session moved', about: id, numbers: { gained, lost } })
    if (isKnown)
      await tellLater(
        tx,
        moves.map((each) => each.session),
        at,
      )
    return yes(true)
  })

/** What is held once more is not any more; what is held once cannot be taken out so. */
export const takeEncoreOut = (db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<true, RunRefusal | Missing>> =>
  withSession<Missing>(db, id, viewer, async (tx, event, { isEncore }, isKnown) => {
    if (!isEncore) return no('not found')
    if (isKnown) {
      await callOff(tx, [id], at.now)
      await tellLater(tx, [id], at)
      await planMany(
        tx,
        WHEN_OFF.map((kind) => ({ kind, about: event.id, at: at.now })),
      )
    } else await removeSession(tx, id)
    await record(tx, { at: at.now, who: viewer.person, did: 'encore taken out', about: id })
    return yes(true)
  })

export type EncoreRefusal = RunRefusal | 'not free'

export async function putEncore(
  db: Db,
  id: string,
  viewer: Viewer,
  place: { pitch: string; slot: string; room: string },
  at: Moment,
): Promise<Answer<true, EncoreRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayRun(event, viewer)
    if (!may.yes) return may
    const { encores } = boardOf(onlyHeld((await readInputs(tx, id, at)).inputs))
    const isProposed = encores.some(
      ({ topic, slot, room }) => topic.pitch === place.pitch && slot.id === place.slot && room.id === place.room,
    )
    if (!isProposed) return no('not free')
    const session = await saveEncore(tx, id, { ...place, isEncore: true }, at.now)
    if (isPublished(await findPublished(tx, id))) await tellLater(tx, [session], at)
    await record(tx, { at: at.now, who: viewer.person, did: 'encore put in', about: place.pitch })
    return yes(true)
  })
}

export type KeepRefusal = MakeRefusal | 'not there'

/** What the agenda keeps to is said before everybody has it; after that what has changed is said on the day. */
const keepTo = (db: Db, id: string, viewer: Viewer, at: Moment, save: (tx: Tx, inputs: Inputs) => Promise<boolean>) =>
  byMaker<'not there'>(db, id, viewer, async (tx) => {
    if (!(await save(tx, (await readInputs(tx, id, at)).inputs))) return no('not there')
    await record(tx, { at: at.now, who: viewer.person, did: 'agenda rules changed', about: id })
    return yes(true)
  })

export const sayNeeds = (db: Db, id: string, viewer: Viewer, { pitch, needs }: { pitch: string; needs: readonly Need[] }, at: Moment) =>
  keepTo(db, id, viewer, at, async (tx, { topics }) => {
    if (!topics.some((topic) => topic.pitch === pitch)) return false
    await saveNeeds(tx, id, pitch, needs)
    return true
  })

export const sayAway = (db: Db, id: string, viewer: Viewer, { host, slots }: { host: string; slots: readonly string[] }, at: Moment) =>
  keepTo(db, id, viewer, at, async (tx, inputs) => {
    if (!inputs.topics.some(({ hosts }) => hosts.some(({ attendee }) => attendee === host))) return false
    await saveAbsences(tx, id, host, known(inputs, slots))
    return true
  })

export const sayShut = (db: Db, id: string, viewer: Viewer, { room, slots }: { room: string; slots: readonly string[] }, at: Moment) =>
  keepTo(db, id, viewer, at, async (tx, inputs) => {
    if (!inputs.rooms.some((each) => each.id === room)) return false
    await saveClosures(tx, id, room, known(inputs, slots))
    return true
  })

const known = ({ slots }: Inputs, ids: readonly string[]): string[] => slots.map(({ id }) => id).filter((id) => ids.includes(id))
