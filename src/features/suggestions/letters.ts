/** What is written where nothing fits yet. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { Somebody } from '../people/person.ts'

type About = { lookout: string; who: Somebody; by: Day; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'lookout begun': About
    'lookout waits': About
    'lookout answered': { broker: string; line: string }
  }
}

const page = ({ lookout }: About): string => linkTo(`/lookouts/${lookout}`)
const nameOf = ({ who }: About): string => who.name || 'Somebody new'

export const suggestionLetters: LettersOf<'lookout begun' | 'lookout waits' | 'lookout answered'> = {
  'lookout begun': (facts) => ({
    subject: `Nothing fits ${nameOf(facts)} yet: can you help by ${sayDay(facts.by, facts.today)}?`,
    paragraphs: [
      `${nameOf(facts)} (${facts.who.organisationName}) has joined, and nothing here fits yet. We have told them that you look for somebody by ${sayDay(facts.by, facts.today)}.`,
      `What they have and need, and where to answer:\n${page(facts)}`,
      'If that day passes we remind you every week.',
    ],
  }),
  'lookout waits': (facts) => ({
    subject: `${nameOf(facts)} still waits for a word from you`,
    paragraphs: [
      `You were going to look for somebody for ${nameOf(facts)} by ${sayDay(facts.by, facts.today)}. One line is enough, even if it says that nobody was found:\n${page(facts)}`,
      'We ask again in a week.',
    ],
  }),
  'lookout answered': (facts) => ({
    subject: `${facts.broker} has looked for you`,
    paragraphs: [
      `You told us what you have and need, and nothing fitted at once. ${facts.broker}, a broker here, writes:`,
      facts.line,
      `What fits you now:\n${linkTo('/suggestions')}`,
    ],
  }),
}
