/** Which asks a letter answers: by the token of the address that it went to, or by the code in its subject. */
import type { Tx } from '../../storage/db.ts'
import { type AllAsks, type AskedOf, findAsk, listWithCode } from '../asks/actions.ts'
import { type Ask, askedOf, type Choice, readCode } from '../asks/ask.ts'
import { codesIn } from './received.ts'
import { findAnswered } from './store.ts'

/** An ask with the number that it has in its letter. */
export type Asked = { ask: Ask; number: number; choices: readonly Choice[] }

const numbered = (found: readonly (Ask | undefined)[], asks: AllAsks): Asked[] =>
  found.flatMap((ask, index) => (ask ? [{ ask, number: index + 1, choices: asks[ask.kind]?.choices ?? [] }] : []))

/** Whom a letter of ours went to, a person or the reader of an address, and what it asked: one thing, or several in the order of their numbers. */
export type Addressed = { to: AskedOf; asked: Asked[] }

export async function askedByToken(tx: Tx, letter: string, asks: AllAsks): Promise<Addressed | undefined> {
  const answered = await findAnswered(tx, letter)
  if (!answered) return undefined
  const { ask, asks: several = [] } = JSON.parse(answered.facts) as { ask?: string; asks?: readonly string[] }
  const found: (Ask | undefined)[] = []
  for (const id of ask === undefined ? several : [ask]) found.push(await findAsk(tx, id))
  const reader = answered.person ?? answered.recipient
  const asked = numbered(
    found.map((each) => (each && askedOf(each) === reader ? each : undefined)),
    asks,
  )
  if (answered.person !== null) return { to: { person: answered.person }, asked }
  // Other letters to an address alone, such as codes, ask nothing.
  return asked.length > 0 ? { to: { address: answered.recipient }, asked } : undefined
}

/** What is still open comes first, so that an old code does not hide a new one. */
export async function askedByCode(tx: Tx, subject: string, of: AskedOf, asks: AllAsks): Promise<Asked[]> {
  for (const typed of codesIn(subject)) {
    const code = readCode(typed)
    const [found] = code ? await listWithCode(tx, of, code) : []
    if (found) return numbered([found], asks)
  }
  return []
}
