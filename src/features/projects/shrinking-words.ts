/** Every sentence people read about making a project smaller. */
import type { ShrinkRefusal, Wish } from './shrinking.ts'

export const SHRINK_REFUSALS: Record<ShrinkRefusal, string> = {
  'not the owner': 'Only the owner of a project can make it smaller.',
  'not open': 'Only a brief that is open for pledges can be made smaller.',
  'nothing chosen': 'Choose at least one role that becomes welcome or is dropped.',
  'pledged to': 'Somebody has pledged to that role, so it cannot be dropped. Make it welcome instead.',
  'nothing left': 'At least one must-have must remain.',
  'not ready':
    'The deadline has passed, so what is left must be complete now. Change every role that is still open, or choose another way.',
  'nobody from outside':
    'No place would be left for another organisation, and a project needs one to be ready. Keep a role as welcome instead.',
}

export const WISH_WORDS: Record<Wish, string> = { keep: 'Keep it as a must-have', welcome: 'Make it welcome', drop: 'Drop it' }
