/** Publishing the agenda: everybody who comes is told, and every host with an account of when and where they are awaited. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { dropAsks } from '../asks/actions.ts'
import { lockEvent, moveEvent } from '../events/actions.ts'
import type { Event, MoveRefusal } from '../events/event.ts'
import { tellEach } from '../letters/actions.ts'
import { listStars } from '../stars/actions.ts'
import type { Session } from './agenda.ts'
import { WAITED_FOR } from './clocks.ts'
import { starsToCount } from './counted.ts'
import { findKept } from './input-store.ts'
import { mayPublish, type PublishRefusal } from './making.ts'
import { findOrder, removeOrder } from './order-store.ts'
import { findPublished, listSessions, savePublished, saveTold } from './store.ts'

export async function publishAgenda(
  db: Db,
  id: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<true, PublishRefusal | MoveRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return no('not found')
    const may = mayPublish(event, viewer, await findPublished(tx, id), await findOrder(tx, id))
    if (!may.yes) return may
    if (event.step === 'starring') {
      const moved = await moveEvent(tx, id, viewer, { to: 'scheduled' }, at)
      if (!moved.yes) return moved
    }
    await publish(tx, event, at, viewer.person)
    return yes(true)
  })
}

export async function publish(tx: Tx, event: Pick<Event, 'id' | 'title' | 'venue'>, at: Moment, by?: string): Promise<void> {
  const { counted } = await findKept(tx, event.id)
  const present = { stars: await listStars(tx, event.id), asOf: at.now }
  await savePublished(tx, event.id, starsToCount({ step: 'scheduled' }, counted, present), at.now)
  // Nothing is made any more: without this the board would wait for it, or say why not, for ever.
  await removeOrder(tx, event.id)
  await forget(tx, WAITED_FOR, event.id)
  await dropAsks(tx, event.id, at)
  const sessions = await listSessions(tx, event.id)
  await record(tx, {
    ...{ at: at.now, did: 'agenda published', about: event.id, numbers: { sessions: sessions.length } },
    ...(by === undefined ? {} : { who: by }),
  })
  const copies = sessions.flatMap((session) => hostsOf(session).map((person) => ({ person, facts: placedFacts(event, session, at) })))
  await tellEach(tx, 'session placed', copies, at.now)
  await saveTold(
    tx,
    sessions.map(({ id }) => id),
  )
}

/** Those with an account. */
export const hostsOf = ({ hosts }: Pick<Session, 'hosts'>): string[] => hosts.flatMap(({ person }) => person ?? [])

export const placedFacts = (
  { id, title, venue }: Pick<Event, 'id' | 'title' | 'venue'>,
  { id: session, title: name, slot, room, isEncore }: Session,
  { today }: Moment,
) => ({
  ...{ event: id, title, venue, session, name, isEncore, today },
  ...{ day: slot.day, starts: slot.starts, ends: slot.ends, room: room.name },
})
