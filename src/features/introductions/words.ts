/** Every sentence people read about introductions. */
import { type Day, dayIn, sayDay, sayTime, weekdayOf } from '../../basics/day.ts'
import type { TextFault } from '../../basics/text.ts'
import { sayWhy } from '../suggestions/words.ts'
import { type AnswerRefusal, type IntroduceRefusal, MOST_LINE, MOST_OPEN, type ProposeRefusal } from './introduction.ts'
import { chosenOf, type Why } from './why.ts'

const NOT_NOW = 'They cannot take another introduction just now. Try again in a week or two.'

export const INTRODUCE_REFUSALS: Record<IntroduceRefusal, string> = {
  yourself: 'You have met yourself already. Choose somebody else.',
  'not a member': 'We do not know your organisation yet. Once we do, you can ask to meet people.',
  'no member': 'Nobody has said yes yet that they work where they say, so they cannot be introduced.',
  supplier: 'Suppliers answer when they are asked. They do not ask people first.',
  'same team': 'You work for the same organisation, so you need no introduction. Write to them.',
  blocked: 'This person is not here.',
  'introduced lately': 'You two were introduced, or one of you was asked, in the last half year. Meet somebody new first.',
  'paused yourself': 'You have paused. End your pause first, and then ask.',
  'too many open': `${MOST_OPEN} introductions of yours wait for an answer. Ask again when one of them has ended.`,
  'cannot now': NOT_NOW,
}

export const PROPOSE_REFUSALS: Record<ProposeRefusal, string> = {
  ...INTRODUCE_REFUSALS,
  'not a broker': 'Only brokers propose that two others meet.',
  'one of the two': 'You are one of the two. Ask to meet them yourself.',
  yourself: 'Name two different people.',
  supplier: 'Suppliers are not asked first. Begin with the other one.',
  'same team': 'The two work for the same organisation.',
  'introduced lately': 'The two were introduced, or one of them was asked, in the last half year.',
  'cannot now': 'One of the two cannot take another introduction just now. Try again in a week or two.',
}

export const ANSWER_REFUSALS: Record<AnswerRefusal, string> = {
  'not asked': 'This was not asked of you.',
  'answered before': 'You have answered this already.',
  over: 'The time for this introduction is over.',
}

export const OUTCOME_REFUSALS: Record<'no such answer', string> = { 'no such answer': 'Choose one of the answers.' }

export const LINE_FAULTS: Record<TextFault, string> = {
  empty: 'Write a line.',
  'too long': `Shorten your line to ${MOST_LINE} characters or fewer.`,
  'unseen characters': 'Take out characters that cannot be seen. Type the line again instead of pasting it.',
}

/** One sentence that is true of both, as one of them reads it. */
export const sayReason = (why: Why): string => sayWhy(why)

const ABOUT = (what: string): readonly string[] => [
  `What did you try first with ${what}, and what would you do differently today?`,
  `Which part of ${what} looked easy and was not?`,
  `If you had one day for ${what}, what would you do with it?`,
  `Who else must say yes before ${what} can work, and how did you win them?`,
  `What do people outside believe about ${what} that is wrong?`,
]
const ACROSS: readonly string[] = [
  'What takes you a month that takes the other a day, and why?',
  'Which rule at your work would surprise the other most?',
  'Who comes to you that should have been helped by the other earlier?',
  'What did you stop doing last year, and who noticed?',
  'Which problem would you give the other for a week?',
]

/** What the two talk of first: the same question for both. */
export function sayQuestion({ is, mine, theirs }: Why, [one, other]: readonly [string, string]): string {
  const what = is === 'has' || is === 'teaches' ? mine : theirs
  const questions = is === 'sectors' || is === 'organisations' || is === 'near' ? ACROSS : ABOUT(what)
  return chosenOf(questions, one, other) ?? ''
}

export const sayProblem = (problem: string): string => `They would like the view of somebody from outside on this: "${problem}"`

/** "Thursday 3 December, 10:00". */
export const saySlot = (zone: string, at: Date, today: Day): string => {
  const day = dayIn(zone, at)
  return `${weekdayOf(day)} ${sayDay(day, today)}, ${sayTime(zone, at)}`
}

export const NO_SLOTS = 'Your working hours hardly meet, so we found no time that suits both. Find one by writing.'

export const SLOTS_PASSED = 'The times that we proposed have passed. Find another by writing.'

export const ASK_FIRST =
  'If you both say yes, you get each other’s address, a first question and three times to talk. Before that, nobody gets yours.'
export const SILENT_NO = 'A no needs no reason, and nobody is told: whoever waits only hears at the end that it does not work out now.'
export const NOT_NOW_HEARD = 'That happens often, and it says nothing about you: people are busy, away, or meet somebody else.'

export const sayWeAsk = (until: Day, today: Day): string => `We ask them until ${sayDay(until, today)}`
