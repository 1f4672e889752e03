/** What comes again comes at its hour, in every zone, on the days when clocks jump, and always later. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as always, constantFrom, date, integer, property, record } from 'fast-check'
import { addDays, dayIn, instantAt, sayTime, WEEKDAYS, weekdayOf } from './day.ts'
import { nextAt } from './recurring.ts'

const ZONES = ['Europe/London', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'Asia/Kathmandu'] as const
const seed = 20261123
const next = (zone: string, text: string, hour: number, minute = 0) =>
  nextAt(zone, { weekday: 'Monday', hour, minute }, new Date(text)).toISOString().replace(':00.000', '')

describe('next Monday at nine', () => {
  it('is this Monday before nine, and the next one from nine on', () => {
    assert.equal(next('Europe/London', '2026-11-23T08:59:59.999Z', 9), '2026-11-23T09:00Z')
    assert.equal(next('Europe/London', '2026-11-23T09:00:00Z', 9), '2026-11-30T09:00Z')
  })
  it('is nine on the clocks of each zone, in summer and in winter', () => {
    assert.equal(next('Europe/London', '2026-10-23T12:00:00Z', 9), '2026-10-26T09:00Z')
    assert.equal(next('Europe/London', '2026-10-16T12:00:00Z', 9), '2026-10-19T08:00Z')
    assert.equal(next('America/St_Johns', '2026-11-20T00:00:00Z', 9), '2026-11-23T12:30Z')
    assert.equal(next('Australia/Lord_Howe', '2026-10-01T00:00:00Z', 9), '2026-10-04T22:00Z')
    assert.equal(next('Australia/Lord_Howe', '2026-09-24T00:00:00Z', 9), '2026-09-27T22:30Z')
    assert.equal(next('Africa/Casablanca', '2026-02-19T00:00:00Z', 9), '2026-02-23T09:00Z')
    assert.equal(next('Africa/Casablanca', '2026-04-02T00:00:00Z', 9), '2026-04-06T08:00Z')
    assert.equal(next('Asia/Kathmandu', '2026-11-20T00:00:00Z', 9), '2026-11-23T03:15Z')
  })
})

describe('a time that is not there, or comes twice', () => {
  it('comes with the first instant after the jump', () => {
    assert.equal(
      nextAt('Europe/London', { weekday: 'Sunday', hour: 1, minute: 30 }, new Date('2027-03-27T12:00:00Z')).toISOString(),
      '2027-03-28T01:00:00.000Z',
    )
    assert.equal(
      nextAt('Australia/Lord_Howe', { weekday: 'Sunday', hour: 2, minute: 15 }, new Date('2026-10-03T00:00:00Z')).toISOString(),
      '2026-10-03T15:30:00.000Z',
    )
  })
  it('comes when the next day begins, where a whole day was left out', () =>
    assert.equal(
      nextAt('Pacific/Apia', { weekday: 'Friday', hour: 9 }, new Date('2011-12-29T22:00:00Z')).toISOString(),
      '2011-12-30T10:00:00.000Z',
    ))
  it('comes the first time only', () => {
    const first = nextAt('Europe/London', { weekday: 'Sunday', hour: 1, minute: 30 }, new Date('2026-10-24T12:00:00Z'))
    assert.equal(first.toISOString(), '2026-10-25T00:30:00.000Z')
    assert.equal(nextAt('Europe/London', { weekday: 'Sunday', hour: 1, minute: 30 }, first).toISOString(), '2026-11-01T01:30:00.000Z')
  })
})

it('is later, within eight days, and shows its hour on its weekday unless clocks jumped over it', () =>
  always(
    property(
      record({
        zone: constantFrom(...ZONES),
        weekday: constantFrom(...WEEKDAYS),
        hour: integer({ min: 0, max: 23 }),
        minute: integer({ min: 0, max: 59 }),
        after: date({ min: new Date('2009-01-01'), max: new Date('2037-01-01'), noInvalidDate: true }),
      }),
      ({ zone, weekday, hour, minute, after }) => {
        const at = nextAt(zone, { weekday, hour, minute }, after)
        const shown = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        assert.ok(at > after && at.getTime() - after.getTime() <= 8 * 86_400_000 + 3_600_000)
        if (weekdayOf(dayIn(zone, at)) === weekday && sayTime(zone, at) === shown) return
        // In a gap: a minute earlier clocks showed less than the time that was asked for, and now they show more.
        const [before, now] = [new Date(at.getTime() - 60_000), at].map((each) => `${dayIn(zone, each)} ${sayTime(zone, each)}`)
        const day = [-1, 0].map((days) => addDays(dayIn(zone, at), days)).find((each) => weekdayOf(each) === weekday)
        assert.ok(day && before && now && before < `${day} ${shown}` && `${day} ${shown}` < now, `${before}, ${now}`)
      },
    ),
    { seed, numRuns: 3000 },
  ))

it('is found for every time of a day that clocks show', () =>
  always(
    property(
      constantFrom(...ZONES),
      date({ min: new Date('2009-01-01'), max: new Date('2037-01-01'), noInvalidDate: true }),
      (zone, instant) => {
        const [hour = 0, minute = 0] = sayTime(zone, instant).split(':').map(Number)
        const at = instantAt(zone, dayIn(zone, instant), hour * 60 + minute)
        const late = instant.getTime() - at.getTime()
        assert.equal(sayTime(zone, at), sayTime(zone, instant))
        // The same minute, or the same one an hour (half an hour on Lord Howe) earlier, when it came twice.
        assert.ok(late >= 0 && late < 2 * 3_600_000, String(late))
      },
    ),
    { seed },
  ))
