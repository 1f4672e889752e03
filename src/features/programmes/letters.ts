/** What is written about programmes, besides what is asked. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import type { Why } from '../introductions/why.ts'
import { sayQuestion, sayReason } from '../introductions/words.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import type { OutWhy } from './programme.ts'
import { FIRST_NEXT_TIME, ideaOf, JOINED_BY_BOTH, OUT_WORDS } from './words.ts'

type About = { programme: string; title: string; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'programme pair made': About & {
      pair: string
      who: Somebody
      address: string
      why?: Why
      both: readonly [string, string]
      firstDay: Day
      lastDay: Day
      meetings: number
      asked: Day
    }
    'programme left out': About & { why: OutWhy; organiser: Somebody }
    'programme partner left': About & { who: Somebody; organiser: Somebody }
    'programme stopped': About & { line: string; organiser: Somebody }
    'programme over': About & { pairs: number; meetings: number; by: Day }
    'pair renewed': { pair: string; title: string; who: Somebody; until: Day; asked: Day; today: Day }
    'pair over': About & { pair: string; who: Somebody; met: number }
  }
}

type Kind =
  | 'programme pair made'
  | 'programme left out'
  | 'programme partner left'
  | 'programme stopped'
  | 'programme over'
  | 'pair renewed'
  | 'pair over'

const page = ({ programme }: Pick<About, 'programme'>): string => linkTo(`/programmes/${programme}`)
const nameOf = ({ name, job, organisationName }: Somebody): string => name || [job || 'somebody', organisationName].join(', ')
const OTHERS = `Who else fits you stands here:\n${linkTo('/suggestions')}`

export const programmeLetters: LettersOf<Kind> = {
  'programme pair made': (facts) => ({
    subject: `${facts.title}: your partner is ${nameOf(facts.who)}`,
    paragraphs: [
      `In "${facts.title}" you meet ${sayInFull(facts.who)}. ${facts.why ? sayReason(facts.why) : JOINED_BY_BOTH}`,
      `Their address is ${facts.address}. They have yours now. Whoever reads this first writes first; a line is enough.`,
      `To begin with: ${facts.why ? sayQuestion(facts.why, facts.both) : ideaOf(1)}`,
      `It goes from ${sayDay(facts.firstDay, facts.today)} until ${sayDay(facts.lastDay, facts.today)}, and you meet ${count(facts.meetings, 'time')} or more. On ${sayDay(facts.asked, facts.today)} we ask both of you in a word whether you met, with an idea for the next time.\n${linkTo(`/pairs/${facts.pair}`)}`,
    ],
  }),
  'programme left out': (facts) => ({
    subject: `${facts.title}: no partner for you this time`,
    paragraphs: [
      `You joined "${facts.title}", and we could not find you a partner. ${OUT_WORDS[facts.why]} It says nothing about you.`,
      `${FIRST_NEXT_TIME} Your organiser, ${sayInFull(facts.organiser)}, knows it too. Nothing waits for you today, ${sayDay(facts.today)}.\n${page(facts)}`,
      OTHERS,
    ],
  }),
  'programme partner left': (facts) => ({
    subject: `${facts.title}: ${nameOf(facts.who)} has left`,
    paragraphs: [
      `${sayInFull(facts.who)}, your partner in "${facts.title}", has left the programme today, ${sayDay(facts.today)}. Nobody has to say why, and it says nothing about you. We ask nothing more about the two of you.`,
      `Would you like to meet somebody else? Write to your organiser, ${sayInFull(facts.organiser)}.\n${page(facts)}`,
      OTHERS,
    ],
  }),
  'programme stopped': (facts) => ({
    subject: `${facts.title} has stopped`,
    paragraphs: [
      `"${facts.title}" has stopped today, ${sayDay(facts.today)}. Your organiser writes: "${facts.line}"`,
      `Nothing more is asked of you. Whoever you met through it stays in touch as they like.\n${page(facts)}`,
      OTHERS,
    ],
  }),
  'programme over': (facts) => ({
    subject: `${facts.title} is over`,
    paragraphs: [
      `"${facts.title}" has come to its last day. ${count(facts.pairs, 'pair')} met ${count(facts.meetings, 'time')} that we know of.`,
      `Everybody who had a partner is asked three short questions, until ${sayDay(facts.by, facts.today)}. What they say stands here as it comes in, never for fewer than five:\n${page(facts)}`,
    ],
  }),
  'pair renewed': (facts) => ({
    subject: `${facts.title}: you and ${nameOf(facts.who)} go on`,
    paragraphs: [
      `Both of you said yes, so you and ${sayInFull(facts.who)}, go on until ${sayDay(facts.until, facts.today)}.`,
      `On ${sayDay(facts.asked, facts.today)} we ask again whether you met, with an idea for the next time.\n${linkTo(`/pairs/${facts.pair}`)}`,
    ],
  }),
  'pair over': (facts) => ({
    subject: `You and ${nameOf(facts.who)}: the end of ${facts.title}`,
    paragraphs: [
      `You and ${sayInFull(facts.who)}, went on twice in "${facts.title}", and it has ended today, ${sayDay(facts.today)}.${facts.met > 0 ? ` You met ${count(facts.met, 'time')} that we know of.` : ''} From now on you meet as you like, without us asking.`,
      `Your certificate of hours stays here:\n${linkTo(`/programmes/${facts.programme}/certificate`)}`,
    ],
  }),
}
