/** How much of a week somebody promises: the fullest week counts, to the day. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as always, array, integer, property, record } from 'fast-check'
import { addDays, type Day } from '../../basics/day.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { freeHours, mostHours, type Promised, sayShare, shareWith } from './share.ts'

const { share: SHARING } = AS_IT_COMES
/** A Monday. */
const BEGINS = '2026-11-23'
const hours = (hoursAWeek: number, from: Day, until: Day): Promised => ({ hoursAWeek, from, until })

const promise = record({ start: integer({ min: 0, max: 120 }), length: integer({ min: 0, max: 90 }), halves: integer({ min: 1, max: 40 }) })
const promises = array(promise, { maxLength: 8 })
const asPromised = ({ start, length, halves }: { start: number; length: number; halves: number }): Promised =>
  hours(halves / 2, addDays(BEGINS, start), addDays(BEGINS, start + length))

/** The same, counted week by week. */
function counted(promised: readonly Promised[], from: Day, until: Day): number {
  let most = 0
  for (let monday = BEGINS; monday <= until; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    if (sunday < from) continue
    most = Math.max(
      most,
      promised.reduce((sum, each) => (each.from <= sunday && each.until >= monday ? sum + each.hoursAWeek : sum), 0),
    )
  }
  return most
}

describe('a share of a week', () => {
  it('is that of the fullest week, as if every week were counted', () =>
    always(
      property(promises, promise, (others, own) => {
        const [promised, { from, until }] = [others.map(asPromised), asPromised(own)]
        assert.equal(mostHours(promised, from, until), counted(promised, from, until))
      }),
    ))
  it('never shrinks when more is promised, and is never less than the promise alone', () =>
    always(
      property(promises, promise, promise, (others, own, more) => {
        const [promised, offered] = [others.map(asPromised), asPromised(own)]
        const [less, greater] = [shareWith(offered, promised, SHARING), shareWith(offered, [...promised, asPromised(more)], SHARING)]
        assert.ok(less.hours >= offered.hoursAWeek && greater.hours >= less.hours)
      }),
    ))
  it('needs no yes for the hours that are called free, and needs one for half an hour more', () =>
    always(
      property(promises, promise, (others, own) => {
        const [promised, { from, until }] = [others.map(asPromised), asPromised(own)]
        const free = freeHours(mostHours(promised, from, until), SHARING)
        if (free > 0) assert.notEqual(shareWith(hours(free, from, until), promised, SHARING).weight, 'above')
        assert.equal(shareWith(hours(free + 0.5, from, until), promised, SHARING).weight, 'above')
      }),
    ))
  it('warns from its tenth on, and asks above its fifth, also of a week that divides without rest', () => {
    const sharing = { week: 40, warn: 10, yes: 20 }
    const weights = [3.5, 4, 8, 8.5].map((each) => shareWith(hours(each, BEGINS, BEGINS), [], sharing).weight)
    assert.deepEqual(weights, ['light', 'heavy', 'heavy', 'above'])
  })
  it('counts both when one ends and another begins in the same week, and not when they are a week apart', () => {
    const ends = hours(3, '2026-11-02', '2026-11-24')
    assert.equal(shareWith(hours(2, '2026-11-27', '2027-01-31'), [ends], SHARING).hours, 5)
    assert.equal(shareWith(hours(2, '2026-11-30', '2027-01-31'), [ends], SHARING).hours, 2)
  })
  it('looks forward only, and is said in words', () => {
    const others = [hours(9, '2026-01-05', '2026-06-30'), hours(3, '2027-01-04', '2027-03-31')]
    assert.equal(sayShare(shareWith(hours(3, '2026-11-23', '2027-01-31'), others, SHARING)), '6 of 37 hours, 16 % of a week')
  })
})
