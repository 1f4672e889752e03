/** What became of all projects, counted and drawn. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { discsOf, outcomesOf } from './outcomes.ts'

it('counts what was delivered, what left a lesson, what is under way, and who met', () =>
  assert.deepEqual(
    outcomesOf(
      [
        { state: 'open', how: null, count: 9 },
        { state: 'ready', how: null, count: 1 },
        { state: 'running', how: null, count: 2 },
        { state: 'ended', how: 'delivered', count: 4 },
        { state: 'ended', how: 'handed over', count: 1 },
        { state: 'ended', how: 'stopped', count: 3 },
        { state: 'ended', how: 'not reached', count: 7 },
        { state: 'ended', how: 'merged', count: 8 },
      ],
      12,
    ),
    { met: 12, delivered: 5, lessons: 3, living: 3 },
  ))
it('draws a disc a project, and fewer when there are many', () => {
  assert.deepEqual(discsOf({ delivered: 5, lessons: 3 }), { filled: 5, half: 3, each: 1 })
  assert.deepEqual(discsOf({ delivered: 2400, lessons: 1 }), { filled: 24, half: 1, each: 101 })
  assert.deepEqual(discsOf({ delivered: 0, lessons: 0 }), { filled: 0, half: 0, each: 1 })
})
