/** What commands do inside the house: the same in the running server and on a data folder that nobody serves. */
import type { Backstage } from './backstage.ts'
import { chapterInside } from './cli/chapter-inside.ts'
import { clockInside } from './cli/clock-inside.ts'
import { receiveInside } from './cli/receive-inside.ts'
import type { Said, Words } from './control.ts'

export type Inside = (backstage: Backstage, words: Words, say: (said: Said) => void) => Promise<void>

export const COMMANDS_INSIDE = { chapter: chapterInside, clock: clockInside, 'receive-mail': receiveInside } satisfies Record<
  string,
  Inside
>
