/** The doors to the first page and to what is mine. */
import { isMember } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { get, page, type Route, type Visit } from '../../web/visit.ts'
import { listDrafts } from '../briefs/actions.ts'
import { standingOf } from '../members/actions.ts'
import { heldNotice } from '../members/pages.ts'
import { listPledgesOfPerson } from '../pledges/actions.ts'
import { listProjects } from '../projects/actions.ts'
import { listWatched } from '../projects/watch-actions.ts'
import { frontPage, homePage, minePage } from './pages.ts'
import { listWaiting } from './store.ts'

const FRONT_BRIEFS = 5
const MOST_MINE = 50

const heldPart = async (db: Db, visit: Visit): Promise<Markup | ''> =>
  visit.viewer && !isMember(visit.viewer) ? heldNotice(visit, await standingOf(db, visit.viewer.person, visit)) : ''

export const homeRoutes = (db: Db): Route[] => [
  get('/', async (visit) => {
    const open = await listProjects(db, { states: ['open'], most: FRONT_BRIEFS, zone: visit.zone })
    if (!visit.viewer) return page('Have what somebody needs', frontPage(visit, open))
    return page('Home', homePage(visit, await listWaiting(db, visit.viewer, visit.today, visit.zone), await heldPart(db, visit), open))
  }),

  get('/mine', async (visit) => {
    const viewer = somebody(visit)
    const { person } = viewer
    const drafts = await listDrafts(db, person)
    return page(
      'For you',
      minePage(visit, {
        held: await heldPart(db, visit),
        waiting: await listWaiting(db, viewer, visit.today, visit.zone),
        projects: await listProjects(db, { owner: person, most: MOST_MINE, zone: visit.zone }),
        pledges: await listPledgesOfPerson(db, person, MOST_MINE, visit.zone),
        drafts: drafts.map(({ id, typed, savedAt }) => ({ id, title: typed.title, savedAt })),
        watched: await listWatched(db, person, { most: MOST_MINE, zone: visit.zone }),
      }),
    )
  }),
]
