/** Two things that anybody may write at any time: pause until a day, and stop all letters. */
import { addDays, type Day } from '../../basics/day.ts'
import { AGREEABLE, OPENERS } from './lexicon.ts'
import { afterAll, isPlain, type Line, lengthAt, phrasesOf } from './line.ts'
import { readSaidDay, readSpan } from './said-day.ts'

export type Command =
  | { is: 'stop' /** Said of letters, not of whatever was asked. */; isOfLetters: boolean }
  | { is: 'pause'; until: Day }
  | { is: 'unclear'; why: 'no day' | 'day passed' | 'day too far' }

const STOP = phrasesOf('stop', 'please stop', 'stop it')
const LETTERS = [
  'letters',
  'emails',
  'e mails',
  'mails',
  'messages',
  'these letters',
  'these emails',
  'all letters',
  'all emails',
  'these messages',
]
const STOP_LETTERS = phrasesOf(
  ...['unsubscribe', 'unsubscribe me', 'please unsubscribe me'],
  ...LETTERS.flatMap((letters) => [`stop ${letters}`, `please stop ${letters}`, `stop sending ${letters}`, `stop sending me ${letters}`]),
)
const PAUSE = phrasesOf(
  ...['pause', 'please pause', 'pause me', 'pause letters', 'pause my letters', 'pause all letters', 'away', "i'm away", 'i am away'],
  ...['on leave', "i'm on leave", 'i am on leave', 'on holiday', "i'm on holiday", 'i am on holiday'],
)
const UNTIL = phrasesOf('until', 'till', 'til', 'to')
const FOR = phrasesOf('for', 'for the next')
const LONGEST = 366

/** Undefined when the line is something else. */
export function readCommand(line: Line, today: Day): Command | undefined {
  if (!isPlain(line)) return undefined
  const start = afterAll(line, 0, OPENERS)
  const stop = [0, start].map((at) => ({ at, ofLetters: lengthAt(line, at, STOP_LETTERS), plain: lengthAt(line, at, STOP) }))
  for (const { at, ofLetters, plain } of stop) {
    const length = ofLetters || plain
    if (length > 0 && isEnd(line, at + length)) return { is: 'stop', isOfLetters: ofLetters > 0 }
  }
  for (const at of [0, start]) {
    const length = lengthAt(line, at, PAUSE)
    if (length > 0) return readPause(line, at + length, today)
  }
  return undefined
}

function readPause(line: Line, at: number, today: Day): Command | undefined {
  if (isEnd(line, at)) return { is: 'unclear', why: 'no day' }
  const until = lengthAt(line, at, UNTIL)
  const span = lengthAt(line, at, FOR)
  const said = (until > 0 ? readSaidDay(line, at + until, today) : undefined) ?? readSpan(line, at + span, today)
  if (!said) return until > 0 ? { is: 'unclear', why: 'no day' } : undefined
  if (!isEnd(line, at + (until || span) + said.words)) return undefined
  if (said.day <= today) return { is: 'unclear', why: 'day passed' }
  return said.day > addDays(today, LONGEST) ? { is: 'unclear', why: 'day too far' } : { is: 'pause', until: said.day }
}

const isEnd = (line: Line, at: number): boolean => afterAll(line, at, AGREEABLE) === line.words.length
