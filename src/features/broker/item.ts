/** A broker's item: a promise that was broken and waits for a broker, since when, and who looks after it. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { HALF_TIME_DAYS } from '../projects/half-time.ts'
import { WORK_OVER_AGAIN_DAYS } from '../projects/project.ts'

/** Found by looking: each is so for as long as it is so. */
export const FOUND = [
  'half time',
  'start overdue',
  'phase overdue',
  'work over',
  'owner gone',
  'released twice',
  'letter bounced',
  'reply unclear',
  'event step overdue',
  'agenda missing',
  'notes missing',
  'job failing',
] as const
/** Told by an earlier feature, by calling for work of a kind of its own. */
export const TOLD = ['stuck'] as const
export type FoundKind = (typeof FOUND)[number]
export type ToldKind = (typeof TOLD)[number]
export type ItemKind = FoundKind | ToldKind

export const isItemKind = (kind: string): kind is ItemKind => [...FOUND, ...TOLD].some((each) => each === kind)

/** The owner hears first; so many days after the promise was broken a broker hears. */
export const AFTER_DAYS: Record<
  'half time' | 'start overdue' | 'phase overdue' | 'work over' | 'event step overdue' | 'agenda missing' | 'notes missing',
  number
> = {
  'half time': HALF_TIME_DAYS,
  'start overdue': 3,
  'phase overdue': 7,
  'work over': WORK_OVER_AGAIN_DAYS,
  'event step overdue': 3,
  // Working days; where the event is near, hours.
  'agenda missing': 2,
  // Hosts have two weeks, and then the organiser has one.
  'notes missing': 22,
}

/** An event is so near that a broker hears soon that it has no agenda. */
export const [NEAR_DAYS, NEAR_HOURS] = [3, 1] as const

/** Later nobody can write what came of a session. */
export const NOTES_OPEN_DAYS = 60

export const OUTCOMES = ['solved', 'passed on', 'nothing to do'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const isOutcome = (said: string): said is Outcome => OUTCOMES.some((each) => each === said)
export type Closing = { outcome: Outcome | 'settled by itself'; line: string; by?: Somebody; on: Day }
type Somebody = { id: string; name: string }

export type Item = {
  id: string
  kind: ItemKind
  /** A project, a role, a pledge, an address, an event, a letter that came in, or work that is due. */
  about: string
  /** The first day on which the promise was broken. */
  since: Day
  project?: { id: string; title: string; owner: Somebody }
  person?: Somebody
  /** A word that goes with it: the phase, the skill, the kind of work. */
  what: string
  /** What somebody wrote with it last. */
  said?: string
  openedOn: Day
  takenBy?: Somebody
  snoozedUntil?: Day
  closing?: Closing
}

/** What was done about an item, the oldest first. */
export type Step = {
  did: 'opened' | 'taken' | 'handed over' | 'snoozed' | 'closed'
  by?: Somebody
  whom?: Somebody
  until?: Day
  on: Day
}

export const isSnoozed = ({ snoozedUntil }: Pick<Item, 'snoozedUntil'>, today: Day): boolean =>
  snoozedUntil !== undefined && snoozedUntil > today

/** What was closed comes back after so long when the same promise is still broken; a new one opens at once. */
export const COMES_BACK_DAYS = 28
/** What nobody takes for so long waits for every broker. */
export const UNTAKEN_DAYS = 7
export const LONGEST_SNOOZE = 60
export const MOST_CLOSING = 500

type Closed = 'not a broker' | 'closed before'
const isOpenTo = (item: Pick<Item, 'closing'>, { broker }: Viewer): Answer<true, Closed> =>
  broker ? (item.closing ? no('closed before') : yes(true)) : no('not a broker')

export type TakeRefusal = Closed | 'taken by another'

export function mayTake(item: Item, by: Viewer): Answer<true, TakeRefusal> {
  const open = isOpenTo(item, by)
  if (!open.yes) return open
  return item.takenBy && item.takenBy.id !== by.person ? no('taken by another') : yes(true)
}

export type HandOverRefusal = Closed | 'nobody chosen' | 'has it already'

/** Any broker may, so that nothing stays with somebody who is away. */
export function mayHandOver(item: Item, by: Viewer, to: string, brokers: readonly string[]): Answer<string, HandOverRefusal> {
  const open = isOpenTo(item, by)
  if (!open.yes) return open
  if (!brokers.includes(to)) return no('nobody chosen')
  return item.takenBy?.id === to ? no('has it already') : yes(to)
}

export type SnoozeRefusal = TakeRefusal | 'no such day' | 'day not ahead' | 'day too far'

/** Whoever puts it off looks after it from then on. */
export function maySnooze(item: Item, by: Viewer, until: Day | undefined, today: Day): Answer<Day, SnoozeRefusal> {
  const take = mayTake(item, by)
  if (!take.yes) return take
  if (until === undefined) return no('no such day')
  if (until <= today) return no('day not ahead')
  return until > addDays(today, LONGEST_SNOOZE) ? no('day too far') : yes(until)
}

export type CloseRefusal = Closed | 'no outcome' | 'nothing said'

export function mayClose(item: Item, by: Viewer, outcome: string, line: string): Answer<Outcome, CloseRefusal> {
  const open = isOpenTo(item, by)
  if (!open.yes) return open
  if (!isOutcome(outcome)) return no('no outcome')
  return line === '' ? no('nothing said') : yes(outcome)
}

export const SHOWS = ['all', 'mine', 'nobody', 'snoozed', 'closed'] as const
/** What the inbox shows: all that is awake, what I have taken of it, what nobody has; what sleeps, and what is closed. */
export type Show = (typeof SHOWS)[number]
export type Counts = Record<Exclude<Show, 'closed'>, number>
