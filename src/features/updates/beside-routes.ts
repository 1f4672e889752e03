/** What a project's page shows of its updates, and of those who watch it. */
import type { Db } from '../../storage/db.ts'
import type { Visit } from '../../web/visit.ts'
import type { BesideProject } from '../projects/pages.ts'
import type { Project } from '../projects/project.ts'
import { countWatchers } from '../watchers/actions.ts'
import { watchPart } from '../watchers/pages.ts'
import { updatesPart } from './pages.ts'
import { listUpdates } from './store.ts'
import { writeUpdate } from './update.ts'

const LAST_FEW = 3

/** Both in one go: who watches and who may write are one question to the database. */
export async function followingOf(db: Db, visit: Visit, project: Project): Promise<Pick<BesideProject, 'watch' | 'updates'>> {
  const person = visit.viewer?.person
  const watching = await countWatchers(db, project, person)
  const found = await listUpdates(db, project.id, { most: LAST_FEW + 1 })
  const writes = person !== undefined && writeUpdate(project, person, watching.speaks).yes
  return {
    watch: watchPart(visit, project, watching),
    updates: updatesPart(visit, project, found.slice(0, LAST_FEW), { hasMore: found.length > LAST_FEW, writes }),
  }
}
