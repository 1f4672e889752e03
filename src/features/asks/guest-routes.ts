/** The doors for whoever was asked by their address: only a letter leads there, and a link never answers. */
import type { Db } from '../../storage/db.ts'
import { Missing } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, postFromAnywhere, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { type AllAsks, answerAsk } from './actions.ts'
import type { Guest } from './asking-actions.ts'
import { findBehindDoor, stopAsking } from './guest-actions.ts'
import { guestPage, guestStopPage, guestStoppedPage } from './guest-pages.ts'
import { wordingOf } from './pages.ts'
import { ASK_REFUSALS, sayRefused } from './words.ts'

const PRIVATE = { narrow: true, unlisted: true } as const

/** `takesReplies`: an answer to a letter reaches us. */
export function guestRoutes(db: Db, asks: AllAsks, takesReplies: boolean): Route[] {
  async function known(visit: Visit): Promise<Guest> {
    const found = await findBehindDoor(db, visit.param('token'))
    if (!found) throw new Missing()
    return found
  }

  function shown(visit: Visit, ask: Guest, refused?: string): Reply {
    const title = wordingOf(visit, asks, ask)?.heading ?? 'A question'
    const body = guestPage(visit, asks, { ask, token: visit.param('token'), takesReplies, refused })
    return refused === undefined ? page(title, body, PRIVATE) : pageWithMistakes(title, body, PRIVATE)
  }

  return [
    get('/answers/:token', async (visit) => shown(visit, await known(visit))),

    post('/answers/:token', async (visit) => {
      const ask = await known(visit)
      const given = { answer: visit.form.text('answer'), line: '' }
      const done = await answerAsk(db, asks, { id: ask.id, address: ask.address, given, via: 'page' }, visit)
      if (done.yes || ask.given?.answer === given.answer) return goTo(`/answers/${visit.param('token')}`)
      return shown(visit, await known(visit), sayRefused(ASK_REFUSALS, done))
    }),

    get('/answers/:token/stop', async (visit) => {
      await known(visit)
      return page('Ask you no more?', guestStopPage(visit.param('token')), PRIVATE)
    }),

    // A mail program follows no redirection here, so the answer is the page itself (RFC 8058).
    postFromAnywhere('/answers/:token/stop', async (visit) => {
      await stopAsking(db, asks, await known(visit), visit)
      return page('Nobody asks you any more', guestStoppedPage(), PRIVATE)
    }),
  ]
}
