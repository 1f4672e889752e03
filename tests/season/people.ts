/** The people of a season, always the same for one seed: who they are, and what each does with a letter. Read the table of habits first. */
import { A_DAY } from '../../src/basics/day.ts'

/** How somebody answers a letter that asks them something. */
export type Habit = {
  /** So many in a hundred of them live so. */
  share: number
  /** So many of a hundred questions they answer at all. */
  answers: number
  /** So many of a hundred answers are letters; the others are presses on a page. */
  byLetter: number
  /** Hours until they answer. */
  within: readonly [number, number]
  /** So many projects they offer to help, at most. */
  pledges: number
}

export const HABITS = {
  diligent: { share: 27, answers: 98, byLetter: 50, within: [1, 30], pledges: 4 },
  forgetful: { share: 16, answers: 55, byLetter: 60, within: [20, 160], pledges: 3 },
  silent: { share: 8, answers: 0, byLetter: 0, within: [1, 1], pledges: 2 },
  /** Away for three weeks, with a machine that answers meanwhile; half of them pause their letters first. */
  'on holiday': { share: 8, answers: 90, byLetter: 70, within: [2, 60], pledges: 2 },
  /** From the middle on nothing more comes from them but "stop letters". */
  'leaves half-way': { share: 8, answers: 90, byLetter: 60, within: [2, 70], pledges: 2 },
  /** A machine answers every letter, and says "Yes" while it does. */
  machine: { share: 5, answers: 0, byLetter: 0, within: [1, 1], pledges: 3 },
  /** From the third week on nothing arrives at their address any more. */
  bouncing: { share: 5, answers: 90, byLetter: 50, within: [2, 40], pledges: 3 },
  /** Never signs in after the first day. */
  'by letter': { share: 10, answers: 90, byLetter: 100, within: [1, 90], pledges: 2 },
  'by page': { share: 8, answers: 90, byLetter: 0, within: [1, 90], pledges: 2 },
  /** Writes what cannot be understood, twice, from the wrong address, and has letters passed on. */
  muddled: { share: 5, answers: 95, byLetter: 100, within: [1, 50], pledges: 2 },
} as const satisfies Record<string, Habit>
export type Temper = keyof typeof HABITS

/** Where people live: the clocks of most change on 25 October and 28 March, of others on other days or never. */
const ZONES = ['Europe/London', 'Europe/London', 'Europe/London', 'America/New_York', 'Australia/Sydney', 'Asia/Calcutta', 'Europe/Athens']

export type Person = {
  number: number
  email: string
  name: string
  temper: Temper
  habit: Habit
  zone: string
  chance: Chance
  /** When those who are away or leave do so. */
  away?: { from: Date; until: Date }
  leaves?: Date
  bounces?: Date
}

export type Plan = {
  seed: number
  people: number
  organisations: number
  projects: number
  /** A Monday, at midnight in London. */
  begins: Date
  weeks: number
  /** While the process is away nothing runs and nobody comes in; letters to us wait at the mail server. */
  outages: readonly { from: Date; until: Date }[]
}

/** Numbers that look like chance and are always the same for one seed (mulberry32). */
export type Chance = {
  below(most: number): number
  /** True for so many in a hundred. */
  isIn(hundred: number): boolean
  pick<T>(from: readonly T[]): T
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { below, isIn: (hundred) => below(100) < hundred, pick: <T>(from: readonly T[]) => from[below(from.length)] as T }
}

const TEMPERS = Object.keys(HABITS) as Temper[]

/** Spread evenly, so that twenty people have somebody of each temper too. */
function temperAt(number: number, people: number): Temper {
  const at = ((number + 0.5) / people) * 100
  const upTo = (last: Temper): number => TEMPERS.slice(0, TEMPERS.indexOf(last) + 1).reduce((sum, temper) => sum + HABITS[temper].share, 0)
  return TEMPERS.find((temper) => upTo(temper) > at) ?? 'diligent'
}

