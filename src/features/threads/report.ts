/** A report: a member asks the moderators to look at a post. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { maySee, type Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'
import { type Post, type Subject, type WriteRefusal, write } from './post.ts'

export type Report = {
  by: Somebody
  reason: string
  /** What the post said when it was reported: its writer may have changed it since. */
  said: string
  at: Date
  isAnswered: boolean
}
/** A post with all that was reported about it and waits for an answer, the oldest first. */
export type Reported = { first: string; post: Post; subject: Subject; reports: readonly Report[] }
export type Verdict = 'removed' | 'kept'

export const MOST_REASON = 1000
/** A moderator looks within so many days; after them we remind all moderators. */
export const LOOK_DAYS = 3

export type ReportRefusal = WriteRefusal | 'own post' | 'removed' | 'looked at before' | 'nobody to look'

/** `earlier` is what the same person reported about the post before; `moderators` are those who did not write it. */
export function report(post: Post, by: Viewer, earlier: Report | undefined, moderators: number): Answer<true, ReportRefusal> {
  const member = write(by)
  if (!member.yes) return member
  if (post.person.id === by.person) return no('own post')
  if (earlier?.isAnswered) return no('looked at before')
  if (post.removed) return no('removed')
  return moderators > 0 ? yes(true) : no('nobody to look')
}

export type JudgeRefusal = 'not a moderator' | 'own words' | 'answered before'

/** Nobody judges their own words. */
export function judge(post: Post, by: Viewer, open: number): Answer<true, JudgeRefusal> {
  if (!by.moderator) return no('not a moderator')
  if (!maySee(by, { is: 'report', writer: post.person.id })) return no('own words')
  return open > 0 ? yes(true) : no('answered before')
}
