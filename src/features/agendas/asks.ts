/** What is asked about agendas: to make one for which everybody waits. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import type { Fault } from './fault.ts'
import { orderAgain } from './making-actions.ts'
import { MAKE_REFUSALS, sayFault } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'agenda wanted': { event: string; title: string; firstDay: Day; fault?: Fault }
  }
}

const MAKE_IT: Choice = { answer: 'make it', label: 'Make the agenda', words: ['make it again', 'again', 'yes'], isFinal: true }

export const agendaAsks: AsksOf<'agenda wanted'> = {
  'agenda wanted': {
    choices: [MAKE_IT],
    words: ({ event, title, firstDay, fault }, by, today) => ({
      subject: `${title}: the agenda is not there yet`,
      heading: `Shall the agenda of ${title} be made?`,
      says: [
        `"${title}" begins on ${sayDay(firstDay, today)}, and everybody who comes waits for its agenda. ${fault ? `It cannot be made as things are. ${sayFault(fault)}` : 'Nobody has made it yet.'}`,
        `${fault ? 'Change that here' : 'See what it keeps to here'}, then have it made. It is published at once:\n${linkTo(`/events/${event}/board`)}`,
      ],
      silence: `If you say nothing, there is no agenda. We ask again on ${sayDay(by, today)}, and a broker hears of it.`,
    }),
    async act(tx, { about }, _given, by, at) {
      return inWords(await orderAgain(tx, about, by, at), MAKE_REFUSALS)
    },
  },
}
