/** Every sentence people read about who finds them, and about blocking and reporting somebody. */
import type { TextFault } from '../../basics/text.ts'
import { type BlockRefusal, type JudgeRefusal, MOST_REASON, type ReportRefusal } from './boundary.ts'

export const WHO_FINDS_YOU = 'Who finds you'

export const BLOCK_REFUSALS: Record<BlockRefusal, string> = {
  yourself: 'This is you.',
  'not a member': 'You can do this when somebody has said that you belong to your organisation.',
}

export const PERSON_REPORT_REFUSALS: Record<ReportRefusal, string> = {
  ...BLOCK_REFUSALS,
  'nobody to look':
    'There is no moderator here who works for neither of your organisations. You can block them, and speak to the person who runs this chapter.',
}

export const PERSON_JUDGE_REFUSALS: Record<JudgeRefusal, string> = {
  'not a moderator': 'Only moderators answer reports.',
  'answered before': 'This has been answered already.',
}

export const REASON_FAULTS: Record<TextFault, string> = {
  empty: 'Say what happened, or leave it empty.',
  'too long': `Shorten what you write to ${MOST_REASON} characters or fewer.`,
  'unseen characters': 'Type it again: it has a character that cannot be shown.',
}

export const DONE: Record<string, { title: string; text: string }> = {
  saved: { title: 'Saved', text: 'It holds from now on, on every page and in every letter.' },
  blocked: { title: 'Blocked', text: 'You do not find each other any more. They are not told.' },
  unblocked: { title: 'No longer blocked', text: 'You can find each other again.' },
  reported: { title: 'Reported', text: 'A moderator who works for neither of your organisations looks at it, and you get a letter.' },
}

export const NO_REASON = 'They gave no reason.'
