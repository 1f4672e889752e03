/** The doors for the organiser between closing and sending. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { readEmail } from '../people/person.ts'
import { EMAIL_FAULTS } from '../people/words.ts'
import { listNamedTo } from './guest-store.ts'
import { askLate, matchAnew, orderSending, wishFor } from './match-actions.ts'
import type { Engine } from './plan.ts'
import { type PreviewPage, previewPage } from './preview-pages.ts'
import { mayMatch } from './progress.ts'
import { findProgress } from './progress-store.ts'
import { namesIn } from './reading.ts'
import { looksAfter, mayShape, type Round } from './round.ts'
import { NOT_TWO, SHAPE_REFUSALS } from './round-words.ts'
import { listSeated, listWishes } from './seat-store.ts'
import { findRound } from './store.ts'

const TITLE = 'Who meets whom'
const ON_A_PAGE = 100
const NOTHING_TYPED: PreviewPage['typed'] = { one: '', other: '', wish: 'together', email: '' }

export function previewRoutes(db: Db, engine: Engine): Route[] {
  async function known(visit: Visit): Promise<Round> {
    const viewer = somebody(visit)
    const round = isId(visit.param('id')) ? await findRound(db, visit.param('id'), visit.zone) : undefined
    if (!round) throw new Missing()
    if (!looksAfter(round, viewer)) throw new Forbidden(SHAPE_REFUSALS['not yours'])
    return round
  }

  async function shown(visit: Visit, round: Round, trouble?: Partial<Pick<PreviewPage, 'typed' | 'faults'>>): Promise<Reply> {
    if (!mayShape(round, somebody(visit)).yes) return goTo(`/rounds/${round.id}`)
    const { meetings, leftOut } = await listSeated(db, round.turn.id)
    const people = [...meetings.flatMap(({ members }) => members), ...leftOut.map(({ member }) => member)]
    const named = await listNamedTo(
      db,
      somebody(visit),
      people.map(({ id }) => id),
    )
    const from = meetings.filter(({ id }) => id > (visit.query('after') ?? ''))
    const part = from.slice(0, ON_A_PAGE)
    const about = {
      ...{ round, people: people.length, all: meetings.length, meetings: part, leftOut, named },
      next: from.length > part.length ? part.at(-1)?.id : undefined,
      wishes: await listWishes(db, round.turn.id),
      progress: await findProgress(db, round.turn.id, visit.now, visit.zone),
      nameOf: namesIn(engine.knowledge),
      ...{ typed: NOTHING_TYPED, faults: {}, ...trouble },
    }
    const body = previewPage(visit, about)
    return trouble ? pageWithMistakes(TITLE, body) : page(TITLE, body)
  }

  const refused = (round: Round, why: 'not yours' | 'not now' | 'not found'): Reply => {
    if (why === 'not yours') throw new Forbidden(SHAPE_REFUSALS[why])
    if (why === 'not found') throw new Missing()
    return goTo(`/rounds/${round.id}`)
  }

  const matched = async (visit: Visit, round: Round): Promise<Reply> =>
    goTo((await matchAnew(db, engine, round, visit)) ? `/rounds/${round.id}/preview?done=matched` : `/rounds/${round.id}/progress`)

  return [
    get('/rounds/:id/preview', async (visit) => shown(visit, await known(visit))),

    post('/rounds/:id/wishes', async (visit) => {
      const round = await known(visit)
      const { text } = visit.form
      const [one, other, wish] = [text('one'), text('other'), text('wish') === 'apart' ? 'apart' : 'together'] as const
      const answer = await wishFor(db, round.id, somebody(visit), { one, other, wish }, visit)
      if (!answer.yes && answer.why !== 'not two') return refused(round, answer.why)
      if (!answer.yes) return shown(visit, round, { typed: { ...NOTHING_TYPED, one, other, wish }, faults: { one: NOT_TWO } })
      return matched(visit, round)
    }),

    post('/rounds/:id/wishes/removal', async (visit) => {
      const round = await known(visit)
      const answer = await wishFor(db, round.id, somebody(visit), { one: visit.form.text('one'), other: visit.form.text('other') }, visit)
      if (!answer.yes && answer.why !== 'not two') return refused(round, answer.why)
      return matched(visit, round)
    }),

    post('/rounds/:id/late-ones', async (visit) => {
      const round = await known(visit)
      const typed = { ...NOTHING_TYPED, email: visit.form.text('email') }
      const email = readEmail(typed.email)
      if (!email.yes) return shown(visit, round, { typed, faults: { email: EMAIL_FAULTS[email.why] } })
      const answer = await askLate(db, round.id, somebody(visit), email.value, visit)
      if (answer.yes) return goTo(`/rounds/${round.id}/preview?done=asked`)
      return refused(round, answer.why)
    }),

    post('/rounds/:id/matchings', async (visit) => {
      const round = await known(visit)
      const may = mayMatch(round, somebody(visit), visit.today)
      return may.yes ? matched(visit, round) : refused(round, may.why)
    }),

    post('/rounds/:id/sendings', async (visit) => {
      const round = await known(visit)
      const answer = await orderSending(db, round.turn.id, somebody(visit), visit)
      return answer.yes ? goTo(`/rounds/${round.id}?done=sent`) : refused(round, answer.why)
    }),
  ]
}
