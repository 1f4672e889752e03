/** Every sentence about the demo's cast. */
import { count } from '../../basics/text.ts'
import type { CastMember, Story } from './cast.ts'

/** What one can do as this person: "must answer 2 offers". */
export const STORY_WORDS: Record<Story, (member: CastMember) => string> = {
  held: () => 'held until somebody confirms where they work',
  choosing: () => 'must choose what becomes of a brief',
  ready: () => 'may start a project',
  offers: ({ offers }) => `has ${count(offers, 'offer')} to answer`,
  running: ({ running }) => (running === 1 ? 'owner of a running project' : `owner of ${count(running, 'running project')}`),
  broker: () => 'broker: connects people and chases',
  moderator: () => 'moderator: answers reports',
  supplier: () => 'supplier: pledges where suppliers are welcome',
  open: ({ open }) => (open === 1 ? 'owner of an open brief' : `owner of ${count(open, 'open brief')}`),
  ended: ({ ended }) => (ended === 1 ? 'left a lesson' : `left ${count(ended, 'lesson')}`),
  drafts: ({ drafts }) => `writes ${count(drafts, 'draft')}`,
  waiting: () => 'waits for an answer',
  promised: ({ promised }) => `works on ${count(promised, 'role')}`,
}
