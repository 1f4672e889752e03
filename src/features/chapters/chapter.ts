/** A chapter: one installation, for one country or movement. A demo is a chapter for ever a demo. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { type Calendar, WEEKEND } from '../../basics/working-day.ts'

export type NewChapter = { name: string; kind: 'demo' | 'real'; zone: string; haveColour?: string; needColour?: string }
export type Chapter = NewChapter & { asks: Asking; calendar: Calendar; share: Sharing }

/** How long an ask waits: it is reminded of after each of these days, and expires after `days`. */
export type Asking = { remindAfter: readonly number[]; days: number }

/** Hours promised as a share of the working week: its length in hours, and from how many per cent on we warn, and above how many a manager must agree. */
export type Sharing = { week: number; warn: number; yes: number }

/** As a chapter comes: whoever wants other numbers and days off says so. */
export const AS_IT_COMES: Pick<Chapter, 'asks' | 'calendar' | 'share'> = {
  asks: { remindAfter: [3, 7], days: 14 },
  share: { week: 37, warn: 10, yes: 20 },
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

export type SharingRefusal = 'no such week' | 'no such share' | 'warns too late'

const [SHORTEST_WEEK, LONGEST_WEEK] = [10, 60]
/** So much is never reached: whoever sets it asks no manager. */
const MOST_SHARE = 999

/** Nobody is warned of what a manager has been asked about already. */
export function mayShareSo(share: Sharing): Answer<Sharing, SharingRefusal> {
  const { week, warn, yes: agreed } = share
  if (!(week >= SHORTEST_WEEK && week <= LONGEST_WEEK && Number.isInteger(week * 2))) return no('no such week')
  if (![warn, agreed].every((each) => Number.isInteger(each) && each >= 1 && each <= MOST_SHARE)) return no('no such share')
  return warn <= agreed ? yes(share) : no('warns too late')
}

/** The stylesheet that recolours every page; empty when the chapter keeps our colours. */
export function stylesheetOf(chapter: Chapter): string {
  const colours = [
    chapter.haveColour && `--chapter-have:${chapter.haveColour}`,
    chapter.needColour && `--chapter-need:${chapter.needColour}`,
  ].filter(Boolean)
  return colours.length === 0 ? '' : `:root{${colours.join(';')}}`
}
