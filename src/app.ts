/** Puts the rooms together: gathers every feature's routes, jobs and letters, in order, and opens the shell around them. */
import type { Hono } from 'hono'
import { dayIn } from './basics/day.ts'
import { accountJobs, FORGET_OLD } from './features/accounts/jobs.ts'
import { accountRoutes } from './features/accounts/routes.ts'
import { hashOf } from './features/accounts/secret.ts'
import { findViewer } from './features/accounts/store.ts'
import { bounceRoutes } from './features/addresses/bounce-routes.ts'
import { addressRoutes } from './features/addresses/routes.ts'
import { askJobs } from './features/asks/jobs.ts'
import { askRoutes } from './features/asks/routes.ts'
import { boundaryRoutes } from './features/boundaries/routes.ts'
import { type FindLookAlikes, MOST_PROPOSED } from './features/briefs/look-alike.ts'
import { showLookAlikes } from './features/briefs/look-alike-actions.ts'
import { mendingRoutes } from './features/briefs/mending-routes.ts'
import { briefRoutes, joinedBeside } from './features/briefs/routes.ts'
import { dateRoutes } from './features/broker/date-routes.ts'
import { brokerJobs, ROUND } from './features/broker/jobs.ts'
import { brokerRoutes } from './features/broker/routes.ts'
import { type Chapter, stylesheetOf } from './features/chapters/chapter.ts'
import { checkInJobs } from './features/check-ins/jobs.ts'
import { copyRoutes } from './features/copies/routes.ts'
import { PLAN_ALL } from './features/digests/actions.ts'
import { nextDigestBeside } from './features/digests/beside-routes.ts'
import { digestJobs } from './features/digests/jobs.ts'
import { findingJobs, READ_ROLES } from './features/finding/jobs.ts'
import { findingRoutes } from './features/finding/routes.ts'
import { handoverJobs } from './features/handovers/jobs.ts'
import { handoverRoutes } from './features/handovers/routes.ts'
import { castRoutes } from './features/home/cast-routes.ts'
import { homeRoutes } from './features/home/routes.ts'
import { countWaiting } from './features/home/store.ts'
import { areIntroduced } from './features/introductions/actions.ts'
import { meetBeside } from './features/introductions/beside-routes.ts'
import { choiceRoutes } from './features/letters/choice-routes.ts'
import { deliveryRoutes } from './features/letters/delivery-routes.ts'
import { ASK_FOR_BOUNCES, letterJobs } from './features/letters/jobs.ts'
import { letterRoutes } from './features/letters/routes.ts'
import { listingJobs } from './features/listings/jobs.ts'
import { memberJobs } from './features/members/jobs.ts'
import { memberRoutes } from './features/members/routes.ts'
import { speakerRoutes } from './features/members/speaker-routes.ts'
import { mergingJobs } from './features/merging/jobs.ts'
import { joinersPart } from './features/merging/pages.ts'
import { type ListAlike, mergingRoutes } from './features/merging/routes.ts'
import { besideOrganisation } from './features/partnerships/routes.ts'
import { phaseJobs } from './features/phases/jobs.ts'
import { phasesPart } from './features/phases/pages.ts'
import { phaseRoutes } from './features/phases/routes.ts'
import { besideProject } from './features/pledges/beside-routes.ts'
import { pledgeJobs } from './features/pledges/jobs.ts'
import { pledgeRoutes } from './features/pledges/routes.ts'
import { portfolioRoutes } from './features/portfolios/routes.ts'
import { profileRoutes } from './features/profiles/routes.ts'
import { lookUpProject } from './features/projects/actions.ts'
import { projectJobs } from './features/projects/jobs.ts'
import type { Beside } from './features/projects/pages.ts'
import { projectRoutes } from './features/projects/routes.ts'
import { FORGET_REPLIES } from './features/replies/actions.ts'
import { replyJobs } from './features/replies/jobs.ts'
import { replyRoutes } from './features/replies/routes.ts'
import { openMemory, type Recall } from './features/suggestions/memory-actions.ts'
import { threadJobs } from './features/threads/jobs.ts'
import { reportRoutes } from './features/threads/report-routes.ts'
import { threadRoutes } from './features/threads/routes.ts'
import { followingOf } from './features/updates/beside-routes.ts'
import { updateJobs } from './features/updates/jobs.ts'
import { updateRoutes } from './features/updates/routes.ts'
import { watcherRoutes } from './features/watchers/routes.ts'
import { LETTER_KINDS } from './letter-kinds.ts'
import { ASKS, lettersOf } from './letters-and-asks.ts'
import type { Carrier } from './mail/carriers.ts'
import { Knowledge, NOTHING_KNOWN } from './matching/knowledge.ts'
import { meetingJobs, meetingPeopleRoutes } from './meeting-people.ts'
import { type Answers, addressesOf, answersAt, takesReplies } from './receiving.ts'
import { type Db, type Storage, together } from './storage/db.ts'
import { type Job, plan } from './storage/due-work.ts'
import { countingQueries } from './storage/in-flight.ts'
import { listMissing } from './storage/migrations.ts'
import { UPKEEP, upkeepJob } from './storage/upkeep.ts'
import { unconferenceJobs, unconferenceRoutes } from './unconference.ts'
import { type Live, openLive } from './web/live.ts'
import type { Log } from './web/log.ts'
import { openShell } from './web/shell.ts'
import type { StaticFile } from './web/static-files.ts'
import type { Route } from './web/visit.ts'

