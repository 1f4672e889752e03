/** Mending what a published brief says, for as long as people may still join it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Brief, Project } from './project.ts'

/** What can be mended. Roles are promised upon, so they stay as they are; other needs may be worded anew, and more may be added. */
export type Mended = Pick<Brief, 'title' | 'problem' | 'forWhom' | 'tags' | 'others' | 'suppliersWelcome'>
export type MendRefusal = 'not the owner' | 'not open or ready'

export function mend(project: Pick<Project, 'owner' | 'state'>, by: string): Answer<true, MendRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  return project.state === 'open' || project.state === 'ready' ? yes(true) : no('not open or ready')
}

/** Whoever has pledged did so for this title and this problem. */
export const isNews = (project: Pick<Project, 'title' | 'problem'>, mended: Mended): boolean =>
  project.title !== mended.title || project.problem !== mended.problem
