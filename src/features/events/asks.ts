/** What is asked about events: whether one goes on to its next step. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { moveOn } from './actions.ts'
import { isStep, type Step } from './event.ts'
import { MOVE_REFUSALS, STEP_NAMES } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'event step over': { event: string; title: string; step: Step; to: Step; since: Day; until: Day }
  }
}

const MOVE_ON: Choice = { answer: 'move on', label: 'Move on', words: ['yes', 'next step'], isFinal: true }

export const eventAsks: AsksOf<'event step over'> = {
  'event step over': {
    choices: [MOVE_ON],
    words: (facts, by, today) => ({
      subject: `${facts.title}: what is next?`,
      heading: `Does ${facts.title} move on?`,
      says: [
        `"${facts.title}" is at this step since it was opened: ${STEP_NAMES[facts.step].toLowerCase()}. Its last day was ${sayDay(facts.since, today)}, and everybody who comes waits for the next: ${STEP_NAMES[facts.to].toLowerCase()}, until ${sayDay(facts.until, today)}.`,
        `To choose another day, or to give this step more time:\n${linkTo(`/events/${facts.event}`)}`,
      ],
      silence: `If you say nothing, it stays where it is. We ask again on ${sayDay(by, today)}, and a broker hears of it.`,
    }),
    async act(tx, { about, facts }, _given, by, at) {
      const step = 'step' in facts && typeof facts.step === 'string' && isStep(facts.step) ? facts.step : 'over'
      return inWords(await moveOn(tx, about, by, step, at), MOVE_REFUSALS)
    },
  },
}
