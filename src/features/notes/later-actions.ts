/** What became of a whole session, as one of its hosts says a month later. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findSession } from '../agendas/actions.ts'
import { dropAsks, settleAsk } from '../asks/actions.ts'
import type { Missing } from './actions.ts'
import type { CameOfIt, NoneRefusal, SayRefusal } from './note.ts'
import { sayNone } from './settling-actions.ts'
import { writerIn } from './step-actions.ts'
import { findSessionOf, saveCameOfSession } from './store.ts'

/** The first of the hosts says it for all. */
export async function sayWhatCame(
  tx: Tx,
  note: string,
  by: Viewer,
  came: CameOfIt,
  at: Moment,
): Promise<Answer<true, SayRefusal | Missing>> {
  const id = await findSessionOf(tx, note)
  const session = id === undefined ? undefined : await findSession(tx, id)
  if (!session) return no('not found')
  if (!session.hosts.some(({ person }) => person === by.person)) return no('not yours')
  await saveCameOfSession(tx, note, came)
  await settleAsk(tx, 'session later', note, { answer: came.outcome ?? '', line: came.outcomeLine }, at, by.person)
  await dropAsks(tx, note, at)
  await record(tx, { at: at.now, who: by.person, did: `session ${came.outcome ?? 'open again'}`, about: session.id })
  return yes(true)
}

/** By letter, or on the page of the ask: there is nothing to keep. */
export async function answerNone(tx: Tx, note: string, by: Viewer, at: Moment): Promise<Answer<true, NoneRefusal | Missing>> {
  const session = await findSessionOf(tx, note)
  if (session === undefined) return no('not found')
  await settleAsk(tx, 'session note', note, { answer: 'none', line: '' }, at, by.person)
  return sayNone(tx, session, await writerIn(tx, session, by), at)
}
