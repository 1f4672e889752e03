/** Naming who speaks for an organisation, and taking it back; whoever it is about hears of it. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, together } from '../../storage/db.ts'
import { tell } from '../letters/actions.ts'
import { findOrganisationById } from '../organisations/actions.ts'
import type { SpeakerRefusal } from '../people/speaker.ts'
import { addToSpeakers, takeFromSpeakers } from '../people/speaker-actions.ts'

type Missing = 'not found'

export async function nameSpeaker(
  db: Db,
  organisation: string,
  person: string,
  viewer: Viewer,
  now: Date,
): Promise<Answer<true, SpeakerRefusal | Missing>> {
  return together(db, async (tx) => {
    const of = await findOrganisationById(tx, organisation)
    if (!of) return no('not found')
    const answer = await addToSpeakers(tx, organisation, person, viewer, now)
    if (!answer.yes) return answer
    const facts = { organisation, name: of.name, by: viewer.name }
    if (answer.value && person !== viewer.person) await tell(tx, person, 'speaker named', facts, now)
    return yes(true)
  })
}

export async function removeSpeaker(
  db: Db,
  organisation: string,
  person: string,
  viewer: Viewer,
  now: Date,
): Promise<Answer<true, SpeakerRefusal | Missing>> {
  return together(db, async (tx) => {
    const of = await findOrganisationById(tx, organisation)
    if (!of) return no('not found')
    const answer = await takeFromSpeakers(tx, organisation, person, viewer, now)
    if (!answer.yes) return answer
    if (person !== viewer.person) await tell(tx, person, 'speaker removed', { organisation, name: of.name, by: viewer.name }, now)
    return yes(true)
  })
}
