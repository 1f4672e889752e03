/** Somebody who pledged says that they are stuck. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { lookUpPledge } from '../pledges/actions.ts'
import { openItem } from './actions.ts'

/** Broken since today: whoever says so has waited long enough. */
export async function openStuck(tx: Tx, id: string, at: Moment): Promise<void> {
  const pledge = await lookUpPledge(tx, id, at.zone)
  if (!pledge) return
  const facts = { project: pledge.project, person: pledge.person.id, what: pledge.skill }
  await openItem(tx, { kind: 'stuck', about: id, since: at.today, facts }, at)
}
