/** What people do with projects. Each action loads for update, asks the rule, saves, records and tells: in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, laterOf, type Moment } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askAgain, dropAsks, settleAsk } from '../asks/actions.ts'
import { type AskFacts, type AskKind, MOST_LINE, waitsUntil } from '../asks/ask.ts'
import { tell } from '../letters/actions.ts'
import type { LetterFacts, LetterKind } from '../letters/letter.ts'
import { listFollowers, listWatchersWithoutOffer } from '../watchers/actions.ts'
import { isIn } from '../watchers/watcher.ts'
import { afterMerging, STOP } from './choice.ts'
import { halfTimeOf } from './half-time.ts'
import type { EndingNote } from './lesson.ts'
import { CLOCKS } from './next-date.ts'
import { addPhaseEnd } from './phase-store.ts'
import {
  type Brief,
  CHOICE_DAYS,
  changeAfterPledges,
  type EndHow,
  type EndRefusal,
  type ExtendRefusal,
  end,
  extend,
  hasStarted,
  isNotReached,
  isPastDeadline,
  lastDay,
  type News,
  openMustHaves,
  type Project,
  phaseOf,
  REVIEW_DAYS,
  START_DAYS,
  type StartRefusal,
  start,
} from './project.ts'
import { addProject, type Ended, saveChange, saveChooseBy, saveEnded, saveExtended, saveStarted } from './save-store.ts'
import { findProject, findProjectForUpdate } from './store.ts'

/** For later features that read. */
export { countProjects, listProjects, listThese } from './list-store.ts'
/** Whatever stands in an address may be asked for. */
export const lookUpProject = async (db: Db, id: string, zone: string): Promise<Project | undefined> =>
  isId(id) ? findProject(db, id, zone, { withHours: true }) : undefined

/** For later features whose own change is kept with the project, which they have locked. */
export { addPhaseEnd } from './phase-store.ts'
export { saveChooseBy, saveGoLive, saveOwner, savePhase } from './save-store.ts'

/** For later features whose own change needs the project to stand still. */
export const lockProject = (tx: Tx, id: string, zone: string): Promise<Project | undefined> => findProjectForUpdate(tx, id, zone)

/** A brief without faults becomes a project, open for pledges from now on. */
export async function openProject(
  tx: Tx,
  id: string,
  brief: Brief,
  by: { person: string; organisation: string },
  at: Moment,
): Promise<void> {
  await addProject(tx, id, brief, by, at.now)
  await planDeadline(tx, id, brief.openUntil, at)
  await record(tx, { at: at.now, who: by.person, did: 'brief published', about: id, numbers: { roles: brief.roles.length } })
}

/** After a pledge came or went: the project may be ready now, or open again. Everybody in it hears. */
export async function settleAfterPledges(tx: Tx, project: Project, at: Moment): Promise<void> {
  const change = changeAfterPledges(project, at.today)
  if (!change) return
  const { id, title } = project
  await saveChange(tx, id, change, at.now)
  if (change.state === 'ready') {
    const by = addDays(at.today, START_DAYS)
    for (const kind of ['brief deadline', 'half time']) await forget(tx, kind, id)
    await planAfter(tx, { kind: 'start overdue', about: id }, by, at.zone)
    await record(tx, { at: at.now, did: 'project ready', about: id })
    await askOwner(tx, project, 'project ready', { project: id, title }, by, at)
    await tellPledgers(tx, project, 'everything filled', { project: id, title, by, today: at.today }, at)
    await tellWatchers(tx, project, { is: 'ready', by }, at)
  } else {
    const facts = {
      project: id,
      title,
      until: change.openUntil,
      missing: openMustHaves(project).map((role) => role.skill),
      today: at.today,
    }
    await forget(tx, 'start overdue', id)
    await dropAsks(tx, id, at)
    await planDeadline(tx, id, change.openUntil, at)
    await record(tx, { at: at.now, did: 'project open again', about: id })
    await tell(tx, project.owner.id, 'open again', facts, at.now)
    await tellPledgers(tx, project, 'open again', facts, at)
  }
}

export async function startProject(
  db: Db,
  id: string,
  viewer: Viewer,
  firstDate: Day | undefined,
  at: Moment,
): Promise<Answer<Day, StartRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await findProjectForUpdate(tx, id, at.zone)
    if (!project) return no('not found')
    if (hasStarted(project, viewer.person)) return yes(project.firstDate)
    const answer = start(project, viewer.person, firstDate, at.today)
    if (!answer.yes) return answer
    const by = addDays(answer.value, REVIEW_DAYS)
    await saveStarted(tx, id, answer.value, by, at.now)
    await forget(tx, 'start overdue', id)
    await settleAsk(tx, 'project ready', id, { answer: 'start', line: '', day: answer.value }, at)
    await planWorkOver(tx, id, lastDay({ ...project, firstDate: answer.value }), at)
    await planAfter(tx, { kind: 'phase overdue', about: id }, by, at.zone)
    await record(tx, { at: at.now, who: viewer.person, did: 'project started', about: id, callsFor: ['begin pledges'] })
    await tellPledgers(tx, project, 'project started', { project: id, title: project.title, on: answer.value, today: at.today }, at)
    await tellWatchers(tx, project, { is: 'started', on: answer.value }, at)
    return answer
  })
}

export async function extendBrief(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Day, ExtendRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await findProjectForUpdate(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = extend(project, viewer.person, at.today)
    if (!answer.yes) return answer
    await saveExtended(tx, id, answer.value, at.now)
    await forget(tx, 'brief not reached', id)
    await settleAsk(tx, 'at the deadline', id, { answer: 'extend', line: '' }, at)
    await planDeadline(tx, id, answer.value, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'brief extended', about: id })
    return answer
  })
}

