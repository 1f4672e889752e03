/** Every sentence people read about their share of a week, and about their manager's yes. */
import { count } from '../../basics/text.ts'
import type { Sharing } from '../chapters/chapter.ts'
import { sayHours } from '../projects/hours.ts'
import { freeHours, type Share, sayShare } from './share.ts'

/** "3 hours a week: with your other pledges that is 6 of 37 hours, 16 % of a week." */
export const sayOwnShare = (hours: number, share: Share): string =>
  `${sayHours(hours)}: ${share.others > 0 ? 'with your other pledges that' : 'that'} is ${sayShare(share)}.`

/** From the warning on, in kind words. */
export const sayWarning = (share: Share, sharing: Sharing): string | undefined => {
  if (share.weight === 'light') return undefined
  if (share.weight === 'above') return `This is above ${sharing.yes} % of a week, so your manager must agree first.`
  return `This is a good part of your week. Make sure that your own work leaves you the time. Fewer hours are welcome, too.`
}

/** Of all that somebody has promised. */
export const sayAllShare = (share: Share): string => `In your fullest week you have promised ${sayShare(share)}.`

/** What can be promised without asking anybody. */
export const sayFree = (others: number, sharing: Sharing): string => {
  const free = freeHours(others, sharing)
  return free > 0
    ? `Up to ${count(free, 'hour')} a week need nobody's yes.`
    : 'Your other pledges fill that share already, so any further hour needs it.'
}
