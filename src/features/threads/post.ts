/** A post: what a member says to the other members about a thing, such as a project. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { maySee, type Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'

/** What a thread is about, and the page on which it stands. */
export type Subject = { id: string; title: string; path: string }
export type Remover = 'own' | 'moderator'
export type Post = {
  id: string
  about: string
  person: Somebody
  /** Empty once it is removed. */
  said: string
  saidAt: Date
  editedAt?: Date
  removed?: { by: Remover; at: Date }
}

/** As much of a thread as one page shows, oldest first; of the posts before these, the newest; and whether there are posts after these. */
export type Stretch = { posts: readonly Post[]; earlier?: string; hasLater: boolean }
/** A thread as somebody may see it: open, or only that there is one. */
export type Thread = ({ is: 'open' } & Stretch) | { is: 'closed'; posts: number }

export const MOST_SAID = 4000
export const A_PAGE = 20

export type WriteRefusal = 'not a member'

export const write = (by: Viewer): Answer<true, WriteRefusal> => (maySee(by, { is: 'thread' }) ? yes(true) : no('not a member'))

export type ChangeRefusal = WriteRefusal | 'not yours' | 'removed'

/** Everybody edits and removes what is their own, for as long as it stands. */
export function change(post: Post, by: Viewer): Answer<true, ChangeRefusal> {
  if (post.person.id !== by.person) return no('not yours')
  if (post.removed) return no('removed')
  return write(by)
}

/** A second press on the same button: it has been done. */
export const hasRemoved = (post: Post, by: string): boolean => post.person.id === by && post.removed !== undefined
