/** Every sentence people read about scoring. */
import {
  LEAST_EACH,
  MOST_EACH,
  MOST_PLACES,
  type NameRefusal,
  type RunRefusal,
  type ScoreRefusal,
  type ScoringFaults,
  type Way,
} from './scoring.ts'

export const SCORE_REFUSALS: Record<ScoreRefusal, string> = {
  'not begun': 'The scoring of this event has not begun yet.',
  closed: 'The scoring of this event is closed. See what came of it.',
  'not in': 'Only those who come to this event score its pitches. Sign up first.',
  'all done': 'You have scored all your cards.',
  'no card left': 'No card is left for you: you have scored all but your own, or every card has enough scores.',
  'no such points': 'Choose from one to five points.',
}
export const RUN_REFUSALS: Record<RunRefusal | 'over', string> = {
  'not the organiser': 'Only the organiser of this event or a broker can do this.',
  closed: SCORE_REFUSALS.closed,
  over: 'This event is over.',
}
export const NAME_REFUSALS: Record<NameRefusal, string> = {
  'nobody called so': 'Nobody with this name has signed up. Write it as they did.',
  'two called so': 'Two people with this name have signed up, so it does not say who it is.',
}
/** At the terminal one can go on without a name. */
export const TERMINAL_REFUSALS: Record<NameRefusal | ScoreRefusal, string> = {
  ...SCORE_REFUSALS,
  'nobody called so': 'Nobody with this name has signed up. Write it as they did, or leave it empty.',
  'two called so': 'Two people with this name have signed up. Leave it empty.',
}
const SCORING_FAULTS: Record<keyof ScoringFaults, string> = {
  way: 'Choose how the pitches are ranked.',
  each: `Enter a whole number of cards for each person, from ${LEAST_EACH} to ${MOST_EACH}.`,
  places: `Enter how many pitches become sessions, from 1 to ${MOST_PLACES}.`,
}

export const sayScoringFaults = ({ way, each, places }: ScoringFaults): { way?: string; each?: string; places?: string } => ({
  ...(way ? { way: SCORING_FAULTS.way } : {}),
  ...(each ? { each: SCORING_FAULTS.each } : {}),
  ...(places ? { places: SCORING_FAULTS.places } : {}),
})

/** What each number of points means. */
export const POINTS: readonly { points: number; means: string }[] = [
  { points: 1, means: 'Not for me' },
  { points: 2, means: 'Perhaps' },
  { points: 3, means: 'Good' },
  { points: 4, means: 'I would come' },
  { points: 5, means: 'We must talk about it' },
]

export const WAY_NAMES: Record<Way, string> = {
  fair: 'Fair: without the luck of the cards',
  paper: 'The classic paper way: the sum of five scores',
}
export const WAY_HINTS: Record<Way, string> = {
  fair: 'Takes out who happened to get harsh readers. Cards near the cut are scored more often.',
  paper: 'As when cards are passed around: five scores each, summed. About three in ten of those chosen are there by luck.',
}
export const HOW_RANKED: Record<Way, string> = {
  fair: 'Each total is what five readers who are neither harsh nor kind would give. Nine times of ten the true total is within the give or take.',
  paper:
    'This is the classic paper way: each total is the sum of the first five scores. Who happened to read a card makes much of the difference.',
}
export const BLIND = 'You see one card after another, without names and without what others think.'
export const HIDDEN = 'Nobody sees a total before the organiser closes the scoring.'
export const sayLottery = (seed: number): string =>
  `Equal totals are put in order by a lottery. Its seed is ${seed}; it comes from the event itself, and was fixed before anybody scored.`

export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  saved: { title: 'Saved', text: 'It holds from the next card on.' },
  named: { title: 'Done', text: 'They find the page for people without a phone on the page where they score themselves.' },
  dismissed: { title: 'Done', text: 'They can no longer type in scores of others.' },
  closed: { title: 'The scoring is closed', text: 'Everybody sees the totals from now on.' },
}
