/** Coming to an event by whatever door: with an account, or by its code, which nobody may guess for long. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { isMember } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { hashOf } from '../accounts/secret.ts'
import { type AttendRefusal, type Comer, mayGuess, readEventCode } from './attendee.ts'
import { attendeeOf, type Guest, type Joined, joinByCode, joinEvent } from './attendee-actions.ts'
import { addGuess, countGuesses } from './guess-store.ts'
import { findEventWithCode } from './store.ts'

type Missing = 'not found'
type Coming = Comer & Moment & { source: string }
const AN_HOUR = 60 * 60_000

/** Where too many wrong codes came from, the right one is not taken either: otherwise it could be guessed. */
async function guarded<T, W extends string>(
  db: Db,
  { source, now }: Pick<Coming, 'source' | 'now'>,
  work: (tx: Tx) => Promise<Answer<T, W | 'wrong code'>>,
): Promise<Answer<T, W | 'wrong code' | 'too many wrong codes'>> {
  return together(db, async (tx) => {
    const from = hashOf(source)
    const may = mayGuess(await countGuesses(tx, from, new Date(now.getTime() - AN_HOUR)))
    if (!may.yes) return may
    const answer = await work(tx)
    if (!answer.yes && answer.why === 'wrong code') await addGuess(tx, from, now)
    return answer
  })
}

/** With an account, or as a guest of this browser. */
export async function signUp(db: Db, id: string, visit: Coming, guest: Guest): Promise<Answer<Joined, AttendRefusal | Missing>> {
  const { viewer } = visit
  if (viewer && isMember(viewer)) return joinEvent(db, id, viewer, visit)
  if ((await attendeeOf(db, id, visit))?.isTakenOut) return no('taken out')
  return guarded(db, visit, (tx) => (viewer ? joinEvent(tx, id, viewer, visit, guest.code) : joinByCode(tx, id, guest, visit)))
}

/** The event that has this code. */
export const findByCode = (db: Db, visit: Coming, code: string): Promise<Answer<string, 'wrong code' | 'too many wrong codes'>> =>
  guarded(db, visit, async (tx) => {
    const id = await findEventWithCode(tx, readEventCode(code))
    return id === undefined ? no('wrong code') : yes(id)
  })
