/** What became of a letter, as brokers see it: never what it says. */
import type { Unsent } from './choice.ts'

/** `recalled`: what it told was undone before it left. `pointless`: nobody needs its answer any more. */
export type LetterState = 'waiting' | 'sent' | 'refused' | 'bounced' | 'too late' | 'recalled' | 'pointless' | Unsent

export type Delivery = {
  id: string
  kind: string
  state: LetterState
  /** Of a letter to an address of nobody there is no name. */
  name: string
  /** Only of a letter that its address did not take. */
  address?: string
  writtenAt: Date
  sentAt?: Date
  /** When a waiting letter is tried next. */
  nextAt?: Date
  tries: number
  fault: string
}

export type DeliveryView = 'all' | 'waiting' | 'sent' | 'refused' | 'bounced' | 'not sent'

/** The views of the delivery log, and what each shows. */
export const STATES_OF: Readonly<Record<Exclude<DeliveryView, 'all'>, readonly LetterState[]>> = {
  waiting: ['waiting'],
  sent: ['sent'],
  refused: ['refused', 'too late'],
  bounced: ['bounced', 'address bounces'],
  'not sent': ['stopped', 'paused', 'not wanted', 'recalled', 'pointless'],
}

export const isDeliveryView = (view: string): view is DeliveryView => view === 'all' || view in STATES_OF
