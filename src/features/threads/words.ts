/** Every sentence people read about threads and reports. */
import { type Day, dayIn, sayDay, sayTime } from '../../basics/day.ts'
import { count, sayNumber, type TextFault } from '../../basics/text.ts'
import { type ChangeRefusal, MOST_SAID, type Remover, type WriteRefusal } from './post.ts'
import { type JudgeRefusal, MOST_REASON, type ReportRefusal } from './report.ts'

export const CONVERSATION = 'Conversation'

export const WRITE_REFUSALS: Record<WriteRefusal, string> = {
  'not a member': 'Only members can read and write here.',
}

export const CHANGE_REFUSALS: Record<ChangeRefusal, string> = {
  ...WRITE_REFUSALS,
  'not yours': 'Only the person who wrote a post can change it.',
  removed: 'This post has been removed.',
}

export const REPORT_REFUSALS: Record<ReportRefusal, string> = {
  ...WRITE_REFUSALS,
  'own post': 'This is your own post. You can edit or remove it yourself.',
  removed: 'This post has been removed already.',
  'looked at before': 'You have reported this post before. A moderator has looked at it and told you what became of it.',
  'nobody to look':
    'There is nobody who could look at it: this chapter has no moderator but the writer. Speak to the person who runs this chapter.',
}

export const JUDGE_REFUSALS: Record<JudgeRefusal, string> = {
  'not a moderator': 'Only moderators see what was reported.',
  'own words': 'You wrote this post yourself, so another moderator looks at it.',
  'answered before': 'This has been answered already.',
}

export const SAID_FAULTS: Record<TextFault, string> = {
  empty: 'Write something.',
  'too long': `Shorten what you write to ${sayNumber(MOST_SAID)} characters or fewer.`,
  'unseen characters': 'Type it again: it has a character that cannot be shown.',
}

export const REASON_FAULTS: Record<TextFault, string> = {
  empty: 'Say what is wrong with it.',
  'too long': `Shorten your reason to ${sayNumber(MOST_REASON)} characters or fewer.`,
  'unseen characters': 'Type your reason again: it has a character that cannot be shown.',
}

export const VERDICT_FAULTS: Record<TextFault | 'no verdict', string> = {
  ...REASON_FAULTS,
  empty: 'Give its writer the reason.',
  'no verdict': 'Choose whether it is removed or stays.',
}

/** "3 December, 10:05". */
export const sayWhen = (zone: string, instant: Date, today: Day): string =>
  `${sayDay(dayIn(zone, instant), today)}, ${sayTime(zone, instant)}`

export const REMOVED_WORDS: Record<Remover, string> = { own: 'Removed by its writer', moderator: 'Removed by a moderator' }

/** To whoever may not read: that there is a thread, and never what stands in it. */
export const sayClosed = (posts: number): string =>
  posts > 0 ? `Members talk about this here: ${count(posts, 'post')} so far.` : 'Members can talk about this here. Nobody has written yet.'

/** How somebody who is signed out, or not a member yet, comes to read it. */
export const HOW_TO_JOIN = {
  signedOut: { before: 'To read and join in,', link: 'sign in with your work address' },
  notYet: {
    before: 'You can read and join in as soon as somebody has said that you belong to your organisation.',
    link: 'See how far that is',
  },
} as const

export const DONE_REPORTS = { title: 'It is answered', text: 'Everybody whom it concerns has been told by letter.' } as const
