/** The one letter about letters: that no more of them come. */
import { type LettersOf, linkTo } from './letter.ts'

declare module './letter.ts' {
  interface LetterFacts {
    'letters stopped': Record<string, never>
  }
}

export const choiceLetters: LettersOf<'letters stopped'> = {
  'letters stopped': () => ({
    subject: 'No more letters from us',
    paragraphs: [
      'You asked us to stop, and we have: this is the last letter. Only when you ask for a code to sign in, and when something changes about how you sign in, do we write.',
      'What you promised stays, and so does what others wait for from you. You see it under "For you" when you sign in.',
      `Let letters come again, all or only some:\n${linkTo('/letter-choices')}`,
    ],
  }),
}
