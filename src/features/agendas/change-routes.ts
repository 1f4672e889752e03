/** The doors to a change on the day: what is lost, what would move, and keeping it. */
import type { Db } from '../../storage/db.ts'
import { Forbidden } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { isPublished } from './agenda.ts'
import { refused, runs } from './board-routes.ts'
import { readLost, type TypedLost } from './change.ts'
import { keepChange, proposeChange } from './change-actions.ts'
import { changePage } from './change-pages.ts'
import { readInputs } from './input-actions.ts'
import { findPublished } from './store.ts'
import { CHANGED_MEANWHILE, NOT_PUBLISHED, sayLostFaults } from './words.ts'
import type { Engine } from './work.ts'

const TITLE = 'Something has changed'

export function changeRoutes(db: Db, engine: Engine): Route[] {
  async function show(visit: Visit, typed: TypedLost, refused?: string): Promise<Reply> {
    const { event, reader } = await runs(db, visit)
    if (!isPublished(await findPublished(db, event.id))) throw new Forbidden(NOT_PUBLISHED)
    const { inputs, sessions, counted } = await readInputs(db, event.id, visit, reader)
    const read = typed.from ? readLost(typed, inputs) : undefined
    const faults = read && !read.yes ? sayLostFaults(read.faults) : {}
    const proposal = read?.yes ? await proposeChange(engine, inputs, read.value) : undefined
    const body = changePage(visit, event, { inputs, counted, sessions, typed, proposal, faults, refused })
    return refused ? pageWithMistakes(TITLE, body) : page(TITLE, body)
  }

  return [
    get('/events/:id/board/change', (visit) =>
      show(visit, {
        host: visit.query('host') ?? '',
        room: visit.query('room') ?? '',
        from: visit.query('from') ?? '',
        until: visit.query('until') ?? '',
      }),
    ),

    post('/events/:id/agenda-changes', async (visit) => {
      const { event, viewer } = await runs(db, visit)
      const { text } = visit.form
      const typed = { host: text('host'), room: text('room'), from: text('from'), until: text('until') }
      const { inputs } = await readInputs(db, event.id, visit)
      const read = readLost(typed, inputs)
      if (!read.yes) return show(visit, typed, CHANGED_MEANWHILE)
      const answer = await keepChange(db, engine, event.id, viewer, { lost: read.value, mark: text('mark') }, visit)
      if (answer.yes) return goTo(`/events/${event.id}/board?done=mended`)
      if (answer.why === 'changed meanwhile') return show(visit, typed, CHANGED_MEANWHILE)
      if (answer.why === 'not published') throw new Forbidden(NOT_PUBLISHED)
      return refused(answer.why)
    }),
  ]
}
