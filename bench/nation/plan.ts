/** What a nation is made of: its size, its pack, the day on which it stands, and its chance. */
import type { Pack } from '../../src/packs/pack.ts'
import type { Chance } from '../chance.ts'
import type { Size } from './size.ts'

export type Plan = { size: Size; pack: Pack; now: Date; chance: Chance }

export const DAY = 86_400_000

/** The calendar day so many days from a moment, before it when negative. */
export const dayFrom = (moment: Date, days: number): string => new Date(moment.getTime() + days * DAY).toISOString().slice(0, 10)
export const momentFrom = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY)