export function peopleOf({ seed, people, organisations, begins, weeks }: Plan): Person[] {
  return Array.from({ length: people }, (_, number): Person => {
    const chance = chanceOf(seed * 7919 + number)
    const temper = temperAt(number, people)
    const zone = ZONES[number % ZONES.length] ?? 'Europe/London'
    const inWeek = (week: number): Date => new Date(begins.getTime() + (week * 7 + chance.below(5)) * A_DAY + 10 * 3_600_000)
    const from = inWeek(Math.floor(weeks / 3))
    return {
      ...{ number, temper, zone, chance, habit: HABITS[temper] },
      email: `${temper.replaceAll(' ', '-')}-${number}@town${number % organisations}.example`,
      name: `Person ${number}`,
      ...(temper === 'on holiday' ? { away: { from, until: new Date(from.getTime() + 21 * A_DAY) } } : {}),
      ...(temper === 'leaves half-way' ? { leaves: inWeek(Math.floor(weeks / 2)) } : {}),
      ...(temper === 'bouncing' ? { bounces: inWeek(2) } : {}),
    }
  })
}

/** What is written for each kind of ask, and what it should be taken for. */
export type Words = {
  text: string
  numbered: (n: number) => string
  given: { answer: string; hours?: number; day?: string; line?: string }
}
const words = (text: string, numbered: string, given: Words['given']): Words => ({
  text,
  numbered: (n) => numbered.replace('#', String(n)),
  given,
})

export const ANSWERS: Record<string, readonly Words[]> = {
  'pledge offered': [
    words('Yes', 'yes #', { answer: 'yes' }),
    words('Yes please, happy to', 'Yes #', { answer: 'yes' }),
    words('ok', 'ok #', { answer: 'yes' }),
    words('Accept', 'accept #', { answer: 'yes' }),
    words('no, not this year', 'no # not this year', { answer: 'no', line: 'not this year' }),
  ],
  'check-in': [
    words('3 hours', 'done #: 3 hours', { answer: 'done', hours: 3 }),
    words('did 2.5 hours', 'done #: 2.5 hours', { answer: 'done', hours: 2.5 }),
    words('done 4', 'done #: 4 hours', { answer: 'done', hours: 4 }),
    words('1 hour', 'done #: 1 hour', { answer: 'done', hours: 1 }),
    words('none', 'none #', { answer: 'none' }),
    words('none this week', 'none #', { answer: 'none' }),
    words('stuck, the data never came', 'stuck #, the data never came', { answer: 'stuck', line: 'the data never came' }),
    words('I must stop', 'stop #', { answer: 'stop' }),
  ],
  'pledge kept': [
    words('keep', 'keep #', { answer: 'keep' }),
    words('keep it', 'keep #', { answer: 'keep' }),
    words('still here', 'keep #', { answer: 'keep' }),
    words('I must stop', 'stop #', { answer: 'stop' }),
  ],
  'pledge ends': [
    words('finished', 'finished #', { answer: 'finished' }),
    words('done', 'done #', { answer: 'finished' }),
    words('go on until LATER', 'renew # until LATER', { answer: 'renew', day: 'LATER' }),
  ],
  'project ready': [words('start LATER', 'start # until LATER', { answer: 'start', day: 'LATER' })],
  'at the deadline': [
    words('extend it', 'extend #', { answer: 'extend' }),
    words('more time', 'extend #', { answer: 'extend' }),
    words('stopped, we found nobody', 'stop #: we found nobody', { answer: 'stop', line: 'we found nobody' }),
  ],
  'at the last deadline': [words('stopped, we found nobody', 'stop #: we found nobody', { answer: 'stop', line: 'we found nobody' })],
  'phase overdue': [words('go on', 'go on #', { answer: 'go on' })],
  'work over': [
    words('delivered', 'delivered #', { answer: 'delivered' }),
    words('it stopped, the money ran out', 'stop #: the money ran out', { answer: 'stop', line: 'the money ran out' }),
  ],
}

/** What must never be taken for an answer, whatever was asked. */
export const NONSENSE = [
  'What is this about?',
  'maybe, if my manager agrees',
  'My colleague said yes',
  'Lunch was good',
  'yes and no',
  'yes if the dates move',
] as const