/** Of a chapter without a pack. */
const nothingKnown = (): Knowledge => new Knowledge(NOTHING_KNOWN)

/** `recall` is this process's memory of who has and needs what. */
export function gatherJobs(
  storage: Storage,
  chapter: Chapter,
  carrier: Carrier,
  origin: string,
  recall: Recall = openMemory(storage.db, nothingKnown()),
  knowledge = nothingKnown(),
  answers: Answers = answersAt(origin),
): ReadonlyMap<string, Job> {
  const jobs = [
    ...letterJobs({
      letters: lettersOf(takesReplies(answers)),
      kinds: LETTER_KINDS,
      carrier,
      chapter: chapter.name,
      zone: chapter.zone,
      origin,
      ...addressesOf(answers),
    }),
    ...askJobs(ASKS, chapter.zone),
    ...replyJobs(ASKS, answers.pattern, chapter.zone),
    ...memberJobs(chapter.zone),
    ...accountJobs,
    ...threadJobs(chapter.zone),
    ...listingJobs(chapter.zone),
    ...projectJobs(chapter.zone),
    ...updateJobs(chapter.zone),
    ...phaseJobs(chapter.zone),
    ...mergingJobs(chapter.zone),
    ...handoverJobs(chapter.zone),
    ...findingJobs(knowledge),
    ...pledgeJobs(chapter.zone),
    ...checkInJobs(chapter.zone),
    ...brokerJobs(chapter.zone),
    ...meetingJobs(knowledge, recall, chapter.zone),
    ...unconferenceJobs(chapter.zone),
    ...digestJobs(recall, chapter.zone),
    upkeepJob(storage),
  ]
  return new Map(jobs.map((job) => [job.kind, job]))
}

const SOON = 5 * 60_000

/** Work that comes back every day by itself, begun anew at each start. */
export async function planRoutine(db: Db, now: Date, carrier?: Pick<Carrier, 'listBounced'>): Promise<void> {
  await together(db, async (tx) => {
    if (carrier?.listBounced) await plan(tx, { kind: ASK_FOR_BOUNCES, about: 'chapter', at: now })
    for (const kind of [UPKEEP, FORGET_OLD, FORGET_REPLIES]) await plan(tx, { kind, about: 'chapter', at: new Date(now.getTime() + SOON) })
    for (const kind of [READ_ROLES, PLAN_ALL, ROUND]) await plan(tx, { kind, about: 'chapter', at: now })
  })
}

const besideIn =
  (db: Db, knowledge: Knowledge): Beside =>
  async (visit, project) => ({
    ...(await followingOf(db, visit, project)),
    ...(await besideProject(db, knowledge)(visit, project)),
    joiners: joinersPart(visit, project),
    phases: phasesPart(visit, project),
    joined: joinedBeside(visit, project),
  })

const lookAlikesIn =
  (recall: Recall): FindLookAlikes =>
  async ({ organisation, ...need }, most) =>
    (await recall()).lookAlikes({ key: '', org: organisation ?? '', ...need }, most)

