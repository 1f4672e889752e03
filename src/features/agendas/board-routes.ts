/** The doors of whoever runs an event to its agenda: the board, having it made, publishing it, and how it was found. */
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import type { NameReader } from '../../storage/pieces.ts'
import { Forbidden, found, Missing, somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { file, get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { findEvent } from '../events/actions.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import { MOVE_REFUSALS as STEP_REFUSALS } from '../events/words.ts'
import { readerOf } from './actions.ts'
import { isPublished } from './agenda.ts'
import { boardOf } from './board.ts'
import { type BoardPage, boardPage } from './board-pages.ts'
import { onlyHeld, readInputs } from './input-actions.ts'
import { hasRecord, type MakeRefusal, mayMake, readSettings, type TypedSettings, USUAL } from './making.ts'
import { orderAgenda, takeOrderBack } from './making-actions.ts'
import { publishAgenda } from './publishing-actions.ts'
import { recordPage } from './record-pages.ts'
import { findInstance, findMade, listTellings } from './store.ts'
import { MAKE_REFUSALS, PUBLISH_REFUSALS, saySettingFaults } from './words.ts'

const [BOARD, RECORD] = ['The agenda, as you make it', 'How the agenda was found']

/** To others these pages are not there. */
export async function runs(db: Db, visit: Visit): Promise<{ event: Event; viewer: Viewer; reader: NameReader | undefined }> {
  const viewer = somebody(visit)
  const event = found(await findEvent(db, visit.param('id')))
  if (!isOrganiser(event, viewer)) throw new Forbidden(MAKE_REFUSALS['not the organiser'])
  return { event, viewer, reader: readerOf(visit, event, undefined) }
}

export function refused(why: MakeRefusal | 'not found'): never {
  if (why === 'not found') throw new Missing()
  throw new Forbidden(MAKE_REFUSALS[why])
}

export function boardRoutes(db: Db): Route[] {
  async function board(visit: Visit, event: Event, reader: NameReader | undefined, more: Partial<BoardPage> = {}): Promise<Markup> {
    const { inputs, sessions, timetable, order, counted } = await readInputs(db, event.id, visit, reader)
    const made = await findMade(db, event.id)
    const held = onlyHeld(inputs)
    const tellings = isPublished(made) ? await listTellings(db, event.id) : []
    const { seed, ...settings } = order ?? made ?? USUAL
    return boardPage(visit, event, {
      ...{ timetable, made, order, sessions, counted, tellings },
      facts: made && held.topics.length > 0 ? boardOf(held) : undefined,
      out: inputs.topics.filter(({ at }) => at === undefined),
      typed: { ...settings, seed: String(seed) },
      faults: {},
      ...more,
    })
  }

  return [
    get('/events/:id/board', async (visit) => {
      const { event, reader } = await runs(db, visit)
      if (event.step !== 'starring' && event.step !== 'scheduled' && event.step !== 'over') throw new Forbidden(MAKE_REFUSALS['not yet'])
      return page(BOARD, await board(visit, event, reader))
    }),

    post('/events/:id/agenda-orders', async (visit) => {
      const { event, viewer, reader } = await runs(db, visit)
      const { text, has } = visit.form
      const typed: TypedSettings = { aim: text('aim'), spreadsTop: has('top'), seed: text('seed') }
      const read = readSettings(typed)
      const may = mayMake(event, viewer, await findMade(db, event.id))
      if (may.yes && !read.yes)
        return pageWithMistakes(BOARD, await board(visit, event, reader, { typed, faults: saySettingFaults(read.faults) }))
      const answer = read.yes ? await orderAgenda(db, event.id, viewer, read.value, visit) : may
      return answer.yes ? goTo(`/events/${event.id}/board`) : refused(answer.why)
    }),

    post('/events/:id/agenda-orders/removal', async (visit) => {
      const { event, viewer } = await runs(db, visit)
      const answer = await takeOrderBack(db, event.id, viewer, visit)
      return answer.yes ? goTo(`/events/${event.id}/board`) : refused(answer.why)
    }),

    post('/events/:id/publications', async (visit) => {
      const { event, viewer, reader } = await runs(db, visit)
      const answer = await publishAgenda(db, event.id, viewer, visit)
      if (answer.yes) return goTo(`/events/${event.id}/agenda?done=published`)
      if (answer.why === 'not found') throw new Missing()
      const why = { ...STEP_REFUSALS, ...PUBLISH_REFUSALS }[answer.why]
      return pageWithMistakes(BOARD, await board(visit, event, reader, { refused: why }))
    }),

    get('/events/:id/board/record', async (visit) => {
      const { event } = await runs(db, visit)
      return page(RECORD, recordPage(visit, event, found(await findMade(db, event.id))))
    }),

    get('/events/:id/board/record.json', async (visit) => {
      const { event } = await runs(db, visit)
      if (!hasRecord(found(await findMade(db, event.id)))) throw new Missing()
      const instance = found(await findInstance(db, event.id))
      return file('application/json', JSON.stringify(instance), { name: 'agenda-record.json' })
    }),
  ]
}
