/** The kinds of due work that keep a programme and its pairs going. */

/** About a programme: its other side opens; nobody can join any more; its last day has passed. */
export const OPENS = 'programme side opens'
export const CLOSES = 'programme closes'
export const OVER = 'programme over'
/** About a pair: they are asked whether they have met; their last day has passed. */
export const NUDGE = 'pair nudge'
export const PAIR_OVER = 'pair over'
/** About a person: somebody has blocked them. */
export const BLOCKED = 'partner blocked'
