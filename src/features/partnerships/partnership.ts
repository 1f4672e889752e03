/** A partnership: two organisations agree for a term, and each names a host. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, daysBetween, readDay } from '../../basics/day.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'

/** Not agreed: after a no as after silence. */
export type PartnershipState = 'proposed' | 'agreed' | 'not agreed' | 'withdrawn' | 'ended'
/** One of the two organisations; the one that is asked has no host before it says yes. */
export type Party = { id: string; name: string; host?: Somebody }
export type Worth = 'much' | 'little'
export type Partnership = {
  id: string
  what: string
  from: Day
  until: Day
  /** The organisation that proposed it. */
  one: Party
  other: Party
  proposedBy: Somebody
  state: PartnershipState
  answerBy: Day
  renewals: number
  /** What each of the two hosts has said about going on, in this term. */
  goesOn: { one?: boolean; other?: boolean }
  endedOn?: Day
  /** One line of what came of it; empty until somebody says so. */
  came: string
}
/** As the page of an organisation lists it. */
export type PartnershipLine = Pick<Partnership, 'id' | 'what' | 'until' | 'state'> & { with: string; withName: string }

export const MOST_WHAT = 300
export const MOST_CAME = 500
/** Shorter, and the question whether it goes on would come before anything has happened. */
export const SHORTEST_DAYS = 56
export const LONGEST_DAYS = 3 * 366
/** The hosts are asked in good time whether it goes on. */
export const RENEWAL_DAYS = 28

export type TypedPartnership = { what: string; from: string; until: string; host: string }
export type TermFault = 'no such day' | 'has passed' | 'too short' | 'too long'
export type PartnershipFaults = { what?: TextFault; from?: TermFault; until?: TermFault }
export type Proposal = { what: string; from: Day; until: Day; host: string }

export function readProposal(
  typed: TypedPartnership,
  today: Day,
): { yes: true; value: Proposal } | { yes: false; faults: PartnershipFaults } {
  const what = readText(typed.what, { most: MOST_WHAT, lines: 'many' })
  const [from, until] = [readDay(typed.from), readDay(typed.until)]
  const [fromFault, untilFault] = [fromFaultOf(from, today), untilFaultOf(from, until)]
  if (!what.yes || from === undefined || until === undefined || fromFault || untilFault)
    return {
      yes: false,
      faults: {
        ...(what.yes ? {} : { what: what.why }),
        ...(fromFault ? { from: fromFault } : {}),
        ...(untilFault ? { until: untilFault } : {}),
      },
    }
  return { yes: true, value: { what: what.value, from, until, host: typed.host } }
}

function fromFaultOf(from: Day | undefined, today: Day): TermFault | undefined {
  if (from === undefined) return 'no such day'
  if (from < today) return 'has passed'
  return daysBetween(today, from) > LONGEST_DAYS ? 'too long' : undefined
}

function untilFaultOf(from: Day | undefined, until: Day | undefined): TermFault | undefined {
  if (until === undefined) return 'no such day'
  if (from === undefined) return undefined
  const days = daysBetween(from, until)
  if (days < SHORTEST_DAYS) return 'too short'
  return days > LONGEST_DAYS ? 'too long' : undefined
}

/** What must be known of the two to propose it. */
export type Standing = {
  speaks: boolean
  /** How many people could answer for the other organisation. */
  speakers: number
  isUnderWay: boolean
  hostIsOurs: boolean
}
export type ProposeRefusal = 'not a speaker' | 'supplier' | 'own organisation' | 'nobody speaks' | 'under way' | 'host of another'

export function mayProposePartnership(by: Viewer, other: string, standing: Standing): Answer<true, ProposeRefusal> {
  if (!standing.speaks) return no('not a speaker')
  if (by.sector === 'supplier') return no('supplier')
  if (by.organisation === other) return no('own organisation')
  if (standing.isUnderWay) return no('under way')
  if (standing.speakers === 0) return no('nobody speaks')
  return standing.hostIsOurs ? yes(true) : no('host of another')
}

export type PartnershipRefusal = 'may not' | 'over' | 'host of another' | 'said before'

/** `speaksFor` is the organisation for which whoever acts may speak, if any. */
export function mayAnswerPartnership(
  { state, other, until }: Partnership,
  speaksFor: string | undefined,
  today: Day,
): Answer<true, PartnershipRefusal> {
  if (state !== 'proposed' || until < today) return no('over')
  return speaksFor === other.id ? yes(true) : no('may not')
}

export function mayWithdraw({ state, one }: Partnership, speaksFor: string | undefined): Answer<true, PartnershipRefusal> {
  if (state !== 'proposed') return no('over')
  return speaksFor === one.id ? yes(true) : no('may not')
}

type By = Pick<Viewer, 'person' | 'organisation'>

/** Which of the two somebody looks after: as its host while they belong to it, or because they speak for it. */
export function sideOf(
  { one, other }: Partnership,
  { person, organisation }: By,
  speaksFor: string | undefined,
): 'one' | 'other' | undefined {
  const looksAfter = ({ id, host }: Party): boolean => speaksFor === id || (host?.id === person && organisation === id)
  return looksAfter(one) ? 'one' : looksAfter(other) ? 'other' : undefined
}

export function mayEndPartnership(partnership: Partnership, side: 'one' | 'other' | undefined): Answer<true, PartnershipRefusal> {
  if (partnership.state !== 'agreed') return no('over')
  return side ? yes(true) : no('may not')
}

/** Each organisation names its own host, while it lasts. */
export function mayNameHost(
  partnership: Partnership,
  speaksFor: string | undefined,
  hostsOrganisation: string | undefined,
): Answer<'one' | 'other', PartnershipRefusal> {
  const { state, one, other } = partnership
  if (state !== 'agreed') return no('over')
  const side = speaksFor === one.id ? 'one' : speaksFor === other.id ? 'other' : undefined
  if (!side) return no('may not')
  return hostsOrganisation === speaksFor ? yes(side) : no('host of another')
}

/** Of one that has ended without a word. */
export function maySayWhatCame(partnership: Partnership, side: 'one' | 'other' | undefined): Answer<true, PartnershipRefusal> {
  if (partnership.state !== 'ended') return no('over')
  if (!side) return no('may not')
  return partnership.came === '' ? yes(true) : no('said before')
}

/** It goes on for as long as the first time. */
export const nextUntil = ({ from, until, renewals }: Pick<Partnership, 'from' | 'until' | 'renewals'>): Day =>
  addDays(until, Math.round(daysBetween(from, until) / (renewals + 1)))

/** While it lasts the people of the two are offered to each other first. */
export const isLasting = ({ state, from, until }: Pick<Partnership, 'state' | 'from' | 'until'>, today: Day): boolean =>
  state === 'agreed' && from <= today && until >= today

/** Work is public; what has not been agreed concerns the two organisations alone. */
export const maySeePartnership = (partnership: Partnership, viewer: By | undefined, speaksFor: string | undefined): boolean =>
  partnership.state === 'agreed' ||
  partnership.state === 'ended' ||
  (viewer !== undefined && (partnership.proposedBy.id === viewer.person || sideOf(partnership, viewer, speaksFor) !== undefined))
