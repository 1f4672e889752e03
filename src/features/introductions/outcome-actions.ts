/** Two weeks after both said yes, each is asked whether they met; who says not yet is asked once more. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, type Moment, startOfDay } from '../../basics/day.ts'
import { workingDayFrom } from '../../basics/working-day.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { forget, plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { ask, findAsk, termOf } from '../asks/actions.ts'
import type { Ask } from '../asks/ask.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { type Introduction, partnerOf } from './introduction.ts'
import { ASKED_AFTER_DAYS, isAskedAgain, isOutcome } from './outcome.ts'
import { dropOutcome, findIntroduction, saveOutcome } from './store.ts'

export const DID_THEY_MEET = 'did they meet'
export const ASK_AGAIN = 'ask again whether they met'

/** Two weeks later, on a working day. */
export async function planQuestion(tx: Tx, kind: typeof DID_THEY_MEET | typeof ASK_AGAIN, about: string, at: Moment): Promise<void> {
  await plan(tx, { kind, about, at: startOfDay(at.zone, await askedAfter(tx, at.today)) })
}

export async function askedAfter(db: Db, day: Day): Promise<Day> {
  const { calendar } = (await findChapter(db)) ?? AS_IT_COMES
  return workingDayFrom(addDays(day, ASKED_AFTER_DAYS), calendar)
}

/** The clock's part. */
export async function askWhetherMet(tx: Tx, id: string, at: Moment): Promise<void> {
  const introduction = await findIntroduction(tx, id, at.zone)
  if (introduction?.state !== 'met') return
  for (const { id: person } of [introduction.person, introduction.other]) await askOne(tx, introduction, person, 1, at)
}

/** The clock's part, by the ask that was answered with "not yet". */
export async function askOnceMore(tx: Tx, askId: string, at: Moment): Promise<void> {
  const before = await findAsk(tx, askId)
  const introduction = before && (await findIntroduction(tx, before.about, at.zone))
  if (before?.person !== undefined && introduction) await askOne(tx, introduction, before.person, timesOf(before) + 1, at)
}

async function askOne(tx: Tx, introduction: Introduction, person: string, times: number, at: Moment): Promise<void> {
  const facts = { introduction: introduction.id, who: partnerOf(introduction, person), times }
  await ask(tx, { kind: 'did you meet', about: introduction.id, person, facts, term: await termOf(tx, at) }, at)
}

const timesOf = ({ facts }: Ask): number => ('times' in facts && typeof facts.times === 'number' ? facts.times : 1)

type Refusal = 'no such answer'

export async function sayWhetherMet(tx: Tx, asked: Ask, said: string, by: string, at: Moment): Promise<Answer<true, Refusal>> {
  if (!isOutcome(said)) return no('no such answer')
  await saveOutcome(tx, asked.about, by, said, at.now)
  await record(tx, { at: at.now, who: by, did: 'introduction remembered', about: asked.about })
  if (isAskedAgain(said, timesOf(asked))) await planQuestion(tx, ASK_AGAIN, asked.id, at)
  return yes(true)
}

export async function unsayWhetherMet(tx: Tx, asked: Ask, by: string): Promise<Answer<true, Refusal>> {
  await dropOutcome(tx, asked.about, by)
  await forget(tx, ASK_AGAIN, asked.id)
  return yes(true)
}
