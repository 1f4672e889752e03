/** Bringing back what we heard as it stood before. */
import { type Answer, no } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { whoOf } from '../events/attendee.ts'
import { type Missing, writeHeard, writing } from './actions.ts'
import type { Merged } from './merged-lines.ts'
import type { HeardRefusal, Writer } from './note.ts'
import { findVersion } from './version-store.ts'

/** A change like any other: `base` is what stood there when they looked, so what others wrote meanwhile stays. */
export async function bringBack(
  db: Db,
  id: string,
  by: Writer,
  { version, base }: { version: string; base: string },
  at: Moment,
): Promise<Answer<Merged, HeardRefusal | 'replaced' | Missing>> {
  return together(db, async (tx) => {
    const may = await writing(tx, id, by, at)
    if (!may.yes) return may
    const before = isId(version) ? await findVersion(tx, id, version) : undefined
    if (!before) return no('replaced')
    const written = await writeHeard(tx, id, by, { base, heard: before.heard }, at)
    if (written.yes) await record(tx, { at: at.now, ...whoOf(by), did: 'note brought back', about: id })
    return written
  })
}
