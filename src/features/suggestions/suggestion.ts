/** A suggestion: a brief or a person that fits somebody, and why. Types and pure rules. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Somebody } from '../people/person.ts'
import type { Lookout } from './lookout.ts'
import { type Met, MORE, metBy } from './wish.ts'

/** What somebody has said, as it was typed. */
export type Said = { haves: readonly string[]; needs: readonly string[] }

/** A role that may be pledged to now. */
export type OpenRole = {
  role: string
  skill: string
  hoursAWeek: number
  /** Of what is live and looked after there is no last day. */
  until?: Day
  project: string
  title: string
  openUntil: Day
  isOpen: boolean
  organisation: string
  organisationName: string
  sector: Sector
}
/** A member and what they let others see of what they have and need. */
export type Member = { person: Somebody; organisation: string; sector: Sector; said: Said }

type Reason = { mine: string; theirs: string; closeness: number }
export type Suggestion = { id: string; organisation: string; sector: Sector } & Reason &
  ({ is: 'brief'; role: OpenRole } | { is: 'has' | 'needs'; person: Somebody })

/** What fits somebody now; where nothing does, who looks and until when. */
export type Fitting = { suggestions: readonly Suggestion[]; hasSaid: boolean; lookout: Pick<Lookout, 'broker' | 'by'> | undefined }

export const MOST_SUGGESTED = 3

/** The role, if one of my haves meets it. */
export function suggestRole(knowledge: Knowledge, haves: readonly string[], role: OpenRole): Suggestion | undefined {
  const reason = reasonOf(knowledge, [role.skill], haves)
  const { organisation, sector } = role
  return (
    reason && { is: 'brief', id: role.role, role, organisation, sector, mine: reason.have, theirs: role.skill, closeness: reason.closeness }
  )
}

/** The person, if they have what I need, or need what I have; whichever is closer. */
export function suggestMember(knowledge: Knowledge, mine: Said, { person, organisation, sector, said }: Member): Suggestion | undefined {
  const has = reasonOf(knowledge, mine.needs, said.haves)
  const needs = reasonOf(knowledge, said.needs, mine.haves)
  const about = { id: person.id, person, organisation, sector }
  if (has && has.closeness >= (needs?.closeness ?? 0))
    return { is: 'has', ...about, mine: has.need, theirs: has.have, closeness: has.closeness }
  return needs && { is: 'needs', ...about, mine: needs.have, theirs: needs.need, closeness: needs.closeness }
}

/** The closest pair of a need and a have, in the words of those who typed them. */
function reasonOf(
  knowledge: Knowledge,
  needs: readonly string[],
  haves: readonly string[],
): { need: string; have: string; closeness: number } | undefined {
  let best: { need: string; have: string; closeness: number } | undefined
  for (const need of needs) {
    for (const have of haves) {
      const closeness = knowledge.meets(need, have)
      if (closeness !== undefined && closeness > (best?.closeness ?? 0)) best = { need, have, closeness }
    }
  }
  return best
}

/** Whoever is no member yet sees briefs only, and so do suppliers, who never write to people first. */
export const seesPeople = (viewer: Viewer): boolean => isMember(viewer) && viewer.sector !== 'supplier'

/** Of what is open to somebody, what fits them, the best first. */
export function chosen(
  knowledge: Knowledge,
  viewer: Viewer,
  said: Said,
  { roles, members }: { roles: readonly OpenRole[]; members: readonly Member[] },
  liked: ReadonlySet<Met> = NOTHING,
): Suggestion[] {
  const all = [
    ...roles.map((role) => suggestRole(knowledge, said.haves, role)),
    ...members.map((member) => suggestMember(knowledge, said, member)),
  ]
  return rank(
    viewer,
    all.flatMap((each) => each ?? []),
    liked,
  )
}

const NOTHING: ReadonlySet<Met> = new Set()

/** The same skill and a special kind of it fit equally well; a general or neighbouring one fits less. */
const FITS_WELL = 0.9

/**
 * What fits well first; with equal fit the other sector, then the other organisation, then briefs, which can be acted on today.
 * Ties go by id, so that a page never reshuffles.
 */
export function rank(viewer: Viewer, all: readonly Suggestion[], liked: ReadonlySet<Met> = NOTHING): Suggestion[] {
  const steps: ((suggestion: Suggestion) => boolean | number)[] = [
    (each) => Math.floor((each.closeness * (liked.has(metBy(each)) ? MORE : 1)) / FITS_WELL),
    ({ sector }) => sector !== viewer.sector,
    ({ organisation }) => organisation !== viewer.organisation,
    ({ is }) => is === 'brief',
  ]
  const compare = (a: Suggestion, b: Suggestion) =>
    steps.map((step) => Number(step(b)) - Number(step(a))).find((difference) => difference !== 0) ?? (a.id < b.id ? -1 : 1)
  return varied(onceEach([...all].sort(compare)), liked)
}

/** One suggestion a project: two roles of the same brief are one brief. */
function onceEach(all: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>()
  return all.filter((each) => {
    const about = each.is === 'brief' ? each.role.project : each.id
    return seen.has(about) ? false : seen.add(about)
  })
}

/** Before two that meet the same of my haves or needs come those that meet another; of what somebody wants more, after two. */
function varied(all: readonly Suggestion[], liked: ReadonlySet<Met>): Suggestion[] {
  const times = new Map<Met, number>()
  const isFirst = (each: Suggestion) => {
    const met = metBy(each)
    const time = (times.get(met) ?? 0) + 1
    times.set(met, time)
    return time <= (liked.has(met) ? MORE : 1)
  }
  const first = all.filter(isFirst)
  return [...first, ...all.filter((each) => !first.includes(each))]
}

/** The ids by which a suggestion is known again: a brief by its project and the role. */
export const idsOf = (suggestion: Suggestion): string[] =>
  suggestion.is === 'brief' ? [suggestion.role.project, suggestion.id] : [suggestion.id]

/** What is asked of the memory. */
export const termsOf = (knowledge: Knowledge, texts: readonly string[]): TermId[] => [
  ...new Set(texts.flatMap((text) => knowledge.termsIn(text))),
]
