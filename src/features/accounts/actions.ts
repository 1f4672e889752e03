/** Signing in and out. Known and unknown addresses take the same way: whose an address is, is asked only once it is proven. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { A_DAY } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { tellAddress } from '../letters/actions.ts'
import { closeClaimOf } from '../members/actions.ts'
import { personWithAddress } from '../people/actions.ts'
import type { Person } from '../people/person.ts'
import { makeSecrets } from './proof-actions.ts'
import { codeHashOf, hashOf, newSecret } from './secret.ts'
import { nameBrowser } from './session.ts'
import {
  type AskRefusal,
  LETTERS_A_GUESS,
  mayGuess,
  readCode,
  SESSION_DAYS,
  type SignIn,
  type UseRefusal,
  useCode,
  useLink,
} from './sign-in.ts'
import {
  addSession,
  addWrongCode,
  countWrongCodes,
  findSignInByLinkForUpdate,
  listOpenSignInsForUpdate,
  removeSession,
  saveUsed,
  saveWrongCode,
} from './store.ts'

const MINUTE = 60_000

export type Asked = { signIn: string; browserSecret: string }
export type Door = { token: string; person: Person; returnTo: string }

/** Writes the letter, and returns what the asking browser keeps. */
export async function askToSignIn(
  db: Db,
  asking: { email: string; source: string; returnTo: string },
  now: Date,
): Promise<Answer<Asked, AskRefusal>> {
  return together(db, async (tx) => {
    const secrets = await makeSecrets(tx, asking, now)
    if (!secrets.yes) return secrets
    const { signIn, link, code, browserSecret } = secrets.value
    await tellAddress(tx, asking.email, 'sign in', { link, code }, now)
    return yes({ signIn, browserSecret })
  })
}

export async function signInWithLink(
  db: Db,
  link: string,
  browserSecret: string,
  browser: string,
  now: Date,
): Promise<Answer<Door, UseRefusal>> {
  return together(db, async (tx) => {
    const signIn = await findSignInByLinkForUpdate(tx, hashOf(link))
    const answer = signIn ? useLink(signIn, hashOf(browserSecret), now) : no('not known')
    return answer.yes ? yes(await openDoor(tx, answer.value, browser, now)) : answer
  })
}

export type Guess = { email: string; code: string; source: string; browser: string; asked: Asked }

/** The browser that asked tries its own letter only. Any other tries the newest letters of the address, and has its guesses counted apart. */
export async function signInWithCode(db: Db, guess: Guess, now: Date): Promise<Answer<Door, UseRefusal>> {
  return together(db, async (tx) => {
    const { email, asked } = guess
    const open = await listOpenSignInsForUpdate(tx, email, now)
    const own = open.find((signIn) => signIn.id === asked.signIn && signIn.browserHash === hashOf(asked.browserSecret))
    const answer = own ? await tryOwn(tx, own, guess, now) : await tryOthers(tx, open.slice(0, LETTERS_A_GUESS), guess, now)
    return answer.yes ? yes(await openDoor(tx, answer.value, guess.browser, now)) : answer
  })
}

async function tryOwn(tx: Tx, own: SignIn, { code }: Guess, now: Date): Promise<Answer<SignIn, UseRefusal>> {
  const answer = useCode(own, codeHashOf(own.id, readCode(code)), now)
  if (!answer.yes) await saveWrongCode(tx, own.id)
  return answer
}

async function tryOthers(tx: Tx, open: readonly SignIn[], { email, code, source }: Guess, now: Date): Promise<Answer<SignIn, UseRefusal>> {
  const from = hashOf(source)
  const may = mayGuess(await countWrongCodes(tx, email, from, new Date(now.getTime() - 60 * MINUTE)))
  if (!may.yes) return may
  const answers = open.map((signIn) => useCode(signIn, codeHashOf(signIn.id, readCode(code)), now))
  const fits = answers.find((answer) => answer.yes)
  if (fits) return fits
  await addWrongCode(tx, email, from, now)
  // Nobody learns from a wrong code whether anybody has asked with this address.
  return no('wrong code')
}

async function openDoor(tx: Tx, signIn: SignIn, browser: string, now: Date): Promise<Door> {
  await saveUsed(tx, signIn.id, now)
  const person = await personWithAddress(tx, signIn.email, now)
  if (person.organisation) await closeClaimOf(tx, person.id, now)
  return { token: await startSession(tx, person.id, browser, now), person, returnTo: signIn.returnTo }
}

/** The demo's "sign in as". */
export const signInAs = (db: Db, person: string, browser: string, now: Date): Promise<string> =>
  together(db, (tx) => startSession(tx, person, browser, now))

async function startSession(tx: Tx, person: string, browser: string, now: Date): Promise<string> {
  const token = newSecret()
  const id = newId(now)
  await addSession(tx, {
    id,
    token_hash: hashOf(token),
    person,
    browser: nameBrowser(browser),
    started_at: now,
    expires_at: new Date(now.getTime() + SESSION_DAYS * A_DAY),
  })
  await record(tx, { at: now, who: person, did: 'signed in', about: id })
  return token
}

export async function endSession(db: Db, session: string, person: string, now: Date): Promise<void> {
  await together(db, async (tx) => {
    if (await removeSession(tx, session, person)) await record(tx, { at: now, who: person, did: 'signed out', about: session })
  })
}
