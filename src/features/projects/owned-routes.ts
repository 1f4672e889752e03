/** What every door of a project does first: find it, and see whose it is. */
import type { Db } from '../../storage/db.ts'
import { found, somebody } from '../../web/faults.ts'
import type { Visit } from '../../web/visit.ts'
import { lookUpProject } from './actions.ts'
import { ownedBy } from './owner-pages.ts'
import type { Project } from './project.ts'

export const known = async (db: Db, visit: Visit): Promise<Project> => found(await lookUpProject(db, visit.param('id'), visit.zone))

export async function owned(db: Db, visit: Visit): Promise<Project> {
  const viewer = somebody(visit)
  return ownedBy(viewer, await known(db, visit))
}
