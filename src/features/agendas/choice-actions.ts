/** Somebody chooses the sessions to which they go, all at once or one. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { isId } from '../../basics/id.ts'
import { type Db, together } from '../../storage/db.ts'
import { findEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { type ChooseRefusal, mayChoose } from './agenda.ts'
import { addChoices, removeChoices } from './choice-store.ts'
import { findPublished, findSession, listSessions } from './store.ts'

type Missing = 'not found'

/** The whole choice at once, so that sending it twice changes nothing. What is not there any more is left out. */
export async function chooseSessions(
  db: Db,
  id: string,
  me: Attendee | undefined,
  ids: readonly string[],
): Promise<Answer<true, ChooseRefusal | Missing>> {
  return together(db, async (tx) => {
    const event = await findEvent(tx, id)
    if (!event) return no('not found')
    const may = mayChoose(event, await findPublished(tx, id), me)
    if (!may.yes) return may
    const known = new Set((await listSessions(tx, id)).map((session) => session.id))
    await removeChoices(tx, may.value.id)
    await addChoices(
      tx,
      may.value.id,
      ids.filter((each) => known.has(each)),
    )
    return yes(true)
  })
}

export async function chooseSession(
  db: Db,
  id: string,
  me: Attendee | undefined,
  goes: boolean,
): Promise<Answer<true, ChooseRefusal | Missing>> {
  return together(db, async (tx) => {
    const session = isId(id) ? await findSession(tx, id) : undefined
    const event = session && (await findEvent(tx, session.event))
    if (!event) return no('not found')
    const may = mayChoose(event, await findPublished(tx, event.id), me)
    if (!may.yes) return may
    if (goes) await addChoices(tx, may.value.id, [id])
    else await removeChoices(tx, may.value.id, id)
    return yes(true)
  })
}
