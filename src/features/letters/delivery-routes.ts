/** The door to the delivery log, for brokers. */
import type { Db } from '../../storage/db.ts'
import { Forbidden, somebody } from '../../web/faults.ts'
import { get, page, type Route } from '../../web/visit.ts'
import { type DeliveryView, isDeliveryView } from './delivery.ts'
import { deliveriesPage } from './delivery-pages.ts'
import { countWaitingLetters, listDeliveries } from './delivery-store.ts'
import type { AllKinds } from './letter.ts'
import { NOT_A_BROKER } from './words.ts'

const A_PAGE = 50

export const deliveryRoutes = (db: Db, kinds: AllKinds): Route[] => [
  get('/deliveries', async (visit) => {
    if (!somebody(visit).broker) throw new Forbidden(NOT_A_BROKER)
    const asked = visit.query('view') ?? 'all'
    const view: DeliveryView = isDeliveryView(asked) ? asked : 'all'
    const found = await listDeliveries(db, { view, before: visit.query('before'), most: A_PAGE + 1 })
    const deliveries = found.slice(0, A_PAGE)
    const next = found.length > A_PAGE ? `/deliveries?view=${view.replaceAll(' ', '+')}&before=${deliveries.at(-1)?.id}` : undefined
    return page('Letters that leave', deliveriesPage(visit, { deliveries, view, kinds, ...(await countWaitingLetters(db)), next }))
  }),
]
