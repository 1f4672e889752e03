/** A server that is killed loses nothing that it has acknowledged. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { killOverAndOver } from './killing.ts'

it('keeps every acknowledged pledge and withdrawal through three kills', async (context) => {
  const killed = await killOverAndOver(3)
  context.diagnostic(JSON.stringify(killed))
  assert.ok(killed.acknowledged > 15, `Only ${killed.acknowledged} were acknowledged: this has shown nothing`)
  assert.equal(killed.unasked, 0)
})
