/** What is on now at an event, and what comes next. Pure rules. */
import { type Moment, sayTime } from '../../basics/day.ts'
import type { Session } from '../agendas/agenda.ts'
import { readTime, type Slot } from '../events/timetable.ts'

export type AtATime = { slot: Slot; sessions: readonly Session[] }

/** A break too is on, and comes next. */
export function nowAndNext(slots: readonly Slot[], sessions: readonly Session[], at: Moment): { now?: AtATime; next?: AtATime } {
  const clock = readTime(sayTime(at.zone, at.now)) ?? 0
  const withSessions = (slot: Slot | undefined) =>
    slot && { slot, sessions: sessions.filter((session) => session.slot.id === slot.id && !session.isOff) }
  const now = withSessions(slots.find(({ day, starts, ends }) => day === at.today && starts <= clock && clock < ends))
  const next = withSessions(slots.find(({ day, starts }) => day > at.today || (day === at.today && starts > clock)))
  return { ...(now ? { now } : {}), ...(next ? { next } : {}) }
}
