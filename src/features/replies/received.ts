/** A letter that came in, and what became of it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Unclear } from './reply.ts'

/** As the mail room has read it. */
export type Incoming = {
  messageId: string
  from: string
  fromName: string
  to: readonly string[]
  subject: string
  text: string
  isAutomatic: boolean
  isBounce: boolean
  bounced?: { recipient: string; status: string; isForGood: boolean }
  attachments: number
  sender: 'proven' | 'unproven' | 'forged'
  fault?: 'too large' | 'malformed'
}

/** What the letter did, or why it did nothing. `returned`: whoever was asked by their address hears what we take instead, and nobody else reads it. `unclear` and `stranger` wait for a broker until they are closed. */
export type ReceivedState =
  | 'new'
  | 'answered'
  | 'paused'
  | 'stopped'
  | 'automatic'
  | 'bounce'
  | 'too late'
  | 'somebody else'
  | 'returned'
  | 'unclear'
  | 'stranger'
  | 'closed'

/** Besides what the words did not tell: what the letter itself did not. */
export type ReceivedUnclear = Unclear | 'nothing asked' | 'not proven' | 'forged' | 'no sender' | 'too large' | 'malformed' | 'not taken'

export type Received = Omit<Incoming, 'text'> & {
  id: string
  at: Date
  /** Removed when it is needed no more. */
  text: string | undefined
  state: ReceivedState
  why?: ReceivedUnclear
}

/** As a broker sees it: who wrote, if we know them. */
export type Waiting = {
  id: string
  at: Date
  from: string
  fromName: string
  person?: { id: string; name: string }
  subject: string
  text: string
  attachments: number
  state: 'unclear' | 'stranger'
  why?: ReceivedUnclear
}

export const MOST_KEPT = 20_000
export const MOST_CLOSING = 500
export const DAYS_KEPT = 30
/** A broker reads within so many days what was not understood. */
export const READ_DAYS = 3

export type CloseRefusal = 'not a broker' | 'closed before'

export function close(by: Viewer, state: ReceivedState): Answer<true, CloseRefusal> {
  if (!by.broker) return no('not a broker')
  return state === 'unclear' || state === 'stranger' ? yes(true) : no('closed before')
}

/** The signs that a subject may hold as the code of an ask. */
export const codesIn = (subject: string): string[] =>
  [...subject.matchAll(/\[([0-9a-z]{5})\]/gi)].map(([, code = '']) => code).slice(0, MOST_CODES)
const MOST_CODES = 5

/** "A pledge for web design", of "RE: A pledge for web design [K7QX4]". */
export const aboutOf = (subject: string): string =>
  subject
    .replace(/\[[0-9a-z]{5}\]/gi, '')
    .replace(/^(\s*(re|aw|sv|antw|fw|fwd|wg|tr|reminder)\s*:)+/i, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Somebody may write often; a program that answers our answers is not answered for ever. */
export const MOST_LETTERS_A_DAY = 5
export const MOST_TO_STRANGERS = 1
