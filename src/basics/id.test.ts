/** Ids sort by the time at which they were made, and within one moment by the order of making. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as always, date, property } from 'fast-check'
import { isId, newId, timeOf } from './id.ts'

const NOW = new Date('2026-11-23T10:00:00Z')

describe('an id', () => {
  it('sorts after those made before it in the same moment', () => {
    const made = Array.from({ length: 2000 }, () => newId(NOW))
    assert.deepEqual([...made].sort(), made)
  })
  it('is never made twice', () => assert.equal(new Set(Array.from({ length: 5000 }, () => newId(NOW))).size, 5000))
  it('sorts by time, also when the later is made first', () =>
    always(
      property(
        date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (one, other) => {
          if (one.getTime() === other.getTime()) return
          const [later, sooner] = one > other ? [newId(one), newId(other)] : [newId(other), newId(one)]
          assert.ok(sooner < later)
        },
      ),
      { seed: 20261123 },
    ))
  it('tells when it was made', () =>
    always(
      property(date({ min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (at) =>
        assert.equal(timeOf(newId(at)).getTime(), at.getTime()),
      ),
      { seed: 20261123 },
    ))
  it('tells of a far day when somebody chose it to stand first or last', () => {
    assert.equal(timeOf('0'.repeat(26)).getTime(), 0)
    assert.ok(timeOf('z'.repeat(26)) > new Date('9999-12-31'))
  })
  it('is known by its form', () => assert.ok(Array.from({ length: 200 }, () => newId(NOW)).every(isId)))
  const OTHERS = [
    '',
    'new',
    '0'.repeat(25),
    '0'.repeat(27),
    'A'.repeat(26),
    'i'.repeat(26),
    'u'.repeat(26),
    `${'0'.repeat(25)}\n`,
    `${'0'.repeat(26)}\n`,
  ]
  for (const text of OTHERS) it(`is not ${JSON.stringify(text)}`, () => assert.equal(isId(text), false))
})