export async function endProject(
  db: Db,
  id: string,
  viewer: Viewer,
  how: EndHow,
  note: EndingNote,
  at: Moment,
): Promise<Answer<string, EndRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await findProjectForUpdate(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = end(project, viewer.person, how)
    if (!answer.yes) return answer
    if (project.state === 'running' && how === 'stopped')
      await addPhaseEnd(tx, id, { phase: phaseOf(project), how: 'stop', reason: note.reason }, viewer.person, at.now)
    if (how !== 'handed over')
      await settleAsk(tx, ENDING_ASKS, id, { answer: how === 'stopped' ? STOP.answer : how, line: note.reason.slice(0, MOST_LINE) }, at)
    await finish(tx, project, { how, note, person: viewer.person }, at)
    return yes(id)
  })
}

/** In a word: whoever wants to say more does so on its page. */
export const stopProject = (
  tx: Tx,
  id: string,
  viewer: Viewer,
  reason: string,
  at: Moment,
): Promise<Answer<string, EndRefusal | 'not found'>> =>
  endProject(tx, id, viewer, 'stopped', { reason, tried: '', learnt: '', again: '' }, at)

/** One question waits for its owner at a time, for as long as it is so. */
export async function askOwner<K extends AskKind>(
  tx: Tx,
  project: Project,
  kind: K,
  facts: AskFacts[K],
  by: Day,
  at: Moment,
): Promise<void> {
  const { id, owner } = project
  await dropAsks(tx, id, at, kind)
  await askAgain(tx, { kind, about: id, person: owner.id, facts, term: waitsUntil(by) }, at)
}

/** The clock's part: the deadline has passed, and the owner gets a whole week to choose, however late we are. */
export async function askToChoose(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await findProjectForUpdate(tx, id, at.zone)
  if (!project || !isPastDeadline(project, at.today)) return
  const by = laterOf(addDays(at.today, CHOICE_DAYS - 1), project.merging ? afterMerging(project.merging.by) : '')
  await saveChooseBy(tx, id, by)
  await planNotReached(tx, id, by, at)
  await record(tx, { at: at.now, did: 'deadline passed', about: id })
  const { title, isExtended } = project
  const missing = openMustHaves(project).map((role) => role.skill)
  await askOwner(tx, project, isExtended ? 'at the last deadline' : 'at the deadline', { project: id, title, missing }, by, at)
}

const ENDING_ASKS = [
  'project ready',
  'at the deadline',
  'at the last deadline',
  'work over',
  'phase overdue',
  'still looked after',
] as const

const UNANSWERED: EndingNote = {
  reason: 'The places were not filled by the deadline, and nobody chose what to do.',
  tried: '',
  learnt: '',
  again: '',
}

/** The clock's part: nobody chose within a week of the deadline. */
export async function endIfNotReached(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await findProjectForUpdate(tx, id, at.zone)
  if (!project || !isNotReached(project, at.today)) return
  await finish(tx, project, { how: 'not reached', note: UNANSWERED, person: undefined }, at)
  await tell(tx, project.owner.id, 'not reached', { project: id, title: project.title }, at.now)
}

/** However it ends: everybody is thanked and freed, and what waits for an answer about it waits no more. */
export async function finish(tx: Tx, project: Project, ended: Ended, at: Moment): Promise<void> {
  const { how, note, person } = ended
  const { id, title } = project
  await saveEnded(tx, id, ended, at.now)
  for (const kind of CLOCKS) await forget(tx, kind, id)
  await dropAsks(tx, id, at)
  const callsFor = ['free pledges', 'close offers', 'close handover']
  await record(tx, { at: at.now, ...(person ? { who: person } : {}), did: `project ${how}`, about: id, callsFor })
  // Where it goes on is told with a letter of its own.
  if (how !== 'merged') await tellPledgers(tx, project, 'project ended', { project: id, title, how, learnt: note.learnt }, at)
  await tellWatchers(tx, project, { is: 'ended', how, learnt: note.learnt }, at)
}

export async function tellPledgers<K extends LetterKind>(
  tx: Tx,
  project: Project,
  kind: K,
  facts: LetterFacts[K],
  at: Moment,
  except?: string,
): Promise<void> {
  const people = new Set(project.roles.flatMap((role) => role.pledgers.map((pledger) => pledger.id)))
  if (except !== undefined) people.delete(except)
  for (const person of people) await tell(tx, person, kind, facts, at.now)
}

/** The owner and those who are in it have letters of their own, and so has, at the end, whoever gives or still waits with an offer. */
async function tellWatchers(tx: Tx, project: Project, news: News, at: Moment): Promise<void> {
  const people = news.is === 'ended' ? await listWatchersWithoutOffer(tx, project.id) : await listFollowers(tx, project.id)
  const facts = { project: project.id, title: project.title, news, today: at.today }
  for (const person of people)
    if (person !== project.owner.id && !isIn(project, person)) await tell(tx, person, 'watched project', facts, at.now)
}

async function planDeadline(tx: Tx, id: string, openUntil: Day, at: Moment): Promise<void> {
  await planOn(tx, { kind: 'half time', about: id }, halfTimeOf(at.today, openUntil), at.zone)
  await planAfter(tx, { kind: 'brief deadline', about: id }, openUntil, at.zone)
}

export const planWorkOver = (tx: Tx, id: string, last: Day, at: Moment): Promise<void> =>
  planAfter(tx, { kind: 'work over', about: id }, last, at.zone)

export const planNotReached = (tx: Tx, id: string, by: Day, at: Moment): Promise<void> =>
  planAfter(tx, { kind: 'brief not reached', about: id }, by, at.zone)
