/** Who is paired with whom across the two sides of a programme: nobody has two partners while somebody who fits them has none. Pure. */
import { matchSides } from '../../matching/sides/match-sides.ts'
import { tieOf } from '../../matching/tie.ts'

/** Somebody of one side, and with how many of the other they would meet. */
export type Seeker = { person: string; partners: number }
/** Two who may be paired, by their places on the two sides, and how well they fit. */
export type Edge = { left: number; right: number; score: number }
type Sides = readonly [readonly Seeker[], readonly Seeker[]]

/** A tie is broken below the last figure of the score. */
const TIES = 1024

const SIDES = ['left', 'right'] as const
type Side = (typeof SIDES)[number]

/**
 * As many pairs as can be, and of those the ones that are worth most together. Then whoever has none takes the place of somebody who has
 * two, by the shortest chain of changes: so everybody has one for whom that can be, with as many pairs as before.
 */
export function pairUp(edges: readonly Edge[], sides: Sides): Edge[] {
  const chosen = new Set(best(edges, sides))
  const may = { left: byPlace(edges, 'left'), right: byPlace(edges, 'right') }
  for (const [at, side] of SIDES.entries()) {
    let holds = { left: byPlace(chosen, 'left'), right: byPlace(chosen, 'right') }
    for (const seeker of (sides[at] ?? []).keys()) {
      if (holds[side].has(seeker)) continue
      const chain = chainFrom(seeker, side, may[side], holds)
      for (const { instead, of } of chain) {
        chosen.delete(of)
        chosen.add(instead)
      }
      if (chain.length > 0) holds = { left: byPlace(chosen, 'left'), right: byPlace(chosen, 'right') }
    }
  }
  return [...chosen]
}

type ByPlace = ReadonlyMap<number, readonly Edge[]>

function byPlace(edges: Iterable<Edge>, side: Side): ByPlace {
  const found = new Map<number, Edge[]>()
  for (const edge of edges) {
    const here = found.get(edge[side])
    if (here) here.push(edge)
    else found.set(edge[side], [edge])
  }
  return found
}

type Change = { instead: Edge; of: Edge }

/** From somebody alone to somebody of the same side who has two; each on the way gives up one and gets another. Nothing where there is none. */
function chainFrom(alone: number, side: Side, may: ByPlace, holds: Readonly<Record<Side, ByPlace>>): Change[] {
  const other: Side = side === 'left' ? 'right' : 'left'
  const change = new Map<number, Change>()
  const way = (to: number): Change[] => {
    const last = change.get(to)
    return last ? [...way(last.instead[side]), last] : []
  }
  const asked = [alone]
  for (const seeker of asked)
    for (const instead of may.get(seeker) ?? [])
      for (const of of holds[other].get(instead[other]) ?? []) {
        const next = of[side]
        if (next === seeker || next === alone || change.has(next)) continue
        change.set(next, { instead, of })
        if ((holds[side].get(next)?.length ?? 0) > 1) return way(next)
        asked.push(next)
      }
  return []
}

function best(edges: readonly Edge[], [left, right]: Sides): Edge[] {
  const tie = ({ left: one, right: other }: Edge): number => tieOf(1, left[one]?.person ?? '', right[other]?.person ?? '') % TIES
  const { pairs } = matchSides(
    {
      ...{ left: left.length, right: right.length },
      from: Int32Array.from(edges, (edge) => edge.left),
      to: Int32Array.from(edges, (edge) => edge.right),
      weight: Float64Array.from(edges, (edge) => (edge.score + 1) * TIES + tie(edge)),
      capacityLeft: Int32Array.from(left, ({ partners }) => partners),
      capacityRight: Int32Array.from(right, ({ partners }) => partners),
    },
    { cardinality: 'most' },
  )
  const made = new Set(pairs.map(([one, other]) => `${one} ${other}`))
  return edges.filter((edge) => made.has(`${edge.left} ${edge.right}`))
}
