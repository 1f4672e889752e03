/** The same as posting.test.ts, for long: fifty kills amid sending lose no letter, and each doubles one at most. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { killWhileSending } from './posting.ts'

it('sends every letter through fifty kills, and doubles one a kill at most', async (context) => {
  const posted = await killWhileSending(50)
  context.diagnostic(JSON.stringify(posted))
  assert.ok(posted.doubled <= posted.kills)
  assert.equal(posted.mostInDoubt, 1, 'No kill fell between taking and writing down: this has shown nothing')
})
