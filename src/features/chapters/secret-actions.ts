/** The secret of this chapter that signs reply addresses and one-click stops, made when it is needed first. */
import { randomBytes } from 'node:crypto'
import type { Db } from '../../storage/db.ts'
import { addReplySecret, findReplySecret } from './secret-store.ts'

const BYTES = 32

/** For those who only look. */
export { findReplySecret as knownReplySecret } from './secret-store.ts'

export async function replySecret(db: Db): Promise<string> {
  const found = await findReplySecret(db)
  if (found !== undefined) return found
  await addReplySecret(db, randomBytes(BYTES).toString('base64url'))
  return (await findReplySecret(db)) ?? replySecret(db)
}
