/** Who could meet whom across, as each on the left sees it, with weights in whole numbers, and who meets whom so far. */

import { makeNumbers, type Numbers, type WholeWeights } from '../pairs/whole-weights.ts'
import { listsOf, type SideGraph } from './side-graph.ts'

/** The arcs of number i on the left are `start[i]` up to, not including, `start[i + 1]`. */
export class SideArcs {
  readonly isWide: boolean
  readonly start: Int32Array
  readonly tail: Int32Array
  readonly to: Int32Array
  readonly weight: Numbers
  /** As the caller said. */
  readonly worth: Float64Array
  readonly mostLeft: Int32Array
  readonly mostRight: Int32Array
  /** How many each meets. */
  readonly usedLeft: Int32Array
  readonly usedRight: Int32Array
  /** The arcs by which number j on the right meets somebody are the first `usedRight[j]` from `base[j]`. */
  readonly base: Int32Array
  readonly held: Int32Array
  /** The place of an arc in `held`, or -1. */
  readonly place: Int32Array

  constructor(graph: SideGraph, whole: WholeWeights) {
    const { left, right } = graph
    const lists = listsOf(graph)
    const most = lists.start[left]!
    this.isWide = whole.isWide
    this.start = new Int32Array(left + 1)
    this.tail = new Int32Array(most)
    this.to = new Int32Array(most)
    this.worth = new Float64Array(most)
    const degrees = new Int32Array(right)
    let arcs = 0
    for (let i = 0; i < left; i++) {
      this.start[i] = arcs
      for (let pair = lists.start[i]!; pair < lists.start[i + 1]!; pair++) {
        if (lists.worth[pair]! <= whole.floor) continue
        this.tail[arcs] = i
        this.to[arcs] = lists.to[pair]!
        this.worth[arcs++] = lists.worth[pair]!
        degrees[lists.to[pair]!]!++
      }
    }
    this.start[left] = arcs
    this.weight = makeNumbers(whole.isWide, arcs)
    for (let arc = 0; arc < arcs; arc++)
      this.weight[arc] = Math.ceil((this.worth[arc]! * whole.shift) / whole.divisor) * whole.finer + whole.lift
    const room = (said: Int32Array | undefined, at: number, degree: number): number => Math.min(said ? said[at]! : 1, degree)
    this.mostLeft = Int32Array.from({ length: left }, (_, i) => room(graph.capacityLeft, i, this.start[i + 1]! - this.start[i]!))
    this.mostRight = Int32Array.from({ length: right }, (_, j) => room(graph.capacityRight, j, degrees[j]!))
    this.usedLeft = new Int32Array(left)
    this.usedRight = new Int32Array(right)
    this.base = new Int32Array(right + 1)
    for (let j = 0; j < right; j++) this.base[j + 1] = this.base[j]! + this.mostRight[j]!
    this.held = new Int32Array(this.base[right]!)
    this.place = new Int32Array(arcs).fill(-1)
  }

  get length(): number {
    return this.start[this.start.length - 1]!
  }

  take(arc: number): void {
    const j = this.to[arc]!
    const place = this.base[j]! + this.usedRight[j]!++
    this.held[place] = arc
    this.place[arc] = place
    this.usedLeft[this.tail[arc]!]!++
  }

  leave(arc: number): void {
    const j = this.to[arc]!
    const last = this.held[this.base[j]! + --this.usedRight[j]!]!
    this.held[this.place[arc]!] = last
    this.place[last] = this.place[arc]!
    this.place[arc] = -1
    this.usedLeft[this.tail[arc]!]!--
  }
}
