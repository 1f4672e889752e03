/** Every sentence people read about rounds. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count, list } from '../../basics/text.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { sayWhy } from '../suggestions/words.ts'
import type { ShownPair } from './figures.ts'
import type { WhyLeftOut, WithdrawRefusal } from './meeting.ts'
import type { CallOffRefusal, Progress } from './progress.ts'
import type { ReadWhy } from './reading.ts'
import type { Across, Audience, EndRefusal, JoinRefusal, LeaveRefusal, Meets, OrganiseRefusal, Round, ShapeRefusal, Size } from './round.ts'
import {
  type Example,
  MOST_KILOMETRES,
  MOST_LINE,
  MOST_MEET_DAYS,
  MOST_TITLE,
  MOST_TURNS,
  MOST_WEEKS,
  type RoundFault,
  type TypedRound,
} from './round-form.ts'

export const ORGANISE_REFUSALS: Record<OrganiseRefusal, string> = {
  'may not organise': 'Brokers open rounds, and those who speak for their organisation. Ask one of them.',
}

export const JOIN_REFUSALS: Record<JoinRefusal, string> = {
  'not a member': 'We do not know your organisation yet. Once we do, you can join.',
  'not for you': 'This round is for others.',
  'paused yourself': 'You take a break. End your break first, and then join.',
  closed: 'This round has closed.',
  over: 'This round is over.',
}

export const LEAVE_REFUSALS: Record<LeaveRefusal, string> = {
  'not in it': 'You are not in this round.',
  over: 'This round is over.',
}

export const SHAPE_REFUSALS: Record<ShapeRefusal, string> = {
  'not yours': 'Only its organiser can do this, or a broker.',
  'not now': 'Nothing can be changed now: it has not closed yet, or it has been sent.',
}

export const CALL_OFF_REFUSALS: Record<CallOffRefusal, string> = {
  'not yours': SHAPE_REFUSALS['not yours'],
  'not under way': 'Nobody is being put together at the moment: it is done, or it was called off.',
}

export const END_REFUSALS: Record<EndRefusal, string> = { 'not yours': SHAPE_REFUSALS['not yours'], over: 'This round is over.' }

export const NOT_TWO = 'Choose two different people who joined.'

export const WITHDRAW_REFUSALS: Record<WithdrawRefusal, string> = {
  'not in it': 'You are not in this meeting.',
  'too late': 'The time to meet is over.',
}

export const OUTCOME_REFUSALS: Record<'no such answer', string> = { 'no such answer': 'Choose one of the answers.' }

const MOST_OF: Partial<Record<keyof TypedRound, number>> = { days: MOST_MEET_DAYS, turns: MOST_TURNS, kilometres: MOST_KILOMETRES }
const WHOLE = (most: number): string => `Enter a whole number from 1 to ${most}.`

export function sayFault(field: keyof TypedRound, fault: RoundFault): string {
  switch (fault) {
    case 'empty':
      return 'Say what the round is called.'
    case 'too long':
      return `Shorten it to ${field === 'title' ? MOST_TITLE : MOST_LINE} characters or fewer.`
    case 'unseen characters':
      return 'Take out characters that cannot be seen. Type it again instead of pasting it.'
    case 'no audience':
      return 'Choose who may join.'
    case 'no sector':
      return 'Choose one sector or more.'
    case 'no organisation':
      return 'Enter the name of the organisation.'
    case 'not your organisation':
      return 'We know no such organisation, or you do not speak for it.'
    case 'no size':
      return 'Choose how many meet.'
    case 'no such day':
      return 'Enter a date such as 5 January 2027.'
    case 'day has passed':
      return 'Choose a day after today.'
    case 'too far':
      return 'Choose a day within a year.'
    case 'no number':
      return WHOLE(MOST_OF[field] ?? MOST_WEEKS)
    case 'turns overlap':
      return 'People would still be meeting when the next time begins. Choose more weeks, or fewer days to meet.'
  }
}

export const EXAMPLE_WORDS: Record<Example, { name: string; text: string }> = {
  coffee: { name: 'A monthly coffee', text: 'In twos, across sectors, six times.' },
  event: { name: 'Before an event', text: 'In threes, across organisations, in one week.' },
  learning: { name: 'A learning week', text: 'In twos, across professions, in one week.' },
}

export const SIZE_WORDS: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five' }

export const ACROSS_WORDS: Record<Across, string> = { sector: 'sector', organisation: 'organisation', profession: 'profession' }

export const sayAudience = (audience: Audience): string =>
  audience.is === 'everybody'
    ? 'Everybody here'
    : audience.is === 'organisation'
      ? `Those who work for ${audience.name}`
      : list(audience.sectors.map((sector) => SECTOR_NAMES[sector]))

type Rules = { size: Size; across: readonly Across[]; meets?: Meets | undefined; meetDays: number }

const sayMeets = (meets: Meets | undefined): string =>
  meets === undefined
    ? ''
    : meets === 'online'
      ? ' Online.'
      : ` In person, at most ${count(meets.kilometres, 'kilometre')} from each other.`

/** "You meet one other, of another sector, within 21 days. Online." */
export function sayRules({ size, across, meets, meetDays }: Rules): string {
  const whom = size === 2 ? 'one other' : `${size - 1} others`
  const of = across.length > 0 ? `, of another ${list(across.map((each) => ACROSS_WORDS[each]))},` : ''
  return `You meet ${whom}${of} within ${count(meetDays, 'day')}.${sayMeets(meets)}`
}

