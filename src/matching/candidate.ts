/** Somebody who may meet somebody: what the score looks at, and why two may not be put together at all. Nobody's name is in it. */
import type { Position } from '../basics/place.ts'
import type { TermId } from './vocabulary.ts'

/** Levels as numbers, so that two can be compared: 1 is a beginner's. Whoever has not said how well has no level. */
export type Skill = { term: TermId; level?: number }
export type Way = 'in person' | 'online' | 'phone'
export type Wish = 'another sector' | 'another profession' | 'the same profession' | 'another organisation' | 'nearby'

/** An empty text or list is something that they have not said. */
export type Candidate = {
  id: string
  organisation: string
  team: string
  sector: string
  profession: string
  region: string
  haves: readonly Skill[]
  needs: readonly Skill[]
  /** Ids of policy areas, and of whatever else people may share. */
  interests: readonly string[]
  ways: readonly Way[]
  position?: Position
  /** How far they would go to meet, in kilometres. */
  radius?: number
  /** Hours of the week in which they can meet, from 0 (Monday, midnight UTC) to 167: so two time zones are compared rightly. */
  times: readonly number[]
  languages: readonly string[]
  /** Hours a month that they have for it. */
  hours?: number
  wishes: readonly Wish[]
  /** How often they were left out lately. */
  missedOut: number
  isPaused: boolean
  /** They meet as many as they want already. */
  isFull: boolean
}

/** What is known of two people beside what each has said. Each is asked in either order. */
export type Between = {
  blocked(a: string, b: string): boolean
  /** One of them is the other's manager. */
  manages(a: string, b: string): boolean
  /** They met less than 26 weeks ago. */
  metLately(a: string, b: string): boolean
}

export const STRANGERS: Between = { blocked: () => false, manages: () => false, metLately: () => false }

export type WhyNot =
  | 'the same person'
  | 'paused'
  | 'full'
  | 'blocked'
  | 'manager'
  | 'the same team'
  | 'met lately'
  | 'no way to meet'
  | 'no language'

/** Why two are never put together: such a pair has no edge, whatever its score would be. */
export function whyNot(a: Candidate, b: Candidate, between: Between): WhyNot | undefined {
  if (a.id === b.id) return 'the same person'
  if (a.isPaused || b.isPaused) return 'paused'
  if (a.isFull || b.isFull) return 'full'
  if (between.blocked(a.id, b.id)) return 'blocked'
  if (between.manages(a.id, b.id)) return 'manager'
  if (a.team !== '' && a.team === b.team && a.organisation === b.organisation) return 'the same team'
  if (between.metLately(a.id, b.id)) return 'met lately'
  // From afar first: to measure how far two are apart takes longer than all the rest.
  if (!bothTake(a, b, 'online') && !bothTake(a, b, 'phone') && !mayMeetInPerson(a, b)) return 'no way to meet'
  if (a.languages.length > 0 && b.languages.length > 0 && !a.languages.some((each) => b.languages.includes(each))) return 'no language'
  return undefined
}

const WAYS: readonly Way[] = ['in person', 'online', 'phone']

/** The ways that both said, as far as one can be gone; whoever has said none takes any. */
export function waysToMeet(a: Candidate, b: Candidate): Way[] {
  return WAYS.filter((way) => (way === 'in person' ? mayMeetInPerson(a, b) : bothTake(a, b, way)))
}

/** What is asked to know whether two can come together. */
export type Whereabouts = { ways: readonly Way[]; position?: Position | undefined; radius?: number | undefined }

export const mayMeetInPerson = (a: Whereabouts, b: Whereabouts, km = kilometresBetween(a, b)): boolean =>
  bothTake(a, b, 'in person') && (km === undefined || isWithinReach(a, b, km))

const bothTake = (a: Whereabouts, b: Whereabouts, way: Way): boolean =>
  (a.ways.length === 0 || a.ways.includes(way)) && (b.ways.length === 0 || b.ways.includes(way))

/** Whoever has not said where they are may be anywhere near. */
const isWithinReach = (a: Whereabouts, b: Whereabouts, km: number): boolean => km <= (a.radius ?? km) && km <= (b.radius ?? km)

const EARTH = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Along a great circle (haversine formula); undefined where one of the two has not said where they are. */
export function kilometresBetween(a: Pick<Whereabouts, 'position'>, b: Pick<Whereabouts, 'position'>): number | undefined {
  if (!a.position || !b.position) return undefined
  const [from, to] = [radians(a.position.lat), radians(b.position.lat)]
  const [up, along] = [(to - from) / 2, radians(b.position.lon - a.position.lon) / 2]
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(Math.sin(up) ** 2 + Math.cos(from) * Math.cos(to) * Math.sin(along) ** 2)))
}
