/** Watching: a member who is not in a project hears what becomes of it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'

/** What can be watched, as much of it as the rules ask: a project is one. */
export type Watchable = { id: string; owner: { id: string }; roles: readonly { pledgers: readonly { id: string }[] }[] }
/** How many watch, and what this viewer has to do with the project: whether they watch, and speak for its organisation. */
export type Watching = { watchers: number; isMine: boolean; speaks: boolean }

export type WatchRefusal = 'not a member' | 'own project' | 'in it already'

/** Who is in it hears everything anyway. */
export function watchProject(project: Watchable, by: Viewer): Answer<true, WatchRefusal> {
  if (!isMember(by)) return no('not a member')
  if (by.person === project.owner.id) return no('own project')
  return isIn(project, by.person) ? no('in it already') : yes(true)
}

export const isIn = (project: Watchable, person: string): boolean =>
  project.roles.some((role) => role.pledgers.some((pledger) => pledger.id === person))
