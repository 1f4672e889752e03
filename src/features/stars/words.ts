/** Every sentence people read about stars. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type Event, stepEnds } from '../events/event.ts'
import { sayDates } from '../events/words.ts'
import { MOST_MUST_SEES, MOST_STARS, type StarRefusal } from './star.ts'

export const STAR_REFUSALS: Record<StarRefusal, string> = {
  'not in': 'Whoever comes to this event stars sessions. Sign up on its page first.',
  'not now': 'Sessions cannot be starred now. What you starred before is kept.',
  'too many': `Star up to ${MOST_STARS} sessions. Take some away, then save.`,
  'too many must-sees': `Choose up to ${MOST_MUST_SEES} sessions that you must see. Take some away, then save.`,
}

export const HOW_STARS_WORK = `Star up to ${MOST_STARS} sessions, and say which three of them you must see. The agenda is then made so that as many people as possible see what they starred.`
export const STARS_ARE_SECRET =
  'Nobody sees what you starred, not even the organiser. How many a session draws only the organiser learns, once the agenda is made.'
export const SAVED = { title: 'Saved', text: 'You can change your stars as long as sessions can be starred.' }

/** What happens next, with a date. */
export const sayNext = (event: Event, today: Day): string =>
  ({
    planned: `By ${sayDay(stepEnds(event), today)} the organiser opens the event for pitches. The best become sessions, which can be starred.`,
    pitching: `Until ${sayDay(stepEnds(event), today)} people say what they would talk about. Then that is scored, and the best become sessions, which can be starred.`,
    scoring: `Until ${sayDay(stepEnds(event), today)} pitches are scored. Then the best become sessions, which can be starred.`,
    starring: `Until ${sayDay(stepEnds(event), today)} those who come can star sessions, and change their stars. Then the organiser makes the agenda.`,
    scheduled: `The agenda is made with these stars. The event is on ${sayDates(event, today)}.`,
    over: 'Nothing more: this event is over.',
  })[event.step]
