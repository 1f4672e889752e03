/** What somebody types when they tell more of themselves, one section at a time, and all that is wrong with it. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { TagId } from '../../matching/tag.ts'
import { readListings, type SayFault } from '../listings/listing.ts'
import { among, type Details, HALF_DAYS, INTRODUCTIONS, PROFESSIONS, WAYS, WISHES } from './details.ts'

export const SECTIONS = ['work', 'interests', 'meeting'] as const
export type Section = (typeof SECTIONS)[number]

/** Every field of every section as it is typed or ticked. */
export type TypedDetails = Record<'profession' | 'interests' | 'learning' | 'problem' | 'radius' | 'languages' | 'introductions', string> &
  Record<'areas' | 'ways' | 'halfDays' | 'wishes', readonly string[]>

export const MOST_WORDS = 10
export const MOST_LANGUAGES = 10
export const MOST_AREAS = 20
export const MOST_PROBLEM = 500
export const MOST_RADIUS = 500

export type DetailFaults = {
  areas?: 'too many'
  languages?: SayFault
  interests?: SayFault
  learning?: SayFault
  problem?: TextFault
  radius?: 'not kilometres'
}

export type ReadDetails = { details: Partial<Details>; faults: DetailFaults }

/** Finds every fault of a section at once. */
export function readDetails(section: Section, typed: TypedDetails, areas: ReadonlySet<TagId>): ReadDetails {
  if (section === 'work') return readWork(typed, areas)
  return section === 'interests' ? readInterests(typed) : readMeeting(typed)
}

function readWork(typed: TypedDetails, known: ReadonlySet<TagId>): ReadDetails {
  const [profession = ''] = among(PROFESSIONS, [typed.profession])
  const areas = [...new Set(typed.areas)].filter((area) => known.has(area))
  const languages = readWords(typed.languages, MOST_LANGUAGES)
  return {
    details: { profession, areas, ...(languages.yes ? { languages: languages.value } : {}) },
    faults: {
      ...(areas.length > MOST_AREAS ? { areas: 'too many' } : {}),
      ...(languages.yes ? {} : { languages: languages.why }),
    },
  }
}

function readInterests(typed: TypedDetails): ReadDetails {
  const [interests, learning] = [readWords(typed.interests, MOST_WORDS), readWords(typed.learning, MOST_WORDS)]
  const problem = readText(typed.problem, { most: MOST_PROBLEM, lines: 'many', optional: true })
  return {
    details: {
      ...(interests.yes ? { interests: interests.value } : {}),
      ...(learning.yes ? { learning: learning.value } : {}),
      ...(problem.yes ? { problem: problem.value } : {}),
    },
    faults: {
      ...(interests.yes ? {} : { interests: interests.why }),
      ...(learning.yes ? {} : { learning: learning.why }),
      ...(problem.yes ? {} : { problem: problem.why }),
    },
  }
}

function readMeeting(typed: TypedDetails): ReadDetails {
  const radius = readRadius(typed.radius)
  const introductions = INTRODUCTIONS.find((each) => String(each) === typed.introductions) ?? 1
  const [ways, halfDays, wishes] = [among(WAYS, typed.ways), among(HALF_DAYS, typed.halfDays), among(WISHES, typed.wishes)]
  return {
    details: { ways, halfDays, wishes, introductions, ...(radius.yes && radius.value !== undefined ? { radius: radius.value } : {}) },
    faults: radius.yes ? {} : { radius: radius.why },
  }
}

function readWords(typed: string, most: number): Answer<string[], SayFault> {
  const words = readListings(typed)
  return words.yes && words.value.length > most ? no('too many') : words
}

function readRadius(typed: string): Answer<number | undefined, 'not kilometres'> {
  const text = typed.trim()
  if (text === '') return yes(undefined)
  const kilometres = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return kilometres >= 1 && kilometres <= MOST_RADIUS ? yes(kilometres) : no('not kilometres')
}

/** Together with what stands in the other sections. A distance that was emptied is gone. */
export function withSection(before: Details, section: Section, read: Partial<Details>): Details {
  const { radius, ...others } = before
  return { ...others, ...(section !== 'meeting' && radius !== undefined ? { radius } : {}), ...read }
}

/** What the forms show before anything is typed. */
export const typedDetailsOf = (details: Details): TypedDetails => ({
  ...{ profession: details.profession, problem: details.problem },
  ...{ areas: details.areas, ways: details.ways, halfDays: details.halfDays, wishes: details.wishes },
  interests: details.interests.join('\n'),
  learning: details.learning.join('\n'),
  languages: details.languages.join(', '),
  radius: details.radius === undefined ? '' : String(details.radius),
  introductions: String(details.introductions),
})
