/** The doors to asks: by their address, and by the code of a letter. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { type AllAsks, answerAsk, findAsk, undoAnswer } from './actions.ts'
import { type Ask, readCode, readGiven, type TypedAnswer } from './ask.ts'
import { guestRoutes } from './guest-routes.ts'
import { askPage, codePage, type Trouble, wordingOf } from './pages.ts'
import { listWithCode } from './store.ts'
import { ASK_REFUSALS, NO_CODE, sayRefused, UNDO_REFUSALS } from './words.ts'

/** `takesReplies`: an answer to a letter reaches us. */
export function askRoutes(db: Db, asks: AllAsks, takesReplies: boolean): Route[] {
  /** An ask is its reader's alone. */
  async function known(visit: Visit): Promise<Ask & { person: string }> {
    const viewer = somebody(visit)
    const found = isId(visit.param('id')) ? await findAsk(db, visit.param('id')) : undefined
    if (found?.person !== viewer.person) throw new Missing()
    return { ...found, person: viewer.person }
  }

  const shown = (visit: Visit, ask: Ask, trouble?: Trouble): Reply => {
    const title = wordingOf(visit, asks, ask)?.heading ?? 'A question'
    const body = askPage(visit, asks, { ask, canUndo: asks[ask.kind]?.undo !== undefined, takesReplies, trouble })
    return trouble ? pageWithMistakes(title, body, { narrow: true }) : page(title, body, { narrow: true })
  }

  return [
    ...guestRoutes(db, asks, takesReplies),
    get('/asks', async (visit) => {
      const viewer = somebody(visit)
      const typed = visit.query('code') ?? ''
      if (typed === '') return page('Answer by code', codePage(''), { narrow: true })
      const code = readCode(typed)
      const [found] = code ? await listWithCode(db, viewer, code) : []
      return found ? goTo(`/asks/${found.id}`) : pageWithMistakes('Answer by code', codePage(typed, NO_CODE), { narrow: true })
    }),

    get('/asks/:id', async (visit) => shown(visit, await known(visit))),

    post('/asks/:id/answer', async (visit) => {
      const ask = await known(visit)
      const { form } = visit
      const typed: TypedAnswer = { line: form.text('line'), hours: form.text('hours'), day: form.text('day') }
      const choice = asks[ask.kind]?.choices.find(({ answer }) => answer === form.text('answer'))
      if (!choice) return shown(visit, ask, { typed, refused: ASK_REFUSALS['no such choice'] })
      const read = readGiven(choice, typed, visit.today)
      if (!read.yes) return shown(visit, ask, { typed, faults: read.faults })
      const done = await answerAsk(db, asks, { id: ask.id, person: ask.person, given: read.value, via: 'page' }, visit)
      if (done.yes) return goTo(`/asks/${ask.id}`)
      return shown(visit, await known(visit), { typed, refused: sayRefused(ASK_REFUSALS, done) })
    }),
    post('/asks/:id/retraction', async (visit) => {
      const ask = await known(visit)
      const done = await undoAnswer(db, asks, ask, visit)
      if (done.yes) return goTo(`/asks/${ask.id}`)
      return shown(visit, await known(visit), { refused: sayRefused(UNDO_REFUSALS, done) })
    }),
  ]
}
