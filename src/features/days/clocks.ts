/** The kinds of due work of the day. */

/** Nobody has answered in time whether two sessions change places. */
export const SWAP_OVER = 'swap over'
