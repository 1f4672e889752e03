/** The doors to the brokers' inbox. */
import { readDay } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import { readText } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { listBrokers } from '../people/actions.ts'
import { lookUpProject } from '../projects/actions.ts'
import { nextDateOf } from '../projects/next-date.ts'
import { closeItem, handOverItem, snoozeItem, takeItem } from './actions.ts'
import { findPlanned } from './date-store.ts'
import { type Item, isOutcome, MOST_CLOSING, SHOWS } from './item.ts'
import { type Faults, type ItemPage, itemPage, type Typed } from './item-pages.ts'
import { inboxPage } from './pages.ts'
import { countItems, findItem, listEarlier, listItems, listSteps } from './store.ts'
import { CLOSE_REFUSALS, HAND_OVER_REFUSALS, INBOX, LINE_FAULTS, SNOOZE_REFUSALS, TAKE_REFUSALS, titleOf } from './words.ts'

const A_PAGE = 25
const MOST_EARLIER = 5

export function brokerOf(visit: Visit): Viewer {
  const viewer = somebody(visit)
  if (!viewer.broker) throw new Forbidden(TAKE_REFUSALS['not a broker'])
  return viewer
}

export function brokerRoutes(db: Db): Route[] {
  async function known(visit: Visit): Promise<Item> {
    brokerOf(visit)
    const item = isId(visit.param('id')) ? await findItem(db, visit.param('id'), visit.zone) : undefined
    if (!item) throw new Missing()
    return item
  }

  async function show(visit: Visit, item: Item, more: Pick<ItemPage, 'typed' | 'faults'> = {}): Promise<Reply> {
    const steps = await listSteps(db, item.id, visit.zone)
    const earlier = await listEarlier(db, item, MOST_EARLIER, visit.zone)
    const project = item.project && !item.closing ? await lookUpProject(db, item.project.id, visit.zone) : undefined
    const next = project && nextDateOf(project, visit.today, await findPlanned(db, project.id, visit.zone))
    const coming = next?.yes ? next.value : undefined
    const body = itemPage(visit, { item, steps, earlier, coming, brokers: await listBrokers(db), ...more })
    return more.faults ? pageWithMistakes(titleOf(item), body, { narrow: true }) : page(titleOf(item), body, { narrow: true })
  }

  async function wrong(visit: Visit, item: Item, typed: Typed, faults: Faults): Promise<Reply> {
    return show(visit, (await findItem(db, item.id, visit.zone)) ?? item, { typed, faults })
  }

  return [
    get('/broker', async (visit) => {
      const { person } = brokerOf(visit)
      const chosen = SHOWS.find((each) => each === visit.query('show')) ?? 'all'
      const { today, zone } = visit
      const found = await listItems(db, { show: chosen, person, today, after: visit.query('after'), most: A_PAGE + 1, zone })
      const items = found.slice(0, A_PAGE)
      const next = found.length > A_PAGE ? `/broker?show=${chosen}&after=${items.at(-1)?.id}` : undefined
      return page(INBOX, inboxPage(visit, { show: chosen, items, counts: await countItems(db, person, today), next }))
    }),

    get('/broker/:id', async (visit) => show(visit, await known(visit))),

    post('/broker/:id/taking', async (visit) => {
      const item = await known(visit)
      const answer = await takeItem(db, item.id, brokerOf(visit), visit)
      if (answer.yes) return goTo(`/broker/${item.id}?done=taken`)
      if (answer.why === 'not found') throw new Missing()
      return wrong(visit, item, {}, { refused: TAKE_REFUSALS[answer.why] })
    }),

    post('/broker/:id/handover', async (visit) => {
      const item = await known(visit)
      const to = visit.form.text('to')
      const answer = await handOverItem(db, item.id, brokerOf(visit), to, visit)
      if (answer.yes) return goTo(`/broker/${item.id}?done=handed-over`)
      if (answer.why === 'not found') throw new Missing()
      return wrong(
        visit,
        item,
        { to },
        answer.why === 'nobody chosen' ? { to: HAND_OVER_REFUSALS[answer.why] } : { refused: HAND_OVER_REFUSALS[answer.why] },
      )
    }),

    post('/broker/:id/snooze', async (visit) => {
      const item = await known(visit)
      const until = visit.form.text('until')
      const answer = await snoozeItem(db, item.id, brokerOf(visit), readDay(until), visit)
      if (answer.yes) return goTo(`/broker/${item.id}?done=snoozed`)
      if (answer.why === 'not found') throw new Missing()
      const said = SNOOZE_REFUSALS[answer.why]
      return wrong(visit, item, { until }, answer.why in TAKE_REFUSALS ? { refused: said } : { until: said })
    }),

    post('/broker/:id/closing', async (visit) => {
      const item = await known(visit)
      const [outcome, typed] = [visit.form.text('outcome'), visit.form.text('line')]
      const read = readText(typed, { most: MOST_CLOSING, lines: 'many', optional: true })
      const line = read.yes ? read.value : ''
      const mistakes: Faults = {
        ...(isOutcome(outcome) ? {} : { outcome: CLOSE_REFUSALS['no outcome'] }),
        ...(line === '' ? { line: read.yes || read.why === 'empty' ? CLOSE_REFUSALS['nothing said'] : LINE_FAULTS[read.why] } : {}),
      }
      if (!item.closing && Object.keys(mistakes).length > 0) return wrong(visit, item, { outcome, line: typed }, mistakes)
      const answer = await closeItem(db, item.id, brokerOf(visit), { outcome, line }, visit)
      if (answer.yes) return goTo('/broker?done=closed')
      if (answer.why === 'not found') throw new Missing()
      return wrong(visit, item, { outcome, line: typed }, { refused: CLOSE_REFUSALS[answer.why] })
    }),
  ]
}
