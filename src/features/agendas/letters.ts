/** What is written about agendas, besides what is asked: when and where a host is awaited, what has moved, and what is not held. */
import { type Day, sayDay } from '../../basics/day.ts'
import { sayTimes } from '../events/timetable.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'

type Placing = {
  event: string
  title: string
  venue: string
  session: string
  name: string
  isEncore: boolean
  today: Day
  day: Day
  starts: number
  ends: number
  room: string
}
type Was = { wasDay: Day; wasStarts: number; wasEnds: number; wasRoom: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'session placed': Placing
    'session moved': Placing & Was
    'session called off': Placing
  }
}

type Kind = 'session placed' | 'session moved' | 'session called off'

const when = ({ day, starts, ends, room, today }: Pick<Placing, 'day' | 'starts' | 'ends' | 'room' | 'today'>): string =>
  `${sayDay(day, today)}, ${sayTimes({ starts, ends })}, ${room}`
const its = ({ name, isEncore }: Placing): string => `"${name}"${isEncore ? ', held once more' : ''}`
const calendar = ({ session }: Placing): string => `Put it into your calendar:\n${linkTo(`/sessions/${session}/session.ics`)}`

export const agendaLetters: LettersOf<Kind> = {
  'session placed': (facts) => ({
    subject: `${facts.title}: your session is on ${sayDay(facts.day, facts.today)}`,
    paragraphs: [
      `The agenda of "${facts.title}" is there. You host ${its(facts)}: ${when(facts)}, ${facts.venue}.`,
      calendar(facts),
      `If you cannot be there then, tell the organiser before ${sayDay(facts.day, facts.today)}. The page of your session, with all that is known of it:\n${linkTo(`/sessions/${facts.session}`)}`,
    ],
  }),
  'session moved': (facts) => ({
    subject: `${facts.title}: your session has moved`,
    paragraphs: [
      `You host ${its(facts)} at "${facts.title}". It has moved. From now on: ${when(facts)}.`,
      `It was to be on ${when({ day: facts.wasDay, starts: facts.wasStarts, ends: facts.wasEnds, room: facts.wasRoom, today: facts.today })}. Whoever starred it sees on the agenda that it has moved.`,
      calendar(facts),
      `If you cannot be there on ${sayDay(facts.day, facts.today)}, tell the organiser. The page of your session:\n${linkTo(`/sessions/${facts.session}`)}`,
    ],
  }),
  'session called off': (facts) => ({
    subject: `${facts.title}: your session is not held`,
    paragraphs: [
      `You host ${its(facts)} at "${facts.title}", on ${when(facts)}. It cannot be held: no time and room is left for it.`,
      `You need do nothing. What else is there on ${sayDay(facts.day, facts.today)} stands on the agenda:\n${linkTo(`/events/${facts.event}/agenda`)}`,
    ],
  }),
}
