/** An ask: anything that waits for one person's answer. Who is asked, about what, with which choices, until when. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, readDay } from '../../basics/day.ts'
import { readText } from '../../basics/text.ts'
import { workingDayFrom } from '../../basics/working-day.ts'
import type { Chapter } from '../chapters/chapter.ts'

/** Each feature adds its kinds, and the facts that their words need. */
// biome-ignore lint/suspicious/noEmptyInterface: the features fill it
export interface AskFacts {}
export type AskKind = keyof AskFacts & string

/** One of the answers to an ask. */
export type Choice = {
  /** What is kept: "yes", "no", "stuck". */
  answer: string
  /** On the button: "Accept". */
  label: string
  /** What people write for it in a reply besides `answer`, in lower case. */
  words: readonly string[]
  /** What may stand with it, or must: a reason, hours and a day are never left out. */
  takes?: 'a line' | 'a reason' | 'hours' | 'a day'
  /** Its effect is everybody's at once, so it cannot be taken back. */
  isFinal?: true
}

/** What we advise to write for it. "Stop" alone could mean all letters as well. */
export const wordFor = ({ answer, words: [first = answer] }: Pick<Choice, 'answer' | 'words'>): string =>
  answer === 'stop' ? first : answer

/** The two that most asks offer, by the words on their buttons. */
export const yesOr = (yes: string, no: string, { takes, isFinal }: Pick<Choice, 'takes' | 'isFinal'> = {}): readonly Choice[] => [
  {
    answer: 'yes',
    label: yes,
    ...(isFinal ? { isFinal } : {}),
    words: ['ok', 'okay', 'accept', 'accepted', 'agreed', 'sure', 'gladly', 'happy to'],
  },
  { answer: 'no', label: no, words: ['nope', 'decline', 'declined', 'not this time', 'not now', 'no thanks'], ...(takes ? { takes } : {}) },
]

/** An answer as somebody gave it. */
export type Given = { answer: string; line: string; hours?: number; day?: Day }

/** Over: what it was about has ended before there was an answer. */
export type AskState = 'open' | 'answered' | 'expired' | 'over'
export type Ask = {
  id: string
  kind: string
  /** The thing it is about: a pledge, an offer to merge. */
  about: string
  person?: string
  /** Instead of a person: whoever reads there is asked, and need not take part. */
  address?: string
  /** Who hears of the answer; nobody when we ask by ourselves. */
  asker?: string
  /** What people write or type to say which ask they mean: "K7QX4". */
  code: string
  facts: object
  askedOn: Day
  answerBy: Day
  /** How many reminders have been written. */
  reminded: number
  state: AskState
  given?: Given
  answeredAt?: Date
  undoUntil?: Date
}

/** Who was asked: a person's id, or an address. The two never look alike. */
export const askedOf = ({ person, address }: Pick<Ask, 'person' | 'address'>): string => person ?? address ?? ''

export const MOST_LINE = 500
const MOST_HOURS = 100

export type TypedAnswer = { line: string; hours: string; day: string }
export type AnswerFault = 'too long' | 'unseen characters' | 'no reason' | 'no hours' | 'no such day' | 'day has passed'
export type AnswerFaults = Partial<Record<keyof TypedAnswer, AnswerFault>>

/** What stands with an answer counts only where the choice takes it. */
export function readGiven(
  choice: Choice,
  typed: TypedAnswer,
  today: Day,
): { yes: true; value: Given } | { yes: false; faults: AnswerFaults } {
  const given: Given = { answer: choice.answer, line: '' }
  if (choice.takes === 'a line' || choice.takes === 'a reason') {
    const line = readText(typed.line, { most: MOST_LINE, lines: 'many', optional: choice.takes === 'a line' })
    if (!line.yes) return { yes: false, faults: { line: line.why === 'empty' ? 'no reason' : line.why } }
    given.line = line.value
  }
  if (choice.takes === 'hours') {
    const hours = Number(typed.hours.trim().replace(',', '.') || Number.NaN)
    if (!(hours > 0 && hours <= MOST_HOURS)) return { yes: false, faults: { hours: 'no hours' } }
    given.hours = Math.round(hours * 4) / 4
  }
  if (choice.takes === 'a day') {
    const day = readDay(typed.day)
    if (!day || day < today) return { yes: false, faults: { day: day ? 'day has passed' : 'no such day' } }
    given.day = day
  }
  return { yes: true, value: given }
}

