/** What people choose to be written to about, and the pause and the stop. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { knownReplySecret } from '../chapters/secret-actions.ts'
import { tell } from './actions.ts'
import { type LetterChoices, mayPause, type PauseRefusal } from './choice.ts'
import { findChoices, saveChoices } from './choice-store.ts'
import { readStopToken, type Stoppable, stopTokenOf } from './stop-token.ts'
import { listWaitingTo, sendingOf } from './store.ts'

export { findChoices } from './choice-store.ts'

/** A pause from today on, until and with a day. */
export async function pauseUntil(tx: Tx, person: string, until: Day | undefined, at: Moment): Promise<Answer<Day, PauseRefusal>> {
  const why = mayPause(until, at.today)
  if (why !== undefined || until === undefined) return no(why ?? 'no day')
  await change(tx, person, { pausedUntil: until }, 'letters paused', at.now)
  return yes(until)
}

/** Ends a pause or a stop. What a pause has put off leaves now, the oldest letter first. */
export async function resumeLetters(tx: Tx, person: string, at: Moment): Promise<void> {
  const { digest, news, zone } = await findChoices(tx, person)
  await saveChoices(tx, person, { digest, news, ...(zone ? { zone } : {}) })
  await record(tx, { at: at.now, who: person, did: 'letters resumed', about: person })
  for (const { id, kind } of await listWaitingTo(tx, person)) await plan(tx, { kind: sendingOf(kind), about: id, at: at.now })
}

/** Ends all but the letter that says so, and what opens a door. Said twice, it is confirmed once. */
export async function stopLetters(tx: Tx, person: string, at: Moment): Promise<void> {
  if ((await findChoices(tx, person)).stoppedAt) return
  await change(tx, person, { stoppedAt: at.now }, 'letters stopped', at.now)
  await tell(tx, person, 'letters stopped', {}, at.now)
}

export type Chosen = { digest: boolean; news: boolean; zone: string | undefined }

export async function chooseLetters(tx: Tx, person: string, { digest, news, zone }: Chosen, at: Moment): Promise<void> {
  const { pausedUntil, stoppedAt } = await findChoices(tx, person)
  const rest = { ...(pausedUntil ? { pausedUntil } : {}), ...(stoppedAt ? { stoppedAt } : {}) }
  await saveChoices(tx, person, { digest, news, ...rest, ...(zone ? { zone } : {}) })
  await record(tx, { at: at.now, who: person, did: 'letters chosen', about: person, callsFor: ['plan digest'] })
}

/** One click in a mail program, without signing in: letters of this class end. */
export async function stopByToken(db: Db, token: string, at: Moment): Promise<Stoppable | undefined> {
  const read = await readToken(db, token)
  if (!read) return undefined
  await together(db, async (tx) => {
    const { digest, news } = await findChoices(tx, read.person)
    if (read.about === 'digest' ? digest : news) await change(tx, read.person, { [read.about]: false }, `${read.about} stopped`, at.now)
  })
  return read.about
}

/** Whose letters of which class it stops. */
export async function readToken(db: Db, token: string): Promise<{ person: string; about: Stoppable } | undefined> {
  const key = await knownReplySecret(db)
  return key === undefined ? undefined : readStopToken(key, token)
}

/** The token for one person's letters of a class, as their mail program is given it; there is none before the first such letter. */
export async function stopTokenFor(db: Db, person: string, about: Stoppable): Promise<string | undefined> {
  const key = await knownReplySecret(db)
  return key === undefined ? undefined : stopTokenOf(key, person, about)
}

async function change(tx: Tx, person: string, changed: Partial<LetterChoices>, did: string, now: Date): Promise<void> {
  await saveChoices(tx, person, { ...(await findChoices(tx, person)), ...changed })
  await record(tx, { at: now, who: person, did, about: person })
}
