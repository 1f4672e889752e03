/** What a round asks: whether one joins, comes again, is there, and has met; and of its organiser, whether it may leave. */
import { yes } from '../../basics/answer.ts'
import { sayDay } from '../../basics/day.ts'
import { list } from '../../basics/text.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords, yesOr } from '../asks/ask.ts'
import { MET_CHOICES } from '../introductions/asks.ts'
import type { Why } from '../introductions/why.ts'
import { sayQuestion, saySlot } from '../introductions/words.ts'
import { linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { joinRound, leaveRound } from './actions.ts'
import { orderSending } from './match-actions.ts'
import { sayWhetherMet, unsayWhetherMet } from './outcome-actions.ts'
import type { ReadWhy } from './reading.ts'
import { withdraw } from './repair-actions.ts'
import type { Across, Meets, Size } from './round.ts'
import {
  type Counts,
  JOIN_MEANS,
  JOIN_REFUSALS,
  LEAVE_REFUSALS,
  NOBODY_LEFT_OUT,
  OUTCOME_REFUSALS,
  SHAPE_REFUSALS,
  sayQuality,
  sayRules,
  sayTurns,
  sayWhyTo,
  WITHDRAW_REFUSALS,
} from './round-words.ts'

/** Each under a name of its own, so that readers who may not know names read none. */
type Others = { who?: Somebody; who2?: Somebody; who3?: Somebody; who4?: Somebody }
type About = { round: string; title: string }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'will you join': About & {
      who: Somebody
      line: string
      size: Size
      across: readonly Across[]
      meets?: Meets
      meetDays: number
      turns: number
      everyWeeks: number
    }
    'round comes again': About & { meetDays: number }
    'look at round': About & Counts
    'your meeting': About &
      Others & {
        meeting: string
        /** Somebody could not come, so it is another than they were told before. */
        isChanged: boolean
        addresses: readonly string[]
        whys: readonly ReadWhy[]
        asked: Why
        both: readonly [string, string]
        slots: readonly string[]
        zone: string
      }
    'did your meeting happen': Others & { meeting: string; title: string; times: number }
  }
}

type Kind = 'will you join' | 'round comes again' | 'look at round' | 'your meeting' | 'did your meeting happen'

const page = (round: string): string => linkTo(`/rounds/${round}`)
const meetingPage = (meeting: string): string => linkTo(`/round-meetings/${meeting}`)
const theOthers = ({ who, who2, who3, who4 }: Others): Somebody[] => [who, who2, who3, who4].flatMap((each) => each ?? [])
const shortly = ({ name, job, organisationName }: Somebody): string => name || [job || 'somebody', organisationName].join(', ')

const SEND: Choice = { answer: 'send', label: 'Send it now', words: ['send it', 'yes', 'ok', 'okay', 'fine'], isFinal: true }
const STAY: Choice = { answer: 'stay', label: 'Stay in', words: ['yes', 'i stay', 'ok', 'okay'] }
const LEAVE: Choice = { answer: 'leave', label: 'Leave the round', words: ['no', 'i leave', 'out'] }

