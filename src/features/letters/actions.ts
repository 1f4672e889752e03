/** Writing a letter: it lies in the outbox with the change that it tells of, and leaves after that change is kept. */
import type { Viewer } from '../../basics/viewer.ts'
import type { Tx } from '../../storage/db.ts'
import { forgetMany, plan, planMany } from '../../storage/due-work.ts'
import { findAddressOf, findPerson, listAddressesOf, listViewers } from '../people/actions.ts'
import { listEmails } from '../people/address-actions.ts'
import { isSomebody, viewerOf } from '../people/person.ts'
import { forReader, type LetterFacts, type LetterKind } from './letter.ts'
import { addLetter, addLetters, endAsking, endHeld, SEND, sendingOf } from './store.ts'

export type Telling = {
  /** The same person gets no second letter with the same words here, such as "pledge waits 01kb... 3". */
  once?: string
  /** Minutes for which the letter is held back, because what it tells can be undone so long. */
  after?: number
  /** The ask that it is about: later letters to the same person follow the first one. */
  ask?: string
}

/** To a person; nobody who has no address is written to. */
export async function tell<K extends LetterKind>(
  tx: Tx,
  person: string,
  kind: K,
  facts: LetterFacts[K],
  now: Date,
  { once, after, ask }: Telling = {},
): Promise<void> {
  const recipient = await findAddressOf(tx, person)
  if (recipient === undefined) return
  const reader = Object.values(facts).some(isSomebody) ? await findPerson(tx, person) : undefined
  const said = JSON.stringify(reader ? forReader(facts, viewerOf(reader)) : facts)
  await put(tx, { kind, person, recipient, facts: said, once, ask, held: after !== undefined }, now, after)
}

/** One to one of many people. `reader` decides whose names they read. */
export type Copy<K extends LetterKind> = { reader: Viewer; facts: LetterFacts[K]; once?: string; ask?: string }

/** To many people at once, each their own, in a few statements. Answers how many were not written before. */
export async function tellMany<K extends LetterKind>(tx: Tx, kind: K, copies: readonly Copy<K>[], now: Date): Promise<number> {
  if (copies.length === 0) return 0
  const addresses = await listAddressesOf(
    tx,
    copies.map(({ reader }) => reader.person),
  )
  const letters = copies.flatMap(({ reader, facts, once, ask }) => {
    const recipient = addresses.get(reader.person)
    const said = () => JSON.stringify(forReader(facts, reader))
    return recipient === undefined ? [] : [{ kind, person: reader.person, recipient, facts: said(), once, ask }]
  })
  const added = await addLetters(tx, letters, now)
  await planMany(
    tx,
    added.map((about) => ({ kind: sendingOf(kind), about, at: now })),
  )
  return added.length
}

/** The same, where nobody has read who they are. */
export async function tellEach<K extends LetterKind>(
  tx: Tx,
  kind: K,
  copies: readonly (Omit<Copy<K>, 'reader'> & { person: string })[],
  now: Date,
): Promise<void> {
  if (copies.length === 0) return
  const readers = await listViewers(
    tx,
    copies.map(({ person }) => person),
  )
  const known = copies.flatMap(({ person, ...copy }) => {
    const reader = readers.get(person)
    return reader ? [{ reader, ...copy }] : []
  })
  await tellMany(tx, kind, known, now)
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

/** To an address of which we do not know whose it is. */
export async function tellAddress<K extends LetterKind>(
  tx: Tx,
  recipient: string,
  kind: K,
  facts: LetterFacts[K],
  now: Date,
  { ask }: Pick<Telling, 'ask'> = {},
): Promise<void> {
  await put(tx, { kind, person: null, recipient, facts: JSON.stringify(facts), ask }, now)
}

const A_MINUTE = 60_000

async function put(tx: Tx, letter: Parameters<typeof addLetter>[1], now: Date, after = 0): Promise<void> {
  const about = await addLetter(tx, letter, now)
  if (about !== undefined) await plan(tx, { kind: sendingOf(letter.kind), about, at: new Date(now.getTime() + after * A_MINUTE) })
}

/** What was said because of an ask has been undone: letters about it that are held back still are never sent. */
export const recall = async (tx: Tx, ask: string): Promise<void> => forgetMany(tx, [SEND], await endHeld(tx, ask))

/** Those who were asked need not answer any more: letters that would only ask them, such as those put off by a pause, are never sent. */
export const dropLetters = async (tx: Tx, asks: readonly { id: string; person?: string }[]): Promise<void> =>
  forgetMany(tx, [SEND], await endAsking(tx, asks))
