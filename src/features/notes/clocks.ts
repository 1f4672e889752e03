/** The kinds of due work that see to it that nothing which was agreed is lost. */

/** An event has gone on, or a day of it comes to its evening: hosts are asked what came of their sessions. */
export const NOTES_DUE = 'notes due'
/** Hosts were asked, and some sessions have no word still: the organiser hears. */
export const NOTES_MISSING = 'notes missing'
/** The date of a next step. */
export const STEP_DUE = 'next step due'
/** A month later: what became of it? */
export const FOLLOW_UP = 'notes followed up'
/** The organiser gets the sum. */
export const SUM_UP = 'notes summed up'
