/** Who is looking, and the one rule that decides what they see, for page, feed, letter, export and API alike. */
import type { Sector } from './sector.ts'

export type Viewer = {
  person: string
  name: string
  organisation?: string
  sector?: Sector
  broker: boolean
  moderator: boolean
  /** To whose pages no name leads them: either has blocked the other, a colleague hides, or the page stands without the name. */
  unseen?: readonly string[]
}

export type Thing =
  | { is: 'work' } // projects, roles, hours, lessons, organisations
  | { is: 'name'; of: string } // who somebody is
  | { is: 'person'; of: string } // the page of somebody
  | { is: 'draft'; by: string } // a brief before it is published
  | { is: 'pledge'; by: string; owner: string } // what was said between a pledger and an owner
  | { is: 'thread' } // what members say to each other
  | { is: 'report'; writer: string } // what members reported about somebody's words

/** A member is somebody whose organisation has been verified by their address. */
export const isMember = (viewer: Viewer | undefined): boolean => viewer?.organisation !== undefined

/** Work is public, people are private. */
export function maySee(viewer: Viewer | undefined, thing: Thing): boolean {
  if (thing.is === 'work') return true
  if (viewer === undefined) return false
  if (thing.is === 'name') return isMember(viewer) || viewer.person === thing.of
  if (thing.is === 'person') return maySee(viewer, { is: 'name', of: thing.of }) && !viewer.unseen?.includes(thing.of)
  if (thing.is === 'thread') return isMember(viewer)
  if (thing.is === 'report') return viewer.moderator && viewer.person !== thing.writer
  if (thing.is === 'draft') return viewer.person === thing.by
  return viewer.person === thing.by || viewer.person === thing.owner || viewer.broker
}
