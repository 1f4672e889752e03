/** The doors to the first page and to what is mine. */
import { Kept } from '../../basics/kept.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { get, page, type Route, type Visit } from '../../web/visit.ts'
import { listOpenOf } from '../asks/actions.ts'
import type { AllWords } from '../asks/pages.ts'
import { listDrafts } from '../briefs/actions.ts'
import { countMet, listIntroductionsOf } from '../introductions/actions.ts'
import { standingOf } from '../members/actions.ts'
import { heldNotice } from '../members/pages.ts'
import { listGiftsOfPerson, listPledgesOfPerson } from '../pledges/actions.ts'
import { countProjects, listProjects } from '../projects/actions.ts'
import { countMeetingsMet } from '../rounds/outcome-actions.ts'
import { fittingFor } from '../suggestions/actions.ts'
import type { Recall } from '../suggestions/memory-actions.ts'
import { listNextDates } from './date-store.ts'
import { frontPage } from './front-pages.ts'
import { homePage } from './member-pages.ts'
import { type Outcomes, outcomesOf } from './outcomes.ts'
import { minePage, openBriefs } from './pages.ts'
import { listWaiting } from './store.ts'
import { type AllWaiting, countAll } from './waiting-pages.ts'
import { listWatched } from './watched-store.ts'

const FRONT_BRIEFS = 5
const MOST_MINE = 50
const MOST_DATES = 5
const MOST_ASKS = 200

const A_MINUTE = 60_000
/** Fewer projects are counted in no time, so that their numbers are those of this moment. */
const MANY_PROJECTS = 1000

const heldPart = async (db: Db, visit: Visit): Promise<Markup | ''> =>
  visit.viewer && !isMember(visit.viewer) ? heldNotice(visit, await standingOf(db, visit.viewer.person, visit)) : ''

/** `kinds` is what can be asked. */
export function homeRoutes(db: Db, recall: Recall, kinds: AllWords): Route[] {
  const kept = new Kept<Outcomes>(A_MINUTE, ({ delivered, lessons, living }) => delivered + lessons + living >= MANY_PROJECTS)
  const outcomes = (now: Date) =>
    kept.find('all', now, async () => outcomesOf(await countProjects(db), (await countMet(db)) + (await countMeetingsMet(db))))

  async function allWaiting({ today, zone }: Visit, viewer: Viewer): Promise<AllWaiting> {
    const open = await listOpenOf(db, viewer.person, MOST_ASKS)
    const asks = open.filter(({ person }) => person === viewer.person)
    return { asks, asked: open.filter((each) => !asks.includes(each)), others: await listWaiting(db, viewer, today, zone), kinds }
  }

  return [
    get('/', async (visit) => {
      const { viewer, today, zone } = visit
      const listOpen = () => listProjects(db, { states: ['open'], most: FRONT_BRIEFS, zone })
      if (!viewer) return page('Have what somebody needs', frontPage(visit, await listOpen(), await outcomes(visit.now)))
      const fitting = await fittingFor(db, recall, visit)
      const waiting = await allWaiting(visit, viewer)
      const about = {
        waiting,
        held: await heldPart(db, visit),
        dates: await listNextDates(db, viewer.person, today, MOST_DATES),
        fitting,
        open: fitting.hasSaid ? '' : openBriefs(visit, await listOpen()),
      } as const
      return page('Home', homePage(visit, about), { waiting: countAll(waiting) })
    }),

    get('/mine', async (visit) => {
      const viewer = somebody(visit)
      const { person } = viewer
      const drafts = await listDrafts(db, person)
      const waiting = await allWaiting(visit, viewer)
      const pledges = await listPledgesOfPerson(db, person, MOST_MINE, visit.zone)
      return page(
        'For you',
        minePage(visit, {
          held: await heldPart(db, visit),
          waiting,
          projects: await listProjects(db, { owner: person, most: MOST_MINE, zone: visit.zone }),
          pledges,
          drafts: drafts.map(({ id, typed, savedAt, joined }) => ({ id, title: typed.title, savedAt, joined })),
          introductions: isMember(viewer) ? await listIntroductionsOf(db, person, MOST_MINE, visit.zone) : [],
          gifts: await listGiftsOfPerson(db, person, MOST_MINE),
          watched: isMember(viewer) ? await listWatched(db, person, { most: MOST_MINE, zone: visit.zone }) : [],
        }),
        { waiting: countAll(waiting) },
      )
    }),
  ]
}
