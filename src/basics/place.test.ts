/** Distances on the ground. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { kilometresBetween } from './place.ts'

it('is about 272 km from Leeds to London, and nothing to where one is', () => {
  const leeds = { lat: 53.8, lon: -1.55 }
  const london = { lat: 51.51, lon: -0.13 }
  assert.equal(Math.round(kilometresBetween(leeds, london)), 272)
  assert.equal(kilometresBetween(leeds, leeds), 0)
})
