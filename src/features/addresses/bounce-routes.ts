/** The doors to addresses from which letters come back: for brokers, and for the person whose address it is. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import type { Bouncing } from '../people/address.ts'
import { findBouncing, listBouncing } from '../people/address-actions.ts'
import { readEmail } from '../people/person.ts'
import { EMAIL_FAULTS } from '../people/words.ts'
import { sayItWorks, vouchForAddress } from './bounce-actions.ts'
import { bouncePage, bouncesPage } from './bounce-pages.ts'
import { VOUCH_ADDRESS_REFUSALS } from './words.ts'

const A_PAGE = 30

export function bounceRoutes(db: Db): Route[] {
  function broker(visit: Visit): void {
    if (!somebody(visit).broker) throw new Forbidden(VOUCH_ADDRESS_REFUSALS['not a broker'])
  }
  /** Undefined when it has been mended meanwhile. */
  async function known(visit: Visit): Promise<Bouncing | undefined> {
    broker(visit)
    if (!isId(visit.param('id'))) throw new Missing()
    return findBouncing(db, visit.param('id'), visit.zone)
  }

  return [
    get('/bounces', async (visit) => {
      broker(visit)
      const found = await listBouncing(db, { after: visit.query('after'), most: A_PAGE + 1 }, visit.zone)
      const shown = found.slice(0, A_PAGE)
      const next = found.length > A_PAGE ? `/bounces?after=${shown.at(-1)?.id}` : undefined
      return page('Addresses from which letters come back', bouncesPage(visit, shown, next))
    }),

    get('/bounces/:id', async (visit) => {
      const bouncing = await known(visit)
      return bouncing ? page('Letters come back', bouncePage(visit, { bouncing, typed: '' }), { narrow: true }) : goTo('/bounces')
    }),

    post('/bounces/:id/repair', async (visit) => {
      const bouncing = await known(visit)
      if (bouncing) await sayItWorks(db, somebody(visit), bouncing.id, visit)
      return goTo('/bounces?done=works')
    }),

    post('/bounces/:id/address', async (visit) => {
      const bouncing = await known(visit)
      if (!bouncing) return goTo('/bounces')
      const typed = visit.form.text('email')
      const mistaken = (fault: string) =>
        pageWithMistakes('Letters come back', bouncePage(visit, { bouncing, typed, fault }), { narrow: true })
      const email = readEmail(typed)
      if (!email.yes) return mistaken(email.why === 'empty' ? 'Enter an e-mail address.' : EMAIL_FAULTS[email.why])
      const answer = await vouchForAddress(db, somebody(visit), bouncing.id, email.value, visit)
      if (answer.yes) return goTo('/bounces?done=vouched')
      return answer.why === 'not found' ? goTo('/bounces') : mistaken(VOUCH_ADDRESS_REFUSALS[answer.why])
    }),

    post('/addresses/:id/repair', async (visit) => {
      const answer = await sayItWorks(db, somebody(visit), visit.param('id'), visit)
      if (!answer.yes) throw new Missing()
      return goTo('/addresses?done=works')
    }),
  ]
}
