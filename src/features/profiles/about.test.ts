/** Reading what somebody types about themselves. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { PROFILE_AT_FIRST } from '../people/profile.ts'
import { readAbout, readDistrict, type TypedAbout, typedOf } from './about.ts'

const MIDDLE = { lat: 53.8, lon: -1.55 }
const KNOWLEDGE = new Knowledge({ ...NOTHING_KNOWN, places: new Map([['LS1', MIDDLE]]) })
const typed = (more: Partial<TypedAbout>): TypedAbout => ({ name: 'Ann', job: '', where: '', hours: '', ...more })
const read = (more: Partial<TypedAbout>) => readAbout(typed(more), PROFILE_AT_FIRST, KNOWLEDGE)

describe('what somebody says of themselves', () => {
  it('needs a name and nothing else', () => {
    assert.deepEqual(read({}), { about: { name: 'Ann', job: '', district: '' }, faults: {} })
    assert.deepEqual(read({ name: ' ' }).faults, { name: 'empty' })
  })
  it('has every fault said at once', () => {
    assert.deepEqual(read({ name: '', job: 'x'.repeat(81), where: 'the moon', hours: 'many' }).faults, {
      name: 'empty',
      job: 'too long',
      where: 'unknown place',
      hours: 'not hours',
    })
  })
  it('reads a postcode, whole or in part, as its district', () => {
    for (const where of ['LS1', 'ls1 4ab', 'LS14AB', ' Ls1  4aB ', 'LS1 4']) {
      assert.equal(readDistrict(where), 'LS1')
      assert.deepEqual(read({ where, hours: '2.5' }).about, { name: 'Ann', job: '', district: 'LS1', position: MIDDLE, hoursAWeek: 2.5 })
    }
  })
  it('keeps where somebody is when the chapter knows no places and so does not ask', () => {
    const before = { ...PROFILE_AT_FIRST, district: 'LS1', position: MIDDLE, hoursAWeek: 2 }
    const { about, faults } = readAbout(typed({}), before, new Knowledge(NOTHING_KNOWN))
    assert.deepEqual([about.district, about.position, about.hoursAWeek, faults], ['LS1', MIDDLE, undefined, {}])
    assert.deepEqual(typedOf({ name: 'Ann', job: '' }, before), typed({ where: 'LS1', hours: '2' }))
  })
})
