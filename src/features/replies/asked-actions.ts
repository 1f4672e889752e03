/** Which asks a letter answers: by the token of the address that it went to, or by the code in its subject. */
import type { Tx } from '../../storage/db.ts'
import { type AllAsks, findAsk, listWithCode } from '../asks/actions.ts'
import { type Ask, type Choice, readCode } from '../asks/ask.ts'
import { codesIn } from './received.ts'
import { findAnswered } from './store.ts'

/** An ask with the number that it has in its letter. */
export type Asked = { ask: Ask; number: number; choices: readonly Choice[] }

const numbered = (found: readonly (Ask | undefined)[], asks: AllAsks): Asked[] =>
  found.flatMap((ask, index) => (ask ? [{ ask, number: index + 1, choices: asks[ask.kind]?.choices ?? [] }] : []))

/** Whom a letter of ours went to, and what it asked: one thing, or several in the order of their numbers. */
export async function askedByToken(tx: Tx, letter: string, asks: AllAsks): Promise<{ person: string; asked: Asked[] } | undefined> {
  const answered = await findAnswered(tx, letter)
  if (!answered?.person) return undefined
  const { ask, asks: several = [] } = JSON.parse(answered.facts) as { ask?: string; asks?: readonly string[] }
  const found: (Ask | undefined)[] = []
  for (const id of ask === undefined ? several : [ask]) found.push(await findAsk(tx, id))
  return {
    person: answered.person,
    asked: numbered(
      found.map((each) => (each?.person === answered.person ? each : undefined)),
      asks,
    ),
  }
}

/** What is still open comes first, so that an old code does not hide a new one. */
export async function askedByCode(tx: Tx, subject: string, person: string, asks: AllAsks): Promise<Asked[]> {
  for (const typed of codesIn(subject)) {
    const code = readCode(typed)
    const [found] = code ? await listWithCode(tx, person, code) : []
    if (found) return numbered([found], asks)
  }
  return []
}
