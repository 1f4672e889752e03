/** Naming a manager, asking them, and leaving them alone. */
import type { Answer } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { ask } from '../asks/actions.ts'
import type { AskFacts, Term } from '../asks/ask.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { tellAddress } from '../letters/actions.ts'
import type { LetterFacts } from '../letters/letter.ts'
import { recogniseAddress } from '../organisations/actions.ts'
import { findPersonWithAddress } from '../people/actions.ts'
import { listEmails } from '../people/address-actions.ts'
import { type ManagerRefusal, markOf, mayName, readManager } from './manager.ts'
import { addManager, addMark, findManager, isMarked, saveAgreed, saveAsked } from './store.ts'

export { findManager } from './store.ts'

export const isLeftAlone = async (db: Db, address: string): Promise<boolean> => isMarked(db, markOf(await replySecret(db), address))

/** The address as it is kept, or why it cannot be that of a manager. */
export async function readNamed(
  db: Db,
  typed: string,
  by: { person: string; organisation: string },
): Promise<Answer<string, ManagerRefusal>> {
  const read = readManager(typed)
  if (!read.yes) return read
  const email = read.value
  return mayName(email, by.organisation, {
    own: await listEmails(db, by.person),
    tells: await recogniseAddress(db, email),
    organisation: (await findPersonWithAddress(db, email))?.organisation?.id,
    isLeftAlone: await isLeftAlone(db, email),
  })
}

/** For a pledge that is kept already, or waits in line: they are asked when its turn comes. */
export const nameManager = (tx: Tx, pledge: string, address: string): Promise<void> => addManager(tx, pledge, address)

type Asking = { address: string; asker: string; facts: AskFacts['manager agrees']; term: Term }

export async function askManager(tx: Tx, { address, asker, facts, term }: Asking, at: Moment): Promise<void> {
  const asked = await ask(tx, { kind: 'manager agrees', about: facts.pledge, address, asker, facts, term }, at)
  await saveAsked(tx, facts.pledge, asked)
}

export async function noteAgreed(tx: Tx, pledge: string, now: Date): Promise<void> {
  await saveAgreed(tx, pledge, now)
  await record(tx, { at: now, did: 'manager agreed', about: pledge })
}

/** Whoever has said yes hears when what they agreed to changes; nobody else is written to unasked. */
export async function tellAgreed(
  tx: Tx,
  pledge: string,
  facts: Omit<LetterFacts['agreed pledge changed'], 'ask'>,
  now: Date,
): Promise<void> {
  const manager = await findManager(tx, pledge)
  if (!manager?.hasAgreed || manager.ask === undefined || (await isLeftAlone(tx, manager.address))) return
  await tellAddress(tx, manager.address, 'agreed pledge changed', { ...facts, ask: manager.ask }, now, { ask: manager.ask })
}

/** No question is put to the address again. The journal says where it was said, never by which address. */
export async function leaveAlone(tx: Tx, address: string, pledge: string, now: Date): Promise<void> {
  if (await addMark(tx, markOf(await replySecret(tx), address), now))
    await record(tx, { at: now, did: 'manager left alone', about: pledge })
}
