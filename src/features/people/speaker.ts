/** Speakers: who may act for an organisation. Its first member is one; speakers and brokers name others, and remove either. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { PersonId } from './person.ts'

export type Speaker = { id: PersonId; name: string; job: string }
export type SpeakerRefusal = 'may not' | 'not a member' | 'not a speaker'

/** Whether this viewer decides who speaks for an organisation. */
export const mayDecideSpeakers = (viewer: Viewer, speakers: readonly { id: PersonId }[]): boolean =>
  viewer.broker || speakers.some(({ id }) => id === viewer.person)

/** Only members can speak for an organisation. */
export function nameAsSpeaker(
  viewer: Viewer,
  speakers: readonly { id: PersonId }[],
  person: { isMember: boolean },
): Answer<true, SpeakerRefusal> {
  if (!mayDecideSpeakers(viewer, speakers)) return no('may not')
  return person.isMember ? yes(true) : no('not a member')
}

/** Also oneself, and also the last: then the next who joins speaks for it, or a broker names somebody. */
export function removeAsSpeaker(viewer: Viewer, speakers: readonly { id: PersonId }[], person: PersonId): Answer<true, SpeakerRefusal> {
  if (!mayDecideSpeakers(viewer, speakers)) return no('may not')
  return speakers.some(({ id }) => id === person) ? yes(true) : no('not a speaker')
}
