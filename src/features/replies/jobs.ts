/** What the clock does with letters that came in: it reads each once, and forgets words that nobody needs. */
import { momentAt } from '../../basics/day.ts'
import { readReplyAddress } from '../../mail/reply-address.ts'
import type { Job } from '../../storage/due-work.ts'
import type { AllAsks } from '../asks/actions.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { FORGET_REPLIES, forgetOldReplies, READ, readReceived } from './actions.ts'
import { findReceivedForUpdate } from './store.ts'

/** `pattern` is the address to which answers go, without a token. */
export const replyJobs = (asks: AllAsks, pattern: string, zone: string): Job[] => [
  {
    kind: READ,
    async inside(tx, id, now) {
      const letter = await findReceivedForUpdate(tx, id)
      if (!letter) return
      const secret = await replySecret(tx)
      const token = letter.to.map((address) => readReplyAddress(address, secret, pattern)).find((found) => found !== undefined)
      await readReceived(tx, id, token, asks, momentAt(zone, now))
    },
  },
  { kind: FORGET_REPLIES, inside: forgetOldReplies },
]
