/** Next steps: somebody takes one on, and says what became of it. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, laterOf, type Moment } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { findSession } from '../agendas/actions.ts'
import { settleAsk } from '../asks/actions.ts'
import { byAccount, whoOf } from '../events/attendee.ts'
import { attendeeOf } from '../events/attendee-actions.ts'
import { type Missing, noteOf } from './actions.ts'
import { STEP_DUE } from './clocks.ts'
import { stopAsking, withLine } from './line-actions.ts'
import { findSessionOfLine, lockLine, saveCameOfLine, saveTaker } from './line-store.ts'
import { type CameOfIt, maySay, mayTake, type SayRefusal, type TakeRefusal, type Writer } from './note.ts'

/** Whoever takes a next step on is asked on its date whether it is done; without an account nobody can ask them. */
export const takeStep = (db: Db, id: string, by: Writer, takes: boolean, at: Moment) =>
  withLine<true, TakeRefusal>(db, id, by, at, async (tx, { line }) => {
    const may = mayTake(line, by.me, takes)
    if (!may.yes) return may
    await saveTaker(tx, id, takes ? may.value.id : undefined)
    await stopAsking(tx, id, at)
    if (takes && may.value.person !== undefined && line.on !== undefined && line.outcome === undefined)
      await planOn(tx, { kind: STEP_DUE, about: id }, laterOf(line.on, addDays(at.today, 1)), at.zone)
    await record(tx, { at: at.now, ...whoOf(by), did: takes ? 'next step taken' : 'next step let go', about: id })
    return yes(true)
  })

/** On the page of the note, however late: what became of it stays worth saying. */
export async function sayWhatBecame(
  db: Db,
  id: string,
  { viewer, me }: Writer,
  came: CameOfIt,
  at: Moment,
): Promise<Answer<true, SayRefusal | Missing>> {
  return together(db, async (tx) => {
    const session = isId(id) ? await lockLine(tx, id) : undefined
    const line = session === undefined ? undefined : (await noteOf(tx, session)).lines.find((each) => each.id === id)
    if (!line) return no('not found')
    const may = maySay(line, me)
    if (!may.yes) return may
    await saveCameOfLine(tx, id, came)
    const given = { answer: came.outcome ?? '', line: came.outcomeLine }
    if (viewer) await settleAsk(tx, 'next step', id, given, at, viewer.person)
    if (came.outcome !== 'going on') await stopAsking(tx, id, at)
    await record(tx, { at: at.now, ...whoOf({ viewer }), did: `next step ${came.outcome ?? 'open again'}`, about: id })
    return yes(true)
  })
}

/** By letter, or on the page of the ask. */
export async function answerStep(tx: Tx, id: string, by: Viewer, came: CameOfIt, at: Moment): Promise<Answer<true, SayRefusal | Missing>> {
  const session = await findSessionOfLine(tx, id)
  return session === undefined ? no('not found') : sayWhatBecame(tx, id, await writerIn(tx, session, by), came, at)
}

/** Somebody with an account, as they come to the event of a session. */
export async function writerIn(db: Db, session: string, viewer: Viewer): Promise<Writer> {
  const event = (await findSession(db, session))?.event
  return { viewer, me: event === undefined ? undefined : await attendeeOf(db, event, byAccount(viewer)) }
}
