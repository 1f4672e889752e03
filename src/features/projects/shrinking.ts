/** Making a brief smaller, so that what is left can begin: must-have roles are dropped, or become welcome. Pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { hasAllItNeeds, isFilled, isPastDeadline, openMustHaves, type Project } from './project.ts'

export const WISHES = ['keep', 'welcome', 'drop'] as const
export type Wish = (typeof WISHES)[number]
/** What the owner wants with each role, by its id; those that are not named are kept. */
export type Wishes = ReadonlyMap<string, Wish>
export type Shrunk = { dropped: string[]; welcome: string[]; isReady: boolean }
export type ShrinkRefusal =
  | 'not the owner'
  | 'not open'
  | 'nothing chosen'
  | 'pledged to'
  | 'nothing left'
  | 'not ready'
  | 'nobody from outside'

export const isWish = (text: string): text is Wish => (WISHES as readonly string[]).includes(text)

/** `pledgedTo` are the roles that somebody has ever pledged to: those cannot be dropped. After the deadline, only what makes it ready will do. */
export function shrink(
  project: Project,
  by: string,
  wishes: Wishes,
  pledgedTo: ReadonlySet<string>,
  today: Day,
): Answer<Shrunk, ShrinkRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state !== 'open') return no('not open')
  const wanting = (wish: Wish) =>
    openMustHaves(project)
      .map((role) => role.id)
      .filter((id) => wishes.get(id) === wish)
  const [dropped, welcome] = [wanting('drop'), wanting('welcome')]
  if (dropped.length + welcome.length === 0) return no('nothing chosen')
  if (dropped.some((id) => pledgedTo.has(id))) return no('pledged to')
  const roles = project.roles
    .filter((role) => !dropped.includes(role.id))
    .map((role) => (welcome.includes(role.id) ? { ...role, mustHave: false } : role))
  if (!roles.some((role) => role.mustHave)) return no('nothing left')
  const isReady = hasAllItNeeds({ ...project, roles })
  if (!isReady && isPastDeadline(project, today)) return no('not ready')
  if (!isReady && roles.every(isFilled)) return no('nobody from outside')
  return yes({ dropped, welcome, isReady })
}

/** Whether shrinking leads anywhere: after the deadline it must make the project ready at once. */
export function canShrink(project: Project, today: Day): boolean {
  const open = openMustHaves(project)
  const all: Wishes = new Map(open.map((role) => [role.id, 'welcome' as const]))
  if (isPastDeadline(project, today)) return shrink(project, project.owner.id, all, new Set(), today).yes
  return project.state === 'open' && open.length > 0 && project.roles.filter((role) => role.mustHave).length > 1
}
