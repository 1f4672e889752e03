/** What owners do with the phases of a running project, and what the clock asks of them. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, laterOf, type Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { settleAsk } from '../asks/actions.ts'
import { MOST_LINE } from '../asks/ask.ts'
import { addPhaseEnd, askOwner, lockProject, planWorkOver, saveGoLive, savePhase, tellPledgers } from '../projects/actions.ts'
import { isLive, isWorkOver, lastDay, PHASES, type Phase, phaseOf, reviewBy, WORK_OVER_AGAIN_DAYS } from '../projects/project.ts'
import { endPhase, type GoLiveRefusal, goLiveAfter, hasSaid, nameGoLive, nextReview, type PhaseRefusal } from './phase.ts'

const ASKED_AGAIN_DAYS = 28

type Said = { step: string; reason: string; seen: string }

/** `seen` is the end of a phase that stood on the owner's page, so that two presses never jump two phases. */
export async function sayPhase(
  db: Db,
  id: string,
  viewer: Viewer,
  { step, reason, seen }: Said,
  at: Moment,
): Promise<Answer<Phase, PhaseRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await lockProject(tx, id, at.zone)
    if (!project) return no('not found')
    const last = project.phaseEnds?.[0]
    if (seen !== last?.id && hasSaid(last, reason, at.today) && viewer.person === project.owner.id) return yes(phaseOf(project))
    const answer = endPhase(project, viewer.person, step, seen, last?.id ?? '')
    if (!answer.yes) return answer
    const { how, leadsTo } = answer.value
    const phase = phaseOf(project)
    const by = nextReview(leadsTo, at.today)
    await addPhaseEnd(tx, id, { phase, how, leadsTo, reason }, viewer.person, at.now)
    await savePhase(tx, id, { phase: leadsTo, goLive: goLiveAfter(project, leadsTo, at.today), reviewBy: by })
    await planReview(tx, id, by, at)
    if (leadsTo === 'live') await forget(tx, 'work over', id)
    else if (phase === 'live') await planWorkOver(tx, id, laterOf(lastDay(project), addDays(at.today, WORK_OVER_AGAIN_DAYS)), at)
    const said = phase === 'live' ? (how === 'go on' ? 'keep' : 'change') : how
    await settleAsk(tx, ['phase overdue', 'still looked after'], id, { answer: said, line: reason.slice(0, MOST_LINE) }, at)
    const numbers = { from: PHASES.indexOf(phase), to: PHASES.indexOf(leadsTo) }
    await record(tx, { at: at.now, who: viewer.person, did: 'phase ended', about: id, numbers })
    const end = { id: '', phase, how, leadsTo, reason, on: at.today }
    await tellPledgers(tx, project, 'phase ended', { project: id, title: project.title, end, by, today: at.today }, at)
    return yes(leadsTo)
  })
}

/** The day on which it goes live is named or moved. From that day on the owner is asked, should it not be live. */
export async function sayGoLive(
  db: Db,
  id: string,
  viewer: Viewer,
  day: Day | undefined,
  at: Moment,
): Promise<Answer<Day, GoLiveRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const project = await lockProject(tx, id, at.zone)
    if (!project) return no('not found')
    const answer = nameGoLive(project, viewer.person, day, at.today)
    if (!answer.yes || answer.value === project.goLive) return answer
    const usual = reviewBy(project, at.today)
    const by = answer.value < usual ? answer.value : usual
    await saveGoLive(tx, id, answer.value, by)
    await planReview(tx, id, by, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'go live named', about: id })
    const facts = { project: id, title: project.title, on: answer.value, today: at.today }
    await tellPledgers(tx, project, 'go live named', { ...facts, ...(project.goLive ? { before: project.goLive } : {}) }, at)
    return answer
  })
}

const planReview = (tx: Tx, id: string, by: Day, at: Moment): Promise<void> =>
  planAfter(tx, { kind: 'phase overdue', about: id }, by, at.zone)

/** The clock's part: a phase has gone without a word. Whoever is asked how it all ended is not asked this as well. */
export async function askForPhase(tx: Tx, id: string, at: Moment): Promise<void> {
  const project = await lockProject(tx, id, at.zone)
  if (project?.state !== 'running') return
  const since = reviewBy(project, at.today)
  if (since >= at.today) return planReview(tx, id, since, at)
  const again = addDays(at.today, ASKED_AGAIN_DAYS - 1)
  await planReview(tx, id, again, at)
  if (isWorkOver(project, at.today)) return
  const facts = { project: id, title: project.title, seen: project.phaseEnds?.[0]?.id ?? '' }
  if (isLive(project)) await askOwner(tx, project, 'still looked after', facts, again, at)
  else await askOwner(tx, project, 'phase overdue', { ...facts, phase: phaseOf(project) }, again, at)
}
