/** Signing in by a letter with a link and a six-digit code: single use, ten minutes. */
import { type Answer, no, yes } from '../../basics/answer.ts'

export type SignIn = {
  id: string
  email: string
  browserHash: string
  codeHash: string
  expiresAt: Date
  wrongCodes: number
  isUsed: boolean
  returnTo: string
}

export const SIGN_IN_MINUTES = 10
export const SESSION_DAYS = 30
const MOST_WRONG_CODES = 5
/** One source writes few letters to an address, and cannot use up what others may; a source may be a whole town hall. */
const MOST_ASKS = { addressFromSource: 5, address: 20, source: 100 }
/** Guesses by browsers that did not ask. The one that asked has its own tries, so nobody can lock it out. */
const MOST_GUESSES = { address: 10, source: 20 }
/** So many open letters a guess is held against. */
export const LETTERS_A_GUESS = 5

export type AskRefusal = 'too many letters' | 'too many from here'
export type UseRefusal = 'not known' | 'used' | 'too late' | 'other browser' | 'wrong code' | 'too many wrong codes'

export function mayAsk(lastHour: { addressFromSource: number; address: number; source: number }): Answer<true, AskRefusal> {
  if (lastHour.addressFromSource >= MOST_ASKS.addressFromSource || lastHour.address >= MOST_ASKS.address) return no('too many letters')
  return lastHour.source >= MOST_ASKS.source ? no('too many from here') : yes(true)
}

/** Whether a browser that did not ask may still try a code. */
export const mayGuess = (lastHour: { address: number; source: number }): Answer<true, 'too many wrong codes'> =>
  lastHour.address < MOST_GUESSES.address && lastHour.source < MOST_GUESSES.source ? yes(true) : no('too many wrong codes')

/** The link serves the browser that asked. */
export function useLink(signIn: SignIn, browserHash: string, now: Date): Answer<SignIn, UseRefusal> {
  const alive = stillOpen(signIn, now)
  return alive.yes && signIn.browserHash !== browserHash ? no('other browser') : alive
}

/** The code serves any browser; the browser that asked has a few tries. */
export function useCode(signIn: SignIn, codeHash: string, now: Date): Answer<SignIn, UseRefusal> {
  if (signIn.wrongCodes >= MOST_WRONG_CODES) return no('too many wrong codes')
  const alive = stillOpen(signIn, now)
  return alive.yes && signIn.codeHash !== codeHash ? no('wrong code') : alive
}

function stillOpen(signIn: SignIn, now: Date): Answer<SignIn, UseRefusal> {
  if (signIn.isUsed) return no('used')
  return now < signIn.expiresAt ? yes(signIn) : no('too late')
}

/** "123 456" and "123456" are the same code. */
export const readCode = (typed: string): string => typed.replace(/[\s-]/g, '')

/** Where to go after signing in: only ever one of our own pages. */
export const ownPath = (typed: string): string => (/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(typed) ? typed : '/')
