/** What a reply says. A wrong yes is the worst that can happen here, and an unclear one costs a letter: whatever is not accounted for is unclear. */
import type { Day } from '../../basics/day.ts'
import type { Choice, Given } from '../asks/ask.ts'
import { type ChoiceRead, readChoice } from './answer.ts'
import { readCommand } from './command.ts'
import { DEPENDING, TAKEN_BACK, TAKING_BACK } from './lexicon.ts'
import { has, lengthAt, readLine } from './line.ts'
import { firstWords } from './own-lines.ts'
import { type NumberedAnswer, readSeveral } from './several.ts'

/** Several things asked in one letter have a number each. */
export type Numbered = { number: number; choices: readonly Choice[] }
export type Asked = { choices: readonly Choice[] } | { asks: readonly Numbered[] }

export type Unclear =
  | 'nothing written'
  | 'not understood'
  | 'a question'
  | 'yes and no'
  | 'it depends'
  | 'somebody else'
  | 'more than one answer'
  | 'which one'
  | 'no such number'
  | 'how many hours'
  | 'no reason'
  | 'no day'
  | 'day passed'
  | 'day too far'
  | 'which stop'

export type Reply =
  | { is: 'answer'; given: Given /** Of the thing asked. */; number: number }
  | { is: 'answers'; answers: readonly NumberedAnswer[] }
  | { is: 'pause'; until: Day }
  | { is: 'stop' }
  | { is: 'unclear'; why: Unclear }

type Understood = (Extract<Reply, { is: 'answer' }> & { isBinding: boolean }) | Exclude<Reply, { is: 'answer' | 'answers' | 'unclear' }>
type ReadOne = Understood | Extract<Reply, { is: 'unclear' }>

const unclear = (why: Unclear): Extract<Reply, { is: 'unclear' }> => ({ is: 'unclear', why })

/** `names` are the writer's own, which may stand below or after the answer. */
export function readReply(text: string, asked: Asked & { today: Day; names?: readonly string[] }): Reply {
  const asks = 'asks' in asked ? asked.asks : [{ number: 1, choices: asked.choices }]
  const { first, beside, next, all } = firstWords(text, asked.names ?? [])
  if (first === '') return unclear('nothing written')
  const several = asks.length > 1 ? readSeveral(all, (part) => readOne(part, asks, asked.today)) : undefined
  if (several) return several
  const said = readOne(first, asks, asked.today)
  if (said.is === 'unclear') return said
  const taken = contradicts(said, [...beside, ...next], asks, asked.today)
  if (taken) return taken
  return said.is === 'answer' ? { is: 'answer', given: said.given, number: said.number } : said
}

function readOne(text: string, asks: readonly Numbered[], today: Day): ReadOne {
  const line = readLine(text)
  const command = readCommand(line, today)
  if (command?.is === 'stop') {
    const isTwofold = !command.isOfLetters && asks.some(({ choices }) => choices.some(saysStop))
    return isTwofold ? unclear('which stop') : { is: 'stop' }
  }
  const answer = pick(asks.map(({ number, choices }) => ({ number, read: readChoice(line, choices, today) })))
  return answer.is === 'answer' ? answer : (command ?? answer)
}

const saysStop = ({ answer, words }: Choice): boolean => [answer, ...words].some((phrase) => /\bstop\b/i.test(phrase))

/** One answer for one of the things asked. */
function pick(read: readonly { number: number; read: ChoiceRead }[]): ReadOne {
  const answers = read.flatMap(({ number, read: each }) => (each.is === 'answer' ? [{ number, ...each }] : []))
  const named = answers.find(({ number, said }) => said === number)
  if (named) return { is: 'answer', given: named.given, number: named.number, isBinding: named.isBinding }
  const [only] = answers
  if (only && only.said === undefined)
    return read.length === 1 ? { is: 'answer', given: only.given, number: only.number, isBinding: only.isBinding } : unclear('which one')
  if (only) return unclear('no such number')
  const why = read.flatMap(({ read: each }) => (each.is === 'unclear' ? [each.why] : []))
  return unclear(why.find((each) => each !== 'not understood') ?? 'not understood')
}

/** The lines that follow must not give another answer, nor take back one that binds. */
function contradicts(said: Understood, lines: readonly string[], asks: readonly Numbered[], today: Day): Reply | undefined {
  for (const text of lines) {
    const again = readOne(text, asks, today)
    if (again.is !== 'unclear' && !isSame(said, again)) return unclear('more than one answer')
    const line = readLine(text)
    const isBack =
      lengthAt(line, 0, TAKING_BACK) > 0 || has(line, 0, [...TAKEN_BACK, ...DEPENDING]) || (line.words.length === 0 && text.includes('?'))
    if (said.is === 'answer' && said.isBinding && isBack && !CLOSERS.test(text)) return unclear('it depends')
  }
  return undefined
}

const isSame = (said: Understood, again: Understood): boolean =>
  said.is === 'answer' && again.is === 'answer'
    ? said.number === again.number && said.given.answer === again.given.answer
    : said.is === again.is

/** "If there is anything else, do not hesitate to write." */
const CLOSERS = /\bhesitate\b|\blet (me|us) know if\b|\bif (you|there)('s| is| are)? (need|want|have|any)/i
