/** What a feature declares of each kind of ask: what it says, and what comes of an answer and of silence. */
import type { Answer } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Tx } from '../../storage/db.ts'
import type { Ask, AskKind, AskWords, Given } from './ask.ts'

/** An ask that was put to an address. */
export type Guest = Ask & { address: string }

/** One kind of ask: what it says, and what comes of its answers. A refusal is the sentence that people read. */
export type Asking<K extends AskKind> = AskWords<K> & {
  /** Nobody answered in time: many at once, because their last day is the same. Without it, a clock of the thing itself sees to that. */
  silence?(tx: Tx, asks: readonly Ask[], at: Moment): Promise<void>
} & (OfPerson | OfGuest)
type OfPerson = {
  act(tx: Tx, ask: Ask, given: Given, by: Viewer, at: Moment): Promise<Answer<unknown, string>>
  /** Takes the answer back before its letters leave; without it, an answer acts at once for good. */
  undo?(tx: Tx, ask: Ask, by: Viewer, at: Moment): Promise<Answer<unknown, string>>
  hear?: never
  stop?: never
  lost?: never
}
/** Put to an address: whoever reads it answers without taking part, and for good. */
type OfGuest = {
  hear(tx: Tx, ask: Ask, given: Given, at: Moment): Promise<Answer<unknown, string>>
  /** They want to be asked no more; of an ask that is over, for later ones. */
  stop(tx: Tx, ask: Guest, at: Moment): Promise<void>
  /** Its letter came back. */
  lost(tx: Tx, ask: Ask, at: Moment): Promise<void>
  act?: never
  undo?: never
}
/** What one feature asks. app.ts gathers them all. */
export type AsksOf<K extends AskKind> = { [Each in K]: Asking<Each> }
export type AllAsks = Readonly<Record<string, Asking<never>>>

/** The sentence of a kind's own refusal. */
export type Refused<Why extends string> = { yes: false; why: Why } | { yes: false; why: 'not now'; says: string }
