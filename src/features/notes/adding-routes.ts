/** The doors by which one adds a line to a note, says that one was there, or that there is nothing to keep. */
import type { Db } from '../../storage/db.ts'
import { Missing } from '../../web/faults.ts'
import { post, type Route } from '../../web/visit.ts'
import { after, knownNote, withMistakes, writerOf } from './known-routes.ts'
import { putLine } from './line-actions.ts'
import { isLineKind, readLine } from './note.ts'
import { putHere, sayNone } from './settling-actions.ts'
import { LINE_REFUSALS, NONE_REFUSALS, sayLineFaults, WRITE_REFUSALS } from './words.ts'

export const addingRoutes = (db: Db): Route[] => [
  post('/sessions/:id/lines', async (visit) => {
    const known = await knownNote(db, visit, visit.param('id'))
    const kind = visit.form.text('kind')
    if (!isLineKind(kind)) throw new Missing()
    const lines = { kind, what: visit.form.text('what'), on: visit.form.text('on') }
    const id = kind.replace(' ', '-')
    const read = readLine(lines, visit.today)
    if (!read.yes) {
      const said = Object.entries(sayLineFaults(kind, read.faults)).map(([field, text]) => [`${id}-${field}`, text])
      return withMistakes(visit, known, { lines, faults: Object.fromEntries(said) })
    }
    const answer = await putLine(db, known.session.id, writerOf(visit, known), read.value, visit)
    return after(visit, known, answer, `added#${id}-of`, (why) => ({ lines, refused: LINE_REFUSALS[why] }))
  }),

  post('/sessions/:id/presence', async (visit) => {
    const known = await knownNote(db, visit, visit.param('id'))
    const isHere = visit.form.text('on') === 'yes'
    const answer = await putHere(db, known.session.id, known.me, isHere, visit)
    return after(visit, known, answer, isHere ? 'here' : 'not-here', (why) => ({ refused: WRITE_REFUSALS[why] }))
  }),

  post('/sessions/:id/none', async (visit) => {
    const known = await knownNote(db, visit, visit.param('id'))
    const answer = await sayNone(db, known.session.id, writerOf(visit, known), visit)
    return after(visit, known, answer, 'none', (why) => ({ refused: NONE_REFUSALS[why] }))
  }),
]
