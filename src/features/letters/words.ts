/** Every sentence people read about the letters that they get. */
import { type Day, sayDay } from '../../basics/day.ts'
import { MOST_PAUSE_DAYS, type PauseRefusal } from './choice.ts'
import type { DeliveryView, LetterState } from './delivery.ts'
import type { LetterClass } from './letter.ts'
import type { Stoppable } from './stop-token.ts'

export const PAUSE_REFUSALS: Record<PauseRefusal, string> = {
  'no day': 'Enter the last day without letters.',
  'not later': 'The last day without letters must be after today.',
  'too far': `A pause lasts ${MOST_PAUSE_DAYS} days at most. To get no letters for longer, stop them.`,
}

/** What comes, and how often: in the order of the page. */
export const CLASS_NAMES: Record<LetterClass, { name: string; often: string }> = {
  ask: {
    name: 'Asks',
    often: 'When something waits for your answer. We remind you, and stop when you have answered or the last day has passed.',
  },
  guest: { name: 'Asks to a guest', often: 'When somebody who takes part names their manager. One word ends them for good.' },
  news: { name: 'News of what you said yes to', often: 'When something happens to what you offered, own or watch.' },
  digest: { name: 'The weekly letter', often: 'On Mondays at 9:00, with what fits you. Nothing when there is nothing.' },
  door: { name: 'Codes to sign in', often: 'When you ask for one, and when something changes about how you sign in. These always come.' },
  confirmation: { name: 'A confirmation', often: 'Once, when you have stopped all letters or written to us.' },
}

export const STOPPED: Record<Stoppable, { title: string; text: string }> = {
  news: {
    title: 'No more news',
    text: 'You get no more letters about what happens to what you said yes to. We still ask you when something waits for your answer.',
  },
  digest: { title: 'No more weekly letters', text: 'The weekly letter no longer comes. Other letters do.' },
}

/** What the page of one's letters says after something was done: the address carries the key. */
export const CHOICES_DONE: Readonly<Record<string, { title: string; text: string }>> = {
  chosen: { title: 'Done', text: 'From now on you get what you chose.' },
  paused: { title: 'Your letters are paused', text: 'Only codes to sign in come until then.' },
  resumed: { title: 'Letters come again', text: 'What waited for you during a pause leaves now.' },
  stopped: { title: 'No more letters', text: 'One last letter says so. Codes to sign in still come when you ask for them.' },
}

export const sayPaused = (until: Day, again: Day, today: Day): string =>
  `No letters until ${sayDay(until, today)}. They come again on ${sayDay(again, today)}, at 9:00: each once, the oldest first.`

export const STATE_WORDS: Record<LetterState, string> = {
  waiting: 'Waits to leave',
  sent: 'Sent',
  refused: 'Refused by the reader’s mail server',
  bounced: 'Sent, and came back',
  'too late': 'Not sent: its code had run out',
  recalled: 'Not sent: what it told was undone',
  pointless: 'Not sent: no answer is needed any more',
  stopped: 'Not sent: its reader has stopped all letters',
  'not wanted': 'Not sent: its reader does not want this kind',
  paused: 'Not sent: its reader has paused, and it would be old after that',
  'address bounces': 'Not sent: letters come back from this address',
}

export const VIEW_WORDS: Record<DeliveryView, string> = {
  all: 'All',
  waiting: 'Waiting',
  sent: 'Sent',
  refused: 'Refused',
  bounced: 'Came back',
  'not sent': 'Not sent',
}

/** What a mail server or a network says of itself, as people would. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^(5\.1\.\d+|550|551|553|400)$/, 'There is no such address.'],
  [/^5\.2\.2$/, 'The mailbox is full.'],
  [/^5\.2\./, 'The mailbox takes no letters.'],
  [/^(5\.7\.\d+)$/, 'The reader’s mail server does not take letters from us.'],
  [/^(permanent-failure)$/, 'Notify says: there is no such address.'],
  [/^(temporary-failure)$/, 'Notify says: the mailbox took nothing for three days.'],
  [/^(technical-failure)$/, 'Notify says: a fault between it and the mail provider.'],
  [/^Notify 403/, 'Notify does not know our key.'],
  [/^Notify 429/, 'Notify takes no more for now. We try again.'],
  [/^Notify 4/, 'Notify does not take the letter as we send it. Look at the template and the key.'],
  [/^Notify 5/, 'Notify has a fault. We try again.'],
  [/^(ECONNREFUSED|ENOTFOUND|EDNS|ECONNECTION|ESOCKET|ECONNRESET|EHOSTUNREACH)\b/, 'We did not reach the mail server. We try again.'],
  [/^(ETIMEDOUT|TimeoutError)\b/, 'The mail server did not answer in time. We try again.'],
  [/^EAUTH\b/, 'The mail server does not know our name or password.'],
  [/^ETLS\b/, 'The line to the mail server could not be made safe.'],
  [/^(EENVELOPE|EMESSAGE)\b/, 'The mail server did not take it yet. We try again.'],
  [/^(ENOSPC|EACCES|EROFS)\b/, 'The letter could not be written into its folder.'],
  [/^[45]\.\d+\.\d+$|^\d{3}$/, 'The reader’s mail server did not take it.'],
]

/** In plain words, with what was said in brackets for those who can mend it. */
export function sayFault(fault: string): string {
  if (fault === '') return ''
  const [, words = 'It did not work. We try again.'] = FAULTS.find(([kind]) => kind.test(fault)) ?? []
  return `${words} (${fault})`
}

export const NO_DELIVERIES: Record<DeliveryView, string> = {
  all: 'No letter has been written yet.',
  waiting: 'No letter waits to leave.',
  sent: 'No letter has left yet.',
  refused: 'No letter was refused.',
  bounced: 'No letter came back.',
  'not sent': 'Every letter that was written has left or waits.',
}

export const NOT_A_BROKER = 'Only brokers see what became of letters.'
