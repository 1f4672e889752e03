/** The pulse of pledges: asked every week, reminded once, and freed kindly when nobody answers. */
import { type Answer, yes } from '../../basics/answer.ts'
import { addDays, type Day, type Moment, startOfDay } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Tx } from '../../storage/db.ts'
import { plan, planMany } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { askMany } from '../asks/actions.ts'
import type { Given } from '../asks/ask.ts'
import { withdrawPledge } from '../pledges/actions.ts'
import { endPledge, releasePledge, renewPledge } from '../pledges/keeping-actions.ts'
import type { OverRefusal, WithdrawRefusal } from '../pledges/pledge.ts'
import { A_WEEK, beatOf, weekFrom } from './check-in.ts'
import { listPulses } from './store.ts'

export const CHECK_IN = 'check-in'
export const BEGIN = 'begin check-ins'
/** A broker hears of it. */
export const STUCK = 'pledge stuck'
const MORNING = 9 * 60 * 60_000

/** After the night, in which what was asked before has expired. */
const inTheMorning = (zone: string, day: Day): Date => new Date(startOfDay(zone, day).getTime() + MORNING)

/** Somebody's place is theirs: a week after the work begins they are asked how it goes. */
export const beginCheckIns = (tx: Tx, pledge: string, at: Moment): Promise<void> =>
  plan(tx, { kind: CHECK_IN, about: pledge, at: inTheMorning(at.zone, addDays(at.today, A_WEEK)) })

/** The clock's part: what is asked of these pledges today, and when to look again. */
export async function checkIn(tx: Tx, pledges: readonly string[], at: Moment): Promise<void> {
  const pulses = await listPulses(tx, pledges)
  const beats = pulses.map((pulse) => ({ pulse, ...beatOf(pulse, at.today) }))
  await planMany(
    tx,
    beats.flatMap(({ pulse, again }) =>
      again === undefined ? [] : [{ kind: CHECK_IN, about: pulse.id, at: inTheMorning(at.zone, again) }],
    ),
  )
  const term = weekFrom(at.today)
  const questions = beats.flatMap(({ pulse, ask: kind }) => {
    const { id, person, project, title, skill, delivered, isLookingAfter, pledge } = pulse
    const facts = { pledge: id, project, title, skill, delivered, isLookingAfter, until: pledge.until }
    return kind === undefined ? [] : [{ kind, about: id, person, facts, term }]
  })
  await askMany(tx, questions, at)
}

/** Nobody answered whether a place is still theirs. */
export const freeSilent = (tx: Tx, pledge: string, delivered: number, at: Moment): Promise<void> => releasePledge(tx, pledge, delivered, at)

export async function answerCheckIn(
  tx: Tx,
  pledge: string,
  { answer, day, line }: Given,
  delivered: number,
  by: Viewer,
  at: Moment,
): Promise<Answer<unknown, OverRefusal | WithdrawRefusal | 'not found'>> {
  if (answer === 'stop') return withdrawPledge(tx, pledge, by, at)
  if (answer === 'finished') return endPledge(tx, pledge, delivered, at)
  if (answer === 'renew' && day) return renewPledge(tx, pledge, day, at)
  if (answer === 'stuck') await record(tx, { at: at.now, who: by.person, did: STUCK, about: pledge, callsFor: [STUCK] })
  return yes(line)
}
