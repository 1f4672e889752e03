/** A copy of all that is stored of somebody, for themselves alone: its parts, and what is in none of them and why. */

/** Facts by their names. */
export type Facts = Readonly<Record<string, unknown>>
export const PARTS = [
  ...(['profile', 'addresses', 'signedIn', 'claims', 'speaksFor', 'havesAndNeeds', 'letterChoices', 'boundaries', 'blocked'] as const),
  ...(['wishes', 'suggested', 'introductions', 'outcomes', 'projects', 'drafts', 'pledges', 'gifts', 'watched', 'posts'] as const),
  ...(['updates', 'reports', 'partnerships', 'rounds', 'programmes', 'asks', 'lookouts', 'letters', 'received', 'journal'] as const),
] as const
export type Part = (typeof PARTS)[number]
export type Copy = Readonly<Record<Part, readonly Facts[]>>

/** Tables in which somebody stands, each with the part that tells it, or why none does. */
export const TOLD_BY: Readonly<Record<string, Part | { why: string }>> = {
  people: 'profile',
  profiles: 'profile',
  addresses: 'addresses',
  sessions: 'signedIn',
  sign_ins: { why: 'a code is forgotten within a day, and would let somebody in' },
  claims: 'claims',
  claim_passes: { why: 'that a colleague could not say is told to nobody, and is theirs' },
  speakers: 'speaksFor',
  listings: 'havesAndNeeds',
  letter_choices: 'letterChoices',
  boundaries: 'boundaries',
  blocks: 'blocked',
  person_reports: 'reports',
  reports: 'reports',
  suggestion_wishes: 'wishes',
  suggestion_likes: 'wishes',
  digests: 'suggested',
  exposures: 'suggested',
  introductions: 'introductions',
  introduction_outcomes: 'outcomes',
  projects: 'projects',
  endings: 'projects',
  phase_ends: 'projects',
  merge_offers: 'projects',
  handovers: 'projects',
  drafts: 'drafts',
  pledges: 'pledges',
  gifts: 'gifts',
  watchers: 'watched',
  posts: 'posts',
  updates: 'updates',
  partnerships: 'partnerships',
  rounds: 'rounds',
  round_joinings: 'rounds',
  round_seats: 'rounds',
  programmes: 'programmes',
  programme_members: 'programmes',
  programme_waiters: 'programmes',
  programme_pairs: 'programmes',
  programme_answers: 'programmes',
  programme_apart: { why: 'whom an organiser keeps apart is about two others, and stays with the programme' },
  round_wishes: { why: 'whom an organiser puts together or keeps apart is about two others, and stays with the round' },
  asks: 'asks',
  lookouts: 'lookouts',
  letters: 'letters',
  received: 'received',
  journal: 'journal',
  broker_items: { why: 'what brokers note of a broken promise is about a project; the person hears of it in letters' },
  broker_steps: 'journal',
}
