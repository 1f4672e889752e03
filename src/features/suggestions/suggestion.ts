/** A suggestion: a brief or a person that fits somebody, and why. Types and pure rules. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import { STRANGERS } from '../../matching/candidate.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { PairScore } from '../../matching/pair-score.ts'
import { tieOf } from '../../matching/tie.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Somebody } from '../people/person.ts'
import type { Told } from '../profiles/told.ts'
import type { Lookout } from './lookout.ts'
import { type Why, whysOf } from './why.ts'
import { type Met, MORE, metBy, metByAny } from './wish.ts'

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
/** A member whom somebody may find; `lists` on so many have letters put them this week, one of them this reader's if `isTold`. `isPartner`: their two organisations have a partnership. */
export type Member = { person: Somebody; organisation: string; sector: Sector; lists: number; isTold: boolean; isPartner?: boolean }

export type PersonSuggestion = { id: string; organisation: string; sector: Sector; closeness: number; person: Somebody } & Why & {
    /** What else speaks for it. */
    also?: readonly Why[]
  }
export type Suggestion =
  | { is: 'brief'; id: string; organisation: string; sector: Sector; mine: string; theirs: string; closeness: number; role: OpenRole }
  | PersonSuggestion

/** What fits somebody now; where nothing does, who looks and until when. */
export type Fitting = { suggestions: readonly Suggestion[]; hasSaid: boolean; lookout: Pick<Lookout, 'broker' | 'by'> | undefined }

export const MOST_SUGGESTED = 3
/** Beside the first reason. */
const MOST_ALSO = 2

/** The role, if one of my haves meets it. */
export function suggestRole(knowledge: Knowledge, haves: readonly string[], role: OpenRole): Suggestion | undefined {
  let best: { mine: string; closeness: number } | undefined
  for (const mine of haves) {
    const closeness = knowledge.meets(role.skill, mine)
    if (closeness !== undefined && closeness > (best?.closeness ?? 0)) best = { mine, closeness }
  }
  const { organisation, sector } = role
  return best && { is: 'brief', id: role.role, role, organisation, sector, theirs: role.skill, ...best }
}

/** The person, if something that they show speaks for it. `isForBoth`: no more is told of me than they may see. */
export function suggestMember(
  knowledge: Knowledge,
  score: PairScore,
  me: Told,
  { person, organisation, sector }: Pick<Member, 'person' | 'organisation' | 'sector'>,
  told: Told,
  isForBoth = false,
): PersonSuggestion | undefined {
  const own = isForBoth ? { candidate: me.shown, texts: me.shows } : { candidate: me.all, texts: me.said }
  const [first, ...others] = whysOf(knowledge, score, own, { candidate: told.shown, texts: told.shows })
  const also = others.slice(0, MOST_ALSO).map(({ closeness: _, ...why }) => why)
  return first && { id: person.id, person, organisation, sector, ...first, ...(also.length > 0 ? { also } : {}) }
}

/** Whoever is no member yet sees briefs only, and so do suppliers, who never write to people first. */
export const seesPeople = (viewer: Viewer): boolean => isMember(viewer) && viewer.sector !== 'supplier'

/** Colleagues meet without us, and suppliers are not listed for people to find. */
export const worksElsewhere =
  (organisation: string) =>
  (other: { organisation: string; sector: string }): boolean =>
    other.organisation !== organisation && other.sector !== 'supplier'

/** The people who fit somebody: those of partner organisations before others, and among them by the score, the best first; whoever may not meet them is not among them. Ties break by chance that stays the same. */
export function rankPeople(
  knowledge: Knowledge,
  score: PairScore,
  me: Told,
  others: readonly { member: Member; told: Told }[],
  liked: ReadonlySet<Met> = NOTHING,
): PersonSuggestion[] {
  if (me.takesNone) return []
  // How many come to somebody does not keep them from asking others.
  const asking = { ...me.all, isFull: false }
  const found = others.flatMap(({ member, told }) => {
    const pairing = score.pair(asking, told.all, STRANGERS)
    const suggestion = pairing.may ? suggestMember(knowledge, score, me, member, told) : undefined
    if (!pairing.may || !suggestion) return []
    const isLiked = metByAny(suggestion).some((met) => liked.has(met))
    const worth = pairing.fit.score * (isLiked ? MORE : 1)
    return [{ suggestion, isPartner: member.isPartner === true, worth, tie: tieOf(1, me.all.id, suggestion.id) }]
  })
  const first = (a: { isPartner: boolean }, b: { isPartner: boolean }) => Number(b.isPartner) - Number(a.isPartner)
  return found.sort((a, b) => first(a, b) || b.worth - a.worth || a.tie - b.tie).map(({ suggestion }) => suggestion)
}

const NOTHING: ReadonlySet<Met> = new Set()

/** The same skill and a special kind of it fit equally well; a general or neighbouring one fits less. */
const FITS_WELL = 0.9

/**
 * Briefs and people in one list. What fits well first; with equal fit the other sector, then the other organisation, then briefs, which can
 * be acted on today. People come in the order that the score gave them; of briefs ties go by id, so that a page never reshuffles.
 */
export function rank(
  viewer: Viewer,
  briefs: readonly Suggestion[],
  people: readonly PersonSuggestion[] = [],
  liked: ReadonlySet<Met> = NOTHING,
): Suggestion[] {
  const steps: ((suggestion: Suggestion) => boolean | number)[] = [
    (each) => Math.floor((each.closeness * (liked.has(metBy(each)) ? MORE : 1)) / FITS_WELL),
    ({ sector }) => sector !== viewer.sector,
    ({ organisation }) => organisation !== viewer.organisation,
    ({ is }) => is === 'brief',
  ]
  const compare = (a: Suggestion, b: Suggestion) =>
    steps.map((step) => Number(step(b)) - Number(step(a))).find((difference) => difference !== 0) ?? (a.id < b.id ? -1 : 1)
  return varied(merged(onceEach([...briefs].sort(compare)), people, compare), liked)
}

function merged(
  briefs: readonly Suggestion[],
  people: readonly Suggestion[],
  compare: (a: Suggestion, b: Suggestion) => number,
): Suggestion[] {
  const all: Suggestion[] = []
  for (let [brief, person] = [0, 0]; brief < briefs.length || person < people.length; ) {
    const [one, other] = [briefs[brief], people[person]]
    const takesBrief = one !== undefined && (other === undefined || compare(one, other) < 0)
    if (takesBrief) brief++
    else person++
    all.push(...[takesBrief ? one : other].flatMap((each) => each ?? []))
  }
  return all
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
    const met = metByAny(each)
    for (const one of met) times.set(one, (times.get(one) ?? 0) + 1)
    return met.some((one) => (times.get(one) ?? 0) <= (liked.has(one) ? MORE : 1))
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
