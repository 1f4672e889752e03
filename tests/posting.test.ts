/** A server that is killed amid sending loses no letter. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { killWhileSending } from './posting.ts'

it('sends every letter through two kills, and doubles one a kill at most', async (context) => {
  const posted = await killWhileSending(2)
  context.diagnostic(JSON.stringify(posted))
  assert.ok(posted.doubled <= posted.kills)
})
