/** What somebody is asked before what they have and need ends: whether it is still so, all at once. */
import { sayDay } from '../../basics/day.ts'
import { list } from '../../basics/text.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { answerKept } from './keeping-actions.ts'
import { OPEN_DAYS } from './listing.ts'
import { KEEP_REFUSALS } from './words.ts'

type About = { ids: readonly string[]; haves: readonly string[]; needs: readonly string[] }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'listings kept': About
  }
}

const KEEP: Choice = { answer: 'keep', label: 'Keep all of it', words: ['keep it', 'keep all', 'yes', 'still so'], isFinal: true }
const NO: Choice = { answer: 'no', label: 'Close all of it', words: ['close', 'close it', 'not any more', 'no longer'], isFinal: true }

export const listingAsks: AsksOf<'listings kept'> = {
  'listings kept': {
    choices: [KEEP, NO],
    words: ({ haves, needs }, by, today) => ({
      subject: 'Is it still so, what you have and need?',
      heading: 'Is it still so, what you have and need?',
      says: [
        [
          'You have told others what you have and need, and it is open for a while only, so that nobody waits for what is long over.',
          ...(haves.length > 0 ? [`You have ${list(haves)}.`] : []),
          ...(needs.length > 0 ? [`You need ${list(needs)}.`] : []),
        ].join(' '),
        `Keep all of it, and it is open for ${OPEN_DAYS} days more. To keep some and close the rest:\n${linkTo('/profile')}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, each thing closes on its own last day, the first on that day. You can say it again at any time.`,
    }),
    act: async (tx, { facts }, { answer }, by, at) =>
      inWords(await answerKept(tx, (facts as About).ids, answer === 'keep', by, at), KEEP_REFUSALS),
  },
}
