/** What somebody says of themselves beside their name, and which of it members see. */
import type { Position } from '../../basics/place.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Person } from './person.ts'

/** What each person shows to all members, or keeps for finding matches only. */
export const PROFILE_FIELDS = ['haves', 'needs', 'place', 'hours'] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]

export type Profile = {
  /** A postcode district such as LS1; empty until they have told us. */
  district: string
  position?: Position
  hoursAWeek?: number
  shown: readonly ProfileField[]
}

/** Where somebody is stays theirs until they say otherwise. */
export const PROFILE_AT_FIRST: Profile = { district: '', shown: ['haves', 'needs', 'hours'] }

export const isProfileField = (text: string): text is ProfileField => (PROFILE_FIELDS as readonly string[]).includes(text)

/** Members see each other. Somebody who is held is seen by brokers, and by members of the organisation that they claim. */
export function maySeePerson(
  viewer: Viewer | undefined,
  person: Pick<Person, 'id' | 'organisation'>,
  claimedOrganisation: string | undefined,
): boolean {
  if (viewer === undefined) return false
  if (viewer.person === person.id || viewer.broker) return true
  if (!isMember(viewer)) return false
  return person.organisation !== undefined || claimedOrganisation === viewer.organisation
}

/** Asked after `maySeePerson`. Nothing that somebody has or needs is shown to others while they are held. */
export function showsField(
  viewer: Viewer | undefined,
  person: Pick<Person, 'id' | 'organisation'>,
  profile: Profile,
  field: ProfileField,
): boolean {
  if (viewer?.person === person.id) return true
  return person.organisation !== undefined && profile.shown.includes(field)
}
