/** What a page of an event hears, in the words that it shows: every listener the same, and so nobody's name. */
import { createHash } from 'node:crypto'
import type { Moment } from '../../basics/day.ts'
import { fillOf } from './count.ts'
import type { Held, News } from './news.ts'
import { FILLS, saySaidAt } from './words.ts'

/** Where everything is, in short: a page that shows it otherwise loads its agenda again. */
export const placesOf = (sessions: readonly Pick<Held, 'id' | 'slot' | 'room'>[]): string =>
  createHash('sha256')
    .update(
      sessions
        .map(({ id, slot, room }) => `${id} ${slot} ${room}`)
        .sort()
        .join(),
    )
    .digest('base64url')
    .slice(0, 12)

export function newsText({ announcements, sessions }: News, at: Pick<Moment, 'zone' | 'today'>): string {
  const fills = sessions.flatMap(({ id, room, seats, count }) => {
    const fill = fillOf(count, { id: room, seats })
    return fill ? [[id, FILLS[fill]]] : []
  })
  return JSON.stringify({
    announcements: announcements.map(({ text, saidAt }) => [saySaidAt(saidAt, at), text]),
    fills: Object.fromEntries(fills),
    places: placesOf(sessions),
  })
}
