/** Answers to whoever wrote to us: few enough that two machines never write to each other for ever. */
import { A_DAY, type Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { tell, tellAddress } from '../letters/actions.ts'
import type { LetterFacts } from '../letters/letter.ts'
import type { Person } from '../people/person.ts'
import { MOST_LETTERS_A_DAY, MOST_TO_STRANGERS, type Received } from './received.ts'
import { REPLY_LETTERS, type ReplyLetter } from './reply-letter.ts'
import { countLettersTo } from './store.ts'

export type Letterbox = {
  /** `ask`: what it is about, so that mail programs put both into one conversation. */
  write<K extends ReplyLetter>(kind: K, facts: LetterFacts[K], ask?: string): Promise<void>
}

/** To the address that the letter came from, as long as it has not had too many today; to a guest we have written first. */
export const openLetterbox = (tx: Tx, { from }: Received, writer: Person | undefined, { now }: Moment, isGuest = false): Letterbox => ({
  async write(kind, facts, ask) {
    const before = await countLettersTo(tx, { recipient: from, person: writer?.id }, REPLY_LETTERS, new Date(now.getTime() - A_DAY))
    if (before >= (writer || isGuest ? MOST_LETTERS_A_DAY : MOST_TO_STRANGERS)) return
    if (writer) await tell(tx, writer.id, kind, facts, now, ask === undefined ? {} : { ask })
    else await tellAddress(tx, from, kind, facts, now, ask === undefined ? {} : { ask })
  },
})
