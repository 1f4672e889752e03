/** The kinds of due work of the day. */

/** Nobody has answered in time whether two sessions change places. */
export const SWAP_OVER = 'swap over'
/** An event or some of its sessions are called off; earlier features call for it by its name. */
export const SWAPS_CLOSE = 'swaps close'
