/** What is written to the addresses of a person. */
import { list } from '../../basics/text.ts'
import { SIGN_IN_MINUTES } from '../accounts/sign-in.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'prove address': { code: string }
    'address taken': Record<string, never>
    'address added': { email: string }
    'address removed': { email: string }
    'address vouched for': { email: string; broker: string }
    'employer left': { organisation: string; emails: readonly string[] }
  }
}

const NOT_YOU = `If it was not you, somebody else is signed in as you. Sign in and end what you do not know:\n${linkTo('/sessions')}`

export const addressLetters: LettersOf<
  'prove address' | 'address taken' | 'address added' | 'address removed' | 'address vouched for' | 'employer left'
> = {
  'prove address': ({ code }) => ({
    subject: 'Your code to add this address',
    paragraphs: [
      'Somebody who is signed in typed this address, to sign in with it and get letters here. If it was you, type this code on the page where you asked:',
      `${code.slice(0, 3)} ${code.slice(3)}`,
      `The page is here:\n${linkTo('/addresses/code')}`,
      `The code works once, for ${SIGN_IN_MINUTES} minutes. If it was not you, do nothing: nothing is added without it.`,
    ],
  }),
  'address taken': () => ({
    subject: 'This address is in use already',
    paragraphs: [
      'Somebody who is signed in typed this address, to add it to theirs. It belongs to a member already, so nothing has changed, and they were not told.',
      `If it was you, you have joined twice. Sign in with this address to see what lies there:\n${linkTo('/sign-in')}`,
      'If it was not you, do nothing.',
    ],
  }),
  'address added': ({ email }) => ({
    subject: 'An address was added',
    paragraphs: [`${email} was added to your addresses. You can sign in with it from now on.\n${linkTo('/addresses')}`, NOT_YOU],
  }),
  'address removed': ({ email }) => ({
    subject: 'An address was removed',
    paragraphs: [
      `${email} was removed from your addresses. Nobody can sign in to your place with it any more.\n${linkTo('/addresses')}`,
      NOT_YOU,
    ],
  }),
  'address vouched for': ({ email, broker }) => ({
    subject: 'A broker has added an address for you',
    paragraphs: [
      `Letters to you came back. ${broker || 'A broker'} knows you, and has added ${email} to your addresses, so that you can sign in again.`,
      `Sign in with it, and look at your addresses:\n${linkTo('/addresses')}`,
      'If you know nothing of this, tell any broker. It is kept who added it, and you can remove it yourself.',
    ],
  }),
  'employer left': ({ organisation, emails }) => ({
    subject: `You have left ${organisation}`,
    paragraphs: [
      `You told us that you no longer work for ${organisation}.${emails.length > 0 ? ` Nobody can sign in to your place with ${list(emails)} any more.` : ''} What you pledged before keeps its organisation.`,
      `Say for whom you work now, and you can pledge and publish again:\n${linkTo('/claims/new')}`,
      NOT_YOU,
    ],
  }),
}
