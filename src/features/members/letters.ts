/** What is written to people who wait to be let in, and to those who can do it. */
import type { Day } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { sayWhoAnswers, WHILE_HELD } from './words.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'claim asked': { claim: string; organisation: string; canBeVouched: boolean; broker: string; askedAgainOn: Day; today: Day }
  }
}

export const memberLetters: LettersOf<'claim asked'> = {
  'claim asked': (facts) => ({
    subject: `${facts.organisation}: what happens next`,
    paragraphs: [
      `You told us that you work for ${facts.organisation}. Your address does not tell us so, and somebody has to say yes first.`,
      sayWhoAnswers(facts),
      `${WHILE_HELD} We write to you when there is an answer.\n${linkTo('/mine')}`,
    ],
  }),
}
