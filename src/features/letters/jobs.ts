/** Sends what lies in the outbox, and gives up what can never arrive. */
import type { Carrier } from '../../mail/carriers.ts'
import { type Db, together } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { type AllLetters, bodyOf, isTooLate, SECRET_KINDS, withAddress } from './letter.ts'
import { findUnsent, saveSent, saveSentWithoutWords, saveUnsentWithoutWords } from './store.ts'

export function letterJobs(letters: AllLetters, carrier: Carrier, chapter: string, origin: string): Job[] {
  return [
    {
      kind: 'send letter',
      async outside(db, id, now) {
        const unsent = await findUnsent(db, id)
        if (!unsent) return
        const isSecret = SECRET_KINDS.includes(unsent.kind)
        if (isTooLate(unsent.kind, unsent.written_at, now)) return giveUp(db, id, 'letter too late', isSecret, now)
        const compose = letters[unsent.kind]
        if (!compose) throw new Error('A letter of a kind that no feature writes')
        const written = compose(JSON.parse(unsent.facts) as never)
        const body = bodyOf(written, chapter)
        try {
          await carrier.carry({
            id,
            to: unsent.recipient,
            subject: written.subject,
            text: withAddress(body, origin),
            at: unsent.written_at,
          })
        } catch (fault) {
          if (!isRefusedForGood(fault)) throw fault
          return giveUp(db, id, 'letter refused', isSecret, now)
        }
        if (isSecret && !carrier.keepsSecrets) await saveSentWithoutWords(db, id, written.subject, now)
        else await saveSent(db, id, { subject: written.subject, body }, now)
      },
    },
  ]
}

/** The reader's server has said that it will never take this letter. What it says about us, such as a wrong password, can be mended and is tried again. */
function isRefusedForGood(fault: unknown): boolean {
  const { responseCode = 0, command } = fault as { responseCode?: number; command?: string }
  return responseCode >= 500 && responseCode < 600 && (command === 'RCPT TO' || command === 'DATA')
}

/** It stays unsent, and is not tried again. */
async function giveUp(db: Db, id: string, did: string, isSecret: boolean, now: Date): Promise<void> {
  await together(db, async (tx) => {
    if (isSecret) await saveUnsentWithoutWords(tx, id)
    await record(tx, { at: now, did, about: id })
  })
}
