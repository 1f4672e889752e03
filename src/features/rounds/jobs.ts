/** What the clock does with rounds: it tells of them, puts people together, sends, asks what came of it, and opens the next turn. */
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import type { Job } from '../../storage/due-work.ts'
import { inviteToRound } from './actions.ts'
import { BEFORE, CLOSES, INVITE, MATCH, SENDS } from './clocks.ts'
import { matchTurn } from './match-actions.ts'
import { AGAIN, askOnceMore, askWhetherMet } from './outcome-actions.ts'
import type { Engine } from './plan.ts'
import { BLOCKED, leaveBlocked, REPAIR, repairMeeting } from './repair-actions.ts'
import { DID_MEET, sendTurn } from './send-actions.ts'
import { tellBefore } from './turn-actions.ts'

/** One turn after the other, so that a large one keeps nothing else waiting. */
const LANE = 'rounds'

export function roundJobs(engine: Engine, zone: string): Job[] {
  const inside = (kind: string, work: (tx: Tx, id: string, at: Moment) => Promise<void>): Job => ({
    kind,
    inside: (tx, id, now) => work(tx, id, momentAt(zone, now)),
  })
  return [
    inside(INVITE, inviteToRound),
    inside(BEFORE, tellBefore),
    inside(DID_MEET, askWhetherMet),
    inside(AGAIN, askOnceMore),
    inside(BLOCKED, leaveBlocked),
    ...[CLOSES, MATCH].map(
      (kind): Job => ({ kind, lane: LANE, outside: (db, turn, now) => matchTurn(db, engine, turn, momentAt(zone, now)) }),
    ),
    { kind: REPAIR, lane: LANE, outside: (db, meeting, now) => repairMeeting(db, engine.knowledge, meeting, momentAt(zone, now)) },
    { kind: SENDS, lane: LANE, outside: (db, turn, now) => sendTurn(db, engine, turn, momentAt(zone, now)) },
  ]
}
