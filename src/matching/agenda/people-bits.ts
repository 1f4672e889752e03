/** Sets of people as bits, thirty-two to a number: what a move does to seven hundred people is weighed in twenty-two steps. */
import { howMany, type Lists, listAt } from './lists.ts'

/** For each thing a row of bits, one for each person who chose it. Rows that nobody chose stand for empty cells. */
export class PeopleBits {
  /** Numbers in a row. */
  readonly width: number
  readonly rows: Int32Array

  constructor(chosen: Lists, rows: number) {
    this.width = (howMany(chosen) + 31) >>> 5
    this.rows = new Int32Array(rows * this.width)
    for (let person = 0; person < howMany(chosen); person++)
      for (const row of listAt(chosen, person)) this.rows[row * this.width + (person >>> 5)]! |= 1 << (person & 31)
  }

  row(at: number): Int32Array {
    return this.rows.subarray(at * this.width, (at + 1) * this.width)
  }
}

/** How many bits of a number are set (Warren, Hacker's Delight, figure 5-2). */
export function countBits(number: number): number {
  let pairs = number - ((number >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function countRow(row: Int32Array): number {
  let sum = 0
  for (const each of row) sum += countBits(each)
  return sum
}
