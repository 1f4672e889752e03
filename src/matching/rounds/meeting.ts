/** Who meets whom in one go: the pairs that are worth most together, and a third for whoever is left where three are welcome. */
import { type Between, type Candidate, type WhyNot, whyNot } from '../candidate.ts'
import type { Fit, PairScore } from '../pair-score.ts'
import { matchPairs } from '../pairs/match-pairs.ts'
import { tieOf } from '../tie.ts'

export type Guest = Candidate & { threeIsFine: boolean }
export type Meeting = { members: readonly string[]; fits: readonly Fit[] }
/** What keeps somebody from most of the others; a rule of the round, or the organiser, may do so too. */
export type WhyLeftOut =
  | WhyNot
  | 'the same sector'
  | 'the same organisation'
  | 'the same profession'
  | 'too far'
  | 'kept apart'
  | 'nobody is left'
export type LeftOut = { id: string; why: WhyLeftOut }
export type Met = { meetings: readonly Meeting[]; leftOut: readonly LeftOut[] }

/** A tie is broken below the last figure of the score. */
const TIES = 1024

/** The same seed gives the same meetings, in whatever order the guests come. */
export function meet(guests: readonly Guest[], score: PairScore, { between, seed = 1 }: { between: Between; seed?: number }): Met {
  const all = [...guests].sort((a, b) => (a.id < b.id ? -1 : 1))
  const edges = edgesOf(all, score, between)
  const { mate } = matchPairs(
    {
      n: all.length,
      from: Int32Array.from(edges, ({ a }) => a),
      to: Int32Array.from(edges, ({ b }) => b),
      weight: Float64Array.from(
        edges,
        ({ a, b, fit }) => (fit.score + 1) * TIES + (tieOf(seed, all[a]?.id ?? '', all[b]?.id ?? '') % TIES),
      ),
    },
    { cardinality: 'most', seed },
  )
  const meetings = edges.flatMap(({ a, b, fit }) => (mate[a] === b ? [{ members: [all[a]?.id ?? '', all[b]?.id ?? ''], fits: [fit] }] : []))
  return withThirds(all, meetings, score, between)
}

type Edge = { a: number; b: number; fit: Fit }

function edgesOf(all: readonly Guest[], score: PairScore, between: Between): Edge[] {
  const edges: Edge[] = []
  for (const [a, one] of all.entries())
    for (let b = a + 1; b < all.length; b++) {
      const pairing = score.pair(one, all[b] as Guest, between)
      if (pairing.may) edges.push({ a, b, fit: pairing.fit })
    }
  return edges
}

/** Whoever is left joins the two with whom they fit best, if both of them and they themselves welcome a third. */
function withThirds(all: readonly Guest[], pairs: readonly Meeting[], score: PairScore, between: Between): Met {
  const guests = new Map(all.map((each) => [each.id, each]))
  const paired = new Set(pairs.flatMap(({ members }) => members))
  const meetings = [...pairs]
  const leftOut: LeftOut[] = []
  for (const guest of all.filter(({ id }) => !paired.has(id))) {
    const places = meetings.flatMap((meeting, at) => {
      const others = meeting.members.flatMap((id) => guests.get(id) ?? [])
      if (others.length > 2 || !guest.threeIsFine || !others.every(({ threeIsFine }) => threeIsFine)) return []
      const fits = others.flatMap((other) => {
        const pairing = score.pair(guest, other, between)
        return pairing.may ? [pairing.fit] : []
      })
      return fits.length === others.length ? [{ at, meeting, fits, worth: fits.reduce((sum, fit) => sum + fit.score, 0) }] : []
    })
    const [best] = places.sort((x, y) => y.worth - x.worth || x.at - y.at)
    if (best) meetings[best.at] = { members: [...best.meeting.members, guest.id], fits: [...best.meeting.fits, ...best.fits] }
    else {
      const others = all.filter(({ id }) => id !== guest.id)
      leftOut.push({ id: guest.id, why: mostFrequent(others, (other) => whyNot(guest, other, between)) })
    }
  }
  return { meetings, leftOut }
}

/** What keeps somebody from most of the others; where nothing does, the others have all gone to somebody else. */
export function mostFrequent<Other>(others: Iterable<Other>, whyNot: (other: Other) => WhyLeftOut | undefined): WhyLeftOut {
  const counts = new Map<WhyLeftOut, number>()
  for (const other of others) {
    const why = whyNot(other)
    if (!why) return 'nobody is left'
    counts.set(why, (counts.get(why) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'nobody is left'
}
