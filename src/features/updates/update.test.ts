/** Who says what happens in a project, and what is said of it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, COLLEAGUE, later, MONDAY, NURSE, OWNER, ZONE } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { momentAt } from '../../basics/day.ts'
import { mayEditUpdate, removeUpdate, tellingTime, type Update, writeUpdate } from './update.ts'
import { sayDated, sayRemoval, sayTelling } from './words.ts'

const anUpdate = (more: Partial<Update> = {}): Update => ({
  id: 'update',
  project: 'missed-bins',
  writer: OWNER.person,
  said: 'We met.',
  saidAt: MONDAY.now,
  isTold: false,
  ...more,
})
const by = (who: string, days = 0) =>
  mayEditUpdate(anUpdate(), OWNER.person, { by: who, writes: who === OWNER.person }, later(MONDAY, days))

describe('an update', () => {
  it('is written by the owner, or by who speaks for the organisation', () => {
    assert.deepEqual(writeUpdate(aProject(), OWNER.person), yes(true))
    assert.deepEqual(writeUpdate(aProject(), COLLEAGUE.person, true), yes(true))
    assert.deepEqual(writeUpdate(aProject(), COLLEAGUE.person), no('not the owner'))
  })
  it('is edited for two weeks, by its writer or whoever owns the project now', () => {
    assert.deepEqual([by(OWNER.person, 14), by(OWNER.person, 15)], [yes(true), no('too late')])
    assert.deepEqual(by(NURSE.person), no('not yours'))
    const before = (writes: boolean) => mayEditUpdate(anUpdate(), NURSE.person, { by: OWNER.person, writes }, MONDAY)
    assert.deepEqual(mayEditUpdate(anUpdate(), NURSE.person, { by: NURSE.person, writes: true }, MONDAY), yes(true))
    assert.deepEqual([before(true), before(false)], [yes(true), no('not yours')], 'its writer, while they write for the project')
  })
  it('can always be removed, by the same', () => {
    assert.deepEqual(removeUpdate(anUpdate(), OWNER.person, OWNER.person), yes(true))
    assert.deepEqual(removeUpdate(anUpdate(), OWNER.person, NURSE.person), no('not yours'))
  })
  it('is told at eight on the next morning, where the chapter is', () => {
    assert.equal(tellingTime(MONDAY).toISOString(), '2026-11-24T08:00:00.000Z')
    assert.equal(tellingTime(momentAt(ZONE, new Date('2026-07-01T22:59:00Z'))).toISOString(), '2026-07-02T07:00:00.000Z')
  })
  it('says its day, and when it was edited', () => {
    assert.deepEqual(sayDated(anUpdate(), ZONE, '2026-12-01'), { on: '23 November', edited: '' })
    assert.deepEqual(sayDated(anUpdate({ editedAt: later(MONDAY, 1).now }), ZONE, '2027-01-01'), {
      on: '23 November 2026',
      edited: 'edited 24 November 2026, 10:00',
    })
  })
  it('says who hears of it and when', () => {
    assert.match(sayTelling(MONDAY.today, ZONE, MONDAY.now), /by letter on the morning of 24 November.*edit it until 7 December\./)
    assert.match(sayRemoval(anUpdate(), ZONE, MONDAY.today), /nobody gets a letter/)
    assert.match(sayRemoval(anUpdate({ isTold: true }), ZONE, MONDAY.today), /have had it by letter on 24 November\./)
  })
})
