/** When the next weekly letter comes, for the page on which people choose what is written to them. */
import { dayIn } from '../../basics/day.ts'
import type { Db } from '../../storage/db.ts'
import { findNextDigest } from './store.ts'
import { sayNextDigest } from './words.ts'

/** A sentence in the reader's own zone; none where nothing is planned. */
export const nextDigestBeside =
  (db: Db) =>
  async (person: string, zone: string): Promise<string> => {
    const next = await findNextDigest(db, person)
    if (!next) return ''
    const on = dayIn(zone, next)
    return sayNextDigest(on, next, zone, on)
  }
