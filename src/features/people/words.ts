/** Every sentence people read about people. */
import type { TextFault } from '../../basics/text.ts'
import { MOST_JOB, MOST_NAME } from './person.ts'

export const NAME_FAULTS: Record<TextFault, string> = {
  empty: 'Enter your name.',
  'too long': `Your name must be ${MOST_NAME} characters or fewer.`,
  'unseen characters': 'Your name has a character that cannot be shown. Type it again.',
}

export const JOB_FAULTS: Record<TextFault, string> = {
  empty: 'Enter what you do, for example digital lead.',
  'too long': `What you do must be ${MOST_JOB} characters or fewer.`,
  'unseen characters': 'What you do has a character that cannot be shown. Type it again.',
}

export const NO_NAME = 'Somebody who has not said their name'
export const CHOOSE_ORGANISATION = 'Choose the organisation that you work for.'

export const EMAIL_FAULTS: Record<'empty' | 'not an address', string> = {
  empty: 'Enter your work e-mail address.',
  'not an address': 'Enter an e-mail address in the right form, like name@example.gov.uk.',
}
