/** What is written to two who would meet, and to the broker who proposed it. */
import type { Day } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'
import { sayReasons, sayTerms } from '../suggestions/words.ts'
import type { Why } from './why.ts'
import { NO_SLOTS, NOT_NOW_HEARD, sayProblem, sayQuestion, sayReason, saySlot } from './words.ts'

type About = { introduction: string; who: Somebody; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'introduction made': About & {
      address: string
      why: Why
      both: readonly [string, string]
      problem: string
      slots: readonly string[]
      zone: string
    }
    'introduction not now': About & { with?: Somebody; next?: Suggestion }
  }
}

const page = ({ introduction }: About): string => linkTo(`/introductions/${introduction}`)
const nameOf = ({ name, job, organisationName }: Somebody): string => name || [job || 'somebody', organisationName].join(', ')

export const introductionLetters: LettersOf<'introduction made' | 'introduction not now'> = {
  'introduction made': (facts) => ({
    subject: `You and ${nameOf(facts.who)}: both said yes`,
    paragraphs: [
      `You both would like to meet: you and ${sayInFull(facts.who)}. ${sayReason(facts.why)}`,
      `Their address is ${facts.address}. They have yours now. Whoever reads this first writes first; a line is enough.`,
      `To begin with: ${sayQuestion(facts.why, facts.both)}${facts.problem ? `\n${sayProblem(facts.problem)}` : ''}`,
      ...(facts.slots.length > 0 ? [slotsOf(facts)] : [NO_SLOTS]),
      `In two weeks we ask whether you met. All of this stays here:\n${page(facts)}`,
    ],
  }),
  'introduction not now': (facts) => ({
    subject: `${nameOf(facts.who)}: not now`,
    paragraphs: [
      `${facts.with ? `You proposed that ${sayInFull(facts.who)}, and ${sayInFull(facts.with)}, meet` : `You would like to meet ${sayInFull(facts.who)}`}. It does not work out now. ${NOT_NOW_HEARD}`,
      ...(facts.with ? [] : [nextOf(facts)]),
    ],
  }),
}

function slotsOf({ slots, zone, today, introduction }: LettersFacts): string {
  const lines = slots.map(
    (at, turn) =>
      `${turn + 1}. ${saySlot(zone, new Date(at), today)}\n${linkTo(`/introductions/${introduction}/meeting.ics?slot=${turn + 1}`)}`,
  )
  return `Half an hour is enough. These times suit you both; each link puts one of them into your calendar:\n${lines.join('\n')}`
}
type LettersFacts = { slots: readonly string[]; zone: string; today: Day; introduction: string }

function nextOf({ next, today }: { next?: Suggestion; today: Day }): string {
  if (!next) return `Who else fits you stands here, as soon as somebody does:\n${linkTo('/suggestions')}`
  if (next.is !== 'brief') return `Who fits you next: ${sayInFull(next.person)}. ${sayReasons(next)}\n${linkTo(`/people/${next.id}`)}`
  return `What fits you next: "${next.role.title}". ${sayReasons(next)} ${sayTerms(next, today)}\n${linkTo(`/projects/${next.role.project}`)}`
}
