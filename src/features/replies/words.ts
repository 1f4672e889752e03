/** Every sentence people read about letters that came in. */
import { count } from '../../basics/text.ts'
import type { Choice } from '../asks/ask.ts'
import type { CloseRefusal, ReceivedUnclear } from './received.ts'

/** To whoever wrote it. */
export const WHY_UNCLEAR: Record<ReceivedUnclear, string> = {
  'nothing written': 'We found no words of yours above the letter that you answered.',
  'not understood': 'We could not tell which answer you mean.',
  'a question': 'Your first line asks something, so we did not take it for an answer. A broker reads your question.',
  'yes and no': 'Your first line could mean yes and could mean no.',
  'it depends': 'Your answer seems to depend on something, and we take only a plain answer.',
  'somebody else': 'Your first line seems to tell what somebody else said.',
  'more than one answer':
    'We found more than one answer in your letter, and could not tell them apart. Write each on a line of its own, with nothing else.',
  'which one': 'More than one thing was asked, so we need its number too.',
  'no such number': 'Nothing that waits for you has the number that you wrote.',
  'how many hours': 'We could not tell how many hours you mean.',
  'no reason': 'We need a few words of why behind your answer, in the same line.',
  'no day': 'We could not tell until which day.',
  'day passed': 'The day that you wrote has passed.',
  'day too far': 'The day that you wrote is more than a year ahead.',
  'which stop': 'You wrote "stop", and here that could mean two things.',
  'nothing asked': 'Nothing that waits for your answer goes with this letter.',
  'not proven': 'We could not make sure that your letter comes from you.',
  forged: 'The mail server says that the letter does not come from its sender.',
  'no sender': 'The letter names nobody who wrote it.',
  'too large': 'Your letter was too large to be read: at most 1 MB, please.',
  malformed: 'Your letter came in a form that we cannot read.',
  'not taken': 'Your answer could not be taken.',
}

/** To brokers, in short. */
export const UNCLEAR_TO_BROKERS: Record<ReceivedUnclear, string> = {
  'nothing written': 'Nothing was written',
  'not understood': 'The words were not understood',
  'a question': 'It asks something',
  'yes and no': 'It could mean yes and no',
  'it depends': 'It depends on something',
  'somebody else': 'It tells what somebody else said',
  'more than one answer': 'It holds more than one answer',
  'which one': 'It does not say which one it answers',
  'no such number': 'Nothing has its number',
  'how many hours': 'Its hours are not plain',
  'no reason': 'It does not say why',
  'no day': 'Its day is not plain',
  'day passed': 'Its day has passed',
  'day too far': 'Its day is too far ahead',
  'which stop': 'It could stop two things',
  'nothing asked': 'It answers nothing that we asked',
  'not proven': 'Its sender is not proven',
  forged: 'Its sender is not who it says. Take nothing in it for granted',
  'no sender': 'It names no sender',
  'too large': 'It was too large to be read',
  malformed: 'It could not be read',
  'not taken': 'Its answer could not be taken',
}

export const CLOSE_REFUSALS: Record<CloseRefusal, string> = {
  'not a broker': 'Only brokers read letters that were not understood.',
  'closed before': 'Another broker has closed this already.',
}

export const CLOSING_FAULTS = {
  empty: 'Say what you did about it.',
  'too long': 'Shorten it to 500 characters or fewer.',
  'unseen characters': 'Type it again: it has a character that cannot be shown.',
} as const

const sample = ({ answer, takes }: Pick<Choice, 'answer' | 'takes'>, number?: number): string => {
  const named = number === undefined ? answer : `${answer} ${number}`
  return `"${takes === 'hours' ? `${named}${number === undefined ? '' : ':'} 3 hours` : takes === 'a day' ? `${named}${number === undefined ? '' : ':'} 5 January` : takes === 'a reason' ? `${named} because ...` : named}"`
}

export type SaidChoice = Pick<Choice, 'answer' | 'label' | 'takes'>
export type SaidAsk = { number: number; choices: readonly SaidChoice[] }

/** What can be written, one line each; with the number of each when several things were asked. */
export const sayWhatToWrite = (asks: readonly SaidAsk[]): string =>
  asks
    .flatMap(({ number, choices }) =>
      choices.map((choice) => `${sample(choice, asks.length > 1 ? number : undefined)} for: ${choice.label}`),
    )
    .join('\n')

export const ALWAYS = '"pause until 5 January", or another day, puts all letters off until then.\n"stop letters" ends them.'

/** "We did not open the 2 files that you attached." */
export const sayAttachments = (attachments: number): string =>
  attachments === 0
    ? ''
    : `We did not open ${attachments === 1 ? 'the file' : `the ${count(attachments, 'file')}`} that came with it, and did not keep ${attachments === 1 ? 'it' : 'them'}.`

export const DONE_CLOSED = { title: 'It is closed', text: 'What you did is kept, and the words of the letter are removed.' } as const
export const REPLIES = 'Letters that we did not understand'
export const STRANGERS = 'Letters from addresses that we do not know'
