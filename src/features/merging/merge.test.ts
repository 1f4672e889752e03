/** The rules of merging, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, NURSE, OWNER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import type { Project } from '../projects/project.ts'
import { offerMerge, projectIn } from './merge.ts'

const TODAY = '2026-11-23'

describe('merging', () => {
  const other = (more: Partial<Project> = {}): Project => ({ ...aProject(), id: 'other', ...more })
  it('is asked of a living project, once, by the owner', () => {
    const into = other()
    assert.deepEqual(offerMerge(aProject(), into, OWNER.person, false), yes(into))
    assert.deepEqual(offerMerge(aProject(), into, NURSE.person, false), no('not the owner'))
    assert.deepEqual(offerMerge(aProject(), undefined, OWNER.person, false), no('no such project'))
    assert.deepEqual(offerMerge(aProject(), aProject(), OWNER.person, false), no('itself'))
    assert.deepEqual(offerMerge(aProject(), other({ state: 'ended' }), OWNER.person, false), no('other ended'))
    assert.deepEqual(offerMerge(aProject({ state: 'ended' }), into, OWNER.person, false), no('ended'))
    assert.deepEqual(offerMerge(aProject(), into, OWNER.person, true), no('asked before'))
    const waiting = { ...aProject(), merging: { offer: 'x', into: 'y', title: 'z', by: TODAY } }
    assert.deepEqual(offerMerge(waiting, into, OWNER.person, false), no('waiting already'))
  })
  it('knows a project by its address or its id', () => {
    const id = '01kaa8mvr00001abcdefghjkmn'
    for (const typed of [id, ` ${id} `, `https://appstarter.example/projects/${id}`, `/projects/${id}?done=x`, `/projects/${id}/phase`])
      assert.equal(projectIn(typed), id, typed)
    for (const typed of ['', 'bins', `/projects/${id}x`, `/pledges/${id}`]) assert.equal(projectIn(typed), undefined, typed)
  })
})
