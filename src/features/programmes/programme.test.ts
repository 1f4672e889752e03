/** The rules of programmes with plain values: what a form may say, who may join, when a pair is asked, and which figures are shown. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { no } from '../../basics/answer.ts'
import { nudgeOf, type Pair } from './pair.ts'
import { mayJoin, type Programme } from './programme.ts'
import { EMPTY_SIDE, readProgramme, type TypedProgramme } from './programme-form.ts'
import { shownCounts } from './survey.ts'
import { IDEAS, ideaOf } from './words.ts'

const TODAY = '2026-11-23'
const TYPED: TypedProgramme = {
  title: 'Side by side',
  what: 'Two weeks of each other’s work',
  left: { ...EMPTY_SIDE, name: 'Mentors', capacity: '3' },
  right: { ...EMPTY_SIDE, name: 'Mentees', who: 'sector health' },
  scarce: 'left',
  head: '7',
  closes: '2026-12-14',
  first: '2027-01-04',
  last: '2027-06-30',
  meetings: '6',
}
const NOBODY = { organisations: [], partnerships: [], named: { left: undefined, right: undefined } }
const read = (more: Partial<TypedProgramme> = {}) => readProgramme({ ...TYPED, ...more }, NOBODY, TODAY)
const SOMEBODY = { id: 'organiser', name: 'Bo', job: '', organisationName: '' }

describe('a programme', () => {
  it('opens its scarce side first, by as many days as was said', () => {
    const answer = read()
    assert.ok(answer.yes)
    assert.deepEqual([answer.value.left.opensOn, answer.value.right.opensOn], [TODAY, '2026-11-30'])
    const both = read({ scarce: '', head: 'x' })
    assert.ok(both.yes && both.value.right.opensOn === TODAY)
  })

  it('says every fault of its form at once', () => {
    const answer = read({
      ...{ title: '', what: 'x'.repeat(501), head: '61', closes: '2026-11-30', first: '2026-12-15', last: 'soon', meetings: '0' },
      left: { name: 'Same', who: 'named', organisation: 'Nowhere', capacity: '11' },
      right: { name: 'same', who: 'organisation x', organisation: '', capacity: '' },
    })
    assert.ok(!answer.yes)
    const { left, right, ...rest } = answer.faults
    assert.deepEqual(left, { who: 'no such organisation', capacity: 'out of range' })
    assert.deepEqual(right, { name: 'the same', who: 'nobody chosen', capacity: 'no number' })
    assert.deepEqual(Object.keys(rest).sort(), ['head', 'last', 'meetings', 'title', 'what'])
    assert.deepEqual(read({ closes: '2026-11-30' }), { yes: false, faults: { closes: 'too early' } })
    assert.deepEqual(read({ first: '2026-12-20' }), { yes: false, faults: { first: 'too early' } })
  })

  it('is joined by those for whom a side is, once it is open, by whoever takes no break', () => {
    const answer = read()
    assert.ok(answer.yes)
    const programme: Programme = { ...answer.value, id: 'p', organiser: SOMEBODY, state: 'open' }
    const nurse = { organisation: 'trust', sector: 'health' } as const
    const free = { isPaused: false, joined: undefined }
    const may = (...[side, viewer = nurse, standing = free, partners = 1, today = '2026-12-01']: Partial<Parameters<typeof join>>) =>
      join(side ?? 'right', viewer, standing, partners, today)
    const join = (
      ...[side, viewer, standing, partners, today]: [
        'left' | 'right',
        Parameters<typeof mayJoin>[2],
        Parameters<typeof mayJoin>[3],
        number,
        string,
      ]
    ) => mayJoin(programme, side, viewer, standing, partners, today)
    assert.ok(may('right').yes && may('left').yes)
    assert.deepEqual(may('right', nurse, free, 1, TODAY), no('not open yet'))
    assert.deepEqual(may('right', nurse, free, 1, '2026-12-15'), no('closed'))
    assert.deepEqual(may('right', { organisation: 'council', sector: 'local' }), no('not for you'))
    assert.deepEqual(may('left', { organisation: 'shop', sector: 'supplier' }), no('not for you'))
    assert.deepEqual(may('left', {}), no('not a member'))
    assert.deepEqual(may('right', nurse, { isPaused: true, joined: undefined }), no('on a break'))
    assert.deepEqual(may('right', nurse, { isPaused: false, joined: 'left' }), no('other side'))
    assert.deepEqual([may('left', nurse, free, 4), may('left', nurse, free, 3).yes], [no('how many'), true])
  })

  it('asks a pair every two weeks until it has met often enough, with twelve ideas in turn', () => {
    const of = { firstDay: '2027-01-04', lastDay: '2027-06-30', meetings: 2 }
    const pair: Pair = {
      ...{ id: 'a', left: SOMEBODY, right: SOMEBODY, state: 'running', until: '2027-06-30' },
      ...{ isRenewed: false, goesOn: {}, turns: 3, met: 1 },
    }
    assert.deepEqual(nudgeOf(pair, of, '2027-03-01'), { turn: 4, again: '2027-03-15' })
    assert.deepEqual(nudgeOf({ ...pair, met: 2 }, of, '2027-03-01'), {})
    assert.deepEqual(nudgeOf({ ...pair, met: 2, isRenewed: true }, of, '2027-03-01'), { turn: 4, again: '2027-03-15' })
    assert.deepEqual(nudgeOf(pair, of, '2027-06-20'), { turn: 4 })
    assert.deepEqual(nudgeOf({ ...pair, state: 'ended' }, of, '2027-03-01'), {})
    assert.equal(new Set(IDEAS).size, 12)
    assert.equal(ideaOf(13), ideaOf(1))
  })

  it('shows no group of fewer than five, nor one that the others would tell', () => {
    assert.deepEqual(shownCounts({ yes: 9, no: 7 }), { yes: 9, no: 7 })
    assert.deepEqual(shownCounts({ yes: 9, no: 4 }), {})
    assert.deepEqual(shownCounts({ a: 9, b: 4, c: 2 }), { a: 9 })
    assert.deepEqual(shownCounts({ a: 9, b: 6, c: 2 }), { a: 9 })
  })
})
