/** Three times that suit two: on working days, from nine to five where each is, also where clocks change and zones are far apart. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { constantFrom, assert as hold, integer, property } from 'fast-check'
import { addDays, dayIn, sayTime } from '../../basics/day.ts'
import { type Calendar, isWorkingDay, WEEKEND } from '../../basics/working-day.ts'
import { type Diary, threeTimes } from './three-times.ts'

const ALL_YEAR: Calendar = { weekend: WEEKEND, holidays: new Set() }
const LONDON = 'Europe/London'
const both = (one: string, other: string): Diary[] => [{ zone: one }, { zone: other }]
const said = (today: string, diaries: readonly Diary[], calendar = ALL_YEAR) =>
  threeTimes(today, LONDON, calendar, diaries).map((at) => at.toISOString().slice(0, 16))

describe('three times', () => {
  it('are a morning, an afternoon and a noon, from the day after tomorrow on', () =>
    assert.deepEqual(said('2026-11-23', both(LONDON, LONDON)), ['2026-11-25T10:00', '2026-11-26T14:00', '2026-11-27T11:30']))

  it('keep their hour where clocks change', () => {
    assert.deepEqual(said('2027-03-25', both(LONDON, LONDON)), ['2027-03-29T09:00', '2027-03-30T13:00', '2027-03-31T10:30'])
    assert.deepEqual(said('2026-10-21', both(LONDON, LONDON)), ['2026-10-23T09:00', '2026-10-26T14:00', '2026-10-27T11:30'])
  })

  it('leave out weekends and days off', () => {
    const england: Calendar = { weekend: WEEKEND, holidays: new Set(['2026-12-25', '2026-12-28']) }
    assert.deepEqual(said('2026-12-22', both(LONDON, LONDON), england), ['2026-12-24T10:00', '2026-12-29T14:00', '2026-12-30T11:30'])
  })

  it('suit both across zones, also in the weeks in which one side has changed its clocks', () => {
    const times = (today: string) => said(today, both(LONDON, 'America/New_York')).map((at) => at.slice(11))
    assert.deepEqual(times('2026-11-23'), ['14:00', '14:00', '14:00'])
    // New York is four hours behind for two weeks in March.
    assert.deepEqual(times('2027-03-15'), ['13:00', '14:00', '13:00'])
    assert.deepEqual(said('2026-11-23', both(LONDON, 'Pacific/Auckland')), [])
  })

  it('keep to the hours that each has said', () => {
    const [mondays, fridays] = [[14, 15], [4 * 24 + 9]]
    assert.deepEqual(said('2026-11-23', [{ zone: LONDON, hours: [...mondays, ...fridays] }, { zone: LONDON }]), [
      ...['2026-11-27T09:30', '2026-11-30T14:00', '2026-12-04T09:30'],
    ])
    assert.deepEqual(
      said('2026-11-23', [
        { zone: LONDON, hours: mondays },
        { zone: LONDON, hours: fridays },
      ]),
      [],
    )
  })

  it('always are working hours of both, on different days', () => {
    const zone = constantFrom(LONDON, 'America/New_York', 'Europe/Helsinki', 'Asia/Kolkata', 'America/Toronto', 'Africa/Lagos')
    hold(
      property(integer({ min: 0, max: 1000 }), zone, zone, (after, one, other) => {
        const found = threeTimes(addDays('2026-01-01', after), LONDON, ALL_YEAR, both(one, other))
        for (const at of found)
          for (const where of [one, other]) {
            assert.ok(isWorkingDay(dayIn(where, at), ALL_YEAR))
            assert.ok(sayTime(where, at) >= '09:00' && sayTime(where, at) <= '16:30', `${where} ${at.toISOString()}`)
          }
        assert.equal(new Set(found.map((at) => dayIn(LONDON, at))).size, found.length)
      }),
      { numRuns: 40 },
    )
  })
})
