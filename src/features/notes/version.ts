/** What we heard in a session as it stood before, so that nothing that was typed is lost. Types and pure rules. */
import { lengthOf } from '../../basics/text.ts'

export type Version = { id: string; heard: string; savedAt: Date; name: string }
/** A text saves itself every few seconds while somebody types: of such a stretch the last is kept. `longest`: so long it has been. */
export type Stretch = { id: string; longest: number; begunAt: Date }

const STRETCH_MINUTES = 10
/** So many stand on a page. */
export const MOST_VERSIONS = 10

/** Of one writer. Who takes more than half of it away, at once or bit by bit, begins another stretch: it may have been wiped by mistake. */
export const goesOn = ({ begunAt, longest }: Stretch, now: string, at: Date): boolean =>
  at.getTime() < begunAt.getTime() + STRETCH_MINUTES * 60_000 && lengthOf(now) * 2 >= longest
