/** The demo: an invented chapter whose past is lived through the same actions that people use, so that every rule held. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Answer } from './basics/answer.ts'
import { addDays, laterOf, type Moment, momentAt } from './basics/day.ts'
import { newId } from './basics/id.ts'
import type { Viewer } from './basics/viewer.ts'
import { type DemoStory, liveStory, liveWatchers } from './demo-story.ts'
import { publish, saveDraft } from './features/briefs/actions.ts'
import { EMPTY_BRIEF, EMPTY_ROLE, type TypedBrief } from './features/briefs/brief.ts'
import { keepKnowledge, openChapter } from './features/chapters/actions.ts'
import type { Chapter } from './features/chapters/chapter.ts'
import { askToBelong } from './features/members/actions.ts'
import type { Said } from './features/members/claim.ts'
import { addOrganisations } from './features/organisations/actions.ts'
import type { NewOrganisation } from './features/organisations/organisation.ts'
import { introduce, personWithAddress } from './features/people/actions.ts'
import { viewerOf } from './features/people/person.ts'
import { acceptPledge, declinePledge, makePledge } from './features/pledges/actions.ts'
import { endProject, lookUpProject, startProject } from './features/projects/actions.ts'
import type { Lesson } from './features/projects/lesson.ts'
import { readPack } from './packs/read.ts'
import { inRoot } from './root.ts'
import { type Db, sql, together } from './storage/db.ts'
import { OUR_TABLES } from './storage/migrations.ts'

/** Days are counted from today: -16 is sixteen days ago. */
type Cast = {
  key: string
  name: string
  job: string
  email: string
  broker?: boolean
  /** The organisation that they say is theirs, when their address does not tell it. */
  says?: Said & { on: number }
}
type DemoRole = { skill: string; places?: number; hours: string; from: number; until: number; must: boolean; purpose?: string }
type DemoPledge = {
  by: string
  role: string
  on: number
  hours: number
  line?: string
  accepted?: number
  declined?: { on: number; line: string }
}
type DemoProject = DemoStory & {
  owner: string
  published?: number
  days: string
  title: string
  problem: string
  forWhom: string
  haves: { what: string; about: string }[]
  roles: DemoRole[]
  pledges?: DemoPledge[]
  started?: { on: number; first: number }
  ended?: { on: number; how: 'delivered' | 'stopped'; lesson: Lesson }
}
type Pack = { name: string; zone: string; organisations: NewOrganisation[]; cast: Cast[]; projects: DemoProject[] }

const A_DAY = 86_400_000

export async function openDemo(db: Db, now: Date): Promise<Chapter> {
  const pack = JSON.parse(await readFile(inRoot('packs/demo/demo.json'), 'utf8')) as Pack
  const chapter: Chapter = { name: pack.name, kind: 'demo', zone: pack.zone }
  const at = (days: number): Moment => momentAt(pack.zone, new Date(now.getTime() + days * A_DAY))
  await throwDemoAway(db)
  await together(db, async (tx) => {
    await keepKnowledge(tx, (await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
    await addOrganisations(tx, pack.organisations, at(-120).now)
  })
  const cast = new Map<string, Viewer>()
  for (const each of pack.cast) cast.set(each.key, await join(db, each, at(-110).now))
  for (const { key, says } of pack.cast)
    if (says) must(await together(db, (tx) => askToBelong(tx, cast.get(key)?.person ?? '', says, at(says.on))))
  const who = (key: string): Viewer => cast.get(key) ?? fail(`nobody is called ${key}`)
  for (const project of pack.projects) await live(db, project, who, at)
  // Last of all: a demo that was cut short while it was made has no chapter, and is made again.
  await together(db, (tx) => openChapter(tx, chapter, at(-120).now))
  return chapter
}

async function join(db: Db, { name, job, email, broker = false }: Cast, now: Date): Promise<Viewer> {
  const person = await together(db, (tx) => personWithAddress(tx, email, now, { broker, moderator: broker }))
  if (name) await introduce(db, person.id, { name, job, organisation: undefined }, now)
  return viewerOf({ ...person, name })
}

async function live(db: Db, project: DemoProject, who: (key: string) => Viewer, at: (days: number) => Moment): Promise<void> {
  const owner = who(project.owner)
  const written = at(project.published ?? 0)
  const id = newId(written.now)
  await saveDraft(db, id, owner, typedBrief(project, at(0)), written)
  if (project.published === undefined) return
  must(await publish(db, id, owner, written))
  await liveWatchers(db, id, project.published, project, { who, at, must })
  for (const pledge of project.pledges ?? []) await livePledge(db, id, pledge, owner, who(pledge.by), at)
  if (project.started) must(await startProject(db, id, owner, addDays(at(0).today, project.started.first), at(project.started.on)))
  await liveStory(db, id, owner, project, { who, at, must })
  if (project.ended) must(await endProject(db, id, owner, project.ended.how, project.ended.lesson, at(project.ended.on)))
}

async function livePledge(db: Db, id: string, pledge: DemoPledge, owner: Viewer, by: Viewer, at: (days: number) => Moment): Promise<void> {
  const when = at(pledge.on)
  const project = (await lookUpProject(db, id, when.zone)) ?? fail('a project is missing')
  const role = project.roles.find((each) => each.skill === pledge.role) ?? fail(`${project.title} has no role ${pledge.role}`)
  const terms = {
    hoursAWeek: pledge.hours,
    from: laterOf(role.from, when.today),
    until: role.until,
    line: pledge.line ?? '',
  }
  const made = must(await makePledge(db, role.id, by, terms, when))
  if (pledge.accepted !== undefined) must(await acceptPledge(db, made, owner, at(pledge.accepted)))
  if (pledge.declined) must(await declinePledge(db, made, owner, pledge.declined.line, at(pledge.declined.on)))
}

function typedBrief({ title, problem, forWhom, days, haves, roles }: DemoProject, { today }: Moment): TypedBrief {
  const typedRoles = roles.map(({ skill, places = 1, hours, from, until, must: isMust, purpose = 'creating' }) => ({
    ...EMPTY_ROLE,
    skill,
    places: String(places),
    hours,
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
    days,
    haves: haves.length > 0 ? haves : EMPTY_BRIEF.haves,
    roles: typedRoles.length > 0 ? typedRoles : [EMPTY_ROLE],
  }
}

/** Empties our tables; the caller has made sure that they hold a demo, or nothing that was finished. */
export async function throwDemoAway(db: Db): Promise<void> {
  await together(db, (tx) => sql`truncate ${sql.join(OUR_TABLES.map((name) => sql.table(name)))}`.execute(tx))
}

/** The demo breaks no rule; if it does, its story must be mended. */
function must<T>(answer: Answer<T, string>): T {
  return answer.yes ? answer.value : fail(answer.why)
}

function fail(why: string): never {
  throw new Error(`The demo's story does not hold: ${why}.`)
}
