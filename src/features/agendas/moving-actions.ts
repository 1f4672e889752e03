/** Who hears that a session is elsewhere or not held: its hosts who have an account, each in one letter, some minutes after its last move. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { forgetMany, planMany } from '../../storage/due-work.ts'
import { lockEvent } from '../events/actions.ts'
import { tellEach } from '../letters/actions.ts'
import { TELLS } from './clocks.ts'
import { hostsOf, placedFacts } from './publishing-actions.ts'
import { findEventOf, findSession, listThese, listTold, saveTold } from './store.ts'
import { newsOf, tellsAt } from './telling.ts'

/** After each change to an agenda that everybody has. What came back to where its hosts last heard of it is not told. */
export async function tellLater(tx: Tx, ids: readonly string[], at: Moment): Promise<void> {
  const told = await listTold(tx, ids)
  const news = (await listThese(tx, ids)).filter((each) => newsOf(each, told.get(each.id)) && hostsOf(each).length > 0)
  await forgetMany(tx, [TELLS], ids)
  await planMany(
    tx,
    news.map((each) => ({ kind: TELLS, about: each.id, at: tellsAt(each, told.get(each.id), at) })),
  )
}

/** The clock's part. */
export async function tellHosts(tx: Tx, id: string, at: Moment): Promise<void> {
  const of = await findEventOf(tx, id)
  const event = of && (await lockEvent(tx, of.event))
  const session = event && (await findSession(tx, id))
  if (!session || event.step === 'over') return
  const told = (await listTold(tx, [id])).get(id)
  const facts = placedFacts(event, session, at)
  const to = <F>(said: F) => hostsOf(session).map((person) => ({ person, facts: said }))
  const news = newsOf(session, told)
  if (news === 'placed') await tellEach(tx, 'session placed', to(facts), at.now)
  if (told && news === 'called off') await tellEach(tx, 'session called off', to(placedFacts(event, { ...session, ...told }, at)), at.now)
  if (told && news === 'moved') {
    const { slot, room } = told
    const was = { wasDay: slot.day, wasStarts: slot.starts, wasEnds: slot.ends, wasRoom: room.name }
    await tellEach(tx, 'session moved', to({ ...facts, ...was }), at.now)
  }
  await saveTold(tx, [id])
}
