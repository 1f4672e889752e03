/** The doors for deciding who speaks for an organisation. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findOrganisationById } from '../organisations/actions.ts'
import { listMembersToName } from '../people/actions.ts'
import { mayDecideSpeakers, type SpeakerRefusal } from '../people/speaker.ts'
import { listSpeakers } from '../people/speaker-actions.ts'
import { type Speakers, speakersPage } from '../people/speaker-pages.ts'
import { SPEAKER_REFUSALS } from '../people/speaker-words.ts'
import { nameSpeaker, removeSpeaker } from './speaker-actions.ts'

const MOST_TO_CHOOSE = 200

async function speakersOf(db: Db, visit: Visit, organisation: { id: string; name: string }): Promise<Speakers> {
  const speakers = await listSpeakers(db, organisation.id)
  const { viewer } = visit
  const members = viewer && mayDecideSpeakers(viewer, speakers) ? await listMembersToName(db, organisation.id, viewer, MOST_TO_CHOOSE) : []
  return { organisation, speakers, others: members.filter(({ id }) => !speakers.some((speaker) => speaker.id === id)) }
}

export function speakerRoutes(db: Db): Route[] {
  async function known(visit: Visit): Promise<{ id: string; name: string }> {
    const organisation = isId(visit.param('id')) ? await findOrganisationById(db, visit.param('id')) : undefined
    if (!organisation) throw new Missing()
    return organisation
  }

  async function refused(visit: Visit, organisation: { id: string; name: string }, why: SpeakerRefusal): Promise<Reply> {
    if (why === 'may not') throw new Forbidden(SPEAKER_REFUSALS[why])
    const title = `Who speaks for ${organisation.name}`
    return pageWithMistakes(title, speakersPage(visit, await speakersOf(db, visit, organisation), SPEAKER_REFUSALS[why]), { narrow: true })
  }

  return [
    get('/organisations/:id/speakers', async (visit) => {
      const organisation = await known(visit)
      return page(`Who speaks for ${organisation.name}`, speakersPage(visit, await speakersOf(db, visit, organisation)), { narrow: true })
    }),

    post('/organisations/:id/speakers', async (visit) => {
      const organisation = await known(visit)
      const answer = await nameSpeaker(db, organisation.id, visit.form.text('person'), somebody(visit), visit.now)
      if (answer.yes) return goTo(`/organisations/${organisation.id}/speakers?done=named`)
      if (answer.why === 'not found') throw new Missing()
      return refused(visit, organisation, answer.why)
    }),

    post('/organisations/:id/speakers/:person/removal', async (visit) => {
      const organisation = await known(visit)
      const answer = await removeSpeaker(db, organisation.id, visit.param('person'), somebody(visit), visit.now)
      if (answer.yes) return goTo(`/organisations/${organisation.id}/speakers?done=removed`)
      if (answer.why === 'not found') throw new Missing()
      return refused(visit, organisation, answer.why)
    }),
  ]
}
