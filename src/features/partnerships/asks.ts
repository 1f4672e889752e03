/** What is asked about partnerships: whether one comes about, whether it goes on, and what came of it. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { acceptPartnership, declinePartnership, leaveUnanswered, sayWhatCame, sayWhetherItGoesOn } from './actions.ts'
import type { Worth } from './partnership.ts'
import { PARTNERSHIP_REFUSALS, sayTerm, WHAT_IT_DOES } from './words.ts'

/** `one` is the organisation of whoever is asked, and `other` its partner. */
type About = { partnership: string; one: string; other: string }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'partnership proposed': About & { who: Somebody; host: Somebody; what: string; from: Day; until: Day }
    'partnership ends': About & { until: Day; next: Day }
    'partnership over': About & { until: Day }
  }
}

const page = ({ partnership }: About): string => linkTo(`/partnerships/${partnership}`)

const MUCH: Choice = { answer: 'much', label: 'Much', words: ['a lot', 'very much', 'a great deal'], takes: 'a reason', isFinal: true }
const LITTLE: Choice = {
  answer: 'little',
  label: 'Little',
  words: ['very little', 'not much', 'nothing'],
  takes: 'a reason',
  isFinal: true,
}
const isWorth = (text: string): text is Worth => text === 'much' || text === 'little'

export const partnershipAsks: AsksOf<'partnership proposed' | 'partnership ends' | 'partnership over'> = {
  'partnership proposed': {
    choices: yesOr('Yes, we are partners', 'No', { isFinal: true }),
    words: (facts, by, today) => ({
      subject: `${facts.other} proposes a partnership`,
      heading: `A partnership of ${facts.one} with ${facts.other}?`,
      says: [
        `${sayInFull(facts.who)} proposes that ${facts.one} and ${facts.other} become partners. ${sayTerm(facts, today)}. What for: "${facts.what}"`,
        `${WHAT_IT_DOES} Their host is ${sayInFull(facts.host)}. With a yes you are the host of ${facts.one}; you can name somebody else on its page afterwards:\n${page(facts)}`,
        'Everybody who speaks for your organisation is asked. The first answer counts.',
      ],
      silence: `If nobody of ${facts.one} answers by ${sayDay(by, today)}, it does not come about, and they are told so.`,
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      inWords(
        answer === 'yes' ? await acceptPartnership(tx, about, by, at) : await declinePartnership(tx, about, by, at),
        PARTNERSHIP_REFUSALS,
      ),
    async silence(tx, asks, at) {
      for (const about of new Set(asks.map((each) => each.about))) await leaveUnanswered(tx, about, at)
    },
  },
  'partnership ends': {
    choices: yesOr('Yes, go on', 'No, let it end', { isFinal: true }),
    words: (facts, by, today) => ({
      subject: `${facts.one} and ${facts.other}: go on?`,
      heading: `Does the partnership with ${facts.other} go on?`,
      says: [
        `The partnership of ${facts.one} and ${facts.other} ends on ${sayDay(facts.until, today)}. We ask both hosts once. If both say yes, it goes on until ${sayDay(facts.next, today)}.\n${page(facts)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, it ends on ${sayDay(facts.until, today)}, and we ask you then what came of it.`,
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      inWords(await sayWhetherItGoesOn(tx, about, by, answer === 'yes', at), PARTNERSHIP_REFUSALS),
    // Its last day comes by a clock of its own.
    silence: async () => {},
  },
  'partnership over': {
    choices: [MUCH, LITTLE],
    words: (facts, by, today) => ({
      subject: `${facts.one} and ${facts.other}: what came of it?`,
      heading: `What came of the partnership with ${facts.other}?`,
      says: [
        `The partnership of ${facts.one} and ${facts.other} ended on ${sayDay(facts.until, today)}. Say in a word whether much or little came of it, and in a line what. Others learn from both. The line stands on its page, without your name.\n${page(facts)}`,
      ],
      silence: `If neither host says anything by ${sayDay(by, today)}, its page says so, and we do not ask again.`,
    }),
    act: async (tx, { about }, { answer, line }, by, at) =>
      isWorth(answer)
        ? inWords(await sayWhatCame(tx, about, by, { worth: answer, line }, at), PARTNERSHIP_REFUSALS)
        : { yes: false, why: PARTNERSHIP_REFUSALS.over },
    silence: async () => {},
  },
}
