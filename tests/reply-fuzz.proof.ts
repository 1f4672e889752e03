/** The same as reply-fuzz.test.ts, for a hundred thousand letters that nobody has seen before. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fuzzReplies } from './reply-fuzz.ts'

it('reads a hundred thousand made letters without a crash and without a wrong yes', async (context) => {
  const seed = Date.now() % 2 ** 32
  const fuzzed = await fuzzReplies(100_000, seed)
  context.diagnostic(JSON.stringify({ seed, ...fuzzed }))
  assert.ok(fuzzed.always > 8000, 'Too few were a yes: this has shown nothing')
})
