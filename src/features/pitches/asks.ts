/** What is asked about pitches: whether two become one. */
import { sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { answerMerging, leaveApart } from './merging-actions.ts'
import { CONSENT_REFUSALS } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'pitch merging': { event: string; title: string; pitch: string; into: string }
  }
}

export const pitchAsks: AsksOf<'pitch merging'> = {
  'pitch merging': {
    choices: yesOr('Yes, make them one', 'No, keep both', { isFinal: true }),
    words: (facts, by, today) => ({
      subject: `${facts.title}: shall two pitches become one?`,
      heading: 'Shall two pitches become one?',
      says: [
        `You host one of two pitches at "${facts.title}" that look alike: "${facts.pitch}" and "${facts.into}". The organiser proposes to make them one, "${facts.into}", with the hosts of both.`,
        `Whoever would come to either is counted once. Both stand here:\n${linkTo(`/events/${facts.event}/pitches`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, both stay as they are.`,
    }),
    act: async (tx, { about }, { answer }, by, at) => inWords(await answerMerging(tx, about, by, answer === 'yes', at), CONSENT_REFUSALS),
    silence: (tx, asks, at) =>
      leaveApart(
        tx,
        asks.map(({ about }) => about),
        at,
      ),
  },
}
