/** Every sentence people read about check-ins, beside those of their asks and letters. */
import { count } from '../../basics/text.ts'

export { OVER_REFUSALS } from '../pledges/words.ts'

/** For whoever is thanked. */
export const sayDelivered = (hours: number): string => (hours > 0 ? ` You gave it ${count(hours, 'hour')}, and that stays.` : '')
