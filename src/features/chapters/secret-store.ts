/** Keeps the secret that signs the chapter's reply addresses. The only file that writes the table reply_secrets. */
import type { Db } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    reply_secrets: { secret: string }
  }
}

export async function findReplySecret(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('reply_secrets').select('secret').executeTakeFirst())?.secret
}

/** Of two that are made at the same moment, one is kept. */
export async function addReplySecret(db: Db, secret: string): Promise<void> {
  await db
    .insertInto('reply_secrets')
    .values({ secret })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
