/** Who may watch a project, and how many do. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { watchProject } from './watcher.ts'
import { sayWatchers } from './words.ts'

describe('watching', () => {
  it('is for members who are neither the owner nor in it', () => {
    const project = aProject({ roles: [{ skill: 'law', filledBy: ['trust'] }] })
    assert.deepEqual(watchProject(project, NURSE), yes(true))
    assert.deepEqual(watchProject(project, { ...NURSE, person: 'trust-person' }), no('in it already'))
    assert.deepEqual(watchProject(project, OWNER), no('own project'))
    assert.deepEqual(watchProject(project, STRANGER), no('not a member'))
  })
  it('is counted in words', () => assert.deepEqual([1, 4].map(sayWatchers), ['1 person watches this.', '4 people watch this.']))
})
