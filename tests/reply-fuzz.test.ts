/** A few thousand made letters: no crash, and no wrong yes. The many stand in reply-fuzz.proof.ts. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fuzzReplies } from './reply-fuzz.ts'

it('reads thousands of made letters without a crash and without a wrong yes', async () => {
  const { always, yes } = await fuzzReplies(4000, 6)
  assert.ok(always > 300 && yes >= always, 'Too few were a yes: this has shown nothing')
})
