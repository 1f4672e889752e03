/** What is known of scores before there are any. */

/**
 * How much the points of single scores differ (their variance, 1.3 in all), and by what: the card, how harsh its reader is, and chance,
 * which is taste and mood. Of short proposals judged once by peers a fifth is the card, which is a reliability of 0.2.
 */
export const BEFORE_ANY_SCORE = { card: 0.26, harshness: 0.2, chance: 0.84 } as const
