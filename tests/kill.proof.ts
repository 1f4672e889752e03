/** The same as kill.test.ts, for long: a server that is killed loses nothing that it has acknowledged. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { killOverAndOver } from './killing.ts'

it('keeps every acknowledged pledge and withdrawal through two hundred kills', async (context) => {
  const killed = await killOverAndOver(200)
  context.diagnostic(JSON.stringify(killed))
  assert.ok(killed.acknowledged > 1000, `Only ${killed.acknowledged} were acknowledged: this has shown nothing`)
  assert.equal(killed.unasked, 0)
})
