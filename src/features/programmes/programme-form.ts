/** A programme as its one form sends it: what is wrong with it, all at once, or what is opened. */
import { addDays, type Day, daysBetween, readDay } from '../../basics/day.ts'
import { isSector } from '../../basics/sector.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import type { SideKey, Who } from './programme.ts'

export type TypedSide = { name: string; who: string; organisation: string; capacity: string }
export type TypedProgramme = {
  title: string
  what: string
  left: TypedSide
  right: TypedSide
  /** '', 'left' or 'right': of whom there are fewer. */
  scarce: string
  head: string
  closes: string
  first: string
  last: string
  meetings: string
}
export type NewSide = { name: string; who: Who; capacity: number; opensOn: Day }
export type NewProgramme = {
  title: string
  what: string
  left: NewSide
  right: NewSide
  closesOn: Day
  firstDay: Day
  lastDay: Day
  meetings: number
}

export const [MOST_TITLE, MOST_WHAT, MOST_SIDE, MOST_CAPACITY, MOST_HEAD, MOST_MEETINGS] = [80, 500, 40, 10, 60, 26] as const
/** From the closing day: it is matched, looked at and sent before people meet. */
export const BEFORE_FIRST_DAYS = 7
const [SHORTEST_DAYS, LONGEST_DAYS] = [28, 2 * 366]

export type DayFault = 'no such day' | 'too early' | 'too late'
export type NumberFault = 'no number' | 'out of range'
export type WhoFault = 'nobody chosen' | 'no such organisation'
export type SideFaults = { name?: TextFault | 'the same'; who?: WhoFault; capacity?: NumberFault }
export type ProgrammeFaults = {
  title?: TextFault
  what?: TextFault
  left?: SideFaults
  right?: SideFaults
  head?: NumberFault
  closes?: DayFault
  first?: DayFault
  last?: DayFault
  meetings?: NumberFault
}

/** What may be chosen for a side: partnerships and organisations that the form offers, and the one whose name was typed. */
export type Choosable = {
  organisations: readonly { id: string; name: string }[]
  partnerships: readonly { id: string; name: string; organisations: readonly string[] }[]
  named: Readonly<Record<SideKey, { id: string; name: string } | undefined>>
}

export const EMPTY_SIDE: TypedSide = { name: '', who: 'everybody', organisation: '', capacity: '1' }

const numberIn = (typed: string, least: number, most: number): number | NumberFault => {
  const number = Number(typed.trim() || Number.NaN)
  if (!Number.isInteger(number)) return 'no number'
  return number >= least && number <= most ? number : 'out of range'
}

/** "everybody", "sector health", "organisation 01kb...", "partnership 01kb...", "named". */
function whoIn({ who }: TypedSide, side: SideKey, { organisations, partnerships, named }: Choosable): Who | WhoFault {
  const [is, of = ''] = who.split(/ (.*)/s)
  if (is === 'everybody') return { is }
  if (is === 'sector' && isSector(of)) return { is, of }
  const organisation = is === 'named' ? named[side] : organisations.find(({ id }) => is === 'organisation' && id === of)
  if (organisation) return { is: 'organisation', of: organisation.id, name: organisation.name }
  if (is === 'named') return 'no such organisation'
  const partnership = partnerships.find(({ id }) => is === 'partnership' && id === of)
  if (!partnership) return 'nobody chosen'
  return { is: 'partnership', of: partnership.id, name: partnership.name, organisations: partnership.organisations }
}

function sideIn(typed: TypedProgramme, side: SideKey, choosable: Choosable, opensOn: Day): { side: NewSide } | { faults: SideFaults } {
  const own = typed[side]
  const name = readText(own.name, { most: MOST_SIDE })
  const [who, capacity] = [whoIn(own, side, choosable), numberIn(own.capacity, 1, MOST_CAPACITY)]
  const isSame = side === 'right' && name.yes && typed.left.name.trim().toLowerCase() === name.value.toLowerCase()
  if (!name.yes || isSame || typeof who === 'string' || typeof capacity === 'string')
    return {
      faults: {
        ...(name.yes ? (isSame ? { name: 'the same' } : {}) : { name: name.why }),
        ...(typeof who === 'string' ? { who } : {}),
        ...(typeof capacity === 'string' ? { capacity } : {}),
      },
    }
  return { side: { name: name.value, who, capacity, opensOn } }
}

/** Neither before a day nor after another. */
function dayIn(typed: string, earliest: Day, latest: Day): { day: Day } | { fault: DayFault } {
  const day = readDay(typed)
  if (day === undefined) return { fault: 'no such day' }
  return day < earliest ? { fault: 'too early' } : day > latest ? { fault: 'too late' } : { day }
}

export function readProgramme(
  typed: TypedProgramme,
  choosable: Choosable,
  today: Day,
): { yes: true; value: NewProgramme } | { yes: false; faults: ProgrammeFaults } {
  const [title, what] = [readText(typed.title, { most: MOST_TITLE }), readText(typed.what, { most: MOST_WHAT, lines: 'many' })]
  const head = typed.scarce === '' ? 0 : numberIn(typed.head, 1, MOST_HEAD)
  const later = addDays(today, typeof head === 'number' ? head : 0)
  const opens = (side: SideKey): Day => (typed.scarce === '' || typed.scarce === side ? today : later)
  const [left, right] = [sideIn(typed, 'left', choosable, opens('left')), sideIn(typed, 'right', choosable, opens('right'))]
  const closes = dayIn(typed.closes, addDays(later, 1), addDays(today, LONGEST_DAYS))
  const closesOn = 'day' in closes ? closes.day : later
  const first = dayIn(typed.first, addDays(closesOn, BEFORE_FIRST_DAYS), addDays(closesOn, LONGEST_DAYS))
  const firstDay = 'day' in first ? first.day : closesOn
  const last = dayIn(typed.last, addDays(firstDay, SHORTEST_DAYS), addDays(firstDay, LONGEST_DAYS))
  const meetings = numberIn(typed.meetings, 1, MOST_MEETINGS)
  const isWhole = title.yes && what.yes && 'side' in left && 'side' in right && 'day' in closes && 'day' in first && 'day' in last
  if (isWhole && typeof head === 'number' && typeof meetings === 'number')
    return {
      yes: true,
      value: {
        ...{ title: title.value, what: what.value, left: left.side, right: right.side },
        ...{ closesOn: closes.day, firstDay: first.day, lastDay: last.day, meetings },
      },
    }
  return {
    yes: false,
    faults: {
      ...(title.yes ? {} : { title: title.why }),
      ...(what.yes ? {} : { what: what.why }),
      ...('faults' in left ? { left: left.faults } : {}),
      ...('faults' in right ? { right: right.faults } : {}),
      ...(typeof head === 'string' ? { head } : {}),
      ...('fault' in closes ? { closes: closes.fault } : {}),
      ...('fault' in first ? { first: first.fault } : {}),
      ...('fault' in last ? { last: last.fault } : {}),
      ...(typeof meetings === 'string' ? { meetings } : {}),
    },
  }
}

/** How often the two could be asked whether they have met. */
export const fortnightsIn = (first: Day, last: Day): number => Math.floor(daysBetween(first, last) / 14)
