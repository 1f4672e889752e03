/** All that can be heard of an event on its day: nothing in it is for some eyes only. */
import type { Announcement } from './announcement.ts'
import type { Counted } from './count.ts'

/** A session that is held, where it is, and how full it is. */
export type Held = { id: string; slot: string; room: string; seats: number; count?: Counted }
export type News = { announcements: readonly Announcement[]; sessions: readonly Held[] }
