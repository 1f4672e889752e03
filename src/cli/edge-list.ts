/** Reads a list of edges: "n m" in the first line, then "u v weight" in one line for each of m pairs. */
import { readFile } from 'node:fs/promises'
import type { PairGraph } from '../matching/pairs/pair-graph.ts'
import { Refused } from './command.ts'

const [MINUS, PLUS, POINT, ZERO, NINE, SPACE, LOWER_E, UPPER_E] = [45, 43, 46, 48, 57, 32, 101, 69]
const isNumeric = (byte: number): boolean =>
  (byte >= ZERO && byte <= NINE) || byte === MINUS || byte === PLUS || byte === POINT || byte === LOWER_E || byte === UPPER_E

export async function readEdgeList(file: string): Promise<PairGraph> {
  const bytes = await readFile(file).catch(() => {
    throw new Refused(`The file ${file} cannot be read.`)
  })
  const numbers = new NumberReader(bytes)
  const n = numbers.next('how many people there are')
  const pairs = numbers.next('how many pairs there are')
  if (!Number.isInteger(pairs) || pairs < 0 || pairs > bytes.length) throw new Refused(`There cannot be ${pairs} pairs in ${file}.`)
  const graph = { n, from: new Int32Array(pairs), to: new Int32Array(pairs), weight: new Float64Array(pairs) }
  for (let pair = 0; pair < pairs; pair++) {
    graph.from[pair] = numbers.next('who')
    graph.to[pair] = numbers.next('whom')
    graph.weight[pair] = numbers.next('a weight')
  }
  numbers.end()
  return graph
}

/** Lists have millions of numbers, most of them short and whole: those are read without making texts of them. */
class NumberReader {
  readonly #bytes: Uint8Array
  #at = 0
  #line = 1

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  next(what: string): number {
    this.#skip()
    const bytes = this.#bytes
    const begin = this.#at
    let value = 0
    let at = begin
    for (; at < bytes.length && at < begin + 9; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
    }
    if (at === begin || (at < bytes.length && (bytes[at] ?? 0) > SPACE)) return this.#long(begin, what)
    this.#at = at
    return value
  }

  /** Anything that is no short whole number. */
  #long(begin: number, what: string): number {
    let end = begin
    while (end < this.#bytes.length && isNumeric(this.#bytes[end] ?? 0)) end++
    this.#at = end
    const isWhole = end > begin && (end === this.#bytes.length || (this.#bytes[end] ?? 0) <= SPACE)
    const value = isWhole ? Number(new TextDecoder().decode(this.#bytes.subarray(begin, end))) : Number.NaN
    if (Number.isNaN(value)) throw new Refused(`Line ${this.#line} must say ${what}.`)
    return value
  }

  end(): void {
    this.#skip()
    if (this.#at < this.#bytes.length) throw new Refused(`Line ${this.#line} is more than was announced.`)
  }

  #skip(): void {
    while (this.#at < this.#bytes.length && (this.#bytes[this.#at] ?? 0) <= SPACE) if (this.#bytes[this.#at++] === 10) this.#line++
  }
}
