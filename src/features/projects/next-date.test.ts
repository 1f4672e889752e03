/** The next date of a project, in each state. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aProject } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { lastDateOf, nextDateOf } from './next-date.ts'

const RUNNING = { ...aProject({ state: 'running', readyOn: '2026-10-01', firstDate: '2026-11-02' }), reviewBy: '2026-12-28' }

it('is the last day for pledges, then that of the choice', () => {
  assert.deepEqual(nextDateOf(aProject(), '2026-12-14'), yes({ is: 'deadline', on: '2026-12-14' }))
  assert.deepEqual(nextDateOf(aProject(), '2026-12-15'), yes({ is: 'choice', on: '2026-12-21' }))
  assert.deepEqual(nextDateOf(aProject(), '2026-12-22'), no('none planned'))
})
it('is the last day to name the first date, and once that has passed the day on which the owner is asked again', () => {
  const ready = aProject({ state: 'ready', readyOn: '2026-11-20' })
  assert.deepEqual(nextDateOf(ready, '2026-11-27'), yes({ is: 'start', on: '2026-11-27' }))
  assert.deepEqual(nextDateOf(ready, '2026-11-28', '2026-12-05'), yes({ is: 'asked', on: '2026-12-05' }))
  assert.deepEqual(nextDateOf(ready, '2026-12-06', '2026-12-05'), no('none planned'), 'the clock is late')
  assert.deepEqual(nextDateOf(ready, '2026-11-28'), no('none planned'))
})
it('is the first to come of the dates of what runs', () => {
  assert.deepEqual(nextDateOf(RUNNING, '2026-11-02'), yes({ is: 'first date', on: '2026-11-02' }))
  assert.deepEqual(nextDateOf({ ...RUNNING, goLive: '2026-12-01' }, '2026-11-03'), yes({ is: 'go-live', on: '2026-12-01' }))
  assert.deepEqual(nextDateOf(RUNNING, '2026-11-03'), yes({ is: 'review', on: '2026-12-28' }))
  assert.deepEqual(nextDateOf(RUNNING, '2026-12-29'), yes({ is: 'last day', on: '2027-03-31' }))
  assert.equal(lastDateOf(RUNNING, '2027-05-01'), '2027-03-31')
})
it('is the next word on what is live, and nothing once it has ended', () => {
  assert.deepEqual(nextDateOf({ ...RUNNING, phase: 'live' }, '2026-12-29'), no('none planned'))
  assert.deepEqual(nextDateOf({ ...RUNNING, phase: 'live' }, '2026-12-28'), yes({ is: 'review', on: '2026-12-28' }))
  assert.deepEqual(nextDateOf(aProject({ state: 'ended' }), '2026-12-28', '2027-01-01'), no('over'))
})
