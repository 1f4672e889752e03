/** Every sentence people read about phases. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { TextFault } from '../../basics/text.ts'
import { NO_SUCH_DAY } from './form-words.ts'
import { type GoLiveRefusal, MOST_REASON, type PhaseRefusal, type Step } from './phase.ts'
import { PHASES, type Phase, type PhaseEnd, type Project, phaseOf } from './project.ts'

export const PHASE_WORDS: Record<Phase, string> = { discovery: 'Discovery', alpha: 'Alpha', beta: 'Beta', live: 'Live' }
/** What each is for, for those who do not build for a living. */
const PHASE_HINTS: Record<Phase, string> = {
  discovery: 'finding out what people need, before anything is built',
  alpha: 'trying out the riskiest ideas, to be thrown away',
  beta: 'building it for real, with a few who use it',
  live: 'in use, and looked after',
}

export const PHASE_REFUSALS: Record<PhaseRefusal, string> = {
  'not the owner': 'Only the owner of a project says what becomes of a phase.',
  'not running': 'Only a running project is in a phase.',
  'nothing chosen': 'Choose what becomes of this phase.',
  'nothing before': 'Nothing comes before discovery.',
  'said meanwhile': 'The phase has been ended meanwhile. Look at the project again before you say more.',
}

export const GO_LIVE_REFUSALS: Record<GoLiveRefusal, string> = {
  'not the owner': 'Only the owner of a project names the day on which it goes live.',
  'not running': 'Only a running project goes live.',
  'still in discovery': 'A day to go live can be named once discovery has ended. Until then nobody knows what there is to build.',
  'live already': 'It is live already.',
  'no such day': NO_SUCH_DAY,
  'day has passed': 'The day must be today or later.',
  'day too far': 'The day must be within three years.',
}

export const REASON_FAULTS: Record<TextFault, string> = {
  empty: 'Say why, in a sentence or two.',
  'too long': `Shorten the reason to ${MOST_REASON} characters or fewer.`,
  'unseen characters': 'Type the reason again: it has a character that cannot be shown.',
}

/** What becomes of a phase, as a choice. */
export function sayStep(step: Step, phase: Phase): { text: string; hint: string } {
  const at = PHASES.indexOf(phase)
  const [after, before] = [PHASES[at + 1], PHASES[at - 1]]
  if (step === 'go on')
    return after
      ? { text: `Go on to ${after}`, hint: `${PHASE_WORDS[after]}: ${PHASE_HINTS[after]}.` }
      : { text: 'It stays live', hint: 'It is still looked after. We ask again in half a year.' }
  if (step === 'stay') return { text: `Change something, and stay in ${phase}`, hint: 'Say below what changes.' }
  return { text: `Go back to ${before ?? phase}`, hint: 'Say below what has to be done again.' }
}

/** Under the line of phases: where the project is, and when it goes live. */
export function sayPhaseNow(project: Project, today: Day): string {
  const phase = phaseOf(project)
  const at = PHASES.indexOf(phase)
  const behind =
    at === 0
      ? ''
      : ` ${PHASES.slice(0, at)
          .map((each) => PHASE_WORDS[each])
          .join(', ')} ${at === 1 ? 'is' : 'are'} behind it.`
  const now = `It is in ${phase}: ${PHASE_HINTS[phase]}.`
  if (phase === 'live') return `It is live${project.goLive ? ` since ${sayDay(project.goLive, today)}` : ''}, and looked after.`
  if (project.goLive === undefined) return `${now}${behind}${phase === 'discovery' ? '' : ' No day to go live is named yet.'}`
  const goes = project.goLive < today ? 'was to go live on' : 'goes live on'
  return `${now}${behind} It ${goes} ${sayDay(project.goLive, today)}.`
}

/** "Discovery. The owner says by 4 January whether it goes on, changes or stops." */
export function sayReview(phase: Phase, by: Day, today: Day): string {
  const question = phase === 'live' ? 'whether it is still looked after' : 'whether it goes on, changes or stops'
  return by < today
    ? `${PHASE_WORDS[phase]}. The owner was to say by ${sayDay(by, today)} ${question}. We ask them every four weeks.`
    : `${PHASE_WORDS[phase]}. The owner says by ${sayDay(by, today)} ${question}. If that day passes, we ask them, and again every four weeks.`
}

/** In the history of phases: "Discovery went on to alpha". */
export function sayPhaseEnd({ phase, how, leadsTo }: PhaseEnd): string {
  const name = PHASE_WORDS[phase]
  if (how === 'stop') return `Stopped in ${phase}`
  if (how === 'go on') return phase === 'live' ? 'It stays live' : `${name} went on to ${leadsTo}`
  return leadsTo === phase ? `Changed, and still in ${phase}` : `Changed, and back from ${phase} to ${leadsTo}`
}
