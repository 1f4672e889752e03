/** An owner mends what their published brief says; those who have pledged hear it. */
import type { Answer } from '../../basics/answer.ts'
import { no } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { isNews, type Mended, type MendRefusal, mend } from './mending.ts'
import { listPledging } from './mending-store.ts'
import { saveMended } from './save-store.ts'
import { findProjectForUpdate } from './store.ts'

export async function mendBrief(
  db: Db,
  id: string,
  viewer: Viewer,
  mended: Mended,
  at: Moment,
): Promise<Answer<true, MendRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await findProjectForUpdate(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = mend(project, viewer.person)
    if (!answer.yes) return answer
    await saveMended(tx, project, mended, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'brief mended', about: id })
    if (!isNews(project, mended)) return answer
    const facts = { project: id, before: project.title, title: mended.title, problem: mended.problem }
    for (const person of await listPledging(tx, id)) await tell(tx, person, 'brief mended', facts, at.now)
    return answer
  })
}
