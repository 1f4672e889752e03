/** Every sentence people read about an organisation and what it does with others. */
import { count, list } from '../../basics/text.ts'
import { isDone } from '../projects/project.ts'
import { HOW_WORDS, STATE_WORDS } from '../projects/words.ts'
import type { Undertaking } from './portfolio.ts'

export const sayStateOf = ({ state, how }: Pick<Undertaking, 'state' | 'how'>): string =>
  state === 'ended' ? (how ? HOW_WORDS[how] : 'Ended') : STATE_WORDS[state]

export const isDelivered = ({ how }: Pick<Undertaking, 'how'>): boolean => how !== undefined && isDone(how)

/** "6 projects: 3 under way, 2 delivered and 1 ended another way, with 5 other organisations." */
export function sayPortfolio(all: readonly Undertaking[]): string {
  if (all.length === 0) return 'It has not started or joined a project here yet.'
  const living = all.filter(({ state }) => state !== 'ended').length
  const done = all.filter(isDelivered).length
  const over = all.length - living - done
  const partners = new Set(all.flatMap((each) => each.partners)).size
  const parts = [living > 0 ? `${living} under way` : '', done > 0 ? `${done} delivered` : '', over > 0 ? `${over} ended another way` : '']
  return `${count(all.length, 'project')}: ${list(parts.filter(Boolean))}${partners > 0 ? `, with ${count(partners, 'other organisation')}` : ''}.`
}

/** The head of the table, on the page and in the spreadsheet. */
export const COLUMNS = [
  'Project',
  'Started by',
  'State',
  'Phase',
  'Published',
  'First date',
  'Until',
  'Goes live',
  'Hours pledged',
  'Hours given',
  'Partners',
  'What came of it',
  'What was learnt',
] as const

export const HOURS_NOTE =
  'Hours pledged are those of every accepted pledge, over its weeks. Hours given are counted by the same weeks, up to today or to the day on which somebody stopped. Of a project that it joined, only the hours of its own people count.'
