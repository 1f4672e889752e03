/** Every sentence people read about their share of a week, and about their manager's yes. */
import { count } from '../../basics/text.ts'
import type { Sharing } from '../chapters/chapter.ts'
import type { Somebody } from '../people/person.ts'
import { sayHours } from '../projects/hours.ts'
import type { ManagerRefusal, NoYes } from './manager.ts'
import { type Share, sayShare } from './share.ts'

/** "3 hours a week: with your other pledges that is 6 of 37 hours, 16 % of a week." */
export const sayOwnShare = (hours: number, share: Share): string =>
  `${sayHours(hours)}: ${share.others > 0 ? 'with your other pledges that' : 'that'} is ${sayShare(share)}.`

/** From the warning on, in kind words. */
export const sayWarning = (share: Share, sharing: Sharing): string | undefined => {
  if (share.weight === 'light') return undefined
  if (share.weight === 'above') return `This is above ${sharing.yes} % of a week, so your manager must agree first.`
  return `This is a good part of your week. Make sure that your own work leaves you the time. Fewer hours are welcome, too.`
}

/** What can be promised without asking anybody. */
export const sayFreeHours = (free: number): string =>
  free > 0 ? `Up to ${count(free, 'hour')} a week need nobody's yes.` : 'With your other pledges, any further hour needs a yes.'

export const sayNamed = ({ name, organisationName }: Pick<Somebody, 'name' | 'organisationName'>): string =>
  name || `Somebody at ${organisationName}`

export const MANAGER_REFUSALS: Record<ManagerRefusal, string> = {
  'manager needed': "Enter your manager's work e-mail address, or pledge fewer hours.",
  'not an address': 'Enter an e-mail address, such as ann.example@council.gov.uk.',
  'own address': 'This is your own address. Enter that of your manager.',
  'another organisation': 'Enter an address of your own organisation, or that of a colleague who takes part here.',
  'asked no more': 'Whoever reads this address does not want to be asked. Name another manager, or pledge fewer hours.',
}

export const isManagerRefusal = (why: string): why is ManagerRefusal => why in MANAGER_REFUSALS

export const NO_YES: Record<NoYes, string> = {
  declined: 'Your manager does not agree to these hours this time.',
  unanswered: 'Your manager has not answered in time.',
  'asked no more': 'Whoever reads the address that you named does not want to be asked by letter, so another way is needed.',
  'never reached': 'The letter to your manager came back: its address does not work.',
}

/** Beside the field for the address. */
export const sayManagerHint = (free: number): string =>
  `They get one letter with what you promise here, and say yes or no without an account. Nobody else sees the address. The owner sees your offer after their yes. ${sayFreeHours(free)}`
