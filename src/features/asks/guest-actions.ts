/** Asks that are put to an address: whoever reads it answers without taking part, by a reply or on a page that only the letter leads to. */
import type { Moment } from '../../basics/day.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { knownReplySecret, replySecret } from '../chapters/secret-actions.ts'
import { tellAddress } from '../letters/actions.ts'
import type { AskKind } from './ask.ts'
import type { AllAsks, Guest } from './asking-actions.ts'
import { doorTokenOf, readDoorToken } from './door-token.ts'
import { findAsk, listOpenOfAddress } from './store.ts'

export const isGuests = <A extends { address?: string }>(ask: A): ask is A & { address: string } => ask.address !== undefined

/** The token of the page on which it is answered. */
export const doorOf = async (db: Db, ask: string): Promise<string> => doorTokenOf(await replySecret(db), ask)

export async function writeToGuest(tx: Tx, ask: Pick<Guest, 'id' | 'kind' | 'address'>, asked: object, now: Date): Promise<void> {
  const facts = { ...asked, door: await doorOf(tx, ask.id) }
  await tellAddress(tx, ask.address, ask.kind as AskKind, facts as never, now, { ask: ask.id })
}

/** The ask behind a door, where somebody has the letter that leads to it. */
export async function findBehindDoor(db: Db, token: string): Promise<Guest | undefined> {
  const key = await knownReplySecret(db)
  const id = key === undefined ? undefined : readDoorToken(key, token)
  const found = id === undefined ? undefined : await findAsk(db, id)
  return found && isGuests(found) ? found : undefined
}

/** Whoever reads the address wants to be asked no more: of all that it was asked, each kind says what comes of that. */
export async function stopAsking(db: Db, asks: AllAsks, ask: Guest, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    const open = await listOpenOfAddress(tx, ask.address)
    for (const each of [ask, ...open.filter(({ id }) => id !== ask.id)]) if (isGuests(each)) await asks[each.kind]?.stop?.(tx, each, at)
  })
}

/** The clock's part: a letter of the ask came back, so nobody will answer it. */
export async function loseAsk(tx: Tx, asks: AllAsks, id: string, at: Moment): Promise<void> {
  const found = await findAsk(tx, id)
  if (found?.state === 'open') await asks[found.kind]?.lost?.(tx, found, at)
}
