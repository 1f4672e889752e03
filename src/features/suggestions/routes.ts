/** The doors to suggestions, and for brokers to those for whom nothing fits yet. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { ownPath } from '../accounts/sign-in.ts'
import { listListingsOf } from '../listings/actions.ts'
import { suggestFor } from './actions.ts'
import { type Lookout, MOST_ADVICE } from './lookout.ts'
import { answerLookout, whoLooksFor } from './lookout-actions.ts'
import { findLookout } from './lookout-store.ts'
import type { Recall } from './memory-actions.ts'
import { lookoutPage, suggestionsPage } from './pages.ts'
import { MOST_SUGGESTED } from './suggestion.ts'
import { ADVICE_FAULTS, LOOKOUT_REFUSALS } from './words.ts'

export const suggestionRoutes = (db: Db, recall: Recall): Route[] => [
  get('/suggestions', async (visit) => {
    const viewer = somebody(visit)
    const suggestions = await suggestFor(db, recall, viewer, MOST_SUGGESTED, visit)
    const isEmpty = suggestions.length === 0
    const about = {
      suggestions,
      hasSaid: !isEmpty || (await listListingsOf(db, viewer.person, visit)).length > 0,
      lookout: isEmpty ? await whoLooksFor(db, viewer.person, visit) : undefined,
      isNew: visit.query('arrived') !== undefined,
      next: ownPath(visit.query('next') ?? '/'),
    }
    return page('Who and what fits you', suggestionsPage(visit, about))
  }),

  get('/lookouts/:id', async (visit) => {
    const lookout = await known(db, visit)
    return page('Nothing fits yet', lookoutPage(visit, { lookout, ...(await saidBy(db, lookout, visit)), typed: '' }), { narrow: true })
  }),

  post('/lookouts/:id/answers', async (visit) => {
    const lookout = await known(db, visit)
    const typed = visit.form.text('line')
    const line = readText(typed, { most: MOST_ADVICE, lines: 'many' })
    const again = async (fault: string) =>
      pageWithMistakes('Nothing fits yet', lookoutPage(visit, { lookout, ...(await saidBy(db, lookout, visit)), typed, fault }), {
        narrow: true,
      })
    if (!line.yes) return again(ADVICE_FAULTS[line.why])
    const answer = await answerLookout(db, lookout.id, somebody(visit), line.value, visit)
    if (answer.yes) return goTo(`/lookouts/${lookout.id}`)
    if (answer.why === 'not found') throw new Missing()
    return again(LOOKOUT_REFUSALS[answer.why])
  }),
]

async function known(db: Db, visit: Visit): Promise<Lookout> {
  if (!somebody(visit).broker) throw new Forbidden(LOOKOUT_REFUSALS['not the broker'])
  const lookout = isId(visit.param('id')) ? await findLookout(db, visit.param('id')) : undefined
  if (!lookout) throw new Missing()
  return lookout
}

async function saidBy(db: Db, { person }: Lookout, visit: Visit): Promise<{ haves: string[]; needs: string[] }> {
  const listings = await listListingsOf(db, person.id, visit)
  const said = (is: 'have' | 'need') => listings.flatMap((each) => (each.is === is ? [each.what] : []))
  return { haves: said('have'), needs: said('need') }
}
