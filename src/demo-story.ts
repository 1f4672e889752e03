/** What happens to one project of the demo, each thing on its day and by the one who would do it. */
import type { Answer } from './basics/answer.ts'
import { addDays, type Day, laterOf, type Moment } from './basics/day.ts'
import { newId } from './basics/id.ts'
import type { Viewer } from './basics/viewer.ts'
import type { DemoPledge, DemoProject, Offset } from './demo-pack.ts'
import { publish, saveDraft } from './features/briefs/actions.ts'
import { EMPTY_BRIEF, EMPTY_ROLE, type TypedBrief } from './features/briefs/brief.ts'
import { acceptPledge, declinePledge, makePledge, withdrawPledge } from './features/pledges/actions.ts'
import { endProject, extendBrief, lookUpProject, startProject } from './features/projects/actions.ts'
import { postUpdate } from './features/projects/update-actions.ts'
import { startWatching } from './features/projects/watch-actions.ts'
import { writePost } from './features/threads/actions.ts'
import { reportPost } from './features/threads/report-actions.ts'
import type { Db } from './storage/db.ts'

export type Scene = { on: Offset; play: (at: Moment) => Promise<void> }
/** Whom a story needs to know: the cast by their keys, and the day that offsets count from. */
export type Stage = { db: Db; who: (key: string) => Viewer; today: Day }

export function scenesOf(project: DemoProject, stage: Stage): Scene[] {
  const { db, today } = stage
  const owner = stage.who(project.owner)
  let id = ''
  const write = async (at: Moment): Promise<void> => {
    id = newId(at.now)
    await saveDraft(db, id, owner, typedBrief(project, today), at)
  }
  const { published, started, ended } = project
  if (published === undefined) return [{ on: 0, play: write }]
  const scenes: Scene[] = [
    {
      on: published,
      async play(at) {
        await write(at)
        must(await publish(db, id, owner, at))
      },
    },
    ...(project.pledges ?? []).flatMap((pledge) => scenesOfPledge(() => id, pledge, owner, stage)),
  ]
  const then = (on: Offset, play: Scene['play']) => scenes.push({ on, play })
  if (project.extended !== undefined) then(project.extended, async (at) => void must(await extendBrief(db, id, owner, at)))
  if (started) then(started.on, async (at) => void must(await startProject(db, id, owner, addDays(today, started.first), at)))
  if (ended?.how === 'delivered' || ended?.how === 'stopped') {
    const { on, how, lesson } = ended
    then(on, async (at) => void must(await endProject(db, id, owner, how, lesson, at)))
  }
  return [...scenes, ...scenesOfTalk(() => id, project, owner, stage)]
}

/** Watchers come one after the other in the first days, before anything is over. */
function scenesOfTalk(project: () => string, story: DemoProject, owner: Viewer, { db, who }: Stage): Scene[] {
  const { published = 0, ended = { on: 0 }, updates = [], thread = [], watchers = [] } = story
  return [
    ...watchers.map((key, turn) => ({
      on: Math.min(published + 1 + turn, ended.on - 1),
      play: async (at: Moment) => void must(await startWatching(db, project(), who(key), at)),
    })),
    ...updates.map(({ on, text }) => ({
      on,
      play: async (at: Moment) => void must(await postUpdate(db, project(), owner, { form: newId(at.now), said: text }, at)),
    })),
    ...thread.flatMap(({ by, on, text, reported }) => {
      let post = ''
      const write = async (at: Moment) => {
        post = must(await writePost(db, project(), who(by), { form: newId(at.now), said: text }, at))
      }
      const report = reported && {
        on: reported.on,
        play: async (at: Moment) => void must(await reportPost(db, post, who(reported.by), reported.why, at)),
      }
      return [{ on, play: write }, ...(report ? [report] : [])]
    }),
  ]
}

function scenesOfPledge(project: () => string, pledge: DemoPledge, owner: Viewer, { db, who }: Stage): Scene[] {
  const { accepted, declined, withdrawn } = pledge
  const by = who(pledge.by)
  let made = ''
  const offer = async (at: Moment): Promise<void> => {
    const { roles, title } = (await lookUpProject(db, project(), at.zone)) ?? fail('a project is missing')
    const role = roles.find((each) => each.skill === pledge.role) ?? fail(`${title} has no role ${pledge.role}`)
    const terms = { hoursAWeek: pledge.hours, from: laterOf(role.from, at.today), until: role.until, line: pledge.line ?? '' }
    made = must(await makePledge(db, role.id, by, terms, at))
  }
  const scenes: Scene[] = [{ on: pledge.on, play: offer }]
  if (accepted !== undefined) scenes.push({ on: accepted, play: async (at) => void must(await acceptPledge(db, made, owner, at)) })
  if (declined) scenes.push({ on: declined.on, play: async (at) => void must(await declinePledge(db, made, owner, declined.line, at)) })
  if (withdrawn !== undefined) scenes.push({ on: withdrawn, play: async (at) => void must(await withdrawPledge(db, made, by, at)) })
  return scenes
}

function typedBrief(project: DemoProject, today: Day): TypedBrief {
  const { title, problem, forWhom, days, haves, roles, others = [], tags = [], noneFits = '' } = project
  const typedRoles = roles.map(({ skill, level = 'any', places = 1, hours, from, until, must: isMust, purpose = 'creating' }) => ({
    skill,
    level,
    places: String(places),
    hours: String(hours),
    from: addDays(today, from),
    until: addDays(today, until),
    must: isMust ? 'must' : 'welcome',
    purpose,
  }))
  return {
    ...EMPTY_BRIEF,
    title,
    problem,
    forWhom,
    days: String(days),
    haves,
    roles: typedRoles.length > 0 ? typedRoles : [EMPTY_ROLE],
    others,
    tags,
    suppliers: project.suppliers ? 'yes' : '',
    noneFits,
  }
}

/** The demo breaks no rule; if it does, its story must be mended. */
export function must<T>(answer: Answer<T, string>): T {
  return answer.yes ? answer.value : fail(answer.why)
}

export function fail(why: string): never {
  throw new Error(`The demo's story does not hold: ${why}.`)
}
