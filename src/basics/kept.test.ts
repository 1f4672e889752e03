/** What is kept is never older than promised, and nothing that failed or costs little is kept. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Kept } from './kept.ts'

const at = (ms: number) => new Date(1_000_000 + ms)

describe('what is kept', () => {
  const counting = () => {
    let asked = 0
    return async () => ++asked
  }

  it('is given again until its time is over, and one question serves all who ask at once', async () => {
    const kept = new Kept<number>(60_000, () => true)
    const ask = counting()
    assert.deepEqual(await Promise.all([kept.find('a', at(0), ask), kept.find('a', at(0), ask)]), [1, 1])
    assert.equal(await kept.find('a', at(59_999), ask), 1)
    assert.equal(await kept.find('b', at(1), ask), 2)
    assert.equal(await kept.find('a', at(60_000), ask), 3)
    assert.equal(await kept.find('a', at(59_999), ask), 4)
  })

  it('is neither what costs little nor what failed', async () => {
    const kept = new Kept<number>(60_000, (answer) => answer > 1)
    const ask = counting()
    await assert.rejects(
      kept.find('a', at(0), () => Promise.reject(new Error('gone'))),
      /gone/,
    )
    assert.equal(await kept.find('a', at(0), ask), 1)
    assert.equal(await kept.find('a', at(0), ask), 2)
    assert.equal(await kept.find('a', at(0), ask), 2)
  })
})
