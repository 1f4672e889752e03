/** Gathers what an agenda is made from, as it is now, but for stars: of those the ones that count. */
import type { Moment } from '../../basics/day.ts'
import type { Db } from '../../storage/db.ts'
import type { NameReader } from '../../storage/pieces.ts'
import { findTimetable } from '../events/actions.ts'
import type { Timetable } from '../events/timetable.ts'
import type { Session } from './agenda.ts'
import type { Counted } from './counted.ts'
import { findKept, listChosen } from './input-store.ts'
import { hasBegun, type Inputs, type Topic } from './inputs.ts'
import type { Order } from './making.ts'
import { listSessions } from './store.ts'

const heldTopic = ({ id, pitch, title, hosts, isEncore, isLocked, slot, room }: Session): Topic => ({
  ...{ pitch, title, hosts, isEncore, isLocked },
  at: { session: id, slot: slot.id, room: room.id },
})

type Read = {
  inputs: Inputs
  /** Those that are held. */
  sessions: readonly Session[]
  timetable: Timetable
  order: Order | undefined
  /** Nothing before an agenda is made for the first time: then nobody's count. */
  counted: Counted | undefined
}

/** The topics are all that were chosen, and after them what is held once more. */
export async function readInputs(db: Db, event: string, { zone, now }: Pick<Moment, 'zone' | 'now'>, reader?: NameReader): Promise<Read> {
  const timetable = await findTimetable(db, event)
  const { rooms, slots } = timetable
  const sessions = await listSessions(db, event, reader)
  const held = new Map(sessions.flatMap((session) => (session.isEncore ? [] : [[session.pitch, heldTopic(session)]])))
  const chosen = (await listChosen(db, event, reader)).map(
    (each): Topic => held.get(each.pitch) ?? { ...each, isEncore: false, isLocked: false },
  )
  const encores = sessions.filter(({ isEncore }) => isEncore).map(heldTopic)
  const timed = slots.filter(({ isBreak }) => !isBreak)
  const begun = new Set(timed.filter((slot) => hasBegun(slot, zone, now)).map(({ id }) => id))
  const { kept, order, counted } = await findKept(db, event)
  const inputs = {
    ...kept,
    slots: timed,
    rooms,
    topics: [...chosen, ...encores],
    stars: counted?.stars ?? [],
    begun,
  }
  return { inputs, sessions, timetable, order, counted }
}

/** Those that are held alone. */
export const onlyHeld = (inputs: Inputs): Inputs => ({ ...inputs, topics: inputs.topics.filter(({ at }) => at !== undefined) })
