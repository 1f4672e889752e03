/** The kinds of due work that keep a round going. */

export const INVITE = 'invite to round'
export const CLOSES = 'round closes'
export const MATCH = 'match round'
export const SENDS = 'send round'
export const BEFORE = 'round comes again'
