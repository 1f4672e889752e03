/** The doors to suggestions, and for brokers to those for whom nothing fits yet. */
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { ownPath } from '../accounts/sign-in.ts'
import { fittingFor, listShownTo } from './actions.ts'
import { type Lookout, MOST_ADVICE } from './lookout.ts'
import { answerLookout } from './lookout-actions.ts'
import { findLookout } from './lookout-store.ts'
import type { Recall } from './memory-actions.ts'
import { lookoutPage, suggestionsPage } from './pages.ts'
import { seesPeople } from './suggestion.ts'
import { isWish, WISHES } from './wish.ts'
import { sayOfSuggestion, takeBackWish } from './wish-actions.ts'
import { wishesPage } from './wish-pages.ts'
import { listAway } from './wish-store.ts'
import { ADVICE_FAULTS, LOOKOUT_REFUSALS, PUT_OFF } from './words.ts'

const MOST_AWAY = 200

export const suggestionRoutes = (db: Db, recall: Recall): Route[] => [
  get('/suggestions', async (visit) => {
    somebody(visit)
    const about = {
      ...(await fittingFor(db, recall, visit)),
      isNew: visit.query('arrived') !== undefined,
      next: ownPath(visit.query('next') ?? '/'),
      looksForPeople: seesPeople(somebody(visit)),
      wished: WISHES.find((wish) => wish === visit.query('done')),
    }
    return page('Who and what fits you', suggestionsPage(visit, about))
  }),

  post('/suggestions/:id/wishes', async (visit) => {
    const wish = visit.form.text('wish')
    if (!isWish(wish) || !isId(visit.param('id'))) throw new Missing()
    const { knowledge } = await recall()
    const answer = await sayOfSuggestion(db, knowledge, somebody(visit), visit.param('id'), wish, visit)
    if (!answer.yes) throw new Missing()
    return goTo(`/suggestions?done=${encodeURIComponent(wish)}`)
  }),

  get('/suggestions/wishes', async (visit) => {
    const away = await listAway(db, somebody(visit), visit.today, MOST_AWAY)
    return page(PUT_OFF, wishesPage(visit, away), { narrow: true })
  }),

  post('/wishes/:person/removal', async (visit) => {
    await takeBackWish(db, somebody(visit).person, visit.param('person'), visit)
    return goTo('/suggestions/wishes?done=yes')
  }),

  get('/lookouts/:id', async (visit) => {
    const lookout = await known(db, visit)
    return page(
      'Nothing fits yet',
      lookoutPage(visit, { lookout, ...(await listShownTo(db, somebody(visit), lookout.person.id, visit)), typed: '' }),
      {
        narrow: true,
      },
    )
  }),

  post('/lookouts/:id/answers', async (visit) => {
    const lookout = await known(db, visit)
    const typed = visit.form.text('line')
    const line = readText(typed, { most: MOST_ADVICE, lines: 'many' })
    const again = async (fault: string) =>
      pageWithMistakes(
        'Nothing fits yet',
        lookoutPage(visit, { lookout, ...(await listShownTo(db, somebody(visit), lookout.person.id, visit)), typed, fault }),
        {
          narrow: true,
        },
      )
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
