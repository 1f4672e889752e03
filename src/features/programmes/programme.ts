/** A programme: people of two sides meet in pairs over months, such as mentors and mentees. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'

export type SideKey = 'left' | 'right'
export const SIDES: readonly SideKey[] = ['left', 'right']
export const otherSide = (side: SideKey): SideKey => (side === 'left' ? 'right' : 'left')
export const isSide = (text: string): text is SideKey => text === 'left' || text === 'right'

/** Who may join a side. `of` and `name` are those of an organisation, or of a partnership and its two organisations. */
export type Who =
  | { is: 'everybody' }
  | { is: 'sector'; of: Sector }
  | { is: 'organisation'; of: string; name: string }
  | { is: 'partnership'; of: string; name: string; organisations: readonly string[] }

export type ProgrammeSide = {
  name: string
  who: Who
  /** So many partners one of this side may have. */
  capacity: number
  opensOn: Day
}
/** Preview: matched, and the organiser looks at it. */
export type ProgrammeState = 'open' | 'preview' | 'running' | 'ended' | 'stopped'
export type Programme = {
  id: string
  title: string
  what: string
  organiser: Somebody
  left: ProgrammeSide
  right: ProgrammeSide
  partnership?: string
  closesOn: Day
  firstDay: Day
  lastDay: Day
  meetings: number
  state: ProgrammeState
  /** Until then the organiser looks at the preview. */
  sendBy?: Day
}

export type Membership = { side: SideKey; partners: number; out?: OutWhy }
/** Why somebody was left out: nobody has joined the other side; those who have may not meet them; they have all gone to others; whom they were to meet has left. */
export type OutWhy = 'nobody there' | 'nobody fits' | 'all taken' | 'other left'

/** A meeting counts as so many hours on a certificate. */
export const MEETING_HOURS = 1
/** Smaller groups are not shown: each could be told apart. */
export const FEWEST = 5

export type OpenRefusal = 'may not open' | 'supplier'

export function mayOpenProgramme(viewer: Viewer, speaks: boolean): Answer<true, OpenRefusal> {
  if (viewer.sector === 'supplier') return no('supplier')
  return viewer.broker || speaks ? yes(true) : no('may not open')
}

/** A broker may do for an organiser what must be done, so that nothing stays with somebody who is away, or belongs to no organisation any more. */
export const isRunBy = ({ organiser }: Pick<Programme, 'organiser'>, viewer: Viewer | undefined): boolean =>
  viewer !== undefined && (viewer.broker || (viewer.person === organiser.id && isMember(viewer)))

export function isFor({ who }: Pick<ProgrammeSide, 'who'>, { organisation, sector }: Pick<Viewer, 'organisation' | 'sector'>): boolean {
  switch (who.is) {
    case 'everybody':
      return sector !== 'supplier'
    case 'sector':
      return sector === who.of
    case 'organisation':
      return organisation === who.of
    case 'partnership':
      return organisation !== undefined && who.organisations.includes(organisation)
  }
}

export type JoinRefusal = 'not a member' | 'closed' | 'not open yet' | 'not for you' | 'other side' | 'on a break' | 'how many'

/** `partners`: with how many of the other side they would meet. */
export function mayJoin(
  programme: Programme,
  side: SideKey,
  viewer: Pick<Viewer, 'organisation' | 'sector'>,
  standing: { isPaused: boolean; joined: SideKey | undefined },
  partners: number,
  today: Day,
): Answer<true, JoinRefusal> {
  const { [side]: own, state, closesOn } = programme
  if (viewer.organisation === undefined) return no('not a member')
  if (state !== 'open' || closesOn < today) return no('closed')
  if (!isFor(own, viewer)) return no('not for you')
  if (own.opensOn > today) return no('not open yet')
  if (standing.joined === otherSide(side)) return no('other side')
  if (standing.isPaused) return no('on a break')
  return Number.isInteger(partners) && partners >= 1 && partners <= own.capacity ? yes(true) : no('how many')
}

export type RunRefusal = 'not the organiser' | 'over' | 'nothing said'

export function maySend(programme: Programme, viewer: Viewer): Answer<true, RunRefusal> {
  if (!isRunBy(programme, viewer)) return no('not the organiser')
  return programme.state === 'preview' ? yes(true) : no('over')
}

/** Stopping is normal, at any time before the end. */
export function mayStop(programme: Programme, viewer: Viewer): Answer<true, RunRefusal> {
  if (!isRunBy(programme, viewer)) return no('not the organiser')
  return programme.state === 'ended' || programme.state === 'stopped' ? no('over') : yes(true)
}

export function mayInvite(programme: Programme, viewer: Viewer, today: Day): Answer<true, RunRefusal> {
  if (!isRunBy(programme, viewer)) return no('not the organiser')
  return programme.state === 'open' && programme.closesOn >= today ? yes(true) : no('over')
}
