/** What counts as alike, what joining asks for, and when two briefs say the same. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, aTypedBrief, COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { MOST_SAID } from '../threads/post.ts'
import { EMPTY_BRIEF, type TypedBrief } from './brief.ts'
import { broughtBy, isLikeEnough, isSame, join, postOf } from './look-alike.ts'
import { sayAlike } from './words.ts'

const TODAY = '2026-11-23'

describe('something is like enough', () => {
  const alike = (words: string[], title: string, other: string, tags: string[] = []) => isLikeEnough({ tags, words }, title, other)
  it('when both are about the same', () => assert.ok(alike([], 'Bins', 'Meals', ['service-57'])))
  it('when two telling words stand in both titles', () => {
    assert.ok(alike(['missed', 'bin'], 'A missed bin', 'Missed bins'))
    assert.ok(!alike(['bin'], 'A missed bin', 'Bins for dogs'))
  })
  it('when three are shared and one stands in a title', () => {
    assert.ok(alike(['duty', 'spreadsheets', 'ill'], 'One rota for duty officers', 'Who is on tonight'))
    assert.ok(!alike(['spreadsheets', 'ill', 'ring'], 'One rota for duty officers', 'Who is on tonight'))
    assert.ok(!alike(['duty', 'ill'], 'One rota for duty officers', 'Who is on tonight'))
  })
})

describe('the reason', () => {
  const tag = { id: 'service-57', is: 'public service' as const, name: 'Free school meals' }
  it('is one sentence of what both have', () => {
    assert.equal(
      sayAlike({ tags: [tag], words: ['vouchers', 'schools'] }),
      'Both are about Free school meals; both speak of vouchers and schools.',
    )
    assert.equal(sayAlike({ tags: [], words: ['go', 'damp', 'mould'] }), 'Both speak of damp and mould.')
  })
  it('leaves out a single word', () => assert.equal(sayAlike({ tags: [tag], words: ['most'] }), 'Both are about Free school meals.'))
})

describe('joining', () => {
  const project = aProject()
  const supplier: Viewer = { ...NURSE, sector: 'supplier' }
  const joins = (by: Viewer, more: Partial<TypedBrief> = {}, of = project) => join(of, by, broughtBy(aTypedBrief(more), TODAY))
  it('brings as much of a brief as is written, by its own rules', () => {
    const { haves, ...rest } = EMPTY_BRIEF
    const typed = { ...rest, title: ' Bins ', haves: [{ what: 'Data', about: '' }, ...haves] }
    const read = broughtBy(typed, TODAY)
    assert.deepEqual(read, { brought: { title: 'Bins', problem: '', haves: [{ what: 'Data', about: '' }] }, faults: [] })
    assert.deepEqual(join(project, COLLEAGUE, read), yes(read.brought))
  })
  it('is refused with a reason', () => {
    assert.deepEqual(joins(OWNER), no('own project'))
    assert.deepEqual(joins(STRANGER), no('not a member'))
    assert.deepEqual(joins(NURSE, {}, aProject({ state: 'ended' })), no('ended'))
    assert.deepEqual(joins(NURSE, { title: ' ', problem: '' }), no('nothing written'))
    assert.deepEqual(joins(NURSE, { title: 'x'.repeat(101) }), no('faults'))
    assert.deepEqual(joins(NURSE, { problem: 'a \u001f link' }), no('faults'))
    assert.deepEqual(joins(supplier), no('suppliers not asked'))
    assert.equal(joins(supplier, {}, { ...project, suppliersWelcome: true }).yes, true)
  })
  it('never says more than fits into one post', () => {
    const haves = Array.from({ length: 10 }, () => ({ what: 'x'.repeat(100), about: 'y'.repeat(200) }))
    assert.match(postOf({ title: 'Bins', problem: '', haves: haves.slice(0, 1) }), /I wrote:\n\nBins\n\nWhat I have:\n- x+: y+$/)
    assert.ok(postOf({ title: 'T', problem: 'p'.repeat(2000), haves }).length <= MOST_SAID)
  })
})

describe('two briefs say the same', () => {
  const same = (title: string, problem: string) => isSame({ title, problem }, { title: 'Missed bins', problem: 'Nobody knows.' })
  it('whatever their spaces, capitals and points', () => assert.ok(same(' MISSED  bins!', 'nobody\nknows')))
  it('not when a word is another, nor when there are no words', () => {
    assert.ok(!same('Missed bin', 'Nobody knows.'))
    assert.ok(!isSame({ title: '', problem: '' }, { title: '', problem: '' }))
  })
})
