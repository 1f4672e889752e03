/** Days are read as people type them, said as people say them, and begin when the clocks of their zone say so. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as always, constantFrom, integer, property } from 'fast-check'
import { addDays, type Day, dayIn, daysBetween, laterOf, momentAt, readDay, sayDay, sayTime, startOfDay } from './day.ts'

/** Any day that a form may hold. */
const anyDay = integer({ min: 0, max: daysBetween('2000-01-01', '2199-12-31') }).map((days) => addDays('2000-01-01', days))
const seed = 20261123

describe('a day that somebody types', () => {
  const FORMS = ['2026-12-03', '2026-12-3', '3/12/2026', '03/12/2026', '3.12.2026', '3 December 2026', '3 dec 2026', ' 03 DECEMBER 2026\n']
  for (const typed of FORMS)
    it(`is the third of December when it says ${JSON.stringify(typed)}`, () => assert.equal(readDay(typed), '2026-12-03'))

  it('may be a leap day, in a leap year', () => {
    assert.equal(readDay('29 February 2028'), '2028-02-29')
    assert.equal(readDay('29 February 2027'), undefined)
  })
  it('takes a month by its first letters', () =>
    assert.deepEqual(['1 jun 2027', '1 jul 2027', '1 sept 2027', '1 mar 2027', '1 may 2027'].map(readDay), [
      '2027-06-01',
      '2027-07-01',
      '2027-09-01',
      '2027-03-01',
      '2027-05-01',
    ]))

  const NO_DAYS = ['', ' ', 'tomorrow', '31/2/2027', '2026-13-01', '2026-00-10', '0/1/2027', '32/1/2027', '3/12/26', '1999-12-31']
  const NOT_READ = ['2200-01-01', '3 Decembre 2026', '3 de 2026', '2026-12-03T10:00', '2026-12-03 and more', '٣/١٢/٢٠٢٦', '-1/12/2026']
  for (const typed of [...NO_DAYS, ...NOT_READ])
    it(`is none when it says ${JSON.stringify(typed)}`, () => assert.equal(readDay(typed), undefined))

  it('is read back from how we say it, and from how a British form says it', () =>
    always(
      property(anyDay, (day) => {
        const [year, month, date] = day.split('-')
        assert.deepEqual([readDay(sayDay(day)), readDay(day), readDay(`${date}/${month}/${year}`)], [day, day, day])
      }),
      { seed },
    ))
})

describe('how a day is said', () => {
  it('leaves out the year when it is this year', () => assert.equal(sayDay('2026-12-03', '2026-01-31'), '3 December'))
  it('says the year when it is another', () => assert.equal(sayDay('2027-01-31', '2026-12-31'), '31 January 2027'))
  it('says the year when nobody knows what today is', () => assert.equal(sayDay('2026-12-03'), '3 December 2026'))
  it('says the time as the clocks of the zone show it', () => {
    assert.equal(sayTime('Europe/London', new Date('2026-07-01T19:05:00Z')), '20:05')
    assert.equal(sayTime('Asia/Kathmandu', new Date('2026-07-01T18:15:00Z')), '00:00')
  })
})

describe('counting days', () => {
  it('goes over the ends of months, years and leap days', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01')
    assert.equal(addDays('2028-02-28', 1), '2028-02-29')
    assert.equal(addDays('2028-03-01', -1), '2028-02-29')
  })
  it('counts what it has added, forwards and backwards', () =>
    always(
      property(anyDay, integer({ min: -4000, max: 4000 }), (day, days) => assert.equal(daysBetween(day, addDays(day, days)), days)),
      { seed },
    ))
  it('takes the later of two days', () => {
    assert.equal(laterOf('2026-12-31', '2027-01-01'), '2027-01-01')
    assert.equal(laterOf('2027-01-01', '2026-12-31'), '2027-01-01')
  })
})

describe('the beginning of a day', () => {
  const BEGINNINGS: [zone: string, day: Day, begins: string, why: string][] = [
    ['Europe/London', '2026-03-29', '2026-03-29T00:00:00Z', 'the day of 23 hours begins in winter time'],
    ['Europe/London', '2026-03-30', '2026-03-29T23:00:00Z', 'the day after it in summer time'],
    ['Europe/London', '2026-10-25', '2026-10-24T23:00:00Z', 'the day of 25 hours begins in summer time'],
    ['Europe/London', '2026-10-26', '2026-10-26T00:00:00Z', 'the day after it in winter time'],
    ['America/St_Johns', '2026-03-08', '2026-03-08T03:30:00Z', 'half an hour is part of the offset'],
    ['America/St_Johns', '2026-03-09', '2026-03-09T02:30:00Z', 'in summer too'],
    ['Asia/Kathmandu', '2026-06-01', '2026-05-31T18:15:00Z', 'so are three quarters'],
    ['Pacific/Apia', '2026-06-01', '2026-05-31T11:00:00Z', 'thirteen hours ahead'],
    ['Pacific/Niue', '2026-06-01', '2026-06-01T11:00:00Z', 'eleven hours behind'],
    ['Atlantic/Azores', '2026-03-29', '2026-03-29T01:00:00Z', 'where clocks jump over midnight, it begins with the jump'],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z', 'where clocks jump over midnight, it begins with the jump'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 'also east of Greenwich'],
  ]
  for (const [zone, day, begins, why] of BEGINNINGS)
    it(`is ${begins} on ${day} in ${zone}: ${why}`, () => assert.equal(startOfDay(zone, day).toISOString(), new Date(begins).toISOString()))

  const assertBegins = (zone: string, day: Day): void => {
    const begins = startOfDay(zone, day)
    const before = new Date(begins.getTime() - 1)
    assert.deepEqual([dayIn(zone, before), dayIn(zone, begins)], [addDays(day, -1), day], `${zone} ${day}`)
  }
  const CHANGING = ['Europe/London', 'America/St_Johns', 'Atlantic/Azores', 'America/Havana', 'America/Santiago', 'Australia/Lord_Howe']
  for (const zone of CHANGING)
    it(`is the first moment of every day of a year in ${zone}`, () => {
      for (let days = 0; days < 365; days++) assertBegins(zone, addDays('2026-01-01', days))
    })
  it('is the first moment of any day in any zone', () =>
    always(
      property(constantFrom(...Intl.supportedValuesOf('timeZone')), integer({ min: 0, max: 6000 }), (zone, days) =>
        assertBegins(zone, addDays('2020-01-01', days)),
      ),
      { seed, numRuns: 500 },
    ))
  it('is when today becomes tomorrow', () => {
    assert.equal(momentAt('Europe/London', new Date('2026-06-01T22:59:59.999Z')).today, '2026-06-01')
    assert.equal(momentAt('Europe/London', new Date('2026-06-01T23:00:00Z')).today, '2026-06-02')
  })
})
