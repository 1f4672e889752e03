/** Every sentence people read about belonging to an organisation. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import type { TextFault } from '../../basics/text.ts'
import {
  type AdmissionRefusal,
  type BrokerRefusal,
  type Claim,
  type ClaimRefusal,
  MOST_DECLINE_LINE,
  MOST_ORGANISATION_NAME,
  nameOfClaimed,
  type Standing,
  type VouchRefusal,
} from './claim.ts'

export const CLAIM_REFUSALS: Record<ClaimRefusal, string> = {
  empty: 'Enter the organisation that you work for.',
  'too long': `The name of your organisation must be ${MOST_ORGANISATION_NAME} characters or fewer.`,
  'unseen characters': 'The name of your organisation has a character that cannot be shown. Type it again.',
  'sector needed': 'We do not know this organisation yet. Choose what kind of organisation it is.',
  'has an organisation': 'We know your organisation already.',
  'asked too often': 'You have asked several times today. Wait for an answer, or try again tomorrow.',
}

/** When names that we know are near what they typed. */
export const CHOOSE_NEAR = 'Choose one of these, or that it is none of them.'

export const VOUCH_REFUSALS: Record<VouchRefusal, string> = {
  'own claim': 'You cannot vouch for yourself. A colleague can, or a broker.',
  'not a colleague': 'Only somebody of the same organisation can vouch for a colleague.',
  'answered before': 'Somebody has answered this already.',
}

export const BROKER_REFUSALS: Record<BrokerRefusal, string> = {
  'not a broker': 'Only a broker can do this.',
  'answered before': 'Somebody has answered this already.',
}

export const ADMISSION_REFUSALS: Record<AdmissionRefusal, string> = {
  ...BROKER_REFUSALS,
  empty: 'Enter the name of the organisation.',
  'too long': CLAIM_REFUSALS['too long'],
  'unseen characters': 'The name of the organisation has a character that cannot be shown. Type it again.',
  'no such organisation': 'We know no organisation of this name. Choose one, or add it as a new one.',
  'no sector': 'Choose the kind of organisation that you add.',
  'has an organisation': 'This person belongs to an organisation already.',
}

export const LINE_FAULTS: Record<TextFault, string> = {
  empty: 'Say in a line why not, and what they can do now.',
  'too long': `The line must be ${MOST_DECLINE_LINE} characters or fewer.`,
  'unseen characters': 'The line has a character that cannot be shown. Type it again.',
}

/** As people choose them. */
export const SECTOR_NAMES: Record<Sector, string> = {
  local: 'Local government',
  central: 'Central government',
  health: 'Health',
  police: 'Police',
  fire: 'Fire and rescue',
  education: 'Education',
  justice: 'Justice',
  charity: 'Charity or community group',
  supplier: 'Supplier to public services',
  'other public': 'Another public body',
}

/** "the broker Benoit Skelderby", or a broker when nobody has said a name. */
export const sayBroker = (name: string): string => (name === '' ? 'a broker' : `the broker ${name}`)

/** Who answers somebody who is held, and from when on who else. */
export function sayWhoAnswers({ organisation, today, ...held }: Omit<Standing, 'claim'> & { organisation: string; today: Day }): string {
  const day = sayDay(held.askedAgainOn, today)
  return held.canBeVouched
    ? `Anybody who is here for ${organisation} can say that you work with them. If nobody has by ${day}, we ask ${sayBroker(held.broker)}, and again every week until you have an answer.`
    : `Nobody from ${organisation} is here yet, so ${sayBroker(held.broker)} looks at it. If you have no answer by ${day}, we remind them, and again every week.`
}

/** What somebody can do while they are held. */
export const WHILE_HELD = 'Until then you can read everything and write drafts. Nothing of yours is shown or counted.'

/** To somebody who is held, and tries what only members can do. */
export const sayNotYet = (cannot: string): string =>
  `We do not know yet for whom you work, so you cannot ${cannot} Say it under "For you": a colleague who is here, or a broker, then says yes.`

/** To somebody who has not said it yet. */
export const NOT_SAID_YET =
  'Your address does not tell us for whom you work. You can read everything and write drafts. To pledge or publish, say which organisation is yours: a colleague who is here, or a broker, then says yes.'

export const nameOfClaimant = (claim: Pick<Claim, 'person'>): string => claim.person.name || 'somebody who has not said their name'

/** How a claim stands, in a line. */
export function sayClaimState(claim: Claim, today: Day): string {
  const on = claim.answered ? ` on ${sayDay(claim.answered.on, today)}` : ''
  switch (claim.state) {
    case 'open':
      return `Waits for an answer since ${sayDay(claim.askedOn, today)}`
    case 'vouched':
      return `A colleague said yes${on}`
    case 'admitted':
      return `A broker said yes${on}`
    case 'declined':
      return `A broker said no${on}`
    case 'recognised':
      return `Told by their address${on}`
    case 'withdrawn':
      return `Taken back${on}`
  }
}

/** What the page of a claim says after something was done: the address carries the key. */
export function claimDone(claim: Claim, key: string | undefined): { title: string; text: string } | undefined {
  const [name, organisation] = [nameOfClaimant(claim), nameOfClaimed(claim)]
  const said: Record<string, { title: string; text: string } | false> = {
    asked: claim.state === 'open' && { title: 'We have asked', text: 'You get a letter when there is an answer.' },
    vouched: claim.state === 'vouched' && {
      title: 'Thank you',
      text: `${name} belongs to ${organisation} now, and gets a letter about it.`,
    },
    passed: claim.state === 'open' && {
      title: 'Thank you',
      text: 'Others of your organisation can still say yes. You are not asked again.',
    },
    admitted: claim.state === 'admitted' && { title: 'Done', text: `${name} belongs to ${organisation} now, and gets a letter about it.` },
    declined: claim.state === 'declined' && { title: 'Done', text: `${name} gets a letter with your line.` },
  }
  return said[key ?? ''] || undefined
}
