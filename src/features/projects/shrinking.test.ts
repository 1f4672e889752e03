/** The rules of making a project smaller, of the choice at its deadline, and of handing it over, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, NURSE, OWNER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { chooseAfterRefusal } from './choice.ts'
import { end, isDone, type Project } from './project.ts'
import { canShrink, shrink, type Wish } from './shrinking.ts'

const TODAY = '2026-11-23'
const LATE = '2026-11-20'
const FILLED = { skill: 'web design', filledBy: ['trust'] }

describe('making a brief smaller', () => {
  const shrunk = (project: Project, wishes: Record<string, Wish>, pledgedTo: string[] = []) =>
    shrink(project, OWNER.person, new Map(Object.entries(wishes)), new Set(pledgedTo), TODAY)
  it('makes it ready at once when what is left is complete', () =>
    assert.deepEqual(
      shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { law: 'drop' }),
      yes({ dropped: ['law'], welcome: [], isReady: true }),
    ))
  it('leaves it open within its time', () => {
    const roles = [{ skill: 'web design' }, { skill: 'law' }]
    assert.deepEqual(shrunk(aProject({ roles }), { law: 'welcome' }), yes({ dropped: [], welcome: ['law'], isReady: false }))
    assert.deepEqual(shrunk(aProject({ roles, openUntil: LATE }), { law: 'welcome' }), no('not ready'))
  })
  it('keeps at least one must-have, and what somebody has pledged to', () => {
    assert.deepEqual(shrunk(aProject(), { 'web design': 'welcome' }), no('nothing left'))
    assert.deepEqual(shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { law: 'drop' }, ['law']), no('pledged to'))
    assert.equal(shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { law: 'welcome' }, ['law']).yes, true)
  })
  it('never drops what is filled, nor shuts the door to everybody from outside', () => {
    assert.deepEqual(shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { 'web design': 'drop' }), no('nothing chosen'))
    const own = [{ skill: 'web design', filledBy: ['council'] }, { skill: 'law' }]
    assert.deepEqual(shrunk(aProject({ roles: own }), { law: 'drop' }), no('nobody from outside'))
  })
  it('is for the owner of an open brief', () => {
    const two = aProject({ roles: [FILLED, { skill: 'law' }] })
    assert.deepEqual(shrink(two, NURSE.person, new Map([['law', 'drop']]), new Set(), TODAY), no('not the owner'))
    for (const state of ['ready', 'running', 'ended'] as const) assert.deepEqual(shrunk({ ...two, state }, { law: 'drop' }), no('not open'))
  })
  it('is offered only where it leads somewhere', () => {
    const roles = [FILLED, { skill: 'law' }]
    assert.deepEqual([canShrink(aProject({ roles }), TODAY), canShrink(aProject(), TODAY)], [true, false])
    assert.equal(canShrink(aProject({ roles, openUntil: LATE }), TODAY), true)
    assert.equal(canShrink(aProject({ roles: [{ skill: 'a' }, { skill: 'b' }], openUntil: LATE }), TODAY), false)
  })
})

describe('the choice at the deadline', () => {
  it('leaves two days at least to choose after another owner said no to merging', () => {
    assert.equal(chooseAfterRefusal({ openUntil: LATE }, TODAY), '2026-11-27')
    assert.equal(chooseAfterRefusal({ openUntil: '2026-11-10' }, TODAY), '2026-11-25')
  })
})

describe('an ending', () => {
  it('may be handed over when it ran, and then everything promised is done', () => {
    assert.deepEqual(end(aProject({ state: 'running' }), OWNER.person, 'handed over'), yes('handed over'))
    assert.deepEqual(end(aProject(), OWNER.person, 'handed over'), no('never ran'))
    assert.deepEqual((['delivered', 'handed over', 'stopped', 'not reached', 'merged'] as const).map(isDone), [
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
