/** What came of an introduction, by what each of the two says in a word. Nobody is shown what anybody said: it is only counted. */
export const OUTCOMES = ['met useful', 'met', 'met not useful', 'not yet', 'no'] as const
export type Said = (typeof OUTCOMES)[number]

export const isOutcome = (text: string): text is Said => (OUTCOMES as readonly string[]).includes(text)

/** After so many days each is asked whether they met, and after as many once more where it was not yet. */
export const ASKED_AFTER_DAYS = 14
const MOST_ASKED = 2

export const isAskedAgain = (said: Said, times: number): boolean => said === 'not yet' && times < MOST_ASKED
