/**
 * Every number of the score, each with its reason. All but the caps are shares of one whole; what somebody has not said is left out,
 * and the others share its weight.
 */

/** How well one of two serves the other: what makes somebody say yes. */
export const SERVES = {
  /** What one needs and the other has is the reason to meet at all, so it weighs more than everything else together. */
  need: 0.55,
  /** A shared topic gives two something to talk about from the first minute, but no help yet. */
  interests: 0.25,
  /** Whoever is hard to reach is met once and not again. */
  practical: 0.12,
  /** A wish is a leaning: what must not be is an absent edge. */
  wishes: 0.08,
} as const

/** Of a list of needs the best met counts most: one question answered well is worth a meeting, six touched upon are not. */
export const BEST_NEED = 0.7

/** Of what a met need is worth, so much falls to its rarity: somebody else can say a thing that everybody knows. */
export const RARE_NEED = 0.4

/** Each level that a have lacks keeps this share: a beginner helps an expert little. */
export const LEVEL_LACKING = 0.6

/** So many common hours a week are enough to find a date; more make it no easier. */
export const ENOUGH_HOURS = 4

/** Added to both directions before their harmonic mean, and taken off it after: so who helps one of the two wholly comes before a stranger. */
export const ONE_SIDED = 0.1

/** Kilometres that most people go for an hour's talk, where somebody has not said how far. */
export const NEARBY = 30

/** Two who live at the edge of their reach come as gladly as to the far side of their own town: half of the full worth is left. */
export const AT_THE_EDGE = 0.5

/**
 * Added for what the two do not have in common, in parts of the whole score: with equal fit the other sector comes first, but a good
 * fit in the same sector stays before a poor one in another. So all of them together are less than one need that is met exactly.
 */
export const ACROSS = { sector: 0.1, profession: 0.05, organisation: 0.04, region: 0.02 } as const

/** For each time that one of the two was left out lately: after the third they come before nearly everybody who was not. */
export const LEFT_OUT = 0.08
export const MOST_LEFT_OUT = 3

/** The score of a perfect fit, before what is added; whole numbers, so that every machine adds up the same. */
export const WHOLE = 10_000
