/** The grid of a day fits on one sheet, in letters as large as can be. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Cell, lettersFor, type Rows } from './paper.ts'

const day = (times: number, rooms: number, cell: Cell): Rows =>
  Array.from({ length: times }, () => Array.from({ length: rooms }, () => cell))
const short = { title: 'Night buses', below: ['Ann Lamb, Quillsey Police'] }
const long = {
  title: 'What nurses wish the council knew about discharge on a Friday afternoon',
  below: ['Jaswinder Achterberg, Tarnbeck NHS Trust'],
}

it('has large letters for few sessions, and small ones for many with long names', () => {
  const letters = (times: number, rooms: number, cell: Cell) => lettersFor([day(times, rooms, cell)], rooms)
  assert.deepEqual([letters(5, 3, short), letters(5, 12, short), letters(5, 12, long)], [12, 10, 6])
  assert.equal(lettersFor([day(5, 3, short), day(5, 12, long)], 12), 6)
  assert.equal(lettersFor([[[{ title: 'x'.repeat(400), below: [] }], []]], 3), 12)
})
