/** Every sentence people read about merging, beside those of its pages. */
import type { MergeAnswerRefusal, MergeRefusal, MergeReopenRefusal, MergeState } from './merge.ts'

export const MERGE_REFUSALS: Record<MergeRefusal, string> = {
  'not the owner': 'Only the owner of a project can merge it.',
  ended: 'This project has ended.',
  'waiting already': 'You have asked the owner of another project already. Wait for the answer, or take the question back.',
  'no such project': 'Choose a project, or paste the address of its page.',
  itself: 'A project cannot be merged into itself.',
  'other ended': 'That project has ended. Choose one that is alive.',
  'asked before': 'You have asked this before. Choose another project.',
}

export const MERGE_ANSWER_REFUSALS: Record<MergeAnswerRefusal, string> = {
  'not asked': 'Only the owner who was asked can answer.',
  'answered before': 'This has been answered already, or was taken back.',
  'ended meanwhile': 'One of the two projects has ended meanwhile, so they cannot become one.',
}

export const MERGE_REOPEN_REFUSALS: Record<MergeReopenRefusal, string> = {
  'not asked': 'Only the owner who was asked can take this answer back.',
  'changed meanwhile': 'Something else has happened since, so your answer stands.',
}

export const MERGE_STATES: Record<MergeState, string> = {
  waiting: 'Waits for an answer',
  accepted: 'Merged',
  declined: 'Not merged',
  withdrawn: 'Taken back',
  expired: 'Not answered in time',
  over: 'Over',
}
