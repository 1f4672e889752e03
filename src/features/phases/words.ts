/** Every sentence people read about phases. */
import { type Day, sayDay } from '../../basics/day.ts'
import { NO_SUCH_DAY } from '../projects/form-words.ts'
import { PHASES, type Phase, type PhaseEnd, type Project, phaseOf } from '../projects/project.ts'
import { PHASE_WORDS } from '../projects/words.ts'
import type { GoLiveRefusal, PhaseRefusal, Step } from './phase.ts'

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

/** In the history of phases: "Discovery went on to alpha". */
export function sayPhaseEnd({ phase, how, leadsTo }: PhaseEnd): string {
  const name = PHASE_WORDS[phase]
  if (how === 'stop') return `Stopped in ${phase}`
  if (how === 'go on') return phase === 'live' ? 'It stays live' : `${name} went on to ${leadsTo}`
  return leadsTo === phase ? `Changed, and still in ${phase}` : `Changed, and back from ${phase} to ${leadsTo}`
}
