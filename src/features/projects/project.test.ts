/** The rules of a project, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, aRole, NURSE, OWNER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import {
  changeAfterPledges,
  end,
  extend,
  hasAllItNeeds,
  hasStarted,
  isNotReached,
  isPastDeadline,
  lastDay,
  nextOf,
  otherOrganisations,
  placesOf,
  start,
  takesPledges,
} from './project.ts'

const TODAY = '2026-11-23'
const FULL = [{ skill: 'web design', filledBy: ['trust'] }]
const OWN_ONLY = [{ skill: 'web design', filledBy: ['council'] }]

describe('having all it needs', () => {
  it('takes a pledge for every must-have place', () => {
    assert.equal(hasAllItNeeds(aProject()), false)
    assert.equal(hasAllItNeeds(aProject({ roles: [{ skill: 'web design', places: 2, filledBy: ['trust'] }] })), false)
    assert.equal(hasAllItNeeds(aProject({ roles: [...FULL, { skill: 'law' }] })), false)
    assert.equal(hasAllItNeeds(aProject({ roles: FULL })), true)
  })
  it('never counts the organisation of the owner', () => {
    assert.equal(otherOrganisations(aProject({ roles: [{ skill: 'web design', places: 2, filledBy: ['council', 'council'] }] })), 0)
    assert.equal(hasAllItNeeds(aProject({ roles: OWN_ONLY })), false)
  })
  it('takes one other organisation, be it in a welcome role', () => {
    const withWelcome = aProject({ roles: [...OWN_ONLY, { skill: 'law', mustHave: false, filledBy: ['trust'] }] })
    assert.equal(hasAllItNeeds(withWelcome), true)
  })
  it('does not wait for what is welcome', () =>
    assert.equal(hasAllItNeeds(aProject({ roles: [...FULL, { skill: 'law', mustHave: false }] })), true))
  it('counts an organisation once, however many of its people pledge', () =>
    assert.equal(otherOrganisations(aProject({ roles: [{ skill: 'web design', places: 3, filledBy: ['trust', 'trust', 'fire'] }] })), 2))
})

describe('what becomes of a project after its pledges have changed', () => {
  it('is ready once it has all it needs', () => assert.deepEqual(changeAfterPledges(aProject({ roles: FULL }), TODAY), { state: 'ready' }))
  it('is ready even in the week after its deadline', () =>
    assert.deepEqual(changeAfterPledges(aProject({ roles: FULL, openUntil: '2026-11-20' }), TODAY), { state: 'ready' }))
  it('opens again for at least 14 days when it loses a must-have', () =>
    assert.deepEqual(changeAfterPledges(aProject({ state: 'ready', openUntil: '2026-11-25' }), TODAY), {
      state: 'open',
      openUntil: '2026-12-07',
    }))
  it('keeps a deadline that is further away', () =>
    assert.deepEqual(changeAfterPledges(aProject({ state: 'ready', openUntil: '2026-12-14' }), TODAY), {
      state: 'open',
      openUntil: '2026-12-14',
    }))
  it('opens again when the last other organisation leaves', () =>
    assert.equal(changeAfterPledges(aProject({ state: 'ready', roles: OWN_ONLY }), TODAY)?.state, 'open'))
  it('changes nothing once it runs or has ended, or when nothing changed', () => {
    assert.equal(changeAfterPledges(aProject({ state: 'running' }), TODAY), undefined)
    assert.equal(changeAfterPledges(aProject({ state: 'ended', roles: FULL }), TODAY), undefined)
    assert.equal(changeAfterPledges(aProject({ state: 'ready', roles: FULL }), TODAY), undefined)
    assert.equal(changeAfterPledges(aProject(), TODAY), undefined)
  })
})

describe('taking pledges', () => {
  it('goes on until the end of the last day', () => {
    assert.deepEqual(takesPledges(aProject({ openUntil: TODAY }), TODAY), yes(true))
    assert.deepEqual(takesPledges(aProject({ openUntil: '2026-11-22' }), TODAY), no('deadline passed'))
  })
  it('goes on while a project is ready or runs, whatever its deadline was', () => {
    assert.deepEqual(takesPledges(aProject({ state: 'ready', openUntil: '2026-11-01' }), TODAY), yes(true))
    assert.deepEqual(takesPledges(aProject({ state: 'running', openUntil: '2026-11-01' }), TODAY), yes(true))
  })
  it('is over with the project', () => assert.deepEqual(takesPledges(aProject({ state: 'ended' }), TODAY), no('ended')))
})

describe('starting', () => {
  const ready = aProject({ state: 'ready', roles: FULL })
  it('takes a first date, today or within 180 days', () => {
    for (const date of [TODAY, '2026-12-08', '2027-05-22']) assert.deepEqual(start(ready, OWNER.person, date, TODAY), yes(date))
  })
  it('is refused with the reason', () => {
    assert.deepEqual(start(ready, NURSE.person, TODAY, TODAY), no('not the owner'))
    for (const state of ['open', 'running', 'ended'] as const)
      assert.deepEqual(start(aProject({ state, roles: FULL }), OWNER.person, TODAY, TODAY), no('not ready'))
    assert.deepEqual(start(ready, OWNER.person, undefined, TODAY), no('no such day'))
    assert.deepEqual(start(ready, OWNER.person, '2026-11-22', TODAY), no('day has passed'))
    assert.deepEqual(start(ready, OWNER.person, '2027-05-23', TODAY), no('day too far'))
  })
})

describe('a second press on start', () => {
  it('finds it done, for its owner alone', () => {
    const running = aProject({ state: 'running', firstDate: TODAY })
    assert.deepEqual([hasStarted(running, OWNER.person), hasStarted(running, NURSE.person)], [true, false])
    assert.equal(hasStarted(aProject({ state: 'ready', roles: FULL }), OWNER.person), false)
  })
})

describe('extending', () => {
  it('gives 14 days from the deadline on, from a week before it', () =>
    assert.deepEqual(extend(aProject({ openUntil: '2026-11-30' }), OWNER.person, TODAY), yes('2026-12-14')))
  it('gives 14 days from today on when the deadline has passed', () =>
    assert.deepEqual(extend(aProject({ openUntil: '2026-11-20' }), OWNER.person, TODAY), yes('2026-12-07')))
  it('is refused with the reason', () => {
    assert.deepEqual(extend(aProject({ openUntil: TODAY }), NURSE.person, TODAY), no('not the owner'))
    for (const state of ['ready', 'running', 'ended'] as const)
      assert.deepEqual(extend(aProject({ state, openUntil: TODAY }), OWNER.person, TODAY), no('not open'))
    assert.deepEqual(extend(aProject({ openUntil: TODAY, isExtended: true }), OWNER.person, TODAY), no('extended before'))
    assert.deepEqual(extend(aProject({ openUntil: '2026-12-01' }), OWNER.person, TODAY), no('too early'))
  })
})

describe('ending', () => {
  it('may be delivered only when it runs', () => {
    assert.deepEqual(end(aProject({ state: 'running' }), OWNER.person, 'delivered'), yes('delivered'))
    for (const state of ['open', 'ready'] as const) assert.deepEqual(end(aProject({ state }), OWNER.person, 'delivered'), no('never ran'))
  })
  it('may be stopped at any time of its life, once, by its owner', () => {
    for (const state of ['open', 'ready', 'running'] as const)
      assert.deepEqual(end(aProject({ state }), OWNER.person, 'stopped'), yes('stopped'))
    assert.deepEqual(end(aProject({ state: 'ended' }), OWNER.person, 'stopped'), no('ended before'))
    assert.deepEqual(end(aProject(), NURSE.person, 'stopped'), no('not the owner'))
  })
  it('is not reached when more than a week has passed since the deadline', () => {
    assert.equal(isNotReached(aProject({ openUntil: '2026-11-16' }), TODAY), false)
    assert.equal(isNotReached(aProject({ openUntil: '2026-11-15' }), TODAY), true)
    assert.equal(isNotReached(aProject({ openUntil: '2026-11-15', state: 'ready' }), TODAY), false)
    assert.equal(isPastDeadline(aProject({ openUntil: TODAY }), TODAY), false)
  })
})

describe('what happens next', () => {
  it('is to fill what is missing by the deadline', () => {
    const next = { is: 'fill', by: '2026-12-14', missing: ['web design'], otherWanted: true }
    assert.deepEqual(nextOf(aProject(), TODAY), next)
    assert.deepEqual(nextOf(aProject({ roles: [...FULL, { skill: 'law' }, { skill: 'data', mustHave: false }] }), TODAY), {
      ...next,
      missing: ['law'],
      otherWanted: false,
    })
    assert.deepEqual(nextOf(aProject({ roles: OWN_ONLY }), TODAY), { ...next, missing: [] })
  })
  it('is to choose within a week of the deadline', () =>
    assert.deepEqual(nextOf(aProject({ openUntil: '2026-11-20' }), TODAY), { is: 'choose', by: '2026-11-27', isExtended: false }))
  it('is to name the first date within a week of being ready', () =>
    assert.deepEqual(nextOf(aProject({ state: 'ready', readyOn: '2026-11-20' }), TODAY), { is: 'start', by: '2026-11-27' }))
  it('is to meet, up to the day itself, then a word on the phase, and how it ended when the last role is over', () => {
    assert.deepEqual(nextOf(aProject({ state: 'running', firstDate: TODAY }), TODAY), {
      is: 'meet',
      on: TODAY,
      phase: 'discovery',
      by: '2027-01-18',
    })
    assert.deepEqual(nextOf(aProject({ state: 'running', firstDate: '2026-11-22' }), TODAY), {
      is: 'review',
      phase: 'discovery',
      by: '2027-01-17',
    })
    assert.deepEqual(nextOf(aProject({ state: 'running', firstDate: '2026-11-22' }), '2027-04-01'), { is: 'tell', since: '2027-03-31' })
  })
  it('is over when it has ended', () => assert.deepEqual(nextOf(aProject({ state: 'ended' }), TODAY), { is: 'over' }))
  it('has no last day before the first date', () => assert.equal(lastDay(aProject({ firstDate: '2027-05-01' })), '2027-05-01'))
})

describe('the row of discs', () => {
  it('shows what is filled, then what must be, then what is welcome', () => {
    const welcome = aRole({ skill: 'law', mustHave: false, places: 2, filledBy: ['fire'] })
    const must = aRole({ skill: 'web design', places: 3, filledBy: ['trust'] })
    assert.deepEqual(placesOf([welcome, must]), ['filled', 'filled', 'must', 'must', 'welcome'])
  })
  it('has never more discs than places', () => assert.deepEqual(placesOf([{ places: 1, filled: 3, mustHave: true }]), ['filled']))
})
