/** What somebody chose decides what becomes of each letter; a door always opens. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { EVERYTHING, type Fate, fateOf, isZone, type LetterChoices, mayPause, morningOf } from './choice.ts'
import type { LetterClass } from './letter.ts'
import { readStopToken, stopTokenOf } from './stop-token.ts'

const TODAY = '2026-11-23'
const CLASSES: readonly LetterClass[] = ['door', 'ask', 'news', 'digest', 'confirmation']
const say = (fate: Fate): string => (fate.is === 'waits' ? `waits until ${fate.until}` : fate.is === 'stays' ? fate.why : fate.is)
const fates = (choices: Partial<LetterChoices>, bounces = false): string[] =>
  CLASSES.map((about) => say(fateOf(about, { ...EVERYTHING, ...choices }, { today: TODAY, bounces })))

describe('a letter', () => {
  it('leaves when nothing was chosen', () => assert.deepEqual(fates({}), ['leaves', 'leaves', 'leaves', 'leaves', 'leaves']))
  it('of a kind that is not wanted stays', () => {
    assert.deepEqual(fates({ news: false }), ['leaves', 'leaves', 'not wanted', 'leaves', 'leaves'])
    assert.deepEqual(fates({ digest: false }), ['leaves', 'leaves', 'leaves', 'not wanted', 'leaves'])
  })
  it('waits for the morning after a pause, and a weekly one is left out', () => {
    const waits = 'waits until 2026-11-28'
    assert.deepEqual(fates({ pausedUntil: '2026-11-27' }), ['leaves', waits, waits, 'paused', 'leaves'])
    assert.deepEqual(fates({ pausedUntil: TODAY })[1], 'waits until 2026-11-24', 'its last day is without letters, too')
    assert.deepEqual(fates({ pausedUntil: '2026-11-22' }), fates({}))
  })
  it('stays after a stop, but for what opens a door and what confirms the stop', () =>
    assert.deepEqual(fates({ stoppedAt: new Date(), pausedUntil: '2026-11-27' }), ['leaves', 'stopped', 'stopped', 'stopped', 'leaves']))
  it('is not sent to where letters come back from, unless it opens a door', () =>
    assert.deepEqual(fates({ stoppedAt: new Date() }, true), ['leaves', ...Array.from({ length: 4 }, () => 'address bounces')]))
})

describe('a pause', () => {
  it('ends on a day after today, within a year', () => {
    assert.deepEqual(
      [undefined, TODAY, '2026-11-24', '2027-11-24', '2027-11-25'].map((day) => mayPause(day, TODAY)),
      ['no day', 'not later', undefined, undefined, 'too far'],
    )
  })
  it('ends at nine in the morning, wherever that is and whatever clocks do', () => {
    assert.equal(morningOf('Europe/London', '2026-11-24').toISOString(), '2026-11-24T09:00:00.000Z')
    assert.equal(morningOf('Europe/London', '2026-10-25').toISOString(), '2026-10-25T09:00:00.000Z')
    assert.equal(morningOf('Europe/London', '2026-03-29').toISOString(), '2026-03-29T08:00:00.000Z')
    assert.equal(morningOf('Australia/Lord_Howe', '2026-11-24').toISOString(), '2026-11-23T22:00:00.000Z')
    assert.equal(morningOf('America/St_Johns', '2026-11-24').toISOString(), '2026-11-24T12:30:00.000Z')
    assert.equal(morningOf('Pacific/Kiritimati', '2026-11-24').toISOString(), '2026-11-23T19:00:00.000Z')
  })
  it('knows time zones', () =>
    assert.deepEqual(['Europe/London', 'UTC', 'Mars/Base', '', 'x'].map(isZone), [true, true, false, false, false]))
})

describe('the address of a one-click stop', () => {
  const PERSON = '01kaa8mvr00001abcdefghjkmn'
  const token = stopTokenOf('key', PERSON, 'news')
  it('says whose letters of which class', () => {
    assert.deepEqual(readStopToken('key', token), { person: PERSON, about: 'news' })
    assert.match(token, /^[\w-]+$/)
  })
  it('cannot be made by anybody else, nor for others', () => {
    const other = `${PERSON.slice(0, -1)}m`
    for (const wrong of [token.replace('news', 'digest'), token.replace(PERSON, other), token.slice(0, -1), `${token}A`, '', 'x-y-z'])
      assert.equal(readStopToken('key', wrong), undefined, wrong)
    assert.equal(readStopToken('another key', token), undefined)
    for (const about of ['ask', 'door', 'confirmation'])
      assert.equal(readStopToken('key', stopTokenOf('key', PERSON, about as 'news')), undefined)
  })
})
