/** The kinds of due work that keep an event going. */

/** Its step has come to its last day. */
export const STEP_OVER = 'event step over'
/** Its last day has passed. */
export const OVER = 'event over'
/** The organiser is asked again after so many days. */
export const ASK_AGAIN_DAYS = 7
/** Work of later features, about the event, when it has come to its next step. */
export const WHEN_MOVED: readonly string[] = ['pitches close', 'scoring closes', 'agenda begins', 'notes due']
/** Of what was scored nothing is made, and nothing is left to swap. */
export const WHEN_CALLED_OFF: readonly string[] = ['pitches close', 'swaps close']
