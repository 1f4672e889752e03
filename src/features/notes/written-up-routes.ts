/** The doors to what came of an event: the page, publishing it, and the data. */
import { csvOf } from '../../basics/csv.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import { file, get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { seesSessions } from '../agendas/actions.ts'
import { findEvent } from '../events/actions.ts'
import { isIn } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { isOrganiser } from '../events/event.ts'
import { readerOf } from './known-routes.ts'
import { unsettled } from './note.ts'
import { dataOf, tableOf } from './open-data.ts'
import { NOT_PUBLISHED, PUBLISH_REFUSALS } from './words.ts'
import { mayRead, type WriteUp } from './write-up.ts'
import { publishWriteUp, writeUpOf } from './write-up-actions.ts'
import { type WrittenUpPage, writtenUpPage } from './written-up-pages.ts'

const TITLE = 'What came of it'

/** With what is missing. */
async function writtenUp(db: Db, visit: Visit, id: string): Promise<WrittenUpPage> {
  const event = found(await findEvent(db, id))
  const isHeld = !event.calledOff && (event.step === 'scheduled' || event.step === 'over')
  if (!isHeld || !(await seesSessions(db, event, visit.viewer))) throw new Missing()
  const me = await attendeeOf(db, event.id, visit)
  const whole = await writeUpOf(db, event, readerOf(visit, event, me))
  if (!mayRead(event, whole.isPublished, { viewer: visit.viewer, me })) throw new Forbidden(NOT_PUBLISHED)
  return { ...whole, missing: missingOf(whole, visit), runs: isOrganiser(event, visit.viewer), comes: isIn(me) }
}

function missingOf({ parts }: WriteUp, visit: Visit): WriteUp['parts'] {
  const notes = new Map(parts.flatMap(({ session, note }) => (note ? [[session.id, note] as const] : [])))
  const open = new Set(
    unsettled(
      parts.map(({ session }) => session),
      notes,
      visit,
    ).map(({ id }) => id),
  )
  return parts.filter(({ session }) => open.has(session.id))
}

export const writtenUpRoutes = (db: Db): Route[] => [
  get('/events/:id/written-up', async (visit) => {
    const about = await writtenUp(db, visit, visit.param('id'))
    return page(TITLE, writtenUpPage(visit, about))
  }),

  post('/events/:id/written-up', async (visit) => {
    const viewer = somebody(visit)
    const publishes = visit.form.text('on') === 'yes'
    const id = visit.param('id')
    const answer = await publishWriteUp(db, id, viewer, publishes, visit)
    if (answer.yes) return goTo(`/events/${id}/written-up?done=${publishes ? 'published' : 'not-published'}`)
    if (answer.why === 'not found') throw new Missing()
    if (answer.why === 'not the organiser') throw new Forbidden(PUBLISH_REFUSALS[answer.why])
    const about = await writtenUp(db, visit, id)
    return pageWithMistakes(TITLE, writtenUpPage(visit, { ...about, refused: PUBLISH_REFUSALS[answer.why] }))
  }),

  get('/events/:id/written-up.json', async (visit) => {
    const about = await writtenUp(db, visit, visit.param('id'))
    return file('application/json; charset=utf-8', `${JSON.stringify(dataOf(about, visit.origin), null, 2)}\n`, { name: 'written-up.json' })
  }),

  get('/events/:id/written-up.csv', async (visit) =>
    file('text/csv; charset=utf-8', csvOf(tableOf(await writtenUp(db, visit, visit.param('id')))), { name: 'written-up.csv' }),
  ),
]
