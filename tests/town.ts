/** A small town on a real database: two organisations, a few people who may act, and what they do through the product's own actions. */

import { gatherJobs } from '../src/app.ts'
import { dayIn, type Moment } from '../src/basics/day.ts'
import { newId } from '../src/basics/id.ts'
import type { Viewer } from '../src/basics/viewer.ts'
import { publish, saveDraft } from '../src/features/briefs/actions.ts'
import type { TypedBrief } from '../src/features/briefs/brief.ts'
import { openChapter } from '../src/features/chapters/actions.ts'
import { AS_IT_COMES } from '../src/features/chapters/chapter.ts'
import { addOrganisations } from '../src/features/organisations/actions.ts'
import { introduce, personWithAddress } from '../src/features/people/actions.ts'
import { viewerOf } from '../src/features/people/person.ts'
import { makePledge } from '../src/features/pledges/actions.ts'
import { lookUpProject } from '../src/features/projects/actions.ts'
import type { Project } from '../src/features/projects/project.ts'
import type { Carrier } from '../src/mail/carriers.ts'
import { onPage } from '../src/mail/page.ts'
import { type Db, type Storage, together } from '../src/storage/db.ts'
import { runNext } from '../src/storage/run-work.ts'
import { aTypedBrief, MONDAY, ZONE } from './cast.ts'

export type Town = {
  owner: Viewer
  /** The owner's colleague: of the same organisation. */
  colleague: Viewer
  nurse: Viewer
  officer: Viewer
  /** Somebody whose organisation is not known. */
  stranger: Viewer
}

const ORGANISATIONS = [
  { name: 'Harrowmere City Council', sector: 'local', domains: ['harrowmere.example'] },
  { name: 'Tarnbeck NHS Trust', sector: 'health', domains: ['tarnbeck.example'] },
  { name: 'Vennick Fire and Rescue', sector: 'fire', domains: ['vennick.example'] },
] as const

export async function aTown(db: Db, at: Moment = MONDAY): Promise<Town> {
  await together(db, async (tx) => {
    await openChapter(tx, { name: 'Appstarter', kind: 'demo', zone: ZONE }, at.now)
    await addOrganisations(tx, ORGANISATIONS, at.now)
  })
  return {
    owner: await aPerson(db, 'owner@harrowmere.example', at),
    colleague: await aPerson(db, 'colleague@harrowmere.example', at),
    nurse: await aPerson(db, 'nurse@tarnbeck.example', at),
    officer: await aPerson(db, 'officer@vennick.example', at),
    stranger: await aPerson(db, 'stranger@kindness.example', at),
  }
}

export async function aPerson(db: Db, email: string, at: Moment = MONDAY): Promise<Viewer> {
  const person = await together(db, (tx) => personWithAddress(tx, email, at.now))
  const name = email.split('@')[0] ?? ''
  await introduce(db, person.id, { name, job: 'officer', organisation: undefined }, at.now)
  return viewerOf({ ...person, name })
}

export async function aPublishedBrief(db: Db, owner: Viewer, brief: Partial<TypedBrief> = {}, at: Moment = MONDAY): Promise<Project> {
  const id = newId(at.now)
  await saveDraft(db, id, owner, aTypedBrief(brief), at)
  const answer = await publish(db, id, owner, at, { isNotTheSame: true })
  if (!answer.yes) throw new Error(`Not published: ${answer.why} ${JSON.stringify(answer.faults)}`)
  return theProject(db, id)
}

export async function theProject(db: Db, id: string): Promise<Project> {
  const project = await lookUpProject(db, id, ZONE)
  if (!project) throw new Error('There is no such project.')
  return project
}

/** An offer on the first role, or on the role with this skill. */
export async function anOffer(db: Db, project: Project, by: Viewer, at: Moment = MONDAY, skill?: string): Promise<string> {
  const role = project.roles.find((each) => skill === undefined || each.skill === skill)
  const answer = await makePledge(
    db,
    role?.id ?? '',
    by,
    { hoursAWeek: 2, from: '2026-12-01', until: '2027-03-31', line: '', isForOrganisation: false },
    at,
  )
  if (!answer.yes) throw new Error(`Not pledged: ${answer.why}`)
  return answer.value
}

const UNSAID = ['send letter', 'send letter at once', 'send letter with all', 'begin check-ins', 'check-in']
/** Weekly letters have tests of their own; elsewhere they would stand among those that a test is about. */
const LEFT = ['plan digest', 'weekly digest']

/** Runs all that is due by then, as the clock would, and says what it was; letters that leave and check-ins go without saying. */
export async function runDue(storage: Storage, at: Moment, carrier: Carrier = onPage): Promise<string[]> {
  const all = gatherJobs(storage, { name: 'Appstarter', kind: 'demo', zone: ZONE, ...AS_IT_COMES }, carrier, 'http://localhost:3000')
  const jobs = new Map([...all].filter(([kind]) => !LEFT.includes(kind)))
  const ran: string[] = []
  for (;;) {
    const done = await runNext(storage.db, jobs, at.now)
    if (!done) return ran
    if (done.fault !== undefined) throw done.fault
    if (!UNSAID.includes(done.kind)) ran.push(done.kind)
  }
}

/** Who was written to since the last look, and what: "owner: pledge offered"; of a reminder, "owner: pledge offered again". */
export function letterBox(db: Db): () => Promise<string[]> {
  let seen = 0
  return async () => {
    const letters = await db.selectFrom('letters').select(['recipient', 'kind', 'facts']).orderBy('id').execute()
    const fresh = letters.slice(seen)
    seen = letters.length
    return fresh.map(({ recipient, kind, facts }) => `${recipient.split('@')[0]}: ${kind}${isReminder(facts) ? ' again' : ''}`)
  }
}

const isReminder = (facts: string): boolean => ((JSON.parse(facts) as { reminder?: number }).reminder ?? 0) > 0

export const statesOf = async (db: Db, project: string): Promise<string[]> =>
  (await db.selectFrom('pledges').select('state').where('project', '=', project).orderBy('id').execute()).map(({ state }) => state)

/** What is planned about a thing, and about the asks about it, in order of its date: "brief deadline 2026-12-15". */
export const plansFor = async (db: Db, about: string): Promise<string[]> =>
  (
    await db
      .selectFrom('due_work')
      .select(['kind', 'due_at'])
      .where((row) =>
        row.or([row('about', '=', about), row('about', 'in', row.selectFrom('asks').select('id').where('about', '=', about))]),
      )
      .orderBy('due_at')
      .orderBy('kind')
      .execute()
  ).map(({ kind, due_at }) => `${kind} ${dayIn(ZONE, due_at)}`)
