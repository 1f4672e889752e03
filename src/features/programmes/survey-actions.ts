/** What those who had a partner say when a programme is over. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { settleAsk } from '../asks/actions.ts'
import { dropSurvey, findSurvey, putSurvey } from './nudge-store.ts'
import { listPairsOf } from './pair-store.ts'
import type { Programme } from './programme.ts'
import { findProgramme } from './store.ts'
import type { Survey, SurveyRefusal } from './survey.ts'

/** By a word, or on its page. Only those who had a partner are asked. */
export async function mayAnswerSurvey(db: Db, programme: Programme, person: string): Promise<Answer<true, SurveyRefusal>> {
  if (programme.state !== 'ended') return no('not over yet')
  return (await listPairsOf(db, programme.id, ['running', 'ended'], person)).length > 0 ? yes(true) : no('no partner')
}

/** What was said on the page before stays, where a word alone says the rest. */
export async function answerSurvey(
  db: Db,
  id: string,
  person: string,
  said: Pick<Survey, 'worth'> & Partial<Survey>,
  at: Moment,
): Promise<Answer<true, SurveyRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const programme = await findProgramme(tx, id)
    if (!programme) return no('not found')
    const may = await mayAnswerSurvey(tx, programme, person)
    if (!may.yes) return may
    const before = await findSurvey(tx, id, person)
    await putSurvey(tx, id, person, { line: '', ...before, ...said }, at.now)
    await settleAsk(tx, 'programme survey', id, { answer: said.worth, line: said.line ?? '' }, at, person)
    await record(tx, { at: at.now, who: person, did: 'programme remembered', about: id })
    return yes(true)
  })
}

export async function unanswerSurvey(tx: Tx, id: string, person: string): Promise<Answer<true, never>> {
  await dropSurvey(tx, id, person)
  return yes(true)
}
