/** What the clock does with suggestions. */
import { momentAt } from '../../basics/day.ts'
import { together } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { findPerson } from '../people/actions.ts'
import { viewerOf } from '../people/person.ts'
import { suggestFor } from './actions.ts'
import { beginLookout, remindOfLookout } from './lookout-actions.ts'
import type { Recall } from './memory-actions.ts'

export const suggestionJobs = (recall: Recall, zone: string): Job[] => [
  {
    // Outside a transaction, because the memory reads on its own; a second run begins no second lookout.
    kind: 'first look',
    async outside(db, id, now) {
      const at = momentAt(zone, now)
      const person = await findPerson(db, id)
      if (!person || (await suggestFor(db, recall, viewerOf(person), 1, at)).length > 0) return
      await together(db, (tx) => beginLookout(tx, id, at))
    },
  },
  { kind: 'lookout overdue', inside: (tx, id, now) => remindOfLookout(tx, id, momentAt(zone, now)) },
]
