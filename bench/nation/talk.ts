/** What people of a nation say to each other about projects, what owners say happens in them, who wants to hear of it, and what was reported. */
import type { RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import { anybody, type Citizen } from './people.ts'
import { momentFrom, type Plan } from './plan.ts'
import type { Project } from './projects.ts'
import type { Texts } from './texts.ts'

/** Most projects are talked about a little, the popular one a lot. */
const POSTS = { usual: 6, popular: 300 }
const WATCHERS = { usual: 8, popular: 2000 }
const UPDATES = 5
const REPORT_EVERY = 2000
/** Of a whole nation: the others have been answered. */
const OPEN_REPORTS = 5
const NOBODY: ReadonlySet<string> = new Set()

export function postRows({ chance }: Plan, projects: readonly Project[], people: readonly Citizen[], texts: Texts): RowOf<'posts'>[] {
  const ids = new Ids(chance)
  return projects.flatMap((project) =>
    Array.from({ length: chance.whole(0, project.isPopular ? POSTS.popular : POSTS.usual) }, () => {
      const said_at = momentFrom(project.published, chance.whole(0, 2000) / 100)
      const id = ids.at(said_at)
      const { id: person } = anybody(chance, people, NOBODY)
      const said = `${texts.have(project.topic)}. ${texts.line(project.topic)}`.trim()
      return { id, about: project.id, person, form: id, said, said_at, edited_at: null, removed_at: null, removed_by: null }
    }),
  )
}

export function* reportRows({ chance }: Plan, posts: readonly RowOf<'posts'>[], people: readonly Citizen[]): Iterable<RowOf<'reports'>> {
  const ids = new Ids(chance)
  for (const [at, { id, said_at }] of posts.filter((_, number) => number % REPORT_EVERY === 1).entries()) {
    const reported = momentFrom(said_at as Date, 1)
    const isOpen = at < OPEN_REPORTS
    const answer = isOpen ? null : ('kept' as const)
    yield {
      id: ids.at(reported),
      post: id,
      person: anybody(chance, people, NOBODY).id,
      reason: 'advertising',
      said: '',
      reported_at: reported,
      answered_at: isOpen ? null : momentFrom(reported, 1),
      answered_by: isOpen ? null : (people[1]?.id ?? null),
      answer,
    }
  }
}

export function* updateRows({ chance }: Plan, projects: readonly Project[], texts: Texts): Iterable<RowOf<'updates'>> {
  const ids = new Ids(chance)
  for (const { id: project, owner, published, started, topic, isPopular } of projects) {
    if (!started && !isPopular) continue
    for (let update = chance.whole(0, UPDATES); update > 0; update--) {
      const said_at = momentFrom(started ?? published, chance.whole(1, 20))
      const id = ids.at(said_at)
      yield { id, project, person: owner.id, form: id, said: texts.problem(topic), said_at, edited_at: null, told_at: said_at }
    }
  }
}

export function* watcherRows({ chance }: Plan, projects: readonly Project[], people: readonly Citizen[]): Iterable<RowOf<'watchers'>> {
  for (const { id: project, published, isPopular } of projects)
    for (const { id: person } of chance.pickSome(people, chance.whole(0, isPopular ? WATCHERS.popular : WATCHERS.usual)))
      yield { project, person, since: published }
}
