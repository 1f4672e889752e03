/** What is written to brokers. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { ItemKind } from './item.ts'
import { KIND_WORDS } from './words.ts'

type Line = { item: string; kind: ItemKind; since: Day; title: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'broker items': { items: readonly Line[]; more: number; today: Day }
    'item handed over': Line & { by: string; today: Day }
    'item back': Line & { today: Day }
  }
}

const nameOf = ({ kind, title }: Line): string => (title ? `${title}: ${lower(KIND_WORDS[kind].name)}` : KIND_WORDS[kind].name)
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
const page = ({ item }: Line): string => linkTo(`/broker/${item}`)

export const brokerLetters: LettersOf<'broker items' | 'item handed over' | 'item back'> = {
  'broker items': ({ items, more, today }) => ({
    subject: `${count(items.length + more, 'broken promise waits', 'broken promises wait')} for a broker`,
    paragraphs: [
      'New in the inbox of the brokers. The owners have heard first, and nothing has changed.',
      ...items.map((each) => `${nameOf(each)}, since ${sayDay(each.since, today)}:\n${page(each)}`),
      `${more > 0 ? `And ${more} more. ` : ''}Take what you can help with, so that the others know:\n${linkTo('/broker?show=nobody')}`,
      'What nobody takes within a week is counted in what waits for each of you.',
    ],
  }),
  'item handed over': ({ by, today, ...line }) => ({
    subject: `${by} hands over to you: ${nameOf(line)}`,
    paragraphs: [
      `${nameOf(line)}, broken since ${sayDay(line.since, today)}. It is yours from now on.`,
      `What happened, and what you can do:\n${page(line)}`,
      'If you cannot, hand it back or put it off until a day.',
    ],
  }),
  'item back': ({ today, ...line }) => ({
    subject: `Back from being put off: ${nameOf(line)}`,
    paragraphs: [
      `You put this off until ${sayDay(today, today)}. It is broken since ${sayDay(line.since, today)}, and still so.`,
      `Look at it:\n${page(line)}`,
    ],
  }),
}
