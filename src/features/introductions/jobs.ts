/** What the clock does with introductions: no question waits for ever. */
import { momentAt } from '../../basics/day.ts'
import { together } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { listViewers } from '../people/actions.ts'
import { suggestFor } from '../suggestions/actions.ts'
import type { Recall } from '../suggestions/memory-actions.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'
import { ENDS, endIntroduction, leaveInPeace, lookUpIntroduction, waitersOf } from './actions.ts'
import { ASK_AGAIN, askOnceMore, askWhetherMet, DID_THEY_MEET } from './outcome-actions.ts'

export const introductionJobs = (recall: Recall, zone: string): Job[] => [
  {
    // Outside a transaction, because the memory reads on its own; a second run finds it over.
    kind: ENDS,
    lane: ENDS,
    async outside(db, id, now) {
      const at = momentAt(zone, now)
      const introduction = await lookUpIntroduction(db, id, zone)
      if (!introduction) return
      const next = new Map<string, Suggestion>()
      for (const viewer of (await listViewers(db, waitersOf(introduction))).values()) {
        const [best] = await suggestFor(db, recall, viewer, 1, at)
        if (best) next.set(viewer.person, best)
      }
      await together(db, (tx) => endIntroduction(tx, id, next, at))
    },
  },
  { kind: 'somebody blocked', inside: (tx, person, now) => leaveInPeace(tx, person, momentAt(zone, now)) },
  { kind: DID_THEY_MEET, inside: (tx, id, now) => askWhetherMet(tx, id, momentAt(zone, now)) },
  { kind: ASK_AGAIN, inside: (tx, id, now) => askOnceMore(tx, id, momentAt(zone, now)) },
]
