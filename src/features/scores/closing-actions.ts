/** Closing the scoring: the ranking is worked out once, from what has been said until then. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day, Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { moveEvent } from '../events/actions.ts'
import type { MoveRefusal } from '../events/event.ts'
import { outcomeOf } from './ranked.ts'
import { addOutcome, isRanked } from './ranking-store.ts'
import { isClosed, isOpen } from './scoring.ts'
import { listScores, lockScoring } from './store.ts'

export { listChosen } from './ranking-store.ts'

/** The event goes on, and all see the totals. */
export async function closeScoring(
  db: Db,
  event: string,
  viewer: Viewer,
  until: Day | undefined,
  at: Moment,
): Promise<Answer<true, MoveRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const scoring = await lockScoring(tx, event)
    if (!scoring) return no('not found')
    if (!isOpen(scoring).yes) return no('another step')
    const moved = await moveEvent(tx, event, viewer, { to: 'starring', until }, at)
    if (!moved.yes) return moved
    await rankOnceClosed(tx, event, at)
    return yes(true)
  })
}

/** Whoever moves the event on, and however, closes its scoring. */
export async function rankOnceClosed(tx: Tx, event: string, at: Moment): Promise<void> {
  const scoring = await lockScoring(tx, event)
  if (!scoring || !isClosed(scoring.step) || (await isRanked(tx, event))) return
  const { pitches, scores } = await listScores(tx, event)
  const outcome = outcomeOf(scoring, pitches, scores)
  await addOutcome(tx, event, outcome, at.now)
  await record(tx, { at: at.now, did: 'pitches ranked', about: event, numbers: { pitches: pitches.length, scores: outcome.scores } })
}
