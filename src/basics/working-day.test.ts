/** What falls on a day off moves to the next working day. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as always, integer, property, uniqueArray } from 'fast-check'
import { addDays, daysBetween } from './day.ts'
import { type Calendar, isWorkingDay, WEEKEND, workingDayFrom, workingDaysAfter, workingDaysBefore } from './working-day.ts'

const OFF = ['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-12-27', '2027-12-28', '2028-01-03']
const ENGLAND: Calendar = { weekend: WEEKEND, holidays: new Set(OFF) }
const CASES = [
  ['2026-12-24', '2026-12-24', 'a working day stays'],
  ['2026-12-25', '2026-12-29', 'Christmas, a weekend and the substitute for Boxing Day follow each other'],
  ['2026-11-28', '2026-11-30', 'a Saturday becomes Monday'],
  ['2026-11-29', '2026-11-30', 'and so does a Sunday'],
  ['2027-01-01', '2027-01-04', 'New Year on a Friday'],
  ['2027-03-26', '2027-03-30', 'Easter is four days'],
  ['2027-12-25', '2027-12-29', 'Christmas on a Saturday has two substitutes'],
  ['2028-01-01', '2028-01-04', 'and New Year one'],
] as const

describe('a day off', () => {
  for (const [day, works, why] of CASES) it(`${day} is worked on ${works}: ${why}`, () => assert.equal(workingDayFrom(day, ENGLAND), works))

  it('may be another day elsewhere', () =>
    assert.equal(workingDayFrom('2026-11-27', { weekend: ['Friday', 'Saturday'], holidays: new Set() }), '2026-11-29'))

  it('is never all of them', () =>
    assert.throws(() =>
      workingDayFrom('2026-11-27', {
        weekend: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
        holidays: new Set(),
      }),
    ))
})

it('moves to a working day that is never earlier, with nothing but days off between', () =>
  always(
    property(integer({ min: 0, max: 2000 }), uniqueArray(integer({ min: 0, max: 2020 }), { maxLength: 300 }), (on, off) => {
      const day = addDays('2026-01-01', on)
      const calendar: Calendar = { weekend: WEEKEND, holidays: new Set(off.map((days) => addDays('2026-01-01', days))) }
      const works = workingDayFrom(day, calendar)
      assert.ok(isWorkingDay(works, calendar))
      for (let days = 0; days < daysBetween(day, works); days++) assert.ok(!isWorkingDay(addDays(day, days), calendar))
    }),
    { seed: 20261123 },
  ))

it('counts working days from one day to another', () => {
  assert.deepEqual(
    ['2026-11-26', '2026-11-27', '2026-11-28', '2026-12-24'].map((day) => workingDaysAfter(day, 2, ENGLAND)),
    ['2026-11-30', '2026-12-01', '2026-12-01', '2026-12-30'],
  )
  assert.deepEqual(
    ['2026-11-26', '2026-11-30', '2026-12-01'].map((today) => workingDaysBefore(today, 2, ENGLAND)),
    ['2026-11-24', '2026-11-26', '2026-11-29'],
  )
})
