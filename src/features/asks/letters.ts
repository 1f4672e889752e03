/** The letter of an ask: what the feature says, then how to answer in a word. A letter has the kind of its ask. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type AllLetters, type LetterText, linkTo } from '../letters/letter.ts'
import type { AskFacts, AskKind, AskWords, Wording } from './ask.ts'
import { sayChoices, TOO_MUCH } from './words.ts'

/** Beside the facts of the kind. `reminder` is how many went before. */
export type Asked = { ask: string; code: string; askedOn: Day; by: Day; today: Day; reminder: number }
type AskLetterFacts = { [K in AskKind]: AskFacts[K] & Asked }

declare module '../letters/letter.ts' {
  interface LetterFacts extends AskLetterFacts {}
}

/** One letter for each kind of ask. */
export const askLetters = (asks: Readonly<Record<string, AskWords<never>>>): AllLetters =>
  Object.fromEntries(
    Object.entries(asks).map(([kind, { choices, words }]) => [
      kind,
      (facts: never) => letterOf(words(facts, (facts as Asked).by, (facts as Asked).today), sayChoices(choices), facts),
    ]),
  )

function letterOf({ subject, says, silence }: Wording, answers: string, { ask, code, askedOn, by, today, reminder }: Asked): LetterText {
  const isReminder = reminder > 0
  return {
    subject: `${isReminder ? 'Reminder: ' : ''}${subject} [${code}]`,
    paragraphs: [
      ...(isReminder ? [`We asked you this on ${sayDay(askedOn, today)}, and somebody waits for your answer.`] : []),
      ...says,
      `To answer, reply to this letter with one word: ${answers}. Or press a button here, by ${sayDay(by, today)}:\n${linkTo(`/asks/${ask}`)}`,
      silence,
      TOO_MUCH,
    ],
    isAnswerable: true,
  }
}
