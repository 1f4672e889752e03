/** Proving an address by the code of a letter: the same secrets and limits, whether it opens a door or is added to somebody who is inside. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { newId } from '../../basics/id.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { codeHashOf, hashOf, newCode, newSecret } from './secret.ts'
import { type AskRefusal, LETTERS_A_GUESS, mayAsk, readCode, SIGN_IN_MINUTES, type UseRefusal, useCode } from './sign-in.ts'
import { addSignIn, countAsked, listOpenProofs, listOpenProofsForUpdate, saveAllUsed, saveUsed, saveWrongCode } from './store.ts'

const MINUTE = 60_000

export type Secrets = { signIn: string; link: string; code: string; browserSecret: string }

/** Makes the secrets of one letter and keeps their hashes; the letter itself is the caller's. */
export async function makeSecrets(
  tx: Tx,
  asking: { email: string; source: string; returnTo: string; addsTo?: string },
  now: Date,
): Promise<Answer<Secrets, AskRefusal>> {
  const source = hashOf(asking.source)
  const answer = mayAsk(await countAsked(tx, asking.email, source, new Date(now.getTime() - 60 * MINUTE)))
  if (!answer.yes) return answer
  const id = newId(now)
  const [link, browserSecret, code] = [newSecret(), newSecret(), newCode()]
  await addSignIn(tx, {
    id,
    email: asking.email,
    source,
    browser_hash: hashOf(browserSecret),
    link_hash: hashOf(link),
    code_hash: codeHashOf(id, code),
    asked_at: now,
    expires_at: new Date(now.getTime() + SIGN_IN_MINUTES * MINUTE),
    return_to: asking.returnTo,
    adds_to: asking.addsTo ?? null,
  })
  return yes({ signIn: id, link, code, browserSecret })
}

/** The address that this person is adding just now. */
export async function addressBeingAdded(db: Db, person: string, now: Date): Promise<string | undefined> {
  return (await listOpenProofs(db, person, undefined, now))[0]?.email
}

/** Takes the code once, from the person who asked. A wrong one counts against each letter that it was held against. */
export async function takeProof(tx: Tx, person: string, email: string, code: string, now: Date): Promise<Answer<true, UseRefusal>> {
  const open = (await listOpenProofsForUpdate(tx, person, email, now)).slice(0, LETTERS_A_GUESS)
  const answers = open.map((proof) => useCode(proof, codeHashOf(proof.id, readCode(code)), now))
  const fits = answers.find((answer) => answer.yes)
  if (fits) {
    await saveUsed(tx, fits.value.id, now)
    return yes(true)
  }
  for (const { id } of open) await saveWrongCode(tx, id)
  return no(
    answers.some((answer) => !answer.yes && answer.why === 'wrong code') || answers.length === 0 ? 'wrong code' : 'too many wrong codes',
  )
}

/** Letters that are on their way to an address open nothing any more. */
export const voidLettersTo = saveAllUsed
