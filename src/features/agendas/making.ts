/** Making an agenda: who may, with which settings, and how far it is. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Event, mayRun, type RunRefusal } from '../events/event.ts'
import { type Aim, isAim, isPublished } from './agenda.ts'
import { FEWEST_ON_RECORD } from './counted.ts'
import type { Fault } from './fault.ts'
import type { Settings } from './work.ts'

/** As it is kept; a fault is JSON, and a moment may be its text. */
export type OrderRow = {
  aim: Aim
  spreads_top: boolean
  seed: number
  state: 'waiting' | 'impossible'
  done: number
  fault: string | null
  ordered_at: Date | string
}

export function orderOf({ aim, spreads_top, seed, state, done, fault, ordered_at }: OrderRow): Order {
  const said: Fault | undefined = fault === null ? undefined : JSON.parse(fault)
  return { aim, spreadsTop: spreads_top, seed, state, done, orderedAt: new Date(ordered_at), ...(said ? { fault: said } : {}) }
}

export type Order = Settings & { state: 'waiting' | 'impossible'; done: number; orderedAt: Date; fault?: Fault }

/** How a made agenda was found, and how good it is. */
export type MadeWith = Settings & {
  evaluations: number
  people: number
  covered: number
  bound: number
  mustPeople: number
  mustSeen: number
  mustBound: number
  coveredFreely?: number
  /** The stars from which it was made were so then. */
  starsAt: Date
  madeAt: Date
  publishedAt: Date | null
}

export const USUAL: Settings = { aim: 'coverage', spreadsTop: true, seed: 1 }

type Published = { publishedAt: Date | null } | undefined
export type MakeRefusal = RunRefusal | 'not yet' | 'published'

/** Once the sessions are chosen, until everybody has the agenda. */
export function mayMake(event: Pick<Event, 'organiser' | 'step'>, viewer: Viewer, made: Published): Answer<true, MakeRefusal> {
  const run = mayRun(event, viewer)
  if (!run.yes) return run
  if (event.step !== 'starring' && event.step !== 'scheduled') return no('not yet')
  return isPublished(made) ? no('published') : yes(true)
}

export type PublishRefusal = MakeRefusal | 'not made' | 'being made'

export function mayPublish(
  event: Pick<Event, 'organiser' | 'step'>,
  viewer: Viewer,
  made: Published,
  order: Pick<Order, 'state'> | undefined,
): Answer<true, PublishRefusal> {
  const may = mayMake(event, viewer, made)
  if (!may.yes) return may
  if (order?.state === 'waiting') return no('being made')
  return made ? yes(true) : no('not made')
}

/** Once stars change no more: between two records, what one person starred meanwhile would be plain to see. */
export const hasRecord = ({ publishedAt, people }: Pick<MadeWith, 'publishedAt' | 'people'>): boolean =>
  publishedAt !== null && people >= FEWEST_ON_RECORD

const MOST_SEED = 2_147_483_647
export type TypedSettings = { aim: string; spreadsTop: boolean; seed: string }
export type SettingFaults = { aim?: true; seed?: true }

export function readSettings({
  aim,
  spreadsTop,
  seed,
}: TypedSettings): { yes: true; value: Settings } | { yes: false; faults: SettingFaults } {
  const number = /^\d{1,10}$/.test(seed.trim()) ? Number(seed) : Number.NaN
  const isSeed = number <= MOST_SEED
  if (isAim(aim) && isSeed) return { yes: true, value: { aim, spreadsTop, seed: number } }
  return { yes: false, faults: { ...(isAim(aim) ? {} : { aim: true }), ...(isSeed ? {} : { seed: true }) } }
}
