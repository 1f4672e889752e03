/** The rules of a pledge, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPledge, aProject, aRole, COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import type { State } from '../projects/project.ts'
import {
  accept,
  afterEnding,
  fillsPlace,
  hasAccepted,
  hasDeclined,
  hasWithdrawn,
  isAlive,
  keptUntil,
  mayAnswer,
  offer,
  type Pledge,
  type PledgeState,
  readerOf,
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
    for (const who of [NURSE, COLLEAGUE]) assert.deepEqual(offer(aProject(), FREE, who, false, TODAY), yes('offered'))
  })
  it('is refused with the reason', () => {
    assert.deepEqual(offer(aProject(), FREE, STRANGER, false, TODAY), no('no organisation'))
    assert.deepEqual(offer(aProject(), FREE, OWNER, false, TODAY), no('own project'))
    assert.deepEqual(offer(aProject({ state: 'ended' }), FREE, NURSE, false, TODAY), no('ended'))
    assert.deepEqual(offer(aProject({ openUntil: '2026-11-22' }), FREE, NURSE, false, TODAY), no('deadline passed'))
    assert.deepEqual(offer(aProject(), FREE, NURSE, true, TODAY), no('pledged before'))
    assert.deepEqual(offer(aProject(), TAKEN, NURSE, false, TODAY), no('role filled'))
    assert.deepEqual(offer(aProject({ state: 'running' }), FREE, NURSE, false, '2027-04-01'), no('role over'))
  })
  it('is welcome where a place is free of a project that runs', () =>
    assert.deepEqual(offer(aProject({ state: 'running' }), FREE, NURSE, false, TODAY), yes('offered')))
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

describe('accepting a colleague of the owner', () => {
  const ours = aPledge({ by: COLLEAGUE })
  const said = (roles: NonNullable<Parameters<typeof aProject>[0]>['roles'], state: State = 'open') =>
    accept(aProject({ ...(roles ? { roles } : {}), state }), ours, OWNER.person)
  const FREE_PLACE = { skill: 'web design' }
  it('is refused in the last free place when nobody from another organisation is in', () => {
    assert.deepEqual(said([FREE_PLACE]), no('nobody from outside'))
    assert.deepEqual(said([{ skill: 'web design', places: 2, filledBy: ['council'] }]), no('nobody from outside'))
    assert.deepEqual(said([FREE_PLACE, { skill: 'law', mustHave: false, filledBy: ['council'] }]), no('nobody from outside'))
  })
  it('is welcome while another place is free, or another organisation is in, or the project runs', () => {
    assert.deepEqual(said([FREE_PLACE, { skill: 'law', mustHave: false }]), yes('accepted'))
    assert.deepEqual(said([{ skill: 'web design', places: 2 }]), yes('accepted'))
    assert.deepEqual(said([FREE_PLACE, { skill: 'law', filledBy: ['trust'] }]), yes('accepted'))
    assert.deepEqual(said([FREE_PLACE], 'running'), yes('active'))
  })
  it('never stands in the way of anybody from outside', () =>
    assert.deepEqual(accept(aProject(), aPledge(), OWNER.person), yes('accepted')))
})

describe('a second press', () => {
  const statesOf = (rule: (pledge: Pledge, by: string) => boolean, by: string) => STATES.filter((state) => rule(aPledge({ state }), by))
  it('finds its work done, for the one who did it', () => {
    assert.deepEqual(statesOf(hasAccepted, OWNER.person), ['accepted', 'active'])
    assert.deepEqual(statesOf(hasDeclined, OWNER.person), ['declined'])
    assert.deepEqual(statesOf(hasWithdrawn, NURSE.person), ['withdrawn'])
  })
  it('of anybody else finds nothing', () =>
    assert.deepEqual(
      [hasAccepted, hasDeclined, hasWithdrawn].map((rule) => statesOf(rule, STRANGER.person)),
      [[], [], []],
    ))
})

describe('reading', () => {
  it('is done by the pledger, the owner, or a broker', () =>
    assert.deepEqual(
      [NURSE, OWNER, STRANGER].map((who) => readerOf(aPledge(), who.person)),
      ['pledger', 'owner', 'broker'],
    ))
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

describe('an offer in line', () => {
  it('is kept until the role begins, and for 28 days at least', () => {
    assert.equal(keptUntil({ from: '2026-12-01' }, TODAY), '2026-12-21')
    assert.equal(keptUntil({ from: '2027-02-01' }, TODAY), '2027-02-01')
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
  const ROLE = { until: '2027-03-31' }
  const typed = { hours: '2,5', from: '1/12/2026', until: '31 March 2027', line: ' one\r\ntwo ' }
  const faultsOf = (more: Partial<typeof typed>) => readTerms({ ...typed, ...more }, ROLE, TODAY).faults
  it('are read as they are typed', () =>
    assert.deepEqual(readTerms(typed, ROLE, TODAY), {
      terms: { hoursAWeek: 2.5, from: '2026-12-01', until: '2027-03-31', line: 'one\ntwo', isForOrganisation: false },
      faults: {},
    }))
  it('need no line', () => assert.deepEqual(faultsOf({ line: '' }), {}))
  it('may begin and end today', () => assert.deepEqual(faultsOf({ from: TODAY, until: TODAY }), {}))
  it('neither begin before today nor end after the role', () => {
    assert.deepEqual(faultsOf({ from: '2026-11-22' }), { from: 'day has passed' })
    assert.deepEqual(faultsOf({ until: '2027-04-01' }), { until: 'after the role' })
  })
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
