/** The pages that are measured, and who asks for each. */
import { EMPTY_BRIEF } from '../../src/features/briefs/brief.ts'
import type { Cast, Who } from './cast.ts'
import type { Ask } from './load.ts'
import { dayFrom } from './plan.ts'

export type Page = { name: string; who: Who; asks: readonly Ask[] }

/** As a browser of today asks for a page. */
const BROWSER = {
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
}

export function pagesOf(cast: Cast, port: number): Page[] {
  const origin = `http://127.0.0.1:${port}`
  const headersOf = (who: Who) => ({ host: `127.0.0.1:${port}`, ...BROWSER, ...(who === 'visitor' ? {} : { cookie: cast.cookies[who] }) })
  const page = (name: string, who: Who, ...paths: string[]): Page => ({
    name,
    who,
    asks: paths.map((path) => ({ path, method: 'GET', headers: headersOf(who), body: '' })),
  })
  const each = (ids: readonly string[], path: (id: string) => string): string[] => ids.map(path)
  const form = (name: string, who: Who, paths: readonly string[], fields: Record<string, string>): Page => ({
    name,
    who,
    asks: paths.map((path) => ({
      path,
      method: 'POST',
      headers: { ...headersOf(who), origin, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })),
  })
  return [
    page('Home', 'visitor', '/'),
    page('Home', 'member', '/'),
    page('Home', 'broker', '/'),
    page('Projects, open', 'visitor', '/projects'),
    page('Projects, open', 'member', '/projects'),
    page('Projects, running', 'visitor', '/projects?show=running'),
    page('Projects, ended', 'visitor', '/projects?show=ended'),
    page('Projects, all', 'visitor', '/projects?show=all'),
    page('Projects, open, tenth page', 'visitor', `/projects?show=open&before=${cast.deep.open}`),
    page('Projects, ended, tenth page', 'visitor', `/projects?show=ended&before=${cast.deep.ended}`),
    page('Projects, searched', 'visitor', ...each(SEARCHES, (words) => `/projects?q=${encodeURIComponent(words)}`)),
    page('Projects, searched', 'member', ...each(SEARCHES, (words) => `/projects?q=${encodeURIComponent(words)}`)),
    page('Projects that need a skill', 'visitor', ...each(cast.terms, (term) => `/projects?skill=${term}`)),
    page('Projects of a public service', 'visitor', ...each(cast.tags, (tag) => `/projects?show=all&service=${tag}`)),
    page('Projects of a sector and region', 'visitor', '/projects?sector=health', '/projects?sector=local&region=London'),
    page('Projects that fit me', 'member', '/projects?for=me'),
    page('Feed of open briefs', 'visitor', '/feed.atom'),
    page('Organisations', 'visitor', '/organisations', '/organisations?q=city', '/organisations?sector=police'),
    page('An organisation', 'visitor', ...each(cast.organisations, (id) => `/organisations/${id}`)),
    page('An organisation', 'member', ...each(cast.organisations, (id) => `/organisations/${id}`)),
    page('Its portfolio as CSV', 'visitor', ...each(cast.organisations, (id) => `/organisations/${id}/portfolio.csv`)),
    page('A person', 'member', ...each(cast.people, (id) => `/people/${id}`)),
    page('My profile', 'member', '/profile'),
    page('A project', 'visitor', ...each(cast.projects, (id) => `/projects/${id}`)),
    page('A project', 'member', ...each(cast.projects, (id) => `/projects/${id}`)),
    page('A project that ended', 'visitor', ...each(cast.ended, (id) => `/projects/${id}`)),
    page('The project with most pledges', 'visitor', `/projects/${cast.popular}`),
    page('The project with most pledges', 'member', `/projects/${cast.popular}`),
    page('The form to pledge', 'broker', ...each(cast.roles, (id) => `/roles/${id}/pledge`)),
    page('A pledge', 'member', ...each(cast.pledges, (id) => `/pledges/${id}`)),
    page('Mine', 'member', '/mine'),
    page('Mine', 'broker', '/mine'),
    page('Suggestions', 'member', '/suggestions'),
    page('Suggestions', 'broker', '/suggestions'),
    page('People who have a skill', 'member', ...each(cast.terms, (term) => `/people?skill=${term}`)),
    page('People, searched', 'member', ...each(SEARCHES, (words) => `/people?q=${encodeURIComponent(words)}`)),
    page('People of a sector', 'member', '/people', '/people?sector=health', '/people?sector=justice'),
    page('The longest thread', 'member', `/threads/${cast.popular}`),
    page('Updates of a project', 'visitor', ...each(cast.updated, (id) => `/projects/${id}/updates`)),
    page('Who says they belong here', 'broker', ...each(cast.claims, (id) => `/claims/${id}`)),
    page('Reports', 'broker', '/reports'),
    page('My addresses', 'member', '/addresses'),
    page('Where I am signed in', 'member', '/sessions'),
    page('Sign in', 'visitor', '/sign-in'),
    page('A new brief', 'member', '/projects/new'),
    page('A draft', 'member', ...each(cast.drafts, (id) => `/drafts/${id}`)),
    form(
      'Saving a draft while typing',
      'member',
      each(cast.drafts, (id) => `/drafts/${id}`),
      typedBrief(),
    ),
  ]
}

/** What people type: a public service, a thing, a question, a skill, a word misspelt. */
const SEARCHES = ['parking permits', 'missed bin', 'how do we tell people what happens next', 'user research', 'libary']

const typedBrief = () => ({
  title: 'Report a missed bin from a phone',
  problem: 'Each of us pays for a form of our own, and none of them works well on a phone. Most callers only ask what happens next.',
  'for-whom': 'residents of any town',
  days: EMPTY_BRIEF.days,
  'have-1-what': 'Two years of records',
  'have-1-about': 'without names',
  'role-1-skill': 'web development',
  'role-1-places': '1',
  'role-1-hours': '3',
  'role-1-from': dayFrom(new Date(), 20),
  'role-1-until': dayFrom(new Date(), 90),
  'role-1-must': 'must',
  'role-1-purpose': 'creating',
})