export const sayTurns = ({ turns, everyWeeks }: Pick<Round, 'turns' | 'everyWeeks'>): string =>
  turns === 1
    ? 'Once.'
    : `It comes ${turns} times, every ${everyWeeks === 1 ? 'week' : `${everyWeeks} weeks`}. Whoever has joined stays in it until they leave.`

/** How it stands, and until when. */
export function sayRoundState({ turn, turns, isOver }: Round, today: Day): string {
  const which = turns > 1 ? `Time ${turn.number} of ${turns}. ` : ''
  if (isOver && turn.state !== 'sent') return 'Over'
  switch (turn.state) {
    case 'open':
      return turn.closesOn < today ? `${which}Closed` : `${which}Open until ${sayDay(turn.closesOn, today)}`
    case 'matched':
      return `${which}Its organiser looks at it until ${sayDay(turn.lookBy ?? turn.closesOn, today)}`
    case 'sending':
      return `${which}The letters leave now`
    case 'sent':
      return (turn.meetBy ?? '') < today ? `${which}Over` : `${which}People meet until ${sayDay(turn.meetBy ?? turn.closesOn, today)}`
    case 'over':
      return `${which}Over`
  }
}

/** To its organiser. */
export function sayProgress(progress: Progress, today: Day): string {
  switch (progress.is) {
    case 'waits':
      return 'Everybody is put together in a moment.'
    case 'runs':
      return `Everybody is being put together: ${progress.percent} % is done.`
    case 'rests':
      return `Putting everybody together was called off. If you do nothing, it begins by itself on ${sayDay(progress.until, today)}.`
  }
}

/** What joining is a yes to. */
export const JOIN_MEANS =
  'Whoever you are put together with gets your name, what you do, and your address, also if you stay anonymous elsewhere. You get theirs. Nobody whom you have blocked is among them, and no colleague if you hide from your organisation.'

export const NOBODY_LEFT_OUT = 'Nobody is left out in silence: whoever is left hears why, and comes first the next time.'

const sayAcross = (across: ReadWhy['across']): string => {
  const named = across.filter((each) => each !== 'region').map((each) => `${each}s`)
  return named.length > 0 ? `You work in different ${list(named.slice(0, 2))}.` : ''
}

/** Why two meet, to one of them. */
export function sayWhyTo({ has, needs, both, across }: ReadWhy): string {
  const said = [
    ...(has ? [sayWhy({ is: 'has', ...has })] : []),
    ...(needs ? [sayWhy({ is: 'needs', ...needs })] : []),
    ...(both.length > 0 ? [`You both care about ${list(both.slice(0, 3))}.`] : []),
    sayAcross(across),
  ]
  return said.filter(Boolean).slice(0, 3).join(' ') || 'Nothing that you said is alike: a surprise for both.'
}

const NOBODY_FITS = 'By the rules of the round, everybody who fits you was put together with somebody else.'

