/** Reads to when a clock is to be moved: a time as people type it, or how far. */
import { addDays, dayIn, instantAt, readDay, sayTime } from '../basics/day.ts'

const A_MINUTE = 60_000
const MINUTES = { m: 1, h: 60 } as const
const DAYS = { d: 1, w: 7 } as const

/** "2026-12-01T09:00", as the zone's clocks show it; or an instant with its own offset, "2026-12-01T09:00Z" or "+01:00". */
export function readWhen(text: string, zone: string): Date | undefined {
  const typed = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-]\d{2}:\d{2})?)?$/i.exec(text.trim())
  const [, date = '', hours = '00', minutes = '00', seconds = '00', offset] = typed ?? []
  const day = readDay(date)
  if (day === undefined) return undefined
  if (offset === undefined) return new Date(instantAt(zone, day, Number(hours) * 60 + Number(minutes)).getTime() + Number(seconds) * 1000)
  const instant = new Date(`${day}T${hours}:${minutes}:${seconds}${offset.toUpperCase()}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** "14d", "2w", "36h" or "90m" from an instant. Days and weeks keep the time that clocks show, also when summer time ends within them. */
export function readSpan(text: string, zone: string, from: Date): Date | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,6})([mhdw])$/i.exec(text.trim()) ?? []
  const [count, letter] = [Number(digits), unit.toLowerCase()]
  if (count === 0) return undefined
  if (letter === 'm' || letter === 'h') return new Date(from.getTime() + count * MINUTES[letter] * A_MINUTE)
  if (letter !== 'd' && letter !== 'w') return undefined
  const day = readDay(addDays(dayIn(zone, from), count * DAYS[letter]))
  const [hours = 0, minutes = 0] = sayTime(zone, from).split(':').map(Number)
  if (day === undefined) return undefined
  return new Date(instantAt(zone, day, hours * 60 + minutes).getTime() + (from.getTime() % A_MINUTE))
}
