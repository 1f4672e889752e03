/** What we write to somebody whose letter did not act, or not as they may think: what can be said instead, and what happens to it. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AskRefusal } from '../asks/ask.ts'
import { ASK_REFUSALS } from '../asks/words.ts'
import { ANSWER_ABOVE, type LettersOf, linkTo } from '../letters/letter.ts'
import type { ReceivedUnclear } from './received.ts'
import type { ReplyLetter } from './reply-letter.ts'
import { ALWAYS, type SaidAsk, type SaidChoice, sayAttachments, sayWhatToWrite, WHY_UNCLEAR } from './words.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'reply not understood': {
      about: string
      why: ReceivedUnclear
      /** Of each thing asked that is still open. */
      choices: readonly SaidAsk[]
      attachments: number
      ask?: string
      code?: string
      asks?: readonly string[]
    }
    'reply from somebody else': { about: string }
    'reply from a stranger': { about: string }
    /** `number`: of several things asked in one letter. */
    'reply too late': { about: string; number?: number; why: AskRefusal | 'not now'; says?: string; answer?: string; on?: Day; today: Day }
    'reply with attachments': { about: string; answer: string; attachments: number }
    'letters paused': { until: Day; today: Day }
    'guest not understood': {
      about: string
      choices: readonly Pick<SaidChoice, 'answer' | 'label'>[]
      door: string
      ask: string
      code: string
    }
    'guest too late': {
      about: string
      why: AskRefusal | 'not now'
      says?: string
      answer?: string
      on?: Day
      door: string
      ask: string
      today: Day
    }
  }
}

const re = (about: string, code?: string): string => `${about === '' ? 'Your letter to us' : `Re: ${about}`}${code ? ` [${code}]` : ''}`
const SIGN_IN = `Or sign in, and see what waits for you:\n${linkTo('/mine')}`
const BROKER = 'A broker has it before them now. Nothing is lost.'

export const replyLetters: LettersOf<ReplyLetter> = {
  'reply not understood': ({ about, why, choices, attachments, code }) => ({
    subject: re(about, code),
    paragraphs: [
      ANSWER_ABOVE,
      `Thank you for your letter. ${WHY_UNCLEAR[why]} So nothing has been changed.`,
      ...(choices.length > 0 && why !== 'not proven'
        ? [`Reply to this letter with one of these as the first line:\n${sayWhatToWrite(choices)}`]
        : []),
      ...(why === 'not proven'
        ? ['Reply to our own letter from the address to which it was sent. The address that it is answered to tells us that it is you.']
        : []),
      ...(why === 'which stop' ? ['To end all letters, write "stop letters".'] : []),
      ...(why === 'not proven' ? [] : [`At any time:\n${ALWAYS}`]),
      SIGN_IN,
      ...(attachments > 0 ? [sayAttachments(attachments)] : []),
      BROKER,
    ],
  }),
  'reply from somebody else': ({ about }) => ({
    subject: re(about),
    paragraphs: [
      'Thank you for your letter. It answers one that we wrote to somebody else, who may have passed it on to you.',
      'Only they can answer it, so nothing has been changed. Please ask them to reply themselves.',
      `Would you like to take part? It takes a minute:\n${linkTo('/sign-in')}`,
    ],
  }),
  'reply from a stranger': ({ about }) => ({
    subject: re(about),
    paragraphs: [
      'Thank you for your letter. We do not know the address that it came from, so nothing has been changed.',
      `If you take part with another address, write from that one. Or sign in, and add this address to yours:\n${linkTo('/sign-in')}`,
      BROKER,
    ],
  }),
  'reply too late': ({ about, number, why, says, answer, on, today }) => ({
    subject: re(about),
    paragraphs: [
      `Thank you for your letter. ${number ? `Your answer to number ${number} changes nothing. ` : ''}${why === 'not now' ? (says ?? 'It could not be done.') : ASK_REFUSALS[why]}`,
      ...(answer ? [`The answer that counts is "${answer}"${on ? `, given on ${sayDay(on, today)}` : ''}.`] : []),
      `See how it stands:\n${linkTo('/mine')}`,
    ],
  }),
  'guest not understood': ({ about, choices, door, code }) => ({
    subject: re(about, code),
    paragraphs: [
      ANSWER_ABOVE,
      'Thank you for your letter. We could not tell which answer you mean, so nothing has been changed.',
      ...(choices.length > 0
        ? [`Reply to this letter with one of these as the first line:\n${sayWhatToWrite([{ number: 1, choices }])}`]
        : []),
      `Or press a button here:\n${linkTo(`/answers/${door}`)}`,
      'Nobody else reads what you wrote. If you want to know more first, please ask whoever named you. To be asked no more, reply "stop".',
    ],
  }),
  'guest too late': ({ about, why, says, answer, on, door, today }) => ({
    subject: re(about),
    paragraphs: [
      `Thank you for your letter. ${why === 'not now' ? (says ?? 'It could not be done.') : ASK_REFUSALS[why]}`,
      ...(answer ? [`The answer that counts is "${answer}"${on ? `, given on ${sayDay(on, today)}` : ''}.`] : []),
      `If it should be another one, please tell whoever named you. What was asked stands here:\n${linkTo(`/answers/${door}`)}`,
    ],
  }),
  'reply with attachments': ({ about, answer, attachments }) => ({
    subject: re(about),
    paragraphs: [
      `Thank you. We have your answer: "${answer}".`,
      sayAttachments(attachments),
      `If somebody needs to see it, put it where you work together:\n${linkTo('/mine')}`,
    ],
  }),
  'letters paused': ({ until, today }) => ({
    subject: `No letters until ${sayDay(until, today)}`,
    paragraphs: [
      `As you asked, we put your letters off. They come again on the morning after ${sayDay(until, today)}.`,
      `What you promised stays, and you can sign in at any time:\n${linkTo('/mine')}`,
    ],
  }),
}
