/** What is written about events, besides what is asked. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { Step } from './event.ts'
import { sayDates } from './words.ts'

type About = { event: string; title: string; today: Day }
/** Steps of which people are told. */
type Told = Exclude<Step, 'over'>

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'event place free': About & { venue: string; firstDay: Day }
    'event changed': About & { venue: string; address: string; firstDay: Day; lastDay: Day }
    'event moved on': About & { step: Told; until: Day }
    'event called off': About & { venue: string; firstDay: Day; lastDay: Day; reason: string }
    'event taken out': About & { firstDay: Day; lastDay: Day }
  }
}

const page = ({ event }: Pick<About, 'event'>): string => linkTo(`/events/${event}`)

const MOVED: Record<Told, { subject: string; says(until: string): string }> = {
  planned: { subject: 'it is planned', says: (until) => `It is being planned until ${until}.` },
  pitching: {
    subject: 'what would you talk about?',
    says: (until) =>
      `Say in one line what you would talk about, until ${until}. A question is as good as a talk. Or support what others have said.`,
  },
  scoring: {
    subject: 'score a few pitches',
    says: (until) => `Score a few pitches, one after another, until ${until}. It takes two minutes, and the best become sessions.`,
  },
  starring: {
    subject: 'star what you want to see',
    says: (until) =>
      `Star the sessions that you want to see, until ${until}. The agenda is made so that as many as possible see what they starred.`,
  },
  scheduled: { subject: 'the agenda is there', says: (until) => `The agenda is there. It holds until the end of the event on ${until}.` },
}

type Kind = 'event place free' | 'event changed' | 'event moved on' | 'event called off' | 'event taken out'

export const eventLetters: LettersOf<Kind> = {
  'event called off': (facts) => ({
    subject: `${facts.title} is called off`,
    paragraphs: [
      `"${facts.title}" does not take place on ${sayDates(facts, facts.today)}, ${facts.venue}. The organiser writes: "${facts.reason}"`,
      `This file takes it out of your calendar:\n${linkTo(`/events/${facts.event}/event.ics`)}`,
      `You need do nothing. The next event, once it is open, stands in the list:\n${linkTo('/events')}`,
    ],
  }),
  'event taken out': (facts) => ({
    subject: `${facts.title}: you are not in it any more`,
    paragraphs: [
      `The organiser of "${facts.title}" on ${sayDates(facts, facts.today)} has taken you out of it, so you have no place there.`,
      `If that is a mistake, ask them before ${sayDay(facts.firstDay, facts.today)} to let you back in. Their name stands on this page:\n${page(facts)}`,
    ],
  }),
  'event place free': (facts) => ({
    subject: `${facts.title}: you have a place`,
    paragraphs: [
      `Somebody has left, and you are next in line: you have a place at "${facts.title}" on ${sayDay(facts.firstDay, facts.today)}, ${facts.venue}.`,
      `If you cannot come any more, leave it on this page before ${sayDay(facts.firstDay, facts.today)}, and the next in line gets it:\n${page(facts)}`,
    ],
  }),
  'event changed': (facts) => ({
    subject: `${facts.title}: another place or day`,
    paragraphs: [
      `"${facts.title}" has changed. From now on: ${sayDates(facts, facts.today)}, ${[facts.venue, facts.address].filter(Boolean).join(', ')}.`,
      `You keep your place. If you cannot come, leave it on this page before ${sayDay(facts.firstDay, facts.today)}:\n${page(facts)}`,
    ],
  }),
  'event moved on': (facts) => ({
    subject: `${facts.title}: ${MOVED[facts.step].subject}`,
    paragraphs: [MOVED[facts.step].says(sayDay(facts.until, facts.today)), `All of it is here:\n${page(facts)}`],
  }),
}
