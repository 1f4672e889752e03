/** Watching: a member who is not in a project hears what becomes of it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { How, Project } from './project.ts'

/** How many watch, and what this viewer has to do with the project: whether they watch, and speak for its organisation. */
export type Watching = { watchers: number; isMine: boolean; speaks: boolean }
/** A project that somebody watches, as one line of a list. */
export type Watched = Pick<Project, 'id' | 'title' | 'state' | 'openUntil'> & { how?: How; updatedOn?: Day }
/** What those who watch are told. */
export type News = { is: 'ready'; by: Day } | { is: 'started'; on: Day } | { is: 'ended'; how: How; learnt: string }

export type WatchRefusal = 'not a member' | 'own project' | 'in it already'

/** Who is in it hears everything anyway. */
export function watchProject(project: Project, by: Viewer): Answer<true, WatchRefusal> {
  if (!isMember(by)) return no('not a member')
  if (by.person === project.owner.id) return no('own project')
  return isIn(project, by.person) ? no('in it already') : yes(true)
}

export const isIn = (project: Project, person: string): boolean =>
  project.roles.some((role) => role.pledgers.some((pledger) => pledger.id === person))
