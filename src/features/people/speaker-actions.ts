/** Who comes to speak for an organisation, and who no longer does. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { nameAsSpeaker, removeAsSpeaker, type SpeakerRefusal } from './speaker.ts'
import { addSpeaker, hasSpeaker, listSpeakers, lockSpeakers, removeSpeakerRow } from './speaker-store.ts'
import { lockPerson } from './store.ts'

export { isSpeaker, listSpeakers } from './speaker-store.ts'

/** The first who joins speaks for the organisation; of two at once, one. */
export async function speakIfFirst(tx: Tx, organisation: string, person: string, now: Date): Promise<void> {
  if (await hasSpeaker(tx, organisation)) return
  await lockSpeakers(tx, organisation)
  if (await hasSpeaker(tx, organisation)) return
  await addSpeaker(tx, organisation, person, undefined, now)
  await record(tx, { at: now, who: person, did: 'first speaker', about: organisation })
}

/** Whoever leaves an organisation speaks for it no more. */
export async function speakNoMore(tx: Tx, organisation: string, person: string, now: Date): Promise<void> {
  if (await removeSpeakerRow(tx, organisation, person)) await record(tx, { at: now, who: person, did: 'speaker left', about: organisation })
}

/** Yes with whether anything changed: naming a speaker twice is nothing. */
export async function addToSpeakers(
  tx: Tx,
  organisation: string,
  person: string,
  viewer: Viewer,
  now: Date,
): Promise<Answer<boolean, SpeakerRefusal>> {
  // The person first, as when they leave: whoever has just left cannot be named any more.
  const isMember = (await lockPerson(tx, person))?.organisation?.id === organisation
  await lockSpeakers(tx, organisation)
  const speakers = await listSpeakers(tx, organisation)
  const answer = nameAsSpeaker(viewer, speakers, { isMember })
  if (!answer.yes) return answer
  if (speakers.some(({ id }) => id === person)) return yes(false)
  await addSpeaker(tx, organisation, person, viewer.person, now)
  await record(tx, { at: now, who: viewer.person, did: 'speaker named', about: person })
  return yes(true)
}

export async function takeFromSpeakers(
  tx: Tx,
  organisation: string,
  person: string,
  viewer: Viewer,
  now: Date,
): Promise<Answer<true, SpeakerRefusal>> {
  await lockSpeakers(tx, organisation)
  const answer = removeAsSpeaker(viewer, await listSpeakers(tx, organisation), person)
  if (!answer.yes) return no(answer.why)
  await removeSpeakerRow(tx, organisation, person)
  await record(tx, { at: now, who: viewer.person, did: 'speaker removed', about: person })
  return yes(true)
}
