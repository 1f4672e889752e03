/** Sends what lies in the outbox. */
import type { Carrier } from '../../mail/carriers.ts'
import type { Job } from '../../storage/due-work.ts'
import { type AllLetters, bodyOf, SECRET_KINDS, withAddress } from './letter.ts'
import { findUnsent, saveSent, saveSentWithoutWords } from './store.ts'

export function letterJobs(letters: AllLetters, carrier: Carrier, chapter: string, origin: string): Job[] {
  return [
    {
      kind: 'send letter',
      async outside(db, id, now) {
        const unsent = await findUnsent(db, id)
        if (!unsent) return
        const compose = letters[unsent.kind]
        if (!compose) throw new Error('A letter of a kind that no feature writes')
        const written = compose(JSON.parse(unsent.facts) as never)
        const body = bodyOf(written, chapter)
        await carrier.carry({ id, to: unsent.recipient, subject: written.subject, text: withAddress(body, origin), at: unsent.written_at })
        if (SECRET_KINDS.includes(unsent.kind) && !carrier.keepsSecrets) await saveSentWithoutWords(db, id, written.subject, now)
        else await saveSent(db, id, { subject: written.subject, body }, now)
      },
    },
  ]
}
