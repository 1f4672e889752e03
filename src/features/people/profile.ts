/** What somebody says of themselves beside their name, and the one rule that decides who sees which of it, on a page as in a letter. */
import type { Position } from '../../basics/place.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Person } from './person.ts'

export const PROFILE_FIELDS = [
  ...(['haves', 'needs', 'place', 'hours', 'profession', 'areas', 'interests', 'learning'] as const),
  ...(['problem', 'meeting', 'times', 'languages', 'introductions', 'wishes'] as const),
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]

/** All members, those one is introduced to, or nobody: then it only helps to find who fits. */
export const AUDIENCES = ['members', 'matches', 'matching'] as const
export type Audience = (typeof AUDIENCES)[number]
export type SeenBy = Readonly<Record<ProfileField, Audience>>

export type Profile = {
  /** A postcode district such as LS1; empty until they have told us. */
  district: string
  position?: Position
  hoursAWeek?: number
  seenBy: SeenBy
}

export const seenBy = (of: (field: ProfileField) => Audience): SeenBy => ({
  haves: of('haves'),
  needs: of('needs'),
  place: of('place'),
  hours: of('hours'),
  profession: of('profession'),
  areas: of('areas'),
  interests: of('interests'),
  learning: of('learning'),
  problem: of('problem'),
  meeting: of('meeting'),
  times: of('times'),
  languages: of('languages'),
  introductions: of('introductions'),
  wishes: of('wishes'),
})

/** Where somebody is and when they are free stays theirs until they say otherwise. */
const NOBODYS: readonly ProfileField[] = ['place', 'times', 'introductions', 'wishes']
const MATCHES: readonly ProfileField[] = ['problem', 'meeting']

export const PROFILE_AT_FIRST: Profile = {
  district: '',
  seenBy: seenBy((field) => (NOBODYS.includes(field) ? 'matching' : MATCHES.includes(field) ? 'matches' : 'members')),
}

export const isAudience = (text: string): text is Audience => (AUDIENCES as readonly string[]).includes(text)

/** What somebody who looks is to somebody who is seen. A match: both have said yes to being introduced. */
export const RELATIONS = ['signed out', 'stranger', 'member', 'colleague', 'broker', 'match', 'self'] as const
export type Relation = (typeof RELATIONS)[number]

/** A broker sees no more of their own colleagues than others there do. */
export function relationOf(viewer: Viewer | undefined, person: Pick<Person, 'id' | 'organisation'>, isMatch: boolean): Relation {
  if (!viewer) return 'signed out'
  if (viewer.person === person.id) return 'self'
  if (isMatch) return 'match'
  if (isMember(viewer) && viewer.organisation === person.organisation?.id) return 'colleague'
  if (viewer.broker) return 'broker'
  return isMember(viewer) ? 'member' : 'stranger'
}

/** How somebody stands who is seen. */
export type Standing = {
  /** No organisation is theirs yet. */
  isHeld: boolean
  /** They say that they work where the one who looks works. */
  claimsOurs: boolean
  /** From their own organisation. */
  hides: boolean
  /** Until both have said yes. */
  isAnonymous: boolean
  /** One of the two has blocked the other. */
  isApart: boolean
}

export const OPENLY: Standing = { isHeld: false, claimsOurs: false, hides: false, isAnonymous: false, isApart: false }

/**
 * What one may see of somebody on their own page: all that they show; the same without their name and without the projects that would tell
 * it; or nothing at all.
 */
export type Sight = 'profile' | 'unnamed' | 'nothing'

export function sightOf(relation: Relation, standing: Standing): Sight {
  if (relation === 'self') return 'profile'
  if (standing.isApart || relation === 'signed out' || relation === 'stranger') return 'nothing'
  if (relation === 'match') return 'profile'
  if (standing.isHeld) return relation === 'broker' || standing.claimsOurs ? 'profile' : 'nothing'
  if (relation === 'colleague' && standing.hides) return 'nothing'
  return standing.isAnonymous ? 'unnamed' : 'profile'
}

/** Wherever a field of somebody's stands: beside their name, or without it. Nothing of somebody who is held is shown to others. */
export function showsField(relation: Relation, standing: Standing, audience: Audience): boolean {
  if (relation === 'self') return true
  if (standing.isHeld || audience === 'matching' || sightOf(relation, standing) === 'nothing') return false
  return audience === 'members' || relation === 'match' || relation === 'broker'
}

/** Whether one learns somebody's name where people find each other. On projects it stands as it always does. */
export const showsName = (relation: Relation, standing: Standing): boolean => sightOf(relation, standing) === 'profile'
