/** What the owner of a running project is asked when its phase has gone without a word. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { stopProject } from '../projects/actions.ts'
import { STOP } from '../projects/choice.ts'
import type { Phase } from '../projects/project.ts'
import { END_REFUSALS, PHASE_WORDS } from '../projects/words.ts'
import { sayPhase } from './actions.ts'
import { PHASE_REFUSALS } from './words.ts'

/** `seen` is the end of a phase that stood there when it was asked, so that an answer never jumps two. */
type About = { project: string; title: string; seen: string }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'phase overdue': About & { phase: Phase }
    'still looked after': About
  }
}

const GO_ON: Choice = {
  answer: 'go on',
  label: 'Go on to the next phase',
  words: ['goes on', 'it goes on', 'next phase', 'go on to the next phase'],
  takes: 'a line',
  isFinal: true,
}
const CHANGE: Choice = {
  answer: 'change',
  label: 'Change something, and stay in this phase',
  words: ['stay', 'it stays', 'change something'],
  takes: 'a reason',
  isFinal: true,
}
const KEEP: Choice = {
  answer: 'keep',
  label: 'It is still looked after',
  words: ['keep it', 'yes', 'go on', 'still looked after', 'it is still looked after'],
  takes: 'a line',
  isFinal: true,
}

const IN_A_WORD = 'Its owner said so in a word.'
const page = ({ project }: About): string => linkTo(`/projects/${project}/phase`)
const silence = (by: Day, today: Day): string =>
  `If you say nothing by ${sayDay(by, today)}, we ask again, and every four weeks from then on.`

export const phaseAsks: AsksOf<'phase overdue' | 'still looked after'> = {
  'phase overdue': {
    choices: [GO_ON, CHANGE, STOP],
    words: (facts, by, today) => ({
      subject: `${facts.title}: what becomes of ${facts.phase}?`,
      heading: `What becomes of ${facts.phase} in ${facts.title}?`,
      says: [
        `"${facts.title}" is in ${PHASE_WORDS[facts.phase].toLowerCase()}, and you were to say by now whether it goes on, changes or stops. Stopping is normal. Everybody who pledged is told what you write.`,
        `To go back to an earlier phase, or to name the day on which it goes live:\n${page(facts)}`,
      ],
      silence: silence(by, today),
    }),
    async act(tx, { about, facts }, { answer, line }, by, at) {
      if (answer === STOP.answer) return inWords(await stopProject(tx, about, by, line, at), END_REFUSALS)
      const { seen } = facts as About
      const step = answer === 'go on' ? 'go on' : 'stay'
      return inWords(await sayPhase(tx, about, by, { step, reason: line || IN_A_WORD, seen }, at), PHASE_REFUSALS)
    },
  },
  'still looked after': {
    choices: [KEEP, STOP],
    words: (facts, by, today) => ({
      subject: `${facts.title}: is it still looked after?`,
      heading: `Is ${facts.title} still looked after?`,
      says: [
        `"${facts.title}" is live, and nobody has said for half a year whether it is still looked after.`,
        `If it was handed over, or something changes:\n${page(facts)}`,
      ],
      silence: silence(by, today),
    }),
    async act(tx, { about, facts }, { answer, line }, by, at) {
      if (answer === STOP.answer) return inWords(await stopProject(tx, about, by, line, at), END_REFUSALS)
      const { seen } = facts as About
      return inWords(await sayPhase(tx, about, by, { step: 'go on', reason: line || IN_A_WORD, seen }, at), PHASE_REFUSALS)
    },
  },
}
