/** What people type, looked at before it is kept: never changed behind their back, refused with a reason instead. */
import { type Answer, no, yes } from './answer.ts'

export type TextFault = 'empty' | 'too long' | 'unseen characters'
export type TextLimits = { most: number; lines?: 'one' | 'many'; optional?: boolean }

/** Control characters, and the marks that turn the direction of other people's text (Unicode's bidirectional overrides and isolates). */
const UNSEEN_MANY = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/u
const ALLOWED_IN_LINES = /[\n\t]/g

/** The text as it is kept (line ends as \n, outer space gone, composed letters), or what is wrong with it. */
export function readText(typed: string, limits: TextLimits): Answer<string, TextFault> {
  const text = typed.replace(/\r\n?/g, '\n').trim().normalize('NFC')
  if (text === '') return limits.optional ? yes('') : no('empty')
  if (UNSEEN_MANY.test(limits.lines === 'many' ? text.replace(ALLOWED_IN_LINES, '') : text)) return no('unseen characters')
  if (lengthOf(text) > limits.most) return no('too long')
  return yes(text)
}

/** Letters as people count them, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length

/** "1,234". To ask the language for its comma takes a thousand times as long as to write a number that has none. */
export const sayNumber = (number: number): string =>
  Number.isInteger(number) && number >= 0 && number < 1000 ? String(number) : number.toLocaleString('en-GB')

/** "1 role", "3 roles". */
export const count = (number: number, one: string, many = `${one}s`): string => `${sayNumber(number)} ${number === 1 ? one : many}`

/** "web design, graphic design and UX design". */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
