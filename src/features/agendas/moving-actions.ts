/** Who hears that a session has moved or is not held: its hosts who have an account, each in one letter. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { findTimetable } from '../events/actions.ts'
import type { Event } from '../events/event.ts'
import { tellEach } from '../letters/actions.ts'
import type { Moved, Session } from './agenda.ts'
import { hostsOf, placedFacts } from './publishing-actions.ts'

/** `sessions` as they were before. */
export async function tellMoved(tx: Tx, event: Event, sessions: readonly Session[], moves: readonly Moved[], at: Moment): Promise<void> {
  const { slots, rooms } = await findTimetable(tx, event.id)
  const copies = moves.flatMap(({ session: id, ...to }) => {
    const session = sessions.find((each) => each.id === id)
    const [slot, room] = [slots.find((each) => each.id === to.slot), rooms.find((each) => each.id === to.room)]
    if (!session || !slot || !room) return []
    const facts = {
      ...placedFacts(event, { ...session, slot, room }, at),
      ...{ wasDay: session.slot.day, wasStarts: session.slot.starts, wasEnds: session.slot.ends, wasRoom: session.room.name },
    }
    return hostsOf(session).map((person) => ({ person, facts }))
  })
  await tellEach(tx, 'session moved', copies, at.now)
}

export async function tellCalledOff(tx: Tx, event: Event, sessions: readonly Session[], at: Moment): Promise<void> {
  const copies = sessions.flatMap((session) => hostsOf(session).map((person) => ({ person, facts: placedFacts(event, session, at) })))
  await tellEach(tx, 'session called off', copies, at.now)
}
