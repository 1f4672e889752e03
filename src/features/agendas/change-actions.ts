/** What is lost on the day: how the grid would be mended, and keeping that. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { lockEvent } from '../events/actions.ts'
import { mayRun, type RunRefusal } from '../events/event.ts'
import { isPublished } from './agenda.ts'
import { type Lost, markOf, mend, type Proposal, withLost } from './change.ts'
import { WHEN_OFF } from './clocks.ts'
import { onlyHeld, readInputs } from './input-actions.ts'
import { addAbsences, addClosures } from './input-store.ts'
import type { Inputs } from './inputs.ts'
import { tellLater } from './moving-actions.ts'
import { callOff, findPublished, saveMoves } from './store.ts'
import type { Engine } from './work.ts'

export type ChangeRefusal = RunRefusal | 'not published' | 'changed meanwhile'

export const proposeChange = (engine: Engine, inputs: Inputs, lost: Lost): Promise<Proposal> =>
  mend(engine, onlyHeld(withLost(inputs, lost)))

/** `mark` is that of the proposal that they have seen. Found outside the transaction, and kept only when nothing has changed meanwhile. */
export async function keepChange(
  db: Db,
  engine: Engine,
  id: string,
  viewer: Viewer,
  { lost, mark }: { lost: Lost; mark: string },
  at: Moment,
): Promise<Answer<true, ChangeRefusal | 'not found'>> {
  const { inputs: before } = await readInputs(db, id, at)
  const { shifts, off, ...scores } = await proposeChange(engine, before, lost)
  return together(db, async (tx): Promise<Answer<true, ChangeRefusal | 'not found'>> => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayRun(event, viewer)
    if (!may.yes) return may
    if (!isPublished(await findPublished(tx, id))) return no('not published')
    const { inputs } = await readInputs(tx, id, at)
    if (mark !== markOf({ shifts, off, ...scores }) || placesIn(inputs) !== placesIn(before)) return no('changed meanwhile')
    const { host, room, slots } = lost
    if (host)
      await addAbsences(
        tx,
        id,
        slots.map((slot) => ({ attendee: host, slot })),
      )
    if (room)
      await addClosures(
        tx,
        id,
        slots.map((slot) => ({ room, slot })),
      )
    const moves = shifts.map(({ topic, slot, room: to }) => ({ session: topic.at?.session ?? '', slot: slot.id, room: to.id }))
    const gone = off.map(({ topic }) => topic.at?.session ?? '')
    await callOff(tx, gone, at.now)
    await saveMoves(tx, moves, true, at.now)
    const numbers = { moved: moves.length, off: gone.length, lost: scores.before - scores.after }
    await record(tx, {
      at: at.now,
      who: viewer.person,
      did: 'agenda mended',
      about: id,
      numbers,
      callsFor: gone.length > 0 ? WHEN_OFF : [],
    })
    await tellLater(tx, [...moves.map(({ session }) => session), ...gone], at)
    return yes(true)
  })
}

const placesIn = ({ topics, absences, closures, needs }: Inputs): string =>
  JSON.stringify([topics.map(({ at, isLocked }) => [at, isLocked]), absences, closures, needs])
