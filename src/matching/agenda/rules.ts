/** The rules that nothing outweighs: where a session may be held, and which two are never in one slot. */
import { type AgendaTask, cellsOf, roomsOf, sessionsOf } from './agenda-task.ts'
import { howMany, type Lists, listAt, listsOf } from './lists.ts'

/** What a grid breaks: a session where it may not be, or two in one slot that share a host or are both among the top. */
export type Broken = { why: 'cell'; session: number } | { why: 'host' | 'top'; session: number; other: number }

export class Rules {
  /** False when the rooms of a slot are alike to all sessions, so that nothing is won by changing rooms. */
  readonly areRoomsUnlike: boolean
  readonly #may: Uint8Array
  readonly #sessions: number
  readonly #cells: number
  readonly #rooms: number
  readonly #clashes: Lists
  readonly #hostClashes: Lists

  constructor(task: AgendaTask) {
    this.#cells = cellsOf(task)
    this.#rooms = roomsOf(task)
    this.#sessions = sessionsOf(task)
    this.areRoomsUnlike = task.may?.some((each, at, may) => at % this.#rooms > 0 && each !== may[at - 1]) ?? false
    // Empty cells may be anywhere.
    this.#may = new Uint8Array(this.#cells ** 2).fill(1)
    if (task.may) this.#may.set(task.may)
    const byHost = clashesOf(task, sessionsSharingAHost(task))
    this.#hostClashes = byHost
    this.#clashes = clashesOf(task, [...pairsOf(byHost), ...topPairs(task)])
  }

  isOpen(session: number, cell: number): boolean {
    return this.#may[session * this.#cells + cell] === 1
  }

  /** The sessions that must not be in one slot with a session. */
  clashesOf(session: number): Int32Array {
    return listAt(this.#clashes, session)
  }

  /** The sessions that share a host with a session. */
  hostClashesOf(session: number): Int32Array {
    return listAt(this.#hostClashes, session)
  }

  /** How many sessions are where they may not be, and pairs in one slot that must not be. */
  count(cellOf: Int32Array): number {
    return this.broken(cellOf).length
  }

  broken(cellOf: Int32Array): Broken[] {
    const broken: Broken[] = []
    for (let session = 0; session < this.#sessions; session++) {
      if (!this.isOpen(session, cellOf[session]!)) broken.push({ why: 'cell', session })
      for (const other of this.clashesOf(session))
        if (other > session && this.#slotAt(cellOf, other) === this.#slotAt(cellOf, session))
          broken.push({ why: this.hostClashesOf(session).includes(other) ? 'host' : 'top', session, other })
    }
    return broken
  }

  /** How many more would be broken if two occupants exchanged cells. */
  change(one: number, other: number, cellOf: Int32Array): number {
    const [from, to] = [cellOf[one]!, cellOf[other]!]
    const may = this.#may
    const [mine, theirs] = [one * this.#cells, other * this.#cells]
    const wrong = may[mine + from]! - may[mine + to]! + may[theirs + to]! - may[theirs + from]!
    const [here, there] = [(from / this.#rooms) | 0, (to / this.#rooms) | 0]
    if (here === there) return wrong
    return wrong + this.#clashChange(one, other, here, there, cellOf) + this.#clashChange(other, one, there, here, cellOf)
  }

  #clashChange(mover: number, partner: number, from: number, to: number, cellOf: Int32Array): number {
    const { start, item } = this.#clashes
    let sum = 0
    for (let at = start[mover]!; at < start[mover + 1]!; at++) {
      const other = item[at]!
      if (other === partner) continue
      const slot = this.#slotAt(cellOf, other)
      if (slot === to) sum++
      else if (slot === from) sum--
    }
    return sum
  }

  #slotAt(cellOf: Int32Array, session: number): number {
    return (cellOf[session]! / this.#rooms) | 0
  }
}

type Pair = readonly [number, number]

function sessionsSharingAHost(task: AgendaTask): Pair[] {
  const hosted = new Map<number, number[]>()
  const pairs: Pair[] = []
  for (let session = 0; session < sessionsOf(task); session++)
    for (const host of listAt(task.hosts, session)) {
      const before = hosted.get(host) ?? []
      for (const other of before) pairs.push([other, session])
      hosted.set(host, [...before, session])
    }
  return pairs
}

/** As many of the top as there are slots are all in different ones; so are as many again, and so on. */
function topPairs({ top = new Int32Array(), slots }: AgendaTask): Pair[] {
  return [...top].flatMap((session, rank) => [...top.subarray(rank - (rank % slots), rank)].map((better): Pair => [better, session]))
}

/** Both ways, each once; a list for every occupant, so that empty cells have an empty one. */
function clashesOf(task: AgendaTask, pairs: readonly Pair[]): Lists {
  const lists = Array.from({ length: cellsOf(task) }, () => new Set<number>())
  for (const [one, other] of pairs) {
    lists[one]!.add(other)
    lists[other]!.add(one)
  }
  return listsOf(lists.map((each) => [...each].sort((a, b) => a - b)))
}

const pairsOf = (lists: Lists): Pair[] =>
  Array.from({ length: howMany(lists) }, (_, one) => [...listAt(lists, one)].map((other): Pair => [one, other])).flat()
