/** What is asked about programmes: joining, the preview, whether a pair met, whether it goes on, and how it was. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { joinProgramme, leaveProgramme } from './actions.ts'
import { sayWhetherMet, sayWhetherOn, unsayWhetherMet } from './pair-actions.ts'
import type { SideKey } from './programme.ts'
import { sendProgramme, sendUnseen } from './sending-actions.ts'
import { isWorth } from './survey.ts'
import { answerSurvey, unanswerSurvey } from './survey-actions.ts'
import {
  CROSSES,
  ideaOf,
  JOIN_REFUSALS,
  NOBODY_READS,
  QUESTIONS,
  RENEW_REFUSALS,
  RUN_REFUSALS,
  SAY_REFUSALS,
  SURVEY_REFUSALS,
} from './words.ts'

type About = { programme: string; title: string }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'join programme': About & {
      what: string
      side: SideKey
      name: string
      other: string
      meetings: number
      closesOn: Day
      firstDay: Day
      lastDay: Day
      organiser: Somebody
    }
    'programme preview': About & { pairs: number; out: number; firstDay: Day }
    'pair nudge': { pair: string; title: string; who: Somebody; turn: number; met: number; meetings: number; again: Day }
    'pair renewal': About & { pair: string; who: Somebody; met: number; until: Day }
    'programme survey': About
  }
}

const page = ({ programme }: Pick<About, 'programme'>): string => linkTo(`/programmes/${programme}`)
const shortly = ({ name, job, organisationName }: Somebody): string => name || [job || 'somebody', organisationName].join(', ')

const SEND: Choice = { answer: 'send', label: 'Send it', words: ['send it', 'yes', 'go ahead'], isFinal: true }
const MET: Choice = { answer: 'met', label: 'We met', words: ['we met', 'yes', 'yes we met', 'we have met'] }
const NOT_YET: Choice = { answer: 'not yet', label: 'Not yet', words: ['later', 'soon', 'no', 'not so far', 'we did not'] }
const WORTH: Choice = { answer: 'worth it', label: 'Worth it', words: ['worth', 'it was worth it', 'yes'], takes: 'a line' }
const PARTLY: Choice = { answer: 'partly', label: 'Partly', words: ['in part', 'so so'], takes: 'a line' }
const NOT_WORTH: Choice = {
  answer: 'not worth it',
  label: 'Not worth it',
  words: ['not worth', 'it was not worth it', 'no'],
  takes: 'a line',
}

export const programmeAsks: AsksOf<'join programme' | 'programme preview' | 'pair nudge' | 'pair renewal' | 'programme survey'> = {
  'join programme': {
    choices: yesOr('Yes, I join', 'No'),
    words: (facts, by, today) => ({
      subject: `Join "${facts.title}"?`,
      heading: `Would you join ${facts.title}?`,
      says: [
        `${sayInFull(facts.organiser)}, invites you to "${facts.title}" on the side "${facts.name}". ${facts.what}`,
        `You would meet somebody of "${facts.other}", ${count(facts.meetings, 'time')} between ${sayDay(facts.firstDay, today)} and ${sayDay(facts.lastDay, today)}. ${CROSSES}`,
        `To choose with how many you would meet, or to leave again:\n${page(facts)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, you are not part of it, and nobody is told.`,
    }),
    async act(tx, { about, facts }, { answer }, by, at) {
      if (answer !== 'yes') return { yes: true, value: true }
      const side = 'side' in facts && facts.side === 'right' ? 'right' : 'left'
      return inWords(await joinProgramme(tx, about, by, { side, partners: 1 }, at), JOIN_REFUSALS)
    },
    silence: async () => {},
    undo: async (tx, { about }, by, at) => inWords(await leaveProgramme(tx, about, by, at), RUN_REFUSALS),
  },
  'programme preview': {
    choices: [SEND],
    words: (facts, by, today) => ({
      subject: `${facts.title}: ${count(facts.pairs, 'pair')} to look at`,
      heading: `${facts.title} is matched: do you send it?`,
      says: [
        `"${facts.title}" has closed, and there are ${count(facts.pairs, 'pair')}${facts.out > 0 ? `; ${count(facts.out, 'person is', 'people are')} left out and will be told why` : ''}. It begins on ${sayDay(facts.firstDay, today)}.`,
        `Look at the pairs, and keep two apart if you must:\n${linkTo(`/programmes/${facts.programme}/preview`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, it is sent as it is.`,
    }),
    act: async (tx, { about }, _given, by, at) => inWords(await sendProgramme(tx, about, by, at), RUN_REFUSALS),
    async silence(tx, asks, at) {
      for (const { about } of asks) await sendUnseen(tx, about, at)
    },
  },
  'pair nudge': {
    choices: [MET, NOT_YET],
    words: (facts, by, today) => ({
      subject: `${facts.title}: did you and ${shortly(facts.who)} meet?`,
      heading: `Did you and ${shortly(facts.who)} meet in the last two weeks?`,
      says: [
        `You and ${sayInFull(facts.who)}, meet in "${facts.title}": ${facts.met} of ${count(facts.meetings, 'time')} so far. Say in a word whether you met since we last asked; one of you is enough.\n${linkTo(`/pairs/${facts.pair}`)}`,
        `An idea for the next time: ${ideaOf(facts.turn)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, nothing is counted, and on ${sayDay(facts.again, today)} we ask again.`,
    }),
    act: async (tx, asked, { answer }, by, at) => inWords(await sayWhetherMet(tx, asked, answer, by.person, at), SAY_REFUSALS),
    silence: async () => {},
    undo: async (tx, asked, by) => inWords(await unsayWhetherMet(tx, asked, by.person), SAY_REFUSALS),
  },
  'pair renewal': {
    choices: yesOr('Yes, go on', 'No', { isFinal: true }),
    words: (facts, by, today) => ({
      subject: `You and ${shortly(facts.who)}: go on?`,
      heading: `Do you and ${shortly(facts.who)} go on?`,
      says: [
        `"${facts.title}" is over.${facts.met > 0 ? ` You and ${sayInFull(facts.who)}, met ${count(facts.met, 'time')} that we know of.` : ` You met ${sayInFull(facts.who)}, through it.`} If both of you say yes, you go on until ${sayDay(facts.until, today)}, and we go on asking every two weeks.`,
        `A no is shown to nobody. You can meet without us as well.\n${linkTo(`/pairs/${facts.pair}`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, it has ended. Nobody is told.`,
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      inWords(await sayWhetherOn(tx, about, answer === 'yes', by.person, at), RENEW_REFUSALS),
    silence: async () => {},
  },
  'programme survey': {
    choices: [WORTH, PARTLY, NOT_WORTH],
    words: (facts, by, today) => ({
      subject: `${facts.title}: ${QUESTIONS.worth.toLowerCase()}`,
      heading: `${facts.title}: ${QUESTIONS.worth.toLowerCase()}`,
      says: [
        `"${facts.title}" is over. ${QUESTIONS.worth} One word is enough. ${NOBODY_READS}`,
        `Two more questions stand here:\n${linkTo(`/programmes/${facts.programme}/survey`)}`,
        `Your certificate of hours is here:\n${linkTo(`/programmes/${facts.programme}/certificate`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, we do not ask again.`,
    }),
    act: async (tx, { about }, { answer, line }, by, at) =>
      isWorth(answer)
        ? inWords(await answerSurvey(tx, about, by.person, { worth: answer, ...(line ? { line } : {}) }, at), SURVEY_REFUSALS)
        : { yes: false, why: SAY_REFUSALS['no such answer'] },
    silence: async () => {},
    undo: async (tx, { about }, by) => inWords(await unanswerSurvey(tx, about, by.person), SURVEY_REFUSALS),
  },
}
