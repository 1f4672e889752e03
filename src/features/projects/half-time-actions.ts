/** The clock's part at half time: the owner hears what could help, long before the deadline. */
import { addDays, type Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { lockProject } from './actions.ts'
import { HALF_TIME_DAYS, isBelowHalf, mustHavePlaces } from './half-time.ts'
import { openMustHaves } from './project.ts'
import { saveHalfTold } from './save-store.ts'

export async function sayHalfTime(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await lockProject(tx, id, at.zone)
  if (!project || !isBelowHalf(project, at.today)) return
  await saveHalfTold(tx, id, at.today)
  await record(tx, { at: at.now, did: 'half time told', about: id })
  const { title, owner, openUntil } = project
  const missing = openMustHaves(project).map((role) => role.skill)
  const brokerOn = addDays(at.today, HALF_TIME_DAYS)
  const facts = { project: id, title, ...mustHavePlaces(project), missing, until: openUntil, brokerOn, today: at.today }
  await tell(tx, owner.id, 'half time', facts, at.now)
}
