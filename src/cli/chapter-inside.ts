/** Shows a chapter's numbers and days off, and changes them all or not at all. */
import type { Backstage } from '../backstage.ts'
import type { Answer } from '../basics/answer.ts'
import { type Day, dayIn, readDay } from '../basics/day.ts'
import type { Holiday } from '../basics/working-day.ts'
import type { Said, Words } from '../control.ts'
import { changeAsking, changeSharing, findChapter, listHolidays, takeOff, workOn } from '../features/chapters/actions.ts'
import type { Asking, Chapter, Sharing } from '../features/chapters/chapter.ts'
import { ASKING_REFUSALS, HOLIDAY_REFUSALS, SHARING_REFUSALS } from '../features/chapters/words.ts'
import { type Tx, together } from '../storage/db.ts'
import { Refused, WrongUse } from './command.ts'

export async function chapterInside({ storage, chapter, now }: Backstage, words: Words, say: (said: Said) => void): Promise<void> {
  const at = now()
  const [holidays, worked] = [texts(words['holiday']).map(readHoliday), texts(words['work']).map((text) => readOneDay('--work', text))]
  const changed = await together(storage.db, async (tx) => {
    const before = (await findChapter(tx)) ?? chapter
    const asks = readAsking(words, before.asks)
    if (asks) must(await changeAsking(tx, asks, at), ASKING_REFUSALS)
    const share = readSharing(words, before.share)
    if (share) must(await changeSharing(tx, share, at), SHARING_REFUSALS)
    for (const holiday of holidays) must(await takeOff(tx, holiday, at), HOLIDAY_REFUSALS, holiday.day)
    for (const day of worked) must(await workOn(tx, day, at), HOLIDAY_REFUSALS, day)
    return stateOf(tx, before, dayIn(before.zone, at))
  })
  say({ text: sayChapter(changed), facts: changed })
}

/** A year and more of the UK's. */
const SHOWN = 12

type State = Pick<Chapter, 'name' | 'kind' | 'zone' | 'asks' | 'share'> & { weekend: readonly string[]; holidays: readonly Holiday[] }

async function stateOf(tx: Tx, before: Chapter, today: Day): Promise<State> {
  const { name, kind, zone, asks, share, calendar } = (await findChapter(tx)) ?? before
  return { name, kind, zone, asks, share, weekend: calendar.weekend, holidays: await listHolidays(tx, today) }
}

const sayChapter = ({ name, zone, asks, share, weekend, holidays }: State): string =>
  [
    `${name} (${zone})`,
    asks.remindAfter.length === 0
      ? `An ask is not reminded of, and ends after ${asks.days} days.`
      : `An ask is reminded of after ${asks.remindAfter.join(' and ')} days, and ends after ${asks.days}.`,
    `A working week has ${share.week} hours. Whoever promises ${share.warn} % of it is warned; above ${share.yes} % their manager must agree.`,
    `Days off: ${weekend.join(', ')}${holidays.length === 0 ? '. No holiday is known.' : ' and'}`,
    ...holidays.slice(0, SHOWN).map((holiday) => `  ${holiday.day}  ${holiday.name}`),
    ...(holidays.length > SHOWN ? [`  and ${holidays.length - SHOWN} more, until ${holidays.at(-1)?.day}`] : []),
  ].join('\n')

/** The sentence of a refusal ends everything, so nothing is half changed. */
function must<T, W extends string>(answer: Answer<T, W>, sentences: Record<W, string>, about?: string): void {
  if (!answer.yes) throw new Refused(`${about === undefined ? '' : `${about}: `}${sentences[answer.why]}`)
}

function readAsking({ remind, expire }: Words, { remindAfter, days }: Asking): Asking | undefined {
  if (remind === undefined && expire === undefined) return undefined
  return {
    remindAfter: typeof remind === 'string' ? (remind.trim() === 'none' ? [] : remind.split(',').map(readCount)) : remindAfter,
    days: typeof expire === 'string' ? readCount(expire) : days,
  }
}

function readSharing({ week, warn, manager }: Words, share: Sharing): Sharing | undefined {
  if (week === undefined && warn === undefined && manager === undefined) return undefined
  return {
    week: typeof week === 'string' ? Number(week.trim() || Number.NaN) : share.week,
    warn: typeof warn === 'string' ? readCount(warn) : share.warn,
    yes: typeof manager === 'string' ? readCount(manager) : share.yes,
  }
}

/** What is no number is refused by the rule. */
const readCount = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN)

function readHoliday(text: string): Holiday {
  const [day = '', ...name] = text.split('=')
  return { day: readOneDay('--holiday', day), name: name.join('=') }
}

function readOneDay(option: string, text: string): Day {
  const day = readDay(text)
  if (day === undefined) throw new WrongUse(`${option} needs a day like 2026-12-28, not "${text}".`)
  return day
}

const texts = (words: Words[string] | undefined): readonly string[] => (words === undefined ? [] : [words].flat())
