/** What a reply may set going: earlier features do it, and app.ts hands it in. */
import type { Answer } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Choice, Given } from './choice.ts'

export type AskedThing = {
  id: string
  person: string
  code: string
  state: string
  choices: readonly Choice[]
  /** What was answered before, and when. */
  answer?: string
  answeredAt?: Date
}

export type Doors = {
  findAsk(tx: Tx, id: string): Promise<AskedThing | undefined>
  listWithCode(tx: Tx, code: string): Promise<readonly AskedThing[]>
  /** A refusal is the sentence that people read. */
  answer(tx: Tx, of: { ask: string; person: string }, given: Given, at: Moment): Promise<Answer<unknown, string>>
  pause(tx: Tx, person: string, until: Day, at: Moment): Promise<boolean>
  stop(tx: Tx, person: string, at: Moment): Promise<void>
  bounced(tx: Tx, bounce: { letter?: string; recipient: string; status: string; isForGood: boolean }, at: Moment): Promise<void>
}
