/** A chapter: one installation, for one country or movement. A demo is a chapter for ever a demo. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Calendar, WEEKEND } from '../../basics/working-day.ts'

export type NewChapter = { name: string; kind: 'demo' | 'real'; zone: string; haveColour?: string; needColour?: string }
export type Chapter = NewChapter & { asks: Asking; calendar: Calendar }

/** How long an ask waits: it is reminded of after each of these days, and expires after `days`. */
export type Asking = { remindAfter: readonly number[]; days: number }

/** As a chapter comes: whoever wants other numbers and days off says so. */
export const AS_IT_COMES: Pick<Chapter, 'asks' | 'calendar'> = {
  asks: { remindAfter: [3, 7], days: 14 },
  calendar: { weekend: WEEKEND, holidays: new Set() },
}

export type AskingRefusal = 'not a whole number of days' | 'not in order' | 'too many' | 'after the end'

const LONGEST = 60
const MOST_REMINDERS = 5

/** Nobody is reminded every day, or of what is over. */
export function mayAskSo(asks: Asking): Answer<Asking, AskingRefusal> {
  const { remindAfter, days } = asks
  if (![...remindAfter, days].every((each) => Number.isInteger(each) && each >= 1 && each <= LONGEST))
    return no('not a whole number of days')
  if (remindAfter.some((each, turn) => turn > 0 && each <= (remindAfter[turn - 1] ?? 0))) return no('not in order')
  if (remindAfter.length > MOST_REMINDERS) return no('too many')
  if ((remindAfter.at(-1) ?? 0) >= days) return no('after the end')
  return yes(asks)
}

/** The stylesheet that recolours every page; empty when the chapter keeps our colours. */
export function stylesheetOf(chapter: Chapter): string {
  const colours = [
    chapter.haveColour && `--chapter-have:${chapter.haveColour}`,
    chapter.needColour && `--chapter-need:${chapter.needColour}`,
  ].filter(Boolean)
  return colours.length === 0 ? '' : `:root{${colours.join(';')}}`
}
