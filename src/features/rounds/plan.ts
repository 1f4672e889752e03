/** What a round asks of the matching, and what it makes of the answer. Pure. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Guest, Meeting } from '../../matching/rounds/meeting.ts'
import { planRound, type RoundPlan } from '../../matching/rounds/round.ts'
import { betweenOf, type RoundRequest } from '../../matching/rounds/round-request.ts'
import type { Planned, PlannedMeeting } from './meeting.ts'
import type { Quality } from './round.ts'

/** Told now and then how much is done, in hundredths; answers whether it goes on. */
export type GoesOn = (percent: number) => Promise<boolean>
/** What is known of skills and topics, and whoever finds the best meetings by it: here, or in a thread where there are many people. */
export type Engine = {
  knowledge: Knowledge
  /** Rejected with Cancelled once `goesOn` has said no. */
  plan(request: RoundRequest, goesOn?: GoesOn): Promise<RoundPlan>
}

export const inProcess = (knowledge: Knowledge): Engine => ({
  knowledge,
  plan: async (request) => planRound({ ...request, between: betweenOf(request.between) }, knowledge.neighbourhood),
})

export type Pair = readonly [string, string]
export type Plan = { planned: Planned; quality: Quality }

export function planOf({ meetings, leftOut, quality }: RoundPlan, guests: readonly Guest[]): Plan {
  const sectors = new Map(guests.map(({ id, sector }) => [id, sector]))
  const across = meetings.filter(({ members }) => new Set(members.map((id) => sectors.get(id))).size > 1).length
  return { planned: { meetings: meetings.map(plannedMeeting), leftOut }, quality: { ...quality, across } }
}

export const plannedMeeting = ({ members, fits }: Meeting): PlannedMeeting => ({
  members,
  whys: pairsIn(members).map(([a, b], at) => ({ a, b, reasons: fits[at]?.reasons ?? [] })),
})

/** Each with all before them, in the order in which the matching tells how they fit. */
export const pairsIn = (members: readonly string[]): Pair[] => members.flatMap((b, at) => members.slice(0, at).map((a): Pair => [a, b]))
