/** What is asked on the day: whether two sessions change places. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { inWords, yesOr } from '../asks/ask.ts'
import { byAccount } from '../events/attendee.ts'
import { linkTo } from '../letters/letter.ts'
import { answerSwap } from './swap-actions.ts'
import { ANSWER_REFUSALS, SWAP_LABELS, sayPlaced } from './words.ts'

type PlacedSession = { session: string; title: string; day: Day; starts: number; ends: number; room: string }
type SwapFacts = { event: string; title: string; one: PlacedSession; other: PlacedSession }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'session swap': SwapFacts
    'session swap decided': SwapFacts
  }
}

const CHOICES = yesOr(SWAP_LABELS.yes, SWAP_LABELS.no, { isFinal: true })
const silence = (by: Day, today: Day): string => `If you say nothing by ${sayDay(by, today)}, both stay where they are.`
const places = ({ one, other }: SwapFacts, today: Day): string =>
  `"${one.title}" is ${sayPlaced(one, today)}. "${other.title}" is ${sayPlaced(other, today)}.`

export const dayAsks: AsksOf<'session swap' | 'session swap decided'> = {
  'session swap': {
    choices: CHOICES,
    words: (facts, by, today) => ({
      subject: `${facts.title}: would you swap places?`,
      heading: 'Would you swap places?',
      says: [
        `A host of "${facts.one.title}" at "${facts.title}" asks to swap time and room with your session. ${places(facts, today)}`,
        `The organiser is asked too, and both change only when everybody agrees. Your session:\n${linkTo(`/sessions/${facts.other.session}`)}`,
      ],
      silence: silence(by, today),
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      inWords(await answerSwap(tx, about, byAccount(by), answer === 'yes', at, 'host'), ANSWER_REFUSALS),
  },
  'session swap decided': {
    choices: CHOICES,
    words: (facts, by, today) => ({
      subject: `${facts.title}: shall two sessions swap places?`,
      heading: 'Shall two sessions swap places?',
      says: [
        `A host of "${facts.one.title}" at "${facts.title}" asks to swap time and room with another session. ${places(facts, today)}`,
        `The hosts of the other session are asked too. Both change only when everybody agrees:\n${linkTo(`/events/${facts.event}/day`)}`,
      ],
      silence: silence(by, today),
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      inWords(await answerSwap(tx, about, byAccount(by), answer === 'yes', at), ANSWER_REFUSALS),
  },
}
