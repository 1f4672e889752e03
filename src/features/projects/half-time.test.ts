/** When half time is, and when it looks bad. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aProject } from '../../../tests/cast.ts'
import { halfTimeOf, isBelowHalf, mustHavePlaces } from './half-time.ts'

it('is half of the days, the earlier one when they do not divide', () => {
  assert.deepEqual(
    ['2026-12-14', '2026-11-24', '2026-11-23'].map((until) => halfTimeOf('2026-11-23', until)),
    ['2026-12-03', '2026-11-23', '2026-11-23'],
  )
})
it('counts places of must-haves only, and none twice', () => {
  const project = aProject({
    roles: [
      { skill: 'law', places: 2, filledBy: ['trust'] },
      { skill: 'data', filledBy: ['fire'] },
      { skill: 'art', mustHave: false },
    ],
  })
  assert.deepEqual(mustHavePlaces(project), { places: 3, filled: 2 })
})
it('is bad below half, while pledges are still welcome', () => {
  const filled = (places: number, by: string[]) => aProject({ roles: [{ skill: 'law', places, filledBy: by }] })
  assert.deepEqual(
    [filled(2, []), filled(2, ['trust']), filled(3, ['trust'])].map((project) => isBelowHalf(project, '2026-12-03')),
    [true, false, true],
  )
  assert.equal(isBelowHalf(filled(2, []), '2026-12-15'), false, 'the deadline has passed')
  assert.equal(isBelowHalf({ ...filled(2, []), state: 'running' }, '2026-12-03'), false)
})
