/** Whether somebody works where they say: colleagues are asked first, and brokers when none of them has said yes. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { admit, decline, passOn, vouch } from './answer-actions.ts'
import { ADMISSION_REFUSALS, BROKER_REFUSALS, VOUCH_REFUSALS } from './words.ts'

type About = { claim: string; organisation: string; who: string; job: string }
type Waits = About & { since: Day; passes: number }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'works with us': About & { domain: string }
    'claim waits': Waits
    'unknown claim waits': Waits
  }
}

const page = ({ claim }: About): string => linkTo(`/claims/${claim}`)
const named = ({ who, job }: About): string => `${who}${job ? `, ${job},` : ''}`
const DECLINE: Choice = { answer: 'no', label: 'Decline', words: ['decline'], takes: 'a reason', isFinal: true }
const saysSince = (facts: Waits, today: Day): string =>
  `${named(facts)} says that they work for ${facts.organisation}. They have waited since ${sayDay(facts.since, today)}.`
const asksAgain = (by: Day, today: Day): string =>
  `If nobody answers by ${sayDay(by, today)}, we ask again. Until then they can only read and write drafts.`

export const memberAsks: AsksOf<'works with us' | 'claim waits' | 'unknown claim waits'> = {
  'works with us': {
    choices: yesOr('Yes, they work with us', 'I do not know them', { isFinal: true }),
    words: (facts, by, today) => ({
      subject: `Does ${facts.who} work with you?`,
      heading: `Does ${facts.who} work for ${facts.organisation}?`,
      says: [
        `${named(facts)} says so, with an address at ${facts.domain}, which does not tell it. With your yes they can pledge and publish in its name. We keep that it was you who said so.`,
        `All about it:\n${page(facts)}`,
      ],
      silence: `The first yes of a colleague counts. If nobody says yes by ${sayDay(by, today)}, we ask the brokers. Until then they can only read and write drafts.`,
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      inWords(answer === 'yes' ? await vouch(tx, about, by, at) : await passOn(tx, about, by, at), VOUCH_REFUSALS),
  },
  'claim waits': {
    choices: [...yesOr('Let them in', '', { isFinal: true }).slice(0, 1), DECLINE],
    words: (facts, by, today) => ({
      subject: `${facts.who} waits to be let in`,
      heading: `Does ${facts.who} work for ${facts.organisation}?`,
      says: [
        saysSince(facts, today),
        `No colleague has said yes yet${facts.passes > 0 ? `, and ${count(facts.passes, 'colleague does', 'colleagues do')} not know them` : ''}. If you decline, they get your reason.`,
        `All about it:\n${page(facts)}`,
      ],
      silence: asksAgain(by, today),
    }),
    act: async (tx, { about, facts }, { answer, line }, by, at) =>
      answer === 'yes'
        ? inWords(await admit(tx, about, by, { is: 'named', name: (facts as About).organisation }, at), ADMISSION_REFUSALS)
        : inWords(await decline(tx, about, by, line, at), BROKER_REFUSALS),
  },
  'unknown claim waits': {
    choices: [DECLINE],
    words: (facts, by, today) => ({
      subject: `${facts.who} waits to be let in: which organisation is it?`,
      heading: `Where does ${facts.who} work?`,
      says: [
        saysSince(facts, today),
        `We do not know an organisation of that name, so nobody but a broker can answer. Say which one it is, or add it:\n${page(facts)}`,
        'If you decline, they get your reason.',
      ],
      silence: asksAgain(by, today),
    }),
    act: async (tx, { about }, { line }, by, at) => inWords(await decline(tx, about, by, line, at), BROKER_REFUSALS),
  },
}
