/** The letter that opens the door. */
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { SIGN_IN_MINUTES } from './sign-in.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'sign in': { link: string; code: string }
  }
}

export const accountLetters: LettersOf<'sign in'> = {
  'sign in': ({ link, code }) => ({
    subject: 'Your link and code to sign in',
    paragraphs: [
      'Somebody typed your address to sign in. If it was you, there are two ways.',
      `In the browser where you asked, open this link and press the button:\n${linkTo(`/sign-in/link/${link}`)}`,
      `On any other device, type this code on the sign-in page:\n${code.slice(0, 3)} ${code.slice(3)}`,
      `Both work once, for ${SIGN_IN_MINUTES} minutes. If it was not you, do nothing: nobody gets in without this letter.`,
    ],
  }),
}
