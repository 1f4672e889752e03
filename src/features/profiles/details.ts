/** What somebody says of themselves when they have more than a minute: types, and what may stand there. */
import { addDays, type Day, instantAt, weekdayOf } from '../../basics/day.ts'
import type { Way, Wish } from '../../matching/candidate.ts'
import type { TagId } from '../../matching/tag.ts'

export const PROFESSIONS = [
  ...(['policy', 'digital', 'operations', 'finance', 'people'] as const),
  ...(['legal', 'communications', 'care', 'planning', 'other'] as const),
] as const
export type Profession = (typeof PROFESSIONS)[number]
export const WAYS: readonly Way[] = ['in person', 'online', 'phone']
export const WISHES: readonly Wish[] = ['another sector', 'another profession', 'the same profession', 'another organisation', 'nearby']
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const HALVES = ['morning', 'afternoon'] as const
export type HalfDay = `${(typeof DAYS)[number]} ${(typeof HALVES)[number]}`
export const HALF_DAYS: readonly HalfDay[] = DAYS.flatMap((day) => HALVES.map((half): HalfDay => `${day} ${half}`))
/** How many introductions somebody takes a month. */
export const INTRODUCTIONS = [0, 1, 2, 3, 4] as const

/** An empty text or list is something that they have not said. */
export type Details = {
  profession: Profession | ''
  areas: readonly TagId[]
  interests: readonly string[]
  learning: readonly string[]
  /** On which they would like the view of somebody from outside. */
  problem: string
  ways: readonly Way[]
  /** How far they would go to meet, in kilometres. */
  radius?: number
  halfDays: readonly HalfDay[]
  languages: readonly string[]
  introductions: number
  wishes: readonly Wish[]
}

export const DETAILS_AT_FIRST: Details = {
  profession: '',
  areas: [],
  interests: [],
  learning: [],
  problem: '',
  ways: [],
  halfDays: [],
  languages: [],
  introductions: 1,
  wishes: [],
}

const INTEREST = 'interest-'
/** What somebody may share with others, as the score knows it: ids of policy areas, and interests in small letters. */
export const topicsOf = (areas: readonly TagId[], interests: readonly string[]): string[] => [
  ...areas,
  ...interests.map((each) => `${INTEREST}${each.toLowerCase()}`),
]
/** The words of an interest; nothing for the id of a policy area. */
export const interestIn = (topic: string): string | undefined => (topic.startsWith(INTEREST) ? topic.slice(INTEREST.length) : undefined)

/** Those of some texts that may stand there, each once, in the order of the list. */
export const among = <T extends string>(all: readonly T[], texts: readonly string[]): T[] => all.filter((each) => texts.includes(each))

/** From when until when people meet in half a day, by their own clocks. */
const HOURS: Record<(typeof HALVES)[number], readonly number[]> = { morning: [9, 10, 11], afternoon: [13, 14, 15, 16] }
const A_WEEK = 7 * 24
const AN_HOUR = 3_600_000
/** The first Monday that computers count. */
const A_MONDAY = Date.UTC(1970, 0, 5)

/** The hours of the week, from 0 (Monday, midnight UTC) to 167, as the clocks of a zone stand in the week from today on. */
export function hoursOfWeek(halfDays: readonly HalfDay[], zone: string, today: Day): number[] {
  if (halfDays.length === 0) return []
  const week = weekOf(zone, today)
  return halfDays.flatMap((half) => week.get(half) ?? []).sort((a, b) => a - b)
}

/** A letter to everybody asks for the same week of the same few zones thousands of times, and clocks are slow to read. */
const WEEKS = new Map<string, ReadonlyMap<HalfDay, readonly number[]>>()
const MOST_WEEKS = 100

function weekOf(zone: string, today: Day): ReadonlyMap<HalfDay, readonly number[]> {
  const known = WEEKS.get(`${zone} ${today}`)
  if (known) return known
  const week = new Map<HalfDay, readonly number[]>()
  for (let ahead = 0; ahead < 7; ahead++) {
    const day = addDays(today, ahead)
    for (const half of HALVES)
      week.set(
        `${weekdayOf(day)} ${half}`,
        HOURS[half].map((hour) => Math.floor((instantAt(zone, day, hour * 60).getTime() - A_MONDAY) / AN_HOUR) % A_WEEK),
      )
  }
  if (WEEKS.size >= MOST_WEEKS) WEEKS.clear()
  WEEKS.set(`${zone} ${today}`, week)
  return week
}
