/** The rules of a pledge, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPledge, aProject, aRole, COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import {
  accept,
  afterEnding,
  fillsPlace,
  isAlive,
  mayAnswer,
  offer,
  type PledgeState,
  readTerms,
  turnOfOthers,
  withdraw,
} from './pledge.ts'

const TODAY = '2026-11-23'
const FREE = aRole({ skill: 'web design' })
const TAKEN = aRole({ skill: 'web design', filledBy: ['fire'] })
const STATES: PledgeState[] = ['offered', 'waiting', 'accepted', 'active', 'done', 'declined', 'released', 'withdrawn']

describe('offering', () => {
  it('is for everybody whose organisation is known, the colleagues of the owner too', () => {
    for (const who of [NURSE, COLLEAGUE]) assert.deepEqual(offer(aProject(), FREE, who, false, TODAY), yes(true))
  })
  it('is refused with the reason', () => {
    assert.deepEqual(offer(aProject(), FREE, STRANGER, false, TODAY), no('no organisation'))
    assert.deepEqual(offer(aProject(), FREE, OWNER, false, TODAY), no('own project'))
    assert.deepEqual(offer(aProject({ state: 'ended' }), FREE, NURSE, false, TODAY), no('ended'))
    assert.deepEqual(offer(aProject({ openUntil: '2026-11-22' }), FREE, NURSE, false, TODAY), no('deadline passed'))
    assert.deepEqual(offer(aProject(), FREE, NURSE, true, TODAY), no('pledged before'))
    assert.deepEqual(offer(aProject(), TAKEN, NURSE, false, TODAY), no('role filled'))
  })
  it('is welcome where a place is free of a project that runs', () =>
    assert.deepEqual(offer(aProject({ state: 'running' }), FREE, NURSE, false, TODAY), yes(true)))
})

describe('accepting', () => {
  it('fills the place: active when the project runs', () => {
    assert.deepEqual(accept(aProject(), aPledge(), OWNER.person), yes('accepted'))
    assert.deepEqual(accept(aProject({ state: 'ready' }), aPledge(), OWNER.person), yes('accepted'))
    assert.deepEqual(accept(aProject({ state: 'running' }), aPledge(), OWNER.person), yes('active'))
  })
  it('is possible in the week after the deadline', () =>
    assert.deepEqual(accept(aProject({ openUntil: '2026-01-01' }), aPledge(), OWNER.person), yes('accepted')))
  it('takes somebody who waits, when a place is free', () =>
    assert.deepEqual(accept(aProject(), aPledge({ state: 'waiting' }), OWNER.person), yes('accepted')))
  it('is refused when no place is left, or the role is none of the project', () => {
    assert.deepEqual(
      accept(aProject({ roles: [{ skill: 'web design', filledBy: ['fire'] }] }), aPledge(), OWNER.person),
      no('no place left'),
    )
    assert.deepEqual(accept(aProject(), aPledge({ role: 'law' }), OWNER.person), no('no place left'))
  })
})

describe('answering', () => {
  it('is the right of the owner alone, not of the pledger', () => {
    for (const who of [NURSE, COLLEAGUE, STRANGER]) assert.deepEqual(mayAnswer(aProject(), aPledge(), who.person), no('not the owner'))
  })
  for (const state of STATES) {
    const open = state === 'offered' || state === 'waiting'
    it(`is ${open ? 'possible' : 'refused'} when the pledge is ${state}`, () =>
      assert.deepEqual(mayAnswer(aProject(), aPledge({ state }), OWNER.person), open ? yes(true) : no('answered before')))
  }
  it('is over with the project', () =>
    assert.deepEqual(mayAnswer(aProject({ state: 'ended' }), aPledge(), OWNER.person), no('project ended')))
})

describe('withdrawing', () => {
  for (const state of STATES) {
    const alive = ['offered', 'waiting', 'accepted', 'active'].includes(state)
    it(`is ${alive ? 'possible without a reason' : 'too late'} when the pledge is ${state}`, () => {
      assert.equal(isAlive(aPledge({ state })), alive)
      assert.deepEqual(withdraw(aPledge({ state }), NURSE.person), alive ? yes(true) : no('over'))
    })
  }
  it('is the right of the pledger alone, not of the owner', () => assert.deepEqual(withdraw(aPledge(), OWNER.person), no('not yours')))
})

describe('the others who offered', () => {
  it('wait when the last place is taken, and stand before the owner when one is free', () => {
    assert.deepEqual(turnOfOthers(TAKEN), { from: 'offered', to: 'waiting' })
    assert.deepEqual(turnOfOthers(FREE), { from: 'waiting', to: 'offered' })
    assert.deepEqual(turnOfOthers(aRole({ skill: 'law', places: 2, filledBy: ['fire'] })), { from: 'waiting', to: 'offered' })
  })
})

describe('the end of a project', () => {
  it('makes done what filled a place of something delivered, and sets everybody else free', () => {
    assert.deepEqual(
      STATES.filter((state) => fillsPlace(aPledge({ state }))),
      ['accepted', 'active'],
    )
    for (const state of ['accepted', 'active'] as const) {
      assert.equal(afterEnding(aPledge({ state }), true), 'done')
      assert.equal(afterEnding(aPledge({ state }), false), 'released')
    }
    for (const state of ['offered', 'waiting'] as const) assert.equal(afterEnding(aPledge({ state }), true), 'released')
  })
})

describe('the terms of a pledge', () => {
  const typed = { hours: '2,5', from: '1/12/2026', until: '31 March 2027', line: ' one\r\ntwo ' }
  const faultsOf = (more: Partial<typeof typed>) => readTerms({ ...typed, ...more }, TODAY).faults
  it('are read as they are typed', () =>
    assert.deepEqual(readTerms(typed, TODAY), {
      terms: { hoursAWeek: 2.5, from: '2026-12-01', until: '2027-03-31', line: 'one\ntwo' },
      faults: {},
    }))
  it('need no line', () => assert.deepEqual(faultsOf({ line: '' }), {}))
  it('may begin in the past, and end today', () => assert.deepEqual(faultsOf({ from: '2026-11-01', until: TODAY }), {}))
  it('are all refused at once, each with its reason', () => {
    assert.deepEqual(faultsOf({ hours: '', from: 'x', until: '', line: 'x'.repeat(501) }), {
      hours: 'no hours',
      from: 'no such day',
      until: 'no such day',
      line: 'too long',
    })
    assert.deepEqual(faultsOf({ hours: '41', until: '2026-11-22', line: '\u202e' }), {
      hours: 'too many hours',
      until: 'day has passed',
      line: 'unseen characters',
    })
    assert.deepEqual(faultsOf({ from: '2027-04-01' }), { until: 'ends before it begins' })
  })
})
