/** The door to saying a pitch in other words. */
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { rewordPitch } from './actions.ts'
import { MOST_TITLE, mayTakeBack } from './pitch.ts'
import { revisionPage } from './revision-pages.ts'
import { knownPitch } from './routes.ts'
import { REWORD_REFUSALS, TITLE_FAULTS } from './words.ts'

const TITLE = 'Say it in other words'

export function revisionRoutes(db: Db): Route[] {
  async function known(visit: Visit) {
    const about = await knownPitch(db, visit)
    const may = mayTakeBack(about.event, about.pitch, visit.viewer, about.me)
    if (!may.yes) throw new Forbidden(REWORD_REFUSALS[may.why])
    return about
  }

  return [
    get('/pitches/:id/revision', async (visit) => {
      const { pitch, event } = await known(visit)
      return page(TITLE, revisionPage(visit, event, pitch, { typed: pitch.title }), { narrow: true })
    }),

    post('/pitches/:id/revision', async (visit) => {
      const { pitch, event, me } = await known(visit)
      const typed = visit.form.text('title')
      const title = readText(typed, { most: MOST_TITLE })
      if (!title.yes)
        return pageWithMistakes(TITLE, revisionPage(visit, event, pitch, { typed, fault: TITLE_FAULTS[title.why] }), { narrow: true })
      const answer = await rewordPitch(db, pitch.id, title.value, visit.viewer, me, visit)
      if (answer.yes) return goTo(`/pitches/${pitch.id}?done=reworded`)
      if (answer.why === 'not found') throw new Missing()
      throw new Forbidden(REWORD_REFUSALS[answer.why])
    }),
  ]
}
