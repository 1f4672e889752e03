/** The doors of those who meet: their pair, and their certificate. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, page, type Route } from '../../web/visit.ts'
import { findApartness } from '../boundaries/actions.ts'
import { findAddressOf, findPerson } from '../people/actions.ts'
import { certificatePage } from './certificate-pages.ts'
import { sideIn } from './pair.ts'
import { pairPage } from './pair-pages.ts'
import { findPairAsk, listPairs, listPairsOf } from './pair-store.ts'
import { findKnown } from './routes.ts'
import { findProgramme } from './store.ts'

const NARROW = { narrow: true } as const

export const pairRoutes = (db: Db): Route[] => [
  get('/pairs/:id', async (visit) => {
    const { person } = somebody(visit)
    const [pair] = isId(visit.param('id')) ? await listPairs(db, [visit.param('id')]) : []
    const side = pair && sideIn(pair, person)
    const programme = pair && (await findProgramme(db, pair.programmeId))
    if (!pair || !side || !programme || pair.state === 'proposed') throw new Missing()
    const other = (side === 'left' ? pair.right : pair.left).id
    if ((await findApartness(db, person, other)).isApart) throw new Missing()
    const about = { programme, ask: await findPairAsk(db, pair.id, person), address: await findAddressOf(db, other) }
    return page(programme.title, pairPage(visit, pair, about), NARROW)
  }),

  get('/programmes/:id/certificate', async (visit) => {
    const viewer = somebody(visit)
    const programme = await findKnown(db, visit)
    const pairs = await listPairsOf(db, programme.id, ['running', 'ended'], viewer.person)
    const person = await findPerson(db, viewer.person)
    if (!person || pairs.length === 0) throw new Missing()
    return page('Certificate of hours', certificatePage(visit, { programme, person, pairs }), NARROW)
  }),
]