/** What a page and a letter say of an ask. Paragraphs may hold links to our own pages. */
export type Wording = {
  /** Of the letter; the code is put behind it. */
  subject: string
  heading: string
  says: readonly string[]
  /** What becomes of it without an answer. */
  silence: string
}

/** What one kind of ask offers and says. */
export type AskWords<K extends AskKind> = { choices: readonly Choice[]; words(facts: AskFacts[K], by: Day, today: Day): Wording }

/** So long an answer can be taken back, and the letters about it wait. */
export const UNDO_MINUTES = 10

/** When somebody is reminded, and the last day to answer: working days, the next ones where the chapter's numbers hit a free one. */
export type Term = {
  remindOn: readonly Day[]
  answerBy: Day
  /** A clock of the thing itself asks again, or ends it: until then the ask waits, and never expires by itself. */
  hasOwnClock?: true
}

/** By the clock of the thing itself. */
export const waitsUntil = (answerBy: Day): Term => ({ remindOn: [], answerBy, hasOwnClock: true })

export function termFrom(today: Day, { asks: { remindAfter, days }, calendar }: Pick<Chapter, 'asks' | 'calendar'>): Term {
  const after = (days: number): Day => workingDayFrom(addDays(today, days), calendar)
  const answerBy = after(days)
  return { remindOn: [...new Set(remindAfter.map(after))].filter((day) => day < answerBy), answerBy }
}

/** An ask with a shorter time of its own is reminded of once. After an absence of ours one reminder stands for all that were missed. */
export function nextReminder(
  { askedOn, answerBy }: Pick<Ask, 'askedOn' | 'answerBy'>,
  numbers: Parameters<typeof termFrom>[1],
  today: Day,
): Day | undefined {
  const term = termFrom(askedOn, numbers)
  return term.answerBy > answerBy ? undefined : term.remindOn.find((day) => day > today && day < answerBy)
}

export const undoUntil = (now: Date): Date => new Date(now.getTime() + UNDO_MINUTES * 60_000)

/** The last day has passed. */
export const isLate = ({ answerBy }: Pick<Ask, 'answerBy'>, today: Day): boolean => answerBy < today

export type AskRefusal = 'not asked' | 'no such choice' | 'answered before' | 'too late' | 'over'

/** The first answer counts. */
export function mayAnswer(ask: Ask, by: string, choice: Choice | undefined): Answer<Choice, AskRefusal> {
  if (askedOf(ask) !== by) return no('not asked')
  if (ask.state === 'answered') return no('answered before')
  if (ask.state !== 'open') return no(ask.state === 'over' ? 'over' : 'too late')
  return choice ? yes(choice) : no('no such choice')
}

export type UndoRefusal = 'not asked' | 'not answered' | 'left the house'

/** Until the letters about the answer leave, it can be taken back. */
export function mayUndo(ask: Ask, person: string, choice: Choice | undefined, now: Date): Answer<true, UndoRefusal> {
  if (ask.person !== person) return no('not asked')
  if (ask.state !== 'answered') return no('not answered')
  return !choice?.isFinal && ask.undoUntil && now < ask.undoUntil ? yes(true) : no('left the house')
}

/** What came of an answer, its refusal in words. */
export const inWords = <Why extends string>(done: Answer<unknown, Why | 'not found'>, words: Record<Why, string>): Answer<true, string> =>
  done.yes ? yes(true) : no(done.why === 'not found' ? 'This is not there any more.' : words[done.why])

const CODE_LENGTH = 5
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The last signs of an id are chance, so they tell asks apart; whoever answers must be the one who was asked as well. */
export const codeOf = (id: string): string => id.slice(-CODE_LENGTH).toUpperCase()

/** As people copy it: small or large, with O for 0 and I or L for 1, and with what stands around it. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return code.length === CODE_LENGTH && [...code].every((sign) => CROCKFORD.includes(sign)) ? code : undefined
}