/** Living projects into which one could be merged, the likest first. */
const mergeableIn =
  (db: Db, knowledge: Knowledge, recall: Recall): ListAlike =>
  async ({ id, title, problem, tags, organisation }, { viewer, zone }) => {
    const found = await lookAlikesIn(recall)({ title, body: problem, tags, organisation }, MOST_PROPOSED)
    const others = found.filter(({ key }) => key !== id)
    const alike = await showLookAlikes(db, knowledge, { title, found: others, person: viewer?.person ?? '', zone })
    return alike.flatMap(({ project }) => (project.state === 'ended' ? [] : [project]))
  }

/** `knowledge` is what the chapter's pack knows of skills, tags and places. */
export function gatherRoutes(
  { db }: Storage,
  isDemo: boolean,
  knowledge: Knowledge = nothingKnown(),
  recall: Recall = openMemory(db, knowledge),
  isAnswered = true,
  live: Live = openLive(),
): Route[] {
  const isMatch = (one: string, other: string) => areIntroduced(db, one, other)
  return [
    ...homeRoutes(db, recall, ASKS),
    ...(isDemo ? castRoutes(db) : []),
    ...letterRoutes(db, isDemo, LETTER_KINDS),
    ...choiceRoutes(db, nextDigestBeside(db)),
    ...askRoutes(db, ASKS, isAnswered),
    ...deliveryRoutes(db, LETTER_KINDS),
    ...replyRoutes(db),
    ...memberRoutes(db),
    ...speakerRoutes(db),
    ...accountRoutes(db, isDemo),
    ...addressRoutes(db, isDemo),
    ...bounceRoutes(db),
    ...briefRoutes(db, knowledge, lookAlikesIn(recall)),
    ...mendingRoutes(db, knowledge),
    ...threadRoutes(db),
    ...reportRoutes(db),
    ...updateRoutes(db),
    ...watcherRoutes(db, (id, zone) => lookUpProject(db, id, zone)),
    ...projectRoutes(db, knowledge, besideIn(db, knowledge)),
    ...phaseRoutes(db),
    ...mergingRoutes(db, mergeableIn(db, knowledge, recall)),
    ...handoverRoutes(db),
    ...pledgeRoutes(db, knowledge),
    ...findingRoutes(db, knowledge),
    ...boundaryRoutes(db, isMatch),
    ...profileRoutes(db, knowledge, meetBeside(db)),
    ...portfolioRoutes(db, knowledge, async (people) => (await recall()).countHaves(people), besideOrganisation(db)),
    ...dateRoutes(db),
    ...brokerRoutes(db),
    ...meetingPeopleRoutes(db, knowledge, recall),
    ...unconferenceRoutes(db, live),
    ...copyRoutes(db),
  ]
}

export type AppOptions = {
  storage: Storage
  chapter: Chapter
  knowledge: Knowledge
  recall?: Recall
  answers?: Answers
  live?: Live
  files: ReadonlyMap<string, StaticFile>
  version: string
  origins: readonly string[]
  proxies: number
  now: () => Date
  isMovedByHand?: boolean
  log: Log
  remoteAddress: Parameters<typeof openShell>[0]['remoteAddress']
}

export function openApp({ storage, chapter, knowledge, recall, answers, live, ...options }: AppOptions): Pick<Hono, 'fetch'> {
  const { db } = storage
  const css = stylesheetOf(chapter)
  return openShell({
    ...options,
    routes: gatherRoutes(storage, chapter.kind === 'demo', knowledge, recall, answers !== undefined && takesReplies(answers), live),
    chapter: {
      name: chapter.name,
      isDemo: chapter.kind === 'demo',
      isRecoloured: css !== '',
      zone: chapter.zone,
      css,
      colours: { have: chapter.haveColour, need: chapter.needColour },
    },
    findViewer: (token, now) => findViewer(db, hashOf(token), now),
    countWaiting: (viewer) => countWaiting(db, viewer, dayIn(chapter.zone, options.now()), chapter.zone),
    counting: countingQueries,
    async whyNotReady() {
      try {
        const missing = await listMissing(db)
        return missing.length === 0 ? undefined : `Migrations ${missing.join(', ')} have not run.`
      } catch {
        return 'The database does not answer.'
      }
    },
  })
}
