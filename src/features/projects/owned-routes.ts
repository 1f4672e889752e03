/** What every door of a project does first: find it, and see whose it is. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import type { Visit } from '../../web/visit.ts'
import type { Project } from './project.ts'
import { findProject } from './store.ts'
import { OWNER_ONLY } from './words.ts'

export async function known(db: Db, visit: Visit): Promise<Project> {
  const id = visit.param('id')
  const project = isId(id) ? await findProject(db, id, visit.zone) : undefined
  if (!project) throw new Missing()
  return project
}

export async function owned(db: Db, visit: Visit): Promise<Project> {
  const viewer = somebody(visit)
  const project = await known(db, visit)
  if (project.owner.id !== viewer.person) throw new Forbidden(OWNER_ONLY)
  return project
}
