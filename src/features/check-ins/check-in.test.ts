/** What a pledge is asked, and when. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { beatOf, type Pulse } from './check-in.ts'

const TODAY = '2026-12-15'
type More = Partial<Pulse> & { of?: Partial<Pulse['pledge']>; course?: Partial<Pulse['pledge']['course']> }
const aPulse = ({ of = {}, course = {}, ...more }: More = {}): Pulse => ({
  pledge: {
    state: 'active',
    from: '2026-12-01',
    until: '2027-03-31',
    ...of,
    course: { state: 'running', firstDate: '2026-12-08', ...course },
  },
  ...{ isLookingAfter: false, missed: 0, isAsked: false },
  ...more,
})
const beat = (more: More = {}) => beatOf(aPulse(more), TODAY)

describe('a pledge that is kept', () => {
  it('is asked every week how it goes', () => assert.deepEqual(beat(), { ask: 'check-in', again: '2026-12-22' }))
  it('is asked after one missed week as before, and after two whether the place is still theirs', () => {
    assert.equal(beat({ missed: 1 }).ask, 'check-in')
    assert.equal(beat({ missed: 2 }).ask, 'pledge kept')
  })
  it('is asked one thing at a time', () => assert.deepEqual(beat({ isAsked: true, missed: 2 }), { again: '2026-12-22' }))
  it('is left alone during a pause, and asked again after it', () => {
    assert.deepEqual(beat({ pausedUntil: '2027-01-05' }), { again: '2027-01-06' })
    assert.equal(beat({ pausedUntil: '2026-12-14' }).ask, 'check-in')
  })
  it('is asked after its last day whether it goes on; of what is looked after two weeks before', () => {
    assert.equal(beat({ of: { until: TODAY } }).ask, 'check-in')
    assert.equal(beat({ of: { until: '2026-12-14' } }).ask, 'pledge ends')
    assert.equal(beat({ of: { until: '2026-12-28' }, isLookingAfter: true }).ask, 'pledge ends')
    assert.equal(beat({ of: { until: '2026-12-29' }, isLookingAfter: true }).ask, 'check-in')
  })
})

describe('a pledge that is not yet kept, or no longer', () => {
  it('waits until the project runs, everybody has met and its own first day has come', () => {
    assert.deepEqual(beat({ course: { state: 'ready' } }), { again: '2026-12-22' })
    assert.deepEqual(beat({ course: { firstDate: '2026-12-18' } }), { again: '2026-12-25' })
    assert.deepEqual(beat({ of: { from: '2027-01-04' } }), { again: '2027-01-11' })
  })
  it('is never asked again', () => {
    for (const state of ['done', 'released', 'withdrawn', 'declined', 'waiting'] as const) assert.deepEqual(beat({ of: { state } }), {})
    assert.deepEqual(beat({ course: { state: 'ended' } }), {})
  })
})
