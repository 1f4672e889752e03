/** The doors to what we heard as it stood before. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { type KnownNote, knownNote, readerOf, writerOf } from './known-routes.ts'
import { MOST_HEARD, mayWrite } from './note.ts'
import { bringBack } from './version-actions.ts'
import { versionsPage } from './version-pages.ts'
import { listVersions } from './version-store.ts'
import { BRING_BACK_REFUSALS, VERSIONS, WRITE_REFUSALS } from './words.ts'

const NARROW = { narrow: true } as const

export function versionRoutes(db: Db): Route[] {
  /** For those alone who may write the note. */
  async function known(visit: Visit): Promise<KnownNote> {
    const found = await knownNote(db, visit, visit.param('id'))
    const may = mayWrite(found.event, found.session, writerOf(visit, found), visit.today)
    if (!may.yes) throw new Forbidden(WRITE_REFUSALS[may.why])
    return found
  }

  async function show(visit: Visit, { session, event, me, note }: KnownNote, refused?: string) {
    const before = visit.query('before') ?? ''
    const listed = await listVersions(db, session.id, readerOf(visit, event, me), isId(before) ? before : undefined)
    return versionsPage(visit, { session, heard: note.heard, ...listed, ...(refused ? { refused } : {}) })
  }

  return [
    get('/sessions/:id/versions', async (visit) => page(VERSIONS, await show(visit, await known(visit)), NARROW)),

    /** Another version, which is one of before. */
    post('/sessions/:id/versions', async (visit) => {
      const note = await known(visit)
      const base = readText(visit.form.text('base'), { most: MOST_HEARD, lines: 'many', optional: true })
      const from = { version: visit.form.text('version'), base: base.yes ? base.value : note.note.heard }
      const answer = await bringBack(db, note.session.id, writerOf(visit, note), from, visit)
      if (answer.yes) return goTo(`/sessions/${note.session.id}/note?done=${answer.value.isToLookOver ? 'look-over' : 'brought-back'}`)
      if (answer.why === 'not found') throw new Missing()
      return pageWithMistakes(VERSIONS, await show(visit, note, BRING_BACK_REFUSALS[answer.why]), NARROW)
    }),
  ]
}
