/** A claim: somebody whose address tells no organisation says which one they work for, and is held until somebody answers. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { isSector, type Sector } from '../../basics/sector.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Person, PersonId } from '../people/person.ts'

/** Vouched for by a colleague; admitted or declined by a broker; recognised by an address after all; withdrawn for another claim. */
export type ClaimState = 'open' | 'vouched' | 'admitted' | 'declined' | 'recognised' | 'withdrawn'

export type Claim = {
  id: string
  /** `domain` is what a reader may know of the address: the part after the @. */
  person: { id: PersonId; name: string; job: string; domain: string }
  /** The organisation of that name, when the chapter knows one. */
  organisation?: { id: string; name: string }
  /** Somebody else belongs to it, and can say whether it is true. */
  canBeVouched: boolean
  /** As they typed it. */
  saidName: string
  sector?: Sector
  askedOn: Day
  state: ClaimState
  answered?: { by: PersonId | undefined; name: string; on: Day }
  /** What a broker wrote when they declined. */
  line: string
}

/** So long the colleagues have it to themselves; then the brokers are asked, and again after as many days. */
export const VOUCH_DAYS = 7
/** So often a day somebody may say another organisation: each may write to every broker. */
const MOST_CLAIMS_A_DAY = 5
export const MOST_ORGANISATION_NAME = 120
export const MOST_DECLINE_LINE = 400

export type ClaimRefusal = TextFault | 'sector needed' | 'has an organisation' | 'asked too often'
export type VouchRefusal = 'own claim' | 'not a colleague' | 'answered before'
export type BrokerRefusal = 'not a broker' | 'answered before'

/** The answer that none of the organisations with a like name is meant. */
export const NONE_OF_THESE = 'none'

export type Said = { organisationName: string; sector?: Sector | undefined }

/** The name as it is kept: what they typed, in one line. */
export const readOrganisationName = (typed: string): Answer<string, TextFault> =>
  readText(typed.replace(/\s+/g, ' '), { most: MOST_ORGANISATION_NAME })

export const readSector = (typed: string): Sector | undefined => (isSector(typed) ? typed : undefined)

/** An organisation that we do not know needs a sector: the one that the address tells, else the one they chose. */
export function claim(
  person: Person,
  said: Said,
  about: { isKnown: boolean; toldSector: Sector | undefined; askedInADay: number },
): Answer<{ saidName: string; sector: Sector | undefined }, ClaimRefusal> {
  if (person.organisation) return no('has an organisation')
  const name = readOrganisationName(said.organisationName)
  if (!name.yes) return name
  const sector = about.toldSector ?? said.sector
  if (about.askedInADay >= MOST_CLAIMS_A_DAY) return no('asked too often')
  return sector === undefined && !about.isKnown ? no('sector needed') : yes({ saidName: name.value, sector })
}

/** A colleague says yes, or that they do not know the person. */
export function mayVouch(claim: Claim, viewer: Viewer): Answer<true, VouchRefusal> {
  if (claim.person.id === viewer.person) return no('own claim')
  if (viewer.organisation === undefined || claim.organisation?.id !== viewer.organisation) return no('not a colleague')
  return claim.state === 'open' ? yes(true) : no('answered before')
}

/** A broker answers any claim: also their own, for in a new chapter there may be nobody else, and the journal keeps it. */
export function mayDecide(claim: Claim, viewer: Viewer): Answer<true, BrokerRefusal> {
  if (!viewer.broker) return no('not a broker')
  return claim.state === 'open' ? yes(true) : no('answered before')
}

/** The person, their colleagues to be, and the brokers: to everybody else there is no such claim. */
export const maySeeClaim = (claim: Claim, viewer: Viewer): boolean =>
  viewer.broker ||
  claim.person.id === viewer.person ||
  (viewer.organisation !== undefined && claim.organisation?.id === viewer.organisation)

/** Where somebody stands who is held: what they have said, and who answers until when. */
export type Standing = { claim?: Claim; canBeVouched: boolean; broker: string; askedAgainOn: Day }

/** Somebody without an organisation, as a broker sees them in a list. */
export type Held = {
  person: PersonId
  name: string
  job: string
  domain: string
  /** Since when they wait for an answer, or, when they have asked nothing, are here. */
  since: Day
  claim?: { id: string; organisation: string; isKnown: boolean }
}

/** Where a broker lets somebody in: an organisation that we know by its id or by its name, or one that is new here. */
export type Admission =
  | { is: 'known'; organisation: string }
  | { is: 'named'; name: string }
  | { is: 'new'; name: string; sector: Sector | undefined }
export type AdmissionRefusal = BrokerRefusal | TextFault | 'no such organisation' | 'no sector' | 'has an organisation'

/** The name of the organisation as it is said of this claim. */
export const nameOfClaimed = (claim: Pick<Claim, 'organisation' | 'saidName'>): string => claim.organisation?.name ?? claim.saidName
