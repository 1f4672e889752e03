/** A broker takes over where nothing fits yet, and nobody is forgotten. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { answer, chooseBroker, type Lookout, type LookoutRefusal, lookUntil } from './lookout.ts'
import { addLookout, findLookout, findLookoutForUpdate, listBrokersWithLookouts, saveLookoutEnded } from './lookout-store.ts'

/** Who looks for somebody, or would if they were asked now, and until when. */
export async function whoLooksFor(db: Db, person: string, at: Moment): Promise<Pick<Lookout, 'broker' | 'by'> | undefined> {
  const brokers = await listBrokersWithLookouts(db, person)
  const broker = brokers.find(({ by }) => by !== undefined) ?? chooseBroker(brokers, person)
  return broker && { broker, by: broker.by ?? lookUntil(at.today) }
}

/** Nothing happens when somebody looks already, or when the chapter has no other broker. */
export async function beginLookout(tx: Tx, person: string, at: Moment): Promise<void> {
  const broker = chooseBroker(await listBrokersWithLookouts(tx, person), person)
  if (!broker) return
  const [id, by] = [newId(at.now), lookUntil(at.today)]
  if (!(await addLookout(tx, { id, person, broker: broker.id, by }, at.now))) return
  await record(tx, { at: at.now, did: 'lookout begun', about: id })
  await planReminder(tx, id, at)
  const lookout = await findLookout(tx, id)
  if (lookout) await tell(tx, broker.id, 'lookout begun', { lookout: id, who: lookout.person, by, today: at.today }, at.now)
}

/** The broker has something for them, or says what they will do: the person hears it in the broker's words. */
export async function answerLookout(
  db: Db,
  id: string,
  viewer: Viewer,
  line: string,
  at: Moment,
): Promise<Answer<string, LookoutRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const lookout = await findLookoutForUpdate(tx, id)
    if (!lookout) return no('not found')
    const may = answer(lookout, viewer)
    if (!may.yes) return may
    await saveLookoutEnded(tx, id, line, at.now)
    await forget(tx, 'lookout overdue', id)
    await record(tx, { at: at.now, who: viewer.person, did: 'lookout answered', about: id })
    await tell(tx, lookout.person.id, 'lookout answered', { broker: viewer.name, line }, at.now)
    return yes(id)
  })
}

/** The day has passed: the broker is reminded every week for as long as it takes. */
export async function remindOfLookout(tx: Tx, id: string, at: Moment): Promise<void> {
  const lookout = await findLookoutForUpdate(tx, id)
  if (!lookout || lookout.isOver) return
  await tell(tx, lookout.broker.id, 'lookout waits', { lookout: id, who: lookout.person, by: lookout.by, today: at.today }, at.now)
  await planReminder(tx, id, at)
}

const planReminder = (tx: Tx, id: string, at: Moment): Promise<void> =>
  planAfter(tx, { kind: 'lookout overdue', about: id }, lookUntil(at.today), at.zone)
