/** What people do with projects. Each action loads for update, asks the rule, saves, records and tells: in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, type Moment, startOfDay } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import type { LetterFacts, LetterKind } from '../letters/letter.ts'
import type { Lesson } from './lesson.ts'
import {
  type Brief,
  CHOICE_DAYS,
  changeAfterPledges,
  type EndRefusal,
  type ExtendRefusal,
  end,
  extend,
  hasStarted,
  isNotReached,
  isPastDeadline,
  lastDay,
  openMustHaves,
  type Project,
  START_DAYS,
  type StartRefusal,
  start,
} from './project.ts'
import { addProject, findProjectForUpdate, saveChange, saveChooseBy, saveEnded, saveExtended, saveStarted } from './store.ts'
import { readRoles } from './terms-actions.ts'
import { tellWatchers } from './watch-actions.ts'

/** For later features that read. */
export { countProjects, listProjects } from './list-store.ts'
export { findProject as lookUpProject } from './store.ts'

/** For later features whose own change needs the project to stand still. */
export const lockProject = (tx: Tx, id: string, zone: string): Promise<Project | undefined> => findProjectForUpdate(tx, id, zone)

/** A brief without faults becomes a project, open for pledges from now on. Without knowledge, the clock reads later what its roles ask for. */
export async function openProject(
  tx: Tx,
  id: string,
  brief: Brief,
  by: { person: string; organisation: string },
  at: Moment,
  knowledge?: Knowledge,
): Promise<void> {
  await addProject(tx, id, brief, by, at.now)
  if (knowledge) await readRoles(tx, knowledge, id)
  await planDeadline(tx, id, brief.openUntil, at)
  await record(tx, { at: at.now, who: by.person, did: 'brief published', about: id, numbers: { roles: brief.roles.length } })
}

/** After a pledge came or went: the project may be ready now, or open again. Everybody in it hears. */
export async function settleAfterPledges(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await findProjectForUpdate(tx, id, at.zone)
  const change = project && changeAfterPledges(project, at.today)
  if (!project || !change) return
  await saveChange(tx, id, change, at.now)
  const { title } = project
  if (change.state === 'ready') {
    const by = addDays(at.today, START_DAYS)
    await forget(tx, 'brief deadline', id)
    await plan(tx, { kind: 'start overdue', about: id, at: startOfDay(at.zone, addDays(by, 1)) })
    await record(tx, { at: at.now, did: 'project ready', about: id })
    await tell(tx, project.owner.id, 'project ready', { project: id, title, by, today: at.today }, at.now)
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
    await saveStarted(tx, id, answer.value, at.now)
    await forget(tx, 'start overdue', id)
    await planWorkOver(tx, { ...project, firstDate: answer.value }, at)
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
    await planDeadline(tx, id, answer.value, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'brief extended', about: id })
    return answer
  })
}

export async function endProject(
  db: Db,
  id: string,
  viewer: Viewer,
  how: 'delivered' | 'stopped',
  lesson: Lesson,
  at: Moment,
): Promise<Answer<string, EndRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await findProjectForUpdate(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = end(project, viewer.person, how)
    if (!answer.yes) return answer
    await finish(tx, project, how, lesson, viewer.person, at)
    return yes(id)
  })
}

/** The clock's part: the deadline has passed, and the owner gets a whole week to choose, however late we are. */
export async function askToChoose(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await findProjectForUpdate(tx, id, at.zone)
  if (!project || !isPastDeadline(project, at.today)) return
  const by = addDays(at.today, CHOICE_DAYS - 1)
  await saveChooseBy(tx, id, by)
  await plan(tx, { kind: 'brief not reached', about: id, at: startOfDay(at.zone, addDays(by, 1)) })
  await record(tx, { at: at.now, did: 'deadline passed', about: id })
  const { title, isExtended } = project
  const missing = openMustHaves(project).map((role) => role.skill)
  await tell(tx, project.owner.id, 'at the deadline', { project: id, title, missing, isExtended, by, today: at.today }, at.now)
}

const UNANSWERED: Lesson = {
  reason: 'The places were not filled by the deadline, and nobody chose what to do.',
  tried: '',
  learnt: '',
  again: '',
}

/** The clock's part: nobody chose within a week of the deadline. */
export async function endIfNotReached(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await findProjectForUpdate(tx, id, at.zone)
  if (!project || !isNotReached(project, at.today)) return
  await finish(tx, project, 'not reached', UNANSWERED, undefined, at)
  await tell(tx, project.owner.id, 'not reached', { project: id, title: project.title }, at.now)
}

async function finish(
  tx: Tx,
  project: Project,
  how: 'delivered' | 'stopped' | 'not reached',
  lesson: Lesson,
  who: string | undefined,
  at: Moment,
): Promise<void> {
  await saveEnded(tx, project.id, how, lesson, who, at.now)
  for (const kind of ['brief deadline', 'brief not reached', 'start overdue', 'work over']) await forget(tx, kind, project.id)
  await record(tx, { at: at.now, ...(who ? { who } : {}), did: `project ${how}`, about: project.id, callsFor: ['free pledges'] })
  await tellPledgers(tx, project, 'project ended', { project: project.id, title: project.title, how, learnt: lesson.learnt }, at)
  await tellWatchers(tx, project, { is: 'ended', how, learnt: lesson.learnt }, at)
}

async function tellPledgers<K extends LetterKind>(tx: Tx, project: Project, kind: K, facts: LetterFacts[K], at: Moment): Promise<void> {
  const people = new Set(project.roles.flatMap((role) => role.pledgers.map((pledger) => pledger.id)))
  for (const person of people) await tell(tx, person, kind, facts, at.now)
}

const planDeadline = (tx: Tx, id: string, openUntil: Day, at: Moment): Promise<void> =>
  plan(tx, { kind: 'brief deadline', about: id, at: startOfDay(at.zone, addDays(openUntil, 1)) })

const planWorkOver = (tx: Tx, project: Project, at: Moment): Promise<void> =>
  plan(tx, { kind: 'work over', about: project.id, at: startOfDay(at.zone, addDays(lastDay(project), 1)) })
