/** What is asked of the two: whether they would like to meet, and two weeks later whether they have. */
import { sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { acceptIntroduction, declineIntroduction, reopenIntroduction } from './actions.ts'
import { sayWhetherMet, unsayWhetherMet } from './outcome-actions.ts'
import type { Why } from './why.ts'
import { ANSWER_REFUSALS, ASK_FIRST, OUTCOME_REFUSALS, SILENT_NO, sayReason } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'will you meet': {
      introduction: string
      who: Somebody
      why: Why
      line: string
      /** The other one would like to; a broker may ask before that. */
      hasSaidYes: boolean
      broker?: Somebody
    }
    'did you meet': { introduction: string; who: Somebody; times: number }
  }
}

const USEFUL: Choice = {
  answer: 'met useful',
  label: 'We met, and it was useful',
  words: ['useful', 'we met and it was useful', 'met and useful'],
}
const MET: Choice = { answer: 'met', label: 'We met; too early to say', words: ['we met', 'yes', 'yes we met', 'we have met'] }
const NOT_USEFUL: Choice = {
  answer: 'met not useful',
  label: 'We met; it was not useful',
  words: ['not useful', 'met but not useful', 'useless'],
}
const NOT_YET: Choice = { answer: 'not yet', label: 'Not yet', words: ['later', 'soon', 'no not yet', 'not so far'] }
const NEVER: Choice = { answer: 'no', label: 'No', words: ['we did not', 'did not meet', 'we did not meet', 'never'] }

/** What came of a meeting. */
export const MET_CHOICES: readonly Choice[] = [USEFUL, MET, NOT_USEFUL, NOT_YET, NEVER]

const page = (introduction: string): string => linkTo(`/introductions/${introduction}`)

export const introductionAsks: AsksOf<'will you meet' | 'did you meet'> = {
  'will you meet': {
    choices: [...yesOr('Yes, introduce us', 'No')].map(
      (choice): Choice => (choice.answer === 'yes' ? { ...choice, isFinal: true } : choice),
    ),
    words: ({ introduction, who, why, line, hasSaidYes, broker }, by, today) => ({
      subject: `Would you like to meet ${shortly(who)}?`,
      heading: `Would you like to meet ${shortly(who)}?`,
      says: [
        `${begins(who, hasSaidYes, broker)} ${sayReason(why)}`,
        ...(line ? [`${broker ? sayInFull(broker) : 'They'} ${broker ? 'writes' : 'write'}: "${line}"`] : []),
        `${ASK_FIRST} All about it:\n${page(introduction)}`,
        SILENT_NO,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, nothing happens, and nobody is told.`,
    }),
    act: async (tx, { about }, { answer }, by, at) =>
      inWords(
        answer === 'yes' ? await acceptIntroduction(tx, about, by, at) : await declineIntroduction(tx, about, by, at),
        ANSWER_REFUSALS,
      ),
    // A clock of the introduction ends it after silence and after a no alike.
    silence: async () => {},
    undo: async (tx, { about }, by, at) => inWords(await reopenIntroduction(tx, about, by, at), ANSWER_REFUSALS),
  },
  'did you meet': {
    choices: MET_CHOICES,
    words: ({ introduction, who, times }, by, today) => ({
      subject: `You and ${shortly(who)}: did you meet?`,
      heading: `Did you meet ${shortly(who)}?`,
      says: [
        `You and ${sayInFull(who)}, both said yes to meeting${times > 1 ? ', and two weeks ago you had not met yet' : ' two weeks ago'}. What you say is only counted: nobody reads it.\n${page(introduction)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, we do not ask again.`,
    }),
    act: async (tx, asked, { answer }, by, at) => inWords(await sayWhetherMet(tx, asked, answer, by.person, at), OUTCOME_REFUSALS),
    silence: async () => {},
    undo: async (tx, asked, by) => inWords(await unsayWhetherMet(tx, asked, by.person), OUTCOME_REFUSALS),
  },
}

function begins(who: Somebody, hasSaidYes: boolean, broker: Somebody | undefined): string {
  if (!broker) return `${sayInFull(who)}, would like to meet you.`
  const proposed = `${sayInFull(broker)}, a broker here, thinks that you and ${sayInFull(who)}, should meet.`
  return hasSaidYes ? `${proposed} They have said yes.` : proposed
}

/** By their name, where it may be said, or by what they do. */
const shortly = ({ name, job, organisationName }: Somebody): string => name || [job || 'somebody', organisationName].join(', ')
