/** Every sentence people read about what somebody has and needs. */
import { type KeepRefusal, type ListingKind, MOST_OPEN, MOST_WHAT, type SayFault } from './listing.ts'

export const SAY_FAULTS: Record<ListingKind, Record<SayFault, string>> = {
  have: {
    'too many': `You can have at most ${MOST_OPEN} things here at a time. Leave some out, or close one first.`,
    'too long': `Shorten each thing that you have to ${MOST_WHAT} characters or fewer. A comma or a new line begins the next one.`,
    'unseen characters': 'What you have holds a character that cannot be shown. Type it again.',
  },
  need: {
    'too many': `You can need at most ${MOST_OPEN} things here at a time. Leave some out, or close one first.`,
    'too long': `Shorten each thing that you need to ${MOST_WHAT} characters or fewer. A comma or a new line begins the next one.`,
    'unseen characters': 'What you need holds a character that cannot be shown. Type it again.',
  },
}

/** Good examples, so that one sees what counts. */
export const HAVE_HINT =
  'Skills, data, code, a room. One a line or between commas, for example: web design (basic), C# (expert), six months of call data.'
export const NEED_HINT = 'What would help you most? For example: user research, somebody who has moved to shared payroll.'

export const KEEP_REFUSALS: Record<KeepRefusal, string> = {
  'closed before': 'None of it is open any more. You can say it again on your page.',
}

/** Where it was said first, before the name of the session. */
export const FROM_SESSION = 'From the session'
