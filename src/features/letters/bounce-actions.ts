/** A letter that came back: the letter says so, and nothing more is sent to its address until somebody says that it works again. */
import type { Tx } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { noteBounce } from '../people/address-actions.ts'
import { saveBounced } from './store.ts'

/** Nobody can answer what was asked with it. */
export const CAME_BACK = 'ask came back'

/** `letter` is the one that came back, where that is known; else `recipient` alone says which address it was. */
export type Bounced = { letter?: string; recipient?: string; status: string; isForGood: boolean }

/** Told twice, it counts once. A letter knows best where it was sent: a report may name the address behind a forwarding. */
export async function markBounced(tx: Tx, { letter, recipient, status, isForGood }: Bounced, now: Date): Promise<void> {
  const sentTo = letter === undefined ? undefined : await saveBounced(tx, letter, status)
  const address = letter === undefined ? recipient : sentTo?.recipient
  if (isForGood && sentTo?.ask !== undefined) await plan(tx, { kind: CAME_BACK, about: sentTo.ask, at: now })
  if (isForGood && address !== undefined) await noteBounce(tx, address, now)
}
