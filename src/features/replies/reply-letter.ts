/** The letters with which we answer letters. */
export const REPLY_LETTERS = [
  'reply not understood',
  'reply from somebody else',
  'reply from a stranger',
  'reply too late',
  'reply with attachments',
  'letters paused',
  'guest not understood',
  'guest too late',
] as const
export type ReplyLetter = (typeof REPLY_LETTERS)[number]