export const roundAsks: AsksOf<Kind> = {
  'will you join': {
    choices: yesOr('Join', 'Not this time'),
    words: ({ round, title, who, line, size, across, meets, meetDays, turns, everyWeeks }, by, today) => ({
      subject: `Will you join: ${title}?`,
      heading: `Will you join "${title}"?`,
      says: [
        `${sayInFull(who)}, opens a round: those who join are put together to meet. ${sayRules({ size, across, meets, meetDays })} ${sayTurns({ turns, everyWeeks })}`,
        ...(line ? [`They write: "${line}"`] : []),
        `On ${sayDay(by, today)} it closes. A few days later you get one letter that says whom you meet and why. ${JOIN_MEANS} ${NOBODY_LEFT_OUT} All about it:\n${page(round)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, nothing happens.`,
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      answer === 'yes' ? inWords(await joinRound(tx, about, by, true, at), JOIN_REFUSALS) : yes(true),
    silence: async () => {},
    undo: async (tx, { about, given }, by, at) =>
      given?.answer === 'yes' ? inWords(await leaveRound(tx, about, by.person, at), LEAVE_REFUSALS) : yes(true),
  },
  'round comes again': {
    choices: [STAY, LEAVE],
    words: ({ round, title, meetDays }, by, today) => ({
      subject: `${title}: you are in it again`,
      heading: `"${title}" comes again`,
      says: [
        `You are in it. On ${sayDay(by, today)} it closes, and a few days later you hear whom you meet this time. Then you have ${meetDays} days to meet.\n${page(round)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, you stay in it.`,
    }),
    act: async (tx, { facts }, { answer }, by, at) =>
      answer === 'leave' ? inWords(await leaveRound(tx, roundIn(facts), by.person, at), LEAVE_REFUSALS) : yes(true),
    silence: async () => {},
    undo: async (tx, { facts, given }, by, at) =>
      given?.answer === 'leave' ? inWords(await joinRound(tx, roundIn(facts), by, true, at), JOIN_REFUSALS) : yes(true),
  },
  'look at round': {
    choices: [SEND],
    words: ({ round, title, ...counts }, by, today) => ({
      subject: `${title}: look who meets whom`,
      heading: `Who meets whom in "${title}"`,
      says: [
        `It has closed. ${sayQuality(counts)}`,
        `Look at it, keep two together or apart, ask a late one to join, or send it:\n${linkTo(`/rounds/${round}/preview`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, it is sent the day after as it is.`,
    }),
    act: async (tx, { about }, _given, by, at) => inWords(await orderSending(tx, about, by, at), SHAPE_REFUSALS),
  },
  'your meeting': {
    choices: [
      { answer: 'yes', label: 'I will be there', words: ['ok', 'okay', 'sure', 'gladly', 'happy to', 'i will be there'] },
      { answer: 'no', label: 'I cannot come', words: ['i cannot', 'cannot', "can't", 'i cannot come', 'not this time'], isFinal: true },
    ],
    words: (facts, by, today) => {
      const others = theOthers(facts)
      return {
        subject: `${facts.title}: you meet ${list(others.map(shortly)) || 'somebody'}`,
        heading: `You meet ${list(others.map(shortly)) || 'somebody'}`,
        says: [
          ...(facts.isChanged ? ['Somebody could not come after all, so this is new.'] : []),
          ...others.map(
            (other, at) => `${sayInFull(other)}: ${facts.addresses[at] ?? ''}\n${sayWhyTo(facts.whys[at] ?? { both: [], across: [] })}`,
          ),
          `They have your address too. Whoever reads this first writes first; a line is enough. To begin with: ${sayQuestion(facts.asked, facts.both)}`,
          ...(facts.slots.length > 0
            ? [
                `Half an hour is enough. These times suit ${others.length > 1 ? 'all of you' : 'you both'}:\n${facts.slots.map((slot) => saySlot(facts.zone, new Date(slot), today)).join('\n')}`,
              ]
            : []),
          `If you cannot come, say so as soon as you know it: then whoever would wait for you meets somebody else. All of this, and the times for your calendar:\n${meetingPage(facts.meeting)}`,
        ],
        silence: `You have until ${sayDay(by, today)} to meet. If you say nothing, they expect you. After that day we ask whether you met.`,
      }
    },
    act: async (tx, { about }, { answer }, by, at) =>
      answer === 'no' ? inWords(await withdraw(tx, about, by.person, at), WITHDRAW_REFUSALS) : yes(true),
    silence: async () => {},
    undo: async () => yes(true),
  },
  'did your meeting happen': {
    choices: MET_CHOICES,
    words: ({ meeting, title, ...facts }, by, today) => {
      const others = list(theOthers(facts).map(shortly)) || 'the others'
      return {
        subject: `${title}: did you meet ${others}?`,
        heading: `Did you meet ${others}?`,
        says: [
          `"${title}" put you together${facts.times > 1 ? ', and two weeks ago you had not met yet' : ''}. What you say is only counted: nobody reads it.\n${meetingPage(meeting)}`,
        ],
        silence: `If you say nothing by ${sayDay(by, today)}, we do not ask again.`,
      }
    },
    act: async (tx, asked, { answer }, by, at) => inWords(await sayWhetherMet(tx, asked, answer, by.person, at), OUTCOME_REFUSALS),
    silence: async () => {},
    undo: async (tx, asked, by, at) => inWords(await unsayWhetherMet(tx, asked, by.person, at), OUTCOME_REFUSALS),
  },
}

const roundIn = (facts: object): string => ('round' in facts && typeof facts.round === 'string' ? facts.round : '')
