/** Every sentence people read where they tell more of themselves than at their first visit. */
import type { TextFault } from '../../basics/text.ts'
import type { Wish } from '../../matching/candidate.ts'
import { MOST_WHAT, type SayFault } from '../listings/listing.ts'
import type { Audience, ProfileField } from '../people/profile.ts'
import type { Profession } from './details.ts'
import { type DetailFaults, MOST_AREAS, MOST_LANGUAGES, MOST_PROBLEM, MOST_RADIUS, MOST_WORDS, type Section } from './details-form.ts'

export const SECTION_WORDS: Record<Section, { title: string; lede: string; row: string }> = {
  work: {
    title: 'Your work',
    lede: 'People of the same profession, or of quite another one, find you by it.',
    row: 'Profession, policy areas and languages',
  },
  interests: {
    title: 'What interests you',
    lede: 'What two people share is a good start for a talk.',
    row: 'Interests, what you would like to learn, and a tricky problem',
  },
  meeting: {
    title: 'How you meet people',
    lede: 'We introduce two people only if there is a way in which both can meet.',
    row: 'Where, how, when and how often',
  },
}

export const PROFESSION_WORDS: Record<Profession, string> = {
  policy: 'Policy',
  digital: 'Digital and data',
  operations: 'Operations',
  finance: 'Finance',
  people: 'People and learning',
  legal: 'Legal',
  communications: 'Communications',
  care: 'Care and health',
  planning: 'Planning and places',
  other: 'Something else',
}

export const WISH_WORDS: Record<Wish, string> = {
  'another sector': 'Somebody of another sector',
  'another profession': 'Somebody of another profession',
  'the same profession': 'Somebody of my own profession',
  'another organisation': 'Somebody of another organisation',
  nearby: 'Somebody near me',
}

export const sayIntroductions = (most: number): string =>
  most === 0 ? 'None for now' : most === 1 ? 'One a month' : `Up to ${most} a month`

export const AUDIENCE_WORDS: Record<Audience, string> = {
  members: 'All members',
  matches: 'People I am introduced to',
  matching: 'Nobody: only used for matching',
}

export const FIELD_WORDS: Record<ProfileField, string> = {
  haves: 'What I have',
  needs: 'What I need',
  place: 'Where I am: the first half of my postcode',
  hours: 'My hours a week',
  profession: 'My profession',
  areas: 'My policy areas',
  interests: 'My interests',
  learning: 'What I would like to learn',
  problem: 'My tricky problem',
  meeting: 'How I meet, and how far I would go',
  times: 'When I can meet',
  languages: 'My languages',
  introductions: 'How many introductions I take',
  wishes: 'Whom I would like to meet',
}

type Words = 'languages' | 'interests' | 'learning'
const NAMED: Record<Words, { what: string; most: number }> = {
  languages: { what: 'languages', most: MOST_LANGUAGES },
  interests: { what: 'interests', most: MOST_WORDS },
  learning: { what: 'things to learn', most: MOST_WORDS },
}
const WORDS_FAULTS: Record<SayFault, (named: { what: string; most: number }) => string> = {
  'too many': ({ what, most }) => `Name at most ${most} ${what}. Leave some out.`,
  'too long': ({ what }) => `Shorten each of your ${what} to ${MOST_WHAT} characters or fewer. A comma or a new line begins the next one.`,
  'unseen characters': ({ what }) => `Your ${what} hold a character that cannot be shown. Type them again.`,
}
const PROBLEM_FAULTS: Record<TextFault, string> = {
  empty: 'Say what the problem is, or leave it empty.',
  'too long': `Shorten your problem to ${MOST_PROBLEM} characters or fewer.`,
  'unseen characters': 'Your problem has a character that cannot be shown. Type it again.',
}

export type SaidDetailFaults = { [Field in keyof DetailFaults]?: string }

/** A sentence for each field in which something is wrong. */
export function sayDetailFaults(faults: DetailFaults): SaidDetailFaults {
  const words = (field: Words) => {
    const fault = faults[field]
    return fault ? { [field]: WORDS_FAULTS[fault](NAMED[field]) } : {}
  }
  return {
    ...(faults.areas ? { areas: `Tick at most ${MOST_AREAS} policy areas: those that matter most to you.` } : {}),
    ...words('languages'),
    ...words('interests'),
    ...words('learning'),
    ...(faults.problem ? { problem: PROBLEM_FAULTS[faults.problem] } : {}),
    ...(faults.radius ? { radius: `Enter whole kilometres from 1 to ${MOST_RADIUS}, or leave it empty.` } : {}),
  }
}
