/** Writing a letter: it lies in the outbox with the change that it tells of, and leaves after that change is kept. */
import type { Tx } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { findAddressOf, findPerson } from '../people/actions.ts'
import { listEmails } from '../people/address-actions.ts'
import { isSomebody, viewerOf } from '../people/person.ts'
import { forReader, type LetterFacts, type LetterKind } from './letter.ts'
import { addLetter } from './store.ts'

/** To a person; nobody who has no address is written to. */
export async function tell<K extends LetterKind>(tx: Tx, person: string, kind: K, facts: LetterFacts[K], now: Date): Promise<void> {
  const recipient = await findAddressOf(tx, person)
  if (recipient === undefined) return
  const reader = Object.values(facts).some(isSomebody) ? await findPerson(tx, person) : undefined
  await put(tx, { kind, person, recipient, facts: JSON.stringify(reader ? forReader(facts, viewerOf(reader)) : facts) }, now)
}

/** To every address of a person: what concerns how they get in is said at each door. */
export async function tellEverywhere<K extends LetterKind>(
  tx: Tx,
  person: string,
  kind: K,
  facts: LetterFacts[K],
  now: Date,
): Promise<void> {
  for (const recipient of await listEmails(tx, person)) await put(tx, { kind, person, recipient, facts: JSON.stringify(facts) }, now)
}

/** To an address of which we do not know yet whose it is. */
export async function tellAddress<K extends LetterKind>(
  tx: Tx,
  recipient: string,
  kind: K,
  facts: LetterFacts[K],
  now: Date,
): Promise<void> {
  await put(tx, { kind, person: null, recipient, facts: JSON.stringify(facts) }, now)
}

async function put(tx: Tx, letter: Parameters<typeof addLetter>[1], now: Date): Promise<void> {
  await plan(tx, { kind: 'send letter', about: await addLetter(tx, letter, now), at: now })
}
