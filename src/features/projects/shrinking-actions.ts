/** The owner makes a brief smaller. */
import { type Answer, no } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { lockProject, settleAfterPledges } from './actions.ts'
import { saveShrunk } from './save-store.ts'
import { type ShrinkRefusal, type Shrunk, shrink, type Wishes } from './shrinking.ts'
import { listRolesPledgedTo } from './store.ts'

/** If what is left is complete, the project is ready at once, and everybody hears it. */
export async function shrinkBrief(
  db: Db,
  id: string,
  viewer: Viewer,
  wishes: Wishes,
  at: Moment,
): Promise<Answer<Shrunk, ShrinkRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await lockProject(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = shrink(project, viewer.person, wishes, await listRolesPledgedTo(tx, id), at.today)
    if (!answer.yes) return answer
    const { dropped, welcome } = answer.value
    await saveShrunk(tx, project, answer.value)
    const numbers = { dropped: dropped.length, welcome: welcome.length }
    await record(tx, { at: at.now, who: viewer.person, did: 'brief shrunk', about: id, numbers })
    await settleAfterPledges(tx, (await lockProject(tx, id, at.zone)) ?? project, at)
    return answer
  })
}
