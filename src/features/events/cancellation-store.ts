/** Remembers events that were called off. The only file that writes the table event_cancellations. */
import type { Day } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    event_cancellations: { event: string; reason: string; called_off_on: Day }
  }
}

export async function addCancellation(tx: Tx, event: string, reason: string, on: Day): Promise<void> {
  await tx.insertInto('event_cancellations').values({ event, reason, called_off_on: on }).execute()
}