/** To whoever was left out: what others keep to themselves is not told. */
export const LEFT_OUT_YOU: Record<WhyLeftOut, string> = {
  'the same person': 'Nobody else joined.',
  paused: 'You take a break just now, or you have paused your letters.',
  full: NOBODY_FITS,
  blocked: NOBODY_FITS,
  manager: NOBODY_FITS,
  'the same team': NOBODY_FITS,
  'met lately': 'You have met all the others in the last half year.',
  'no way to meet': 'No way to meet suits both you and somebody else. Look at how you meet, where, and within how many kilometres.',
  'too far': 'Nobody who is left is near enough to you for this round.',
  'no language': 'Nobody else said that they speak a language of yours.',
  'the same sector': 'Everybody whom you could meet is of your own sector, and this round is across sectors.',
  'the same organisation': 'Everybody whom you could meet is of your own organisation, and this round is across organisations.',
  'the same profession': 'Everybody whom you could meet is of your own profession, and this round is across professions.',
  'kept apart': NOBODY_FITS,
  'nobody is left': 'Everybody who fits you meets somebody else this time.',
}

/** To the organiser: who rests, hides or has blocked whom stays theirs. */
export const LEFT_OUT_THEM: Record<WhyLeftOut, string> = {
  'the same person': 'Nobody else joined.',
  paused: 'They cannot take part this time.',
  full: 'They cannot take part this time.',
  blocked: 'Nobody is left whom they can meet by the rules of the round.',
  manager: 'Nobody is left whom they can meet by the rules of the round.',
  'the same team': 'Nobody is left whom they can meet by the rules of the round.',
  'met lately': 'They have met all the others in the last half year.',
  'no way to meet': 'No way to meet suits both them and somebody else.',
  'too far': 'Nobody who is left is near enough.',
  'no language': 'Nobody else said that they speak a language of theirs.',
  'the same sector': 'Those who are left are of the same sector.',
  'the same organisation': 'Those who are left are of the same organisation.',
  'the same profession': 'Those who are left are of the same profession.',
  'kept apart': 'You keep them apart from those who are left.',
  'nobody is left': 'Everybody who fits meets somebody else, and has no room for one more.',
}

export type Counts = { people: number; meetings: number; leftOut: number; across: number; repeats: number; value: number; bound: number }

/** What a matching is worth, in words. */
export function sayQuality({ people, meetings, leftOut, across, repeats, value, bound }: Counts): string {
  if (meetings === 0) return `${count(people, 'person has', 'people have')} joined, and nobody can be put together.`
  return [
    `${count(people, 'person', 'people')}, ${count(meetings, 'meeting')}, ${across} of them across sectors.`,
    leftOut === 0 ? 'Nobody is left out.' : `${count(leftOut, 'person is', 'people are')} left out.`,
    repeats === 0 ? 'No two have met before.' : `${count(repeats, 'pair has', 'pairs have')} met before.`,
    ...(bound > 0 ? [`Together they are worth ${Math.min(100, Math.floor((100 * value) / bound))} % of the best that is possible.`] : []),
  ].join(' ')
}

/** What the page says after something was done: the address carries the key. */
export const ROUND_DONE: Readonly<Record<string, { title: string; text: string }>> = {
  opened: {
    title: 'The round is open',
    text: 'Those whom you may write to are told by letter, if you said so. The others find it on the list.',
  },
  joined: { title: 'You are in', text: 'After it has closed you get a letter that says whom you meet.' },
  left: { title: 'You have left', text: 'You are not put together with anybody from now on. You can join again while it is open.' },
  ended: { title: 'The round has ended', text: 'Those who had joined are told, unless they know already whom they meet.' },
  matched: { title: 'Put together anew', text: 'This is how it stands now.' },
  'not-called-off': { title: 'There is nothing to call off', text: CALL_OFF_REFUSALS['not under way'] },
  'called-off': { title: 'Called off', text: 'Nothing was changed, and nobody was told anything.' },
  asked: {
    title: 'Done',
    text: 'If this is the address of a member who may still join, they get a letter. Once they say yes, everybody is put together anew. We do not say whether we know it.',
  },
  sent: { title: 'The letters leave', text: 'Everybody hears in a moment whom they meet.' },
  withdrawn: { title: 'You have said that you cannot come', text: 'The others hear it by letter today.' },
}

export const FEW = 'fewer than five'

/** "Health and local government: 12 people." */
export const sayPairInWords = ({ first, second, people }: ShownPair): string =>
  `${first === second ? `Within ${SECTOR_NAMES[first].toLowerCase()}` : `${SECTOR_NAMES[first]} and ${SECTOR_NAMES[second].toLowerCase()}`}: ${people === 'few' ? `${FEW} people` : count(people, 'person', 'people')}.`
