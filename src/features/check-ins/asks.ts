/** What is asked about a pledge while it is kept: how the week was, whether the place is still theirs, and what comes after its last day. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { endPledge } from '../pledges/keeping-actions.ts'
import { answerCheckIn, freeSilent } from './actions.ts'
import { OVER_REFUSALS, sayDelivered } from './words.ts'

type About = { pledge: string; project: string; title: string; skill: string; delivered: number; isLookingAfter: boolean; until: Day }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'check-in': About
    'pledge kept': About
    'pledge ends': About
  }
}

const DONE: Choice = { answer: 'done', label: 'I did some hours', words: ['hours', 'did', 'worked'], takes: 'hours' }
const NONE: Choice = { answer: 'none', label: 'None this week', words: ['none this week', 'nothing', 'nothing this week', 'no hours'] }
const STUCK: Choice = { answer: 'stuck', label: 'I am stuck', words: ['stuck', 'blocked', 'help'], takes: 'a line', isFinal: true }
const STOP: Choice = {
  answer: 'stop',
  label: 'I must stop',
  words: ['must stop', 'i must stop', 'have to stop', 'stop helping'],
  isFinal: true,
}
const KEEP: Choice = { answer: 'keep', label: 'Keep my place', words: ['keep it', 'still here', 'yes'] }
const RENEW: Choice = { answer: 'renew', label: 'Go on', words: ['go on', 'extend', 'until'], takes: 'a day', isFinal: true }
const FINISHED: Choice = { answer: 'finished', label: 'It is done', words: ['done', 'finished', 'complete'], isFinal: true }

const page = ({ pledge }: About): string => linkTo(`/pledges/${pledge}`)
const nothingToUndo = async () => ({ yes: true as const, value: true })

export const checkInAsks: AsksOf<'check-in' | 'pledge kept' | 'pledge ends'> = {
  'check-in': {
    choices: [DONE, NONE, STUCK, STOP],
    words: (facts, by, today) => ({
      subject: `${facts.title}: how did ${facts.skill} go this week?`,
      heading: `How did ${facts.skill} go this week?`,
      says: [`You help "${facts.title}" with ${facts.skill}. Say in a word how the week was. All four answers are fine.\n${page(facts)}`],
      silence: `If you say nothing by ${sayDay(by, today)}, we ask again next week.`,
    }),
    act: async (tx, { about, facts }, given, by, at) =>
      inWords(await answerCheckIn(tx, about, given, (facts as About).delivered, by, at), OVER_REFUSALS),
    // The next week asks again, or whether the place is still theirs.
    silence: async () => {},
    undo: nothingToUndo,
  },
  'pledge kept': {
    choices: [KEEP, STOP],
    words: (facts, by, today) => ({
      subject: `${facts.title}: do you keep your place for ${facts.skill}?`,
      heading: `Do you keep your place for ${facts.skill}?`,
      says: [
        `We have not heard from you for two weeks about ${facts.skill} in "${facts.title}". That happens. If it is still yours, reply "keep".\n${page(facts)}`,
      ],
      silence: `If we hear nothing by ${sayDay(by, today)}, we free your place for somebody else and thank you.`,
    }),
    act: async (tx, { about, facts }, given, by, at) =>
      inWords(await answerCheckIn(tx, about, given, (facts as About).delivered, by, at), OVER_REFUSALS),
    async silence(tx, asks, at) {
      for (const { about, facts } of asks) await freeSilent(tx, about, (facts as About).delivered, at)
    },
    undo: nothingToUndo,
  },
  'pledge ends': {
    choices: [RENEW, FINISHED],
    words: (facts, by, today) => ({
      subject: `${facts.title}: your pledge for ${facts.skill} ends`,
      heading: `Your pledge for ${facts.skill} ends`,
      says: [
        `You promised ${facts.skill} for "${facts.title}" until ${sayDay(facts.until, today)}.${sayDelivered(facts.delivered)} Go on until another day, or say that it is done.\n${page(facts)}`,
        ...(facts.isLookingAfter ? ['If it is done, the place opens for whoever looks after it next, and the owner is told.'] : []),
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, we take it as done and thank you.`,
    }),
    act: async (tx, { about, facts }, given, by, at) =>
      inWords(await answerCheckIn(tx, about, given, (facts as About).delivered, by, at), OVER_REFUSALS),
    async silence(tx, asks, at) {
      for (const { about, facts } of asks) await endPledge(tx, about, (facts as About).delivered, at)
    },
  },
}
