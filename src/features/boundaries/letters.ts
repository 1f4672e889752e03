/** What is written after somebody was reported: to them when they are warned, and to whoever reported them. */
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { Verdict } from './boundary.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'person warned': { reason: string }
    'person report answered': { verdict: Verdict; line: string }
  }
}

export const boundaryLetters: LettersOf<'person warned' | 'person report answered'> = {
  'person warned': (facts) => ({
    subject: 'A moderator asks you to stop something',
    paragraphs: [
      'Somebody here was unhappy with how you met them, and a moderator of neither organisation has looked at it. They write:',
      facts.reason,
      'Nobody else has been told. If you see it otherwise, speak to the person who runs this chapter.',
    ],
  }),
  'person report answered': (facts) => ({
    subject: 'The person whom you reported',
    paragraphs: [
      'Thank you for telling us. A moderator who works for neither of your organisations has looked at it.',
      facts.verdict === 'warned'
        ? 'They have written to the person and asked them to stop. They were not told who reported it.'
        : 'They have not written to the person, who does not hear of your report.',
      ...(facts.verdict === 'kept' && facts.line ? [`The moderator writes:\n${facts.line}`] : []),
      `You can block anybody at any time, so that you do not find each other:\n${linkTo('/boundaries')}`,
    ],
  }),
}
