/** Every sentence people read about the copy of what is stored of them. */
import type { Part } from './copy.ts'

export const TITLE = 'What we hold about you'
export const FILE_NAME = 'what-we-hold-about-you.json'

export const PART_WORDS: Record<Part, string> = {
  profile: 'Who you are, and who sees which of it',
  addresses: 'Your e-mail addresses',
  signedIn: 'Browsers in which you are signed in',
  claims: 'For whom you said that you work',
  speaksFor: 'Organisations for which you speak',
  havesAndNeeds: 'What you have and need, open or closed',
  letterChoices: 'Which letters you get',
  boundaries: 'Who finds you',
  blocked: 'Whom you have blocked',
  wishes: 'What you said of people who were suggested to you',
  suggested: 'What was suggested to you, and how often you were to others',
  introductions: 'Your introductions',
  outcomes: 'What you said after meeting',
  projects: 'Your projects, and what you did for them',
  drafts: 'Your drafts',
  pledges: 'Your pledges',
  gifts: 'What else you offered',
  watched: 'Projects that you watch',
  posts: 'What you wrote in conversations',
  updates: 'Updates that you wrote',
  reports: 'What you reported',
  partnerships: 'Partnerships of your organisation that you host or proposed',
  rounds: 'Rounds that you run or joined, and what you said of each meeting',
  programmes: 'Programmes that you run or joined, how often you met, and what you said of it',
  events: 'Events that you run or come to, and what you said there',
  asks: 'What you were asked, and what you answered',
  lookouts: 'Brokers who looked for you',
  letters: 'Letters to you, by their subjects',
  received: 'Letters that you sent us',
  journal: 'What you did here, in the journal',
}

export const WHAT_IT_IS =
  'All that is stored of you, in one file that programs and people can read (JSON). It is made when you ask for it, and kept by nobody but you.'
export const WHAT_IT_IS_NOT =
  'Other people stand in it as you see them on pages, and no letter of theirs. What others said of you in confidence, such as a report or a silent no, is theirs.'
