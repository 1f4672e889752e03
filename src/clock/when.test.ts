/** Times and spans as people type them to move a clock. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSpan, readWhen } from './when.ts'

const LONDON = 'Europe/London'
const when = (text: string, zone = LONDON) => readWhen(text, zone)?.toISOString()
const span = (text: string, from = '2026-10-20T08:30:15.000Z', zone = LONDON) => readSpan(text, zone, new Date(from))?.toISOString()

describe('a time', () => {
  it('is what the clocks of the zone show', () => {
    assert.equal(when('2026-12-01T09:00'), '2026-12-01T09:00:00.000Z')
    assert.equal(when('2026-07-01 09:00'), '2026-07-01T08:00:00.000Z')
    assert.equal(when('2026-07-01'), '2026-06-30T23:00:00.000Z')
    assert.equal(when('2026-12-01T09:00:30', 'Asia/Kathmandu'), '2026-12-01T03:15:30.000Z')
    assert.equal(when('2027-03-28T01:30'), '2027-03-28T01:00:00.000Z')
  })
  it('is an instant when it says its offset', () => {
    assert.equal(when('2026-07-01T09:00Z'), '2026-07-01T09:00:00.000Z')
    assert.equal(when('2026-07-01T09:00+05:45'), '2026-07-01T03:15:00.000Z')
    assert.equal(when('2026-07-01T09:00:05.000Z'), undefined)
  })
  for (const text of ['', 'tomorrow', '09:00', '2026-02-30', '2026-12-01T24:00', '2026-12-01T09', '1/12/2026', '2026-12-01T09:00+99:00'])
    it(`is none when it says ${JSON.stringify(text)}`, () => assert.equal(when(text), undefined))
})

describe('a span', () => {
  it('counts minutes and hours as they pass', () => {
    assert.equal(span('90m'), '2026-10-20T10:00:15.000Z')
    assert.equal(span('240h'), '2026-10-30T08:30:15.000Z')
  })
  it('counts days and weeks as clocks show them, over the end of summer time', () => {
    assert.equal(span('10d'), '2026-10-30T09:30:15.000Z')
    assert.equal(span('2W'), '2026-11-03T09:30:15.000Z')
    assert.equal(span('1d', '2027-03-27T01:30:00.000Z'), '2027-03-28T01:00:00.000Z')
  })
  for (const text of ['', '0d', '14', 'd', '-1d', '1.5d', '14 d', '1y', '999999w'])
    it(`is none when it says ${JSON.stringify(text)}`, () => assert.equal(span(text), undefined))
})
