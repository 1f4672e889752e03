/** What people read about pledges: each reader in their own words, and always a date. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPledge } from '../../../tests/cast.ts'
import type { PledgeState } from './pledge.ts'
import { pledgeDoneFor, sayPledgeNext, sayPledgeState, sayShortState, sayTermFault } from './words.ts'

const TODAY = '2026-11-23'
const ALL: PledgeState[] = ['offered', 'waiting', 'accepted', 'active', 'done', 'declined', 'released', 'withdrawn']
const RUNS = { state: 'running', firstDate: '2026-12-08' } as const

describe('the words for a pledge', () => {
  it('speak to a broker of others', () => {
    for (const state of ALL) {
      const pledge = aPledge({ state })
      for (const said of [sayPledgeState(pledge, 'broker', TODAY), sayPledgeNext(pledge, 'broker', TODAY)])
        assert.doesNotMatch(said, /\byou(r|rs)?\b/i, state)
    }
    assert.equal(sayPledgeState(aPledge(), 'broker', TODAY), "Offered · waits for the owner's answer until 7 December")
  })
  it('say a date for as long as something is to come', () => {
    for (const state of ['offered', 'waiting', 'accepted', 'active'] as const)
      for (const reader of ['pledger', 'owner', 'broker'] as const)
        assert.match(sayPledgeNext(aPledge({ state }), reader, TODAY), /\d (November|December|March)/, `${state} to the ${reader}`)
  })
  it('say until when an offer in line is kept', () => {
    assert.equal(sayShortState(aPledge({ state: 'waiting' }), TODAY), 'You are in line until 7 December')
    assert.equal(sayPledgeState(aPledge({ state: 'waiting' }), 'owner', TODAY), 'They are in line until 7 December')
  })
  it('promise no first date that has been named already', () => {
    const said = (course: Parameters<typeof aPledge>[0]) => sayPledgeNext(aPledge({ state: 'accepted', ...course }), 'pledger', TODAY)
    assert.equal(said({ course: RUNS }), 'Everybody first meets on 8 December.')
    assert.match(said({ course: { state: 'ready', readyOn: TODAY } }), /names the first date by 30 November\.$/)
    assert.equal(
      sayPledgeNext(aPledge({ state: 'active', course: RUNS }), 'pledger', TODAY),
      'Everybody first meets on 8 December. The work goes on until 31 March 2027.',
    )
  })
})

describe('what was done with a pledge', () => {
  it('is said to the pledger alone, with the day of the answer, for as long as it is true', () => {
    assert.match(pledgeDoneFor(aPledge(), 'pledger', 'pledged', TODAY)?.text ?? '', /answers by 7 December/)
    assert.equal(pledgeDoneFor(aPledge({ state: 'withdrawn' }), 'pledger', 'withdrawn', TODAY)?.title, 'Your pledge is withdrawn')
    for (const reader of ['owner', 'broker'] as const) assert.equal(pledgeDoneFor(aPledge(), reader, 'pledged', TODAY), undefined)
    assert.equal(pledgeDoneFor(aPledge({ state: 'accepted' }), 'pledger', 'pledged', TODAY), undefined)
    for (const key of [undefined, 'withdrawn', 'constructor']) assert.equal(pledgeDoneFor(aPledge(), 'pledger', key, TODAY), undefined)
  })
})

describe('what is wrong with a promise', () => {
  it('names the day that it must keep to', () => {
    assert.equal(sayTermFault('day has passed', { until: '2027-03-31' }, TODAY), 'Enter a date from 23 November on.')
    assert.match(sayTermFault('after the role', { until: '2027-03-31' }, TODAY), /^The role ends on 31 March 2027\./)
    assert.equal(sayTermFault('no hours', { until: TODAY }, TODAY), 'Enter how many hours a week you can give.')
  })
})
