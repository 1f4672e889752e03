/** Every sentence people read about belonging to an organisation. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { type BrokerRefusal, type ClaimRefusal, MOST_ORGANISATION_NAME, type VouchRefusal } from './claim.ts'

export const CLAIM_REFUSALS: Record<ClaimRefusal, string> = {
  empty: 'Enter the organisation that you work for.',
  'too long': `The name of your organisation must be ${MOST_ORGANISATION_NAME} characters or fewer.`,
  'unseen characters': 'The name of your organisation has a character that cannot be shown. Type it again.',
  'sector needed': 'We do not know this organisation yet. Choose what kind of organisation it is.',
  'has an organisation': 'We know your organisation already.',
}

export const VOUCH_REFUSALS: Record<VouchRefusal, string> = {
  'own claim': 'You cannot vouch for yourself. A colleague can, or a broker.',
  'not a colleague': 'Only somebody of the same organisation can vouch for a colleague.',
  'answered before': 'Somebody has answered this already.',
}

export const BROKER_REFUSALS: Record<BrokerRefusal, string> = {
  'not a broker': 'Only a broker can do this.',
  'answered before': 'Somebody has answered this already.',
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

/** "Benoit Skelderby, the broker here", or the broker when nobody has said a name. */
export const sayBroker = (name: string): string => (name === '' ? 'the broker of this chapter' : `${name}, the broker here`)

/** Who answers somebody who is held, and from when on who else. */
export function sayWhoAnswers(held: {
  organisation: string
  canBeVouched: boolean
  broker: string
  askedAgainOn: Day
  today: Day
}): string {
  const day = sayDay(held.askedAgainOn, held.today)
  return held.canBeVouched
    ? `Somebody who is here for ${held.organisation} can say that you work with them. If nobody has by ${day}, we ask ${sayBroker(held.broker)}, and again every week until you have an answer.`
    : `Nobody from ${held.organisation} is here yet, so ${sayBroker(held.broker)}, looks at it. If you have no answer by ${day}, we remind them every week until you have one.`
}

/** What somebody can do while they are held. */
export const WHILE_HELD = 'Until then you can read everything and write drafts. Nothing of yours is shown or counted.'
