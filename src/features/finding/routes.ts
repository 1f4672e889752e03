/** The doors to the list of projects, and to the feed of open briefs. */
import { startOfDay } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import { Kept } from '../../basics/kept.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Db } from '../../storage/db.ts'
import { somebody } from '../../web/faults.ts'
import { file, get, page, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findChapter } from '../chapters/actions.ts'
import { listHavesOf } from '../listings/actions.ts'
import { listProjects, listThese } from '../projects/actions.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import { atomFeed } from './feed-pages.ts'
import { listFeedBriefs } from './feed-store.ts'
import { projectsPage } from './pages.ts'
import {
  addressOf,
  type Facet,
  isNarrowed,
  looser,
  type Ranked,
  readSearch,
  type Search,
  type Sought,
  soughtBy,
  type Words,
} from './search.ts'
import { countFacets, foundBy, rankFound } from './store.ts'

const A_PAGE = 20
const FEED_BRIEFS = 50
const FEED_SECONDS = 300

const A_MINUTE = 60_000
/** Fewer projects are counted in no time, so that their numbers are those of this moment. */
const MANY_PROJECTS = 1000
const isOfMany = (facets: readonly Facet[]): boolean =>
  facets.reduce((sum, { kind, count }) => sum + (kind === 'state' ? count : 0), 0) >= MANY_PROJECTS

export function findingRoutes(db: Db, knowledge: Knowledge): Route[] {
  // The numbers of the whole list are the same for everybody; whatever narrows it down is counted anew.
  const kept = new Kept<Facet[]>(A_MINUTE, isOfMany)
  const keptFacets = (search: Search, visit: Visit, ask: () => Promise<Facet[]>) =>
    isNarrowed(search) ? ask() : kept.find(search.show, visit.now, ask)

  async function termsOf(visit: Visit): Promise<TermId[]> {
    if (!visit.viewer || !isMember(visit.viewer)) return []
    const haves = await listHavesOf(db, visit.viewer.person, visit)
    return haves.flatMap((have) => knowledge.termsIn(have))
  }

  return [
    get('/projects', async (visit): Promise<Reply> => {
      const search = readSearch(visit.query, knowledge)
      if (search.for) somebody(visit)
      const haves = await termsOf(visit)
      const fitting = search.for && {
        terms: knowledge.needsMetBy(haves),
        person: visit.viewer?.person ?? '',
        today: visit.today,
      }
      const found = await find(db, soughtBy(search, knowledge, fitting), search, visit, keptFacets)
      return page(
        search.q === '' ? 'Projects' : `${search.q}: projects`,
        projectsPage(visit, knowledge, {
          search,
          haves: !isMember(visit.viewer) ? 'no member' : haves.length > 0 ? 'said' : 'unsaid',
          ...found,
        }),
      )
    }),

    get('/feed.atom', async (visit) => {
      const briefs = await listFeedBriefs(db, visit.today, FEED_BRIEFS)
      const feed = {
        chapter: (await findChapter(db))?.name ?? '',
        origin: visit.origin,
        briefs,
        emptySince: startOfDay(visit.zone, visit.today),
      }
      return file('application/atom+xml; charset=utf-8', atomFeed(feed, knowledge), { keptFor: FEED_SECONDS })
    }),
  ]
}

type Found = { projects: ProjectLine[]; next: string | undefined; isLoosened: boolean; facets: Facet[] }

/** The newest first while nothing is typed; else those that fit best, page by page. */
async function find(
  db: Db,
  sought: Sought,
  search: Search,
  visit: Visit,
  counted: (search: Search, visit: Visit, ask: () => Promise<Facet[]>) => Promise<Facet[]>,
): Promise<Found> {
  const said = visit.query('before') ?? ''
  const before = isId(said) ? said : undefined
  const best = sought.words && (await rank(db, { ...sought, words: sought.words }))
  const shown = best?.ranked.flatMap(({ id, state }) => (sought.states.includes(state) ? [id] : []))
  const found = shown
    ? await listThese(db, shown.slice(shown.indexOf(before ?? '') + 1).slice(0, A_PAGE + 1), visit.zone)
    : await listProjects(db, { states: sought.states, that: foundBy(sought), before, most: A_PAGE + 1, zone: visit.zone })
  const projects = found.slice(0, A_PAGE)
  return {
    projects,
    next: found.length > A_PAGE ? addressOf(search, projects.at(-1)?.id) : undefined,
    isLoosened: best?.isLoosened ?? false,
    facets: await counted(search, visit, () =>
      countFacets(
        db,
        sought,
        best?.ranked.map(({ id }) => id),
      ),
    ),
  }
}

/** With hardly anything that has all the words, those that have some of them. */
async function rank(db: Db, sought: Sought & { words: Words }): Promise<{ ranked: Ranked[]; isLoosened: boolean }> {
  const ranked = await rankFound(db, sought)
  const words = looser(sought.words, ranked.length)
  const more = words ? await rankFound(db, { ...sought, words }) : []
  return more.length > ranked.length ? { ranked: more, isLoosened: true } : { ranked, isLoosened: false }
}
