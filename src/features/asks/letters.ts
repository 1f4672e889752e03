/** The letter of an ask: what the feature says, then how to answer in a word. A letter has the kind of its ask. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type AllLetters, type LetterText, linkTo } from '../letters/letter.ts'
import type { AskFacts, AskKind, AskWords, Choice, Wording } from './ask.ts'
import { NO_MORE, NO_MORE_HERE, sayHowToAnswer, TOO_MUCH, TOO_MUCH_HERE } from './words.ts'

/** Beside the facts of the kind. `reminder` is how many went before; `door` leads whoever was asked by their address to the page with the buttons. */
export type Asked = { ask: string; code: string; askedOn: Day; by: Day; today: Day; reminder: number; door?: string }
type AskLetterFacts = { [K in AskKind]: AskFacts[K] & Asked }

declare module '../letters/letter.ts' {
  interface LetterFacts extends AskLetterFacts {}
}

/** One letter for each kind of ask. `takesReplies`: an answer to a letter reaches us. */
export const askLetters = (asks: Readonly<Record<string, AskWords<never>>>, takesReplies: boolean): AllLetters =>
  Object.fromEntries(
    Object.entries(asks).map(([kind, { choices, words }]) => [
      kind,
      (facts: never) => letterOf(words(facts, (facts as Asked).by, (facts as Asked).today), choices, facts, takesReplies),
    ]),
  )

function letterOf(
  { subject, says, silence }: Wording,
  choices: readonly Choice[],
  { ask, code, askedOn, by, today, reminder, door }: Asked,
  takesReplies: boolean,
): LetterText {
  const isReminder = reminder > 0
  return {
    subject: `${isReminder ? 'Reminder: ' : ''}${subject} [${code}]`,
    paragraphs: [
      ...(isReminder ? [`We asked you this on ${sayDay(askedOn, today)}, and somebody waits for your answer.`] : []),
      ...says,
      `${sayHowToAnswer(choices, sayDay(by, today), takesReplies)}\n${linkTo(door === undefined ? `/asks/${ask}` : `/answers/${door}`)}`,
      silence,
      sayNotNow(door, takesReplies),
    ],
    isAnswerable: takesReplies,
    ...(door === undefined ? {} : { stop: stopOf(door) }),
  }
}

const stopOf = (door: string): string => `/answers/${door}/stop`

/** Nobody is asked more than they can bear. */
function sayNotNow(door: string | undefined, takesReplies: boolean): string {
  if (door === undefined) return takesReplies ? TOO_MUCH : `${TOO_MUCH_HERE}\n${linkTo('/letter-choices')}`
  return takesReplies ? NO_MORE : `${NO_MORE_HERE}\n${linkTo(stopOf(door))}`
}
