/** All that can be heard of an event on its day: nothing in it is for some eyes only. Types and a pure rule. */
import type { Announcement } from './announcement.ts'
import type { Counted } from './count.ts'
import type { Swap } from './swap.ts'

/** A session that is held, where it is, and how full it is. */
export type Held = { id: string; slot: string; room: string; seats: number; count?: Counted }
export type News = { announcements: readonly Announcement[]; sessions: readonly Held[] }
/** What a page shows of the day; `helps`: whoever looks has been named by the organiser. `swaps` are those that wait for an answer. */
export type DayNews = News & { helps: boolean; swaps: readonly Swap[]; refused: readonly Swap[] }

/** By session. */
export const countsOf = ({ sessions }: News): ReadonlyMap<string, Counted> =>
  new Map(sessions.flatMap(({ id, count }) => (count ? [[id, count] as const] : [])))
