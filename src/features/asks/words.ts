/** Every sentence people read about asks themselves; what is asked stands with each kind. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type AnswerFault, type Ask, type AskRefusal, type Choice, type UndoRefusal, wordFor } from './ask.ts'

export const ASK_REFUSALS: Record<AskRefusal, string> = {
  'not asked': 'This was not asked of you.',
  'no such choice': 'Choose one of the answers.',
  'answered before': 'You have answered this already. The first answer counts.',
  'too late': 'The time to answer is over. Whoever waited has been told.',
  over: 'This needs no answer any more: what it was about has ended.',
}

export const UNDO_REFUSALS: Record<UndoRefusal, string> = {
  'not asked': 'This was not asked of you.',
  'not answered': 'There is no answer to take back.',
  'left the house': 'Your answer has been passed on, so it cannot be taken back here. Write to the others instead.',
}

export const sayRefused = <Why extends string>(
  words: Record<Why, string>,
  refused: { why: Why } | { why: 'not now'; says: string },
): string => ('says' in refused ? refused.says : words[refused.why])

export const CODE_HINT = "The five signs at the end of the letter's subject, such as K7QX4."
export const NO_CODE = `No question to you has this code. ${CODE_HINT}`

function sample(choice: Choice): string {
  const word = wordFor(choice)
  switch (choice.takes) {
    case 'hours':
      return `"${word} 3"`
    case 'a day':
      return `"${word} 5 January"`
    case 'a reason':
      return `"${word} because ..."`
    default:
      return `"${word}"`
  }
}

/** "yes" or "no". */
export const sayChoices = (choices: readonly Choice[]): string => {
  const samples = choices.map(sample)
  return samples.length < 2 ? samples.join('') : `${samples.slice(0, -1).join(', ')} or ${samples.at(-1)}`
}

/** Before the link to its page. */
export const sayHowToAnswer = (choices: readonly Choice[], by: string, takesReplies: boolean): string =>
  takesReplies
    ? `To answer, reply to this letter with one word: ${sayChoices(choices)}. Or press a button here, by ${by}:`
    : `To answer, press a button here by ${by}, or type the code of this letter on your page. A reply to this letter reaches nobody:`

export const sayByLetter = (choices: readonly Choice[], code: string, takesReplies: boolean): string =>
  `${takesReplies ? `You can also answer by replying to its letter with ${sayChoices(choices)}. ` : ''}Its code is ${code}.`

export function sayAskState({ state, answerBy }: Pick<Ask, 'state' | 'answerBy'>, today: Day): string {
  if (state === 'open') return `${answerBy < today ? 'It has waited since' : 'Answer by'} ${sayDay(answerBy, today)}`
  if (state === 'answered') return 'Answered'
  return state === 'over' ? 'It needs no answer any more' : `No answer by ${sayDay(answerBy, today)}`
}

export const ANSWER_FAULTS: Record<AnswerFault, string> = {
  'too long': 'Shorten your line to 500 characters or fewer.',
  'unseen characters': 'Take out characters that cannot be seen. Type the line again instead of pasting it.',
  'no reason': 'Say in a line why.',
  'no hours': 'Say how many hours, such as 3 or 2.5. At most 100.',
  'no such day': 'Enter a date such as 5 January 2027.',
  'day has passed': 'That day has passed. Choose a later one.',
}

/** Where no reply reaches us. */
export const TOO_MUCH_HERE = 'Too much just now? Choose a day here until which nothing is asked of you:'

export const GUEST_STOP = {
  title: 'Ask you no more?',
  text: 'What was asked of you ends without an answer. Whoever asked is told that they need another way, and nobody can put a question to your address here again. If you press nothing, nothing changes.',
} as const
export const GUEST_STOPPED = {
  title: 'Nobody asks you any more',
  text: 'Whoever asked is told. Nothing else is sent to your address. You can close this page.',
} as const

/** To whoever is asked by their address. */
export const NO_MORE = 'Would you rather not be asked? Reply "stop", and nobody can put a question to this address here any more.'
export const NO_MORE_HERE = 'Would you rather not be asked? Say so here, and nobody can put a question to this address any more:'

/** After "no", and in every letter: nobody must say no to everybody. */
export const TOO_MUCH = 'Too much just now? Reply "pause until" and a date, and nothing is asked of you until then.'
