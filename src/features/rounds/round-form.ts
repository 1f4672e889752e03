/** A round as its organiser types it, and three worked examples. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, readDay } from '../../basics/day.ts'
import { isSector, type Sector } from '../../basics/sector.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import { ACROSS, type Across, AUDIENCES, type Audience, type Meets, SIZES, type Size } from './round.ts'

export type TypedRound = {
  title: string
  line: string
  audience: string
  organisation: string
  sectors: readonly string[]
  across: readonly string[]
  by: string
  kilometres: string
  size: string
  closes: string
  days: string
  turns: string
  weeks: string
  invites: boolean
}

/** `organisation` is the name that was typed; whether we know it is asked elsewhere. */
export type ChosenRound = {
  title: string
  line: string
  audience: (typeof AUDIENCES)[number]
  sectors: readonly Sector[]
  across: readonly Across[]
  meets?: Meets
  size: Size
  closesOn: Day
  meetDays: number
  turns: number
  everyWeeks: number
  invites: boolean
}

export const MOST_TITLE = 100
export const MOST_LINE = 500
export const MOST_KILOMETRES = 500
export const MOST_MEET_DAYS = 60
export const MOST_TURNS = 26
export const MOST_WEEKS = 26
const MOST_AHEAD = 366

export type RoundFault =
  | TextFault
  | 'no audience'
  | 'no sector'
  | 'no organisation'
  | 'not your organisation'
  | 'no size'
  | 'no such day'
  | 'day has passed'
  | 'too far'
  | 'no number'
  | 'turns overlap'
export type RoundFaults = Partial<Record<keyof TypedRound, RoundFault>>

/** Every fault at once. */
export function readRound(typed: TypedRound, today: Day): { yes: true; value: ChosenRound } | { yes: false; faults: RoundFaults } {
  const faults: RoundFaults = {}
  const title = readText(typed.title, { most: MOST_TITLE })
  const line = readText(typed.line, { most: MOST_LINE, lines: 'many', optional: true })
  if (!title.yes) faults.title = title.why
  if (!line.yes) faults.line = line.why
  const audience = AUDIENCES.find((each) => each === typed.audience)
  const sectors = typed.sectors.filter(isSector)
  if (!audience) faults.audience = 'no audience'
  if (audience === 'sectors' && sectors.length === 0) faults.sectors = 'no sector'
  if (audience === 'organisation' && typed.organisation.trim() === '') faults.organisation = 'no organisation'
  const size = SIZES.find((each) => String(each) === typed.size)
  if (!size) faults.size = 'no size'
  const meets = readMeets(typed)
  if (!meets.yes) faults.kilometres = meets.why
  const closesOn = readDay(typed.closes)
  const late = closesFault(closesOn, today)
  if (late) faults.closes = late
  const [meetDays, turns] = [wholeNumber(typed.days, MOST_MEET_DAYS), wholeNumber(typed.turns, MOST_TURNS)]
  const everyWeeks = turns === 1 ? 1 : wholeNumber(typed.weeks, MOST_WEEKS)
  if (!meetDays) faults.days = 'no number'
  if (!turns) faults.turns = 'no number'
  if (!everyWeeks) faults.weeks = 'no number'
  else if (turns && turns > 1 && meetDays && everyWeeks * 7 < meetDays) faults.weeks = 'turns overlap'
  if (!title.yes || !line.yes || !audience || !size || !closesOn || !meetDays || !turns || !everyWeeks || Object.keys(faults).length > 0)
    return { yes: false, faults }
  const across = ACROSS.filter((each) => typed.across.includes(each))
  const chosen = {
    title: title.value,
    line: line.value,
    audience,
    size,
    across,
    ...(meets.yes ? meets.value : {}),
    closesOn,
    meetDays,
    turns,
    everyWeeks,
  }
  return { yes: true, value: { ...chosen, sectors: audience === 'sectors' ? sectors : [], invites: typed.invites } }
}

function readMeets({ by, kilometres }: TypedRound): Answer<{ meets?: Meets }, 'no number'> {
  if (by === 'online') return yes({ meets: by })
  if (by !== 'near') return yes({})
  const most = wholeNumber(kilometres, MOST_KILOMETRES)
  return most ? yes({ meets: { kilometres: most } }) : no('no number')
}

function closesFault(day: Day | undefined, today: Day): RoundFault | undefined {
  if (!day) return 'no such day'
  if (day <= today) return 'day has passed'
  return day > addDays(today, MOST_AHEAD) ? 'too far' : undefined
}

function wholeNumber(typed: string, most: number): number | undefined {
  const number = Number(typed.trim() || Number.NaN)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

export const EXAMPLES = ['coffee', 'event', 'learning'] as const
export type Example = (typeof EXAMPLES)[number]
export const isExample = (text: string | undefined): text is Example => EXAMPLES.some((each) => each === text)

const TWO_WEEKS = 14

/** As a form begins; an example fills in what is usual for it. */
export function begun(example: Example | undefined, today: Day): TypedRound {
  const usual: TypedRound = {
    title: '',
    line: '',
    audience: 'everybody',
    organisation: '',
    sectors: [],
    across: ['sector'],
    by: 'any',
    kilometres: '20',
    size: '2',
    closes: addDays(today, TWO_WEEKS),
    days: '21',
    turns: '1',
    weeks: '4',
    invites: true,
  }
  if (example === 'coffee')
    return {
      ...usual,
      title: 'A coffee with another sector',
      line: 'Half an hour a month with somebody who does something else for the same people. No agenda.',
      turns: '6',
    }
  if (example === 'event')
    return {
      ...usual,
      title: 'Meet before the open day',
      line: 'Three of us talk for half an hour in the week before, so that nobody comes alone.',
      across: ['organisation'],
      size: '3',
      days: '7',
    }
  if (example === 'learning')
    return {
      ...usual,
      title: 'Learning week: show me how you do it',
      line: 'An hour with somebody of another profession: each shows the other one thing that they do every week.',
      across: ['profession'],
      days: '7',
    }
  return usual
}

/** As it is kept: the organisation by its id. */
export const audienceOf = ({ audience, sectors }: ChosenRound, organisation: { id: string; name: string } | undefined): Audience => {
  if (audience === 'organisation' && organisation) return { is: 'organisation', ...organisation }
  return audience === 'sectors' ? { is: 'sectors', sectors } : { is: 'everybody' }
}
