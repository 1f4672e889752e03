/** Projects of a nation in all states, with what they have and need; of those that ended, the ending and its lesson. */
import { type How, OTHER_KINDS, PHASES, type State } from '../../src/features/projects/project.ts'
import type { Chance } from '../chance.ts'
import type { RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import { anybody, type Citizen } from './people.ts'
import { DAY, dayFrom, momentFrom, type Plan } from './plan.ts'
import { aRole, type Role } from './roles.ts'
import { ROLES_A_PROJECT } from './size.ts'
import { Texts, type Topic } from './texts.ts'

export type Project = {
  id: string
  owner: Citizen
  topic: Topic
  state: State
  how: How | undefined
  published: Date
  ready: Date | undefined
  started: Date | undefined
  ended: Date | undefined
  roles: readonly Role[]
  /** The one that everybody wants to join. */
  isPopular: boolean
}

const OPEN_DAYS = 28
/** How many of a hundred are in each state, and how many days ago they were published. */
const STATES: readonly { share: number; state: State; from: number; until: number }[] = [
  { share: 24, state: 'open', from: 0, until: 27 },
  { share: 1, state: 'open', from: 29, until: 33 },
  { share: 5, state: 'ready', from: 8, until: 30 },
  { share: 20, state: 'running', from: 31, until: 200 },
  { share: 50, state: 'ended', from: 60, until: 1200 },
]
const HOWS: readonly How[] = [
  ...many<How>('delivered', 11),
  ...many<How>('stopped', 5),
  ...many<How>('not reached', 4),
  'handed over',
  'merged',
]
/** So many of the first projects belong to the member who has much to do. */
export const BUSY_PROJECTS = 12
const POPULAR_ROLES = { roles: 12, places: 5 }

function many<T>(one: T, times: number): T[] {
  return Array.from({ length: times }, () => one)
}

export function planProjects({ size, now, chance, pack }: Plan, people: readonly Citizen[]): { projects: Project[]; texts: Texts } {
  const ids = new Ids(chance)
  const texts = new Texts(pack, chance)
  const states = STATES.flatMap((each) => many(each, each.share))
  const [busy] = people as [Citizen]
  const projects = Array.from({ length: size.projects }, (_, number): Project => {
    const isPopular = number === 0
    const { state, from, until } = isPopular
      ? (states[0] as (typeof states)[number])
      : (states[(number * 37) % states.length] as (typeof states)[number])
    const published = new Date(now.getTime() - chance.whole(from, until) * DAY - chance.whole(1, DAY - 1))
    const how = state === 'ended' ? chance.pick(HOWS) : undefined
    const hasRun = state === 'running' || how === 'delivered' || how === 'handed over' || (how === 'stopped' && chance.is(0.5))
    const ready = state === 'ready' || hasRun ? momentFrom(published, chance.whole(3, 7)) : undefined
    const started = hasRun && ready ? momentFrom(ready, chance.whole(1, 6)) : undefined
    const ended = state === 'ended' ? momentFrom(started ?? published, started ? chance.whole(20, 45) : OPEN_DAYS + 7) : undefined
    const topic = texts.topic()
    const roles = isPopular ? POPULAR_ROLES : { roles: chance.whole(1, 2 * ROLES_A_PROJECT - 1), places: undefined }
    return {
      id: ids.at(published),
      owner: number < BUSY_PROJECTS ? busy : anybody(chance, people, new Set([busy.id])),
      topic,
      state,
      how,
      published,
      ready,
      started,
      ended,
      roles: Array.from({ length: roles.roles }, (_, at) =>
        aRole({ chance, ids, texts, published, isFirst: at === 0, places: roles.places }),
      ),
      isPopular,
    }
  })
  return { projects, texts }
}

export function* projectRows({ now, chance }: Plan, projects: readonly Project[], texts: Texts): Iterable<RowOf<'projects'>> {
  for (const { id, owner, topic, state, how, published, ready, started, ended, roles } of projects) {
    const isLate = state === 'open' && dayFrom(published, OPEN_DAYS) < dayFrom(now, 0)
    yield {
      id,
      title: texts.title(topic),
      problem: texts.problem(topic),
      for_whom: texts.forWhom(topic),
      skills: roles.map(({ skill }) => skill).join('. '),
      owner: owner.id,
      organisation: owner.organisation,
      state,
      open_until: dayFrom(published, OPEN_DAYS),
      extended_at: null,
      choose_by: isLate ? dayFrom(published, OPEN_DAYS + 7) : null,
      published_at: published,
      ready_at: ready ?? null,
      first_date: started ? dayFrom(started, 4) : null,
      started_at: started ?? null,
      ended_at: ended ?? null,
      suppliers_welcome: chance.is(0.2),
      none_fits: chance.is(0.3) ? texts.line(topic) : '',
      phase: state === 'running' ? chance.pick(PHASES) : null,
      review_by: state === 'running' ? dayFrom(now, chance.whole(-20, 50)) : null,
      go_live: state === 'running' && chance.is(0.5) ? dayFrom(now, chance.whole(10, 200)) : null,
      merged_into: how === 'merged' ? (projects[0]?.id ?? null) : null,
      half_told_on: null,
    }
  }
}

export function* haveRows(projects: readonly Project[], texts: Texts, chance: Chance): Iterable<RowOf<'project_haves'>> {
  const ids = new Ids(chance)
  for (const { id, topic, published } of projects)
    for (let have = chance.whole(0, 4); have > 0; have--)
      yield { id: ids.at(published), project: id, what: texts.have(topic), about: chance.is(0.5) ? texts.line(topic) : '' }
}

export function* tagRows(projects: readonly Project[], texts: Texts): Iterable<RowOf<'project_tags'>> {
  for (const { id, topic } of projects) for (const tag of texts.tags(topic)) yield { project: id, tag }
}

export function otherNeedRows(projects: readonly Project[], texts: Texts, chance: Chance): (RowOf<'other_needs'> & { id: string })[] {
  const ids = new Ids(chance)
  const some = projects.filter(() => chance.is(0.4))
  return some.map(({ id: project, topic, published }) => ({
    id: ids.at(published),
    project,
    kind: chance.pick(OTHER_KINDS),
    what: texts.otherNeed(topic),
  }))
}

export function* roleRows(projects: readonly Project[]): Iterable<RowOf<'roles'>> {
  for (const project of projects)
    for (const { id, skill, level, places, hours, from, until, isMust, isForLater } of project.roles)
      yield {
        id,
        project: project.id,
        skill,
        level,
        places,
        hours_a_week: hours,
        from_day: from,
        until_day: until,
        must_have: isMust,
        purpose: isForLater ? 'looking after' : 'creating',
      }
}

export function* endingRows(projects: readonly Project[], texts: Texts): Iterable<RowOf<'endings'>> {
  for (const { id, how, ended, owner, topic } of projects)
    if (how && ended)
      yield {
        project: id,
        how,
        handed_to: how === 'handed over' ? texts.line(topic) : '',
        ...texts.lesson(topic),
        person: how === 'not reached' ? null : owner.id,
        ended_at: ended,
      }
}
