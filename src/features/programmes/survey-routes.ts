/** The doors of the closing survey. */
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { findSurvey } from './nudge-store.ts'
import type { Programme } from './programme.ts'
import { findKnown } from './routes.ts'
import { isWorth, isYesOrNo, MOST_SURVEY_LINE } from './survey.ts'
import { answerSurvey, mayAnswerSurvey } from './survey-actions.ts'
import { surveyPage, typedSurvey } from './survey-pages.ts'
import { LINE_FAULTS, SAY_REFUSALS, SURVEY_REFUSALS } from './words.ts'

const NARROW = { narrow: true } as const

export function surveyRoutes(db: Db): Route[] {
  /** Whoever had no partner in it finds no such page. */
  async function surveyed(visit: Visit): Promise<Programme> {
    const viewer = somebody(visit)
    const programme = await findKnown(db, visit)
    const may = await mayAnswerSurvey(db, programme, viewer.person)
    if (may.yes) return programme
    if (may.why === 'not over yet') throw new Forbidden(SURVEY_REFUSALS[may.why])
    throw new Missing()
  }

  return [
    get('/programmes/:id/survey', async (visit) => {
      const programme = await surveyed(visit)
      const said = typedSurvey(await findSurvey(db, programme.id, somebody(visit).person))
      return page(programme.title, surveyPage({ programme, said, faults: {} }), NARROW)
    }),

    post('/programmes/:id/survey', async (visit) => {
      const programme = await surveyed(visit)
      const { text } = visit.form
      const said = { worth: text('worth'), again: text('again'), inTouch: text('inTouch'), line: text('line') }
      const line = readText(said.line, { most: MOST_SURVEY_LINE, lines: 'many', optional: true })
      if (!isWorth(said.worth) || !line.yes) {
        const faults = {
          ...(isWorth(said.worth) ? {} : { worth: SAY_REFUSALS['no such answer'] }),
          ...(line.yes ? {} : { line: LINE_FAULTS[line.why] }),
        }
        return pageWithMistakes(programme.title, surveyPage({ programme, said, faults }), NARROW)
      }
      const answers = {
        ...{ worth: said.worth, line: line.value },
        ...(isYesOrNo(said.again) ? { again: said.again } : {}),
        ...(isYesOrNo(said.inTouch) ? { inTouch: said.inTouch } : {}),
      }
      const answer = await answerSurvey(db, programme.id, somebody(visit).person, answers, visit)
      if (!answer.yes) throw new Missing()
      return goTo(`/programmes/${programme.id}?done=answered`)
    }),
  ]
}
