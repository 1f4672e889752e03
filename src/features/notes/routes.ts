/** The door to what was heard in a session, which those who were there write together. */
import { sayTime } from '../../basics/day.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, found, Missing } from '../../web/faults.ts'
import { get, goTo, json, page, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { writeHeard } from './actions.ts'
import { type KnownNote, knownNote, readerOf, titleOf, withMistakes, writerOf } from './known-routes.ts'
import { MOST_HEARD, mayWrite } from './note.ts'
import { findNote } from './store.ts'
import { HEARD_FAULTS, WRITE_REFUSALS } from './words.ts'
import { changingParts, writingPage } from './writing-pages.ts'

export function noteRoutes(db: Db): Route[] {
  /** What others saved meanwhile is not asked for again: it comes with the answer. */
  async function toScript(visit: Visit, known: KnownNote, merged: { text: string; isToLookOver: boolean }): Promise<Reply> {
    const note = found(await findNote(db, known.session.id, readerOf(visit, known.event, known.me)))
    const at = sayTime(visit.zone, visit.now)
    const saved = merged.isToLookOver
      ? `Saved at ${at}. Somebody changed the same lines: both stand there, please look them over.`
      : `Saved at ${at}, for all of you.`
    return json({ heard: merged.text, saved, parts: changingParts(visit, { ...known, note }) })
  }

  return [
    get('/sessions/:id/note', async (visit) => {
      const known = await knownNote(db, visit, visit.param('id'))
      const may = mayWrite(known.event, known.session, writerOf(visit, known), visit.today)
      if (!may.yes) throw new Forbidden(WRITE_REFUSALS[may.why])
      return page(titleOf(known), writingPage(visit, known), { narrow: true })
    }),

    post('/sessions/:id/note', async (visit) => {
      const known = await knownNote(db, visit, visit.param('id'))
      const typed = { heard: visit.form.text('heard'), base: visit.form.text('base') }
      const limits = { most: MOST_HEARD, lines: 'many', optional: true } as const
      const [heard, base] = [readText(typed.heard, limits), readText(typed.base, { ...limits, most: 2 * MOST_HEARD })]
      const refuse = (said: string): Reply =>
        visit.isScript ? json({ refused: said }, 422) : withMistakes(visit, known, { typed, faults: { heard: said } })
      if (!heard.yes) return refuse(heard.why === 'empty' ? '' : HEARD_FAULTS[heard.why])
      const from = { base: base.yes ? base.value : '', heard: heard.value }
      const answer = await writeHeard(db, known.session.id, writerOf(visit, known), from, visit)
      if (!answer.yes) {
        if (answer.why === 'not found') throw new Missing()
        return refuse(WRITE_REFUSALS[answer.why])
      }
      if (visit.isScript) return toScript(visit, known, answer.value)
      const { text, isToLookOver } = answer.value
      return goTo(`/sessions/${known.session.id}/note?done=${isToLookOver ? 'look-over' : text === heard.value ? 'saved' : 'merged'}`)
    }),
  ]
}
