/** What stands of pitches on the page of an event, from the doors that are theirs. */
import type { Db } from '../../storage/db.ts'
import type { BesideEvent } from '../events/pages.ts'
import { besidePart } from './list-pages.ts'
import { waitingFor } from './merging-pages.ts'
import { listOpenMergings } from './merging-store.ts'
import { countPitches } from './store.ts'

export const pitchesBeside =
  (db: Db): BesideEvent =>
  async (visit, event, me) => {
    if (event.step === 'planned') return ''
    const open = me && event.step === 'pitching' ? await listOpenMergings(db, event.id) : []
    return besidePart(visit, event, { ...(await countPitches(db, event.id)), mine: waitingFor(open, me) })
  }
