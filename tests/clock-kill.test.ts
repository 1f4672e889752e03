/** A server that is killed while its clock is moved has lost nothing, and does nothing twice. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { askControl } from '../src/control.ts'
import { EMBEDDED_WORKER } from '../src/root.ts'
import { sql } from '../src/storage/db.ts'
import { openEmbedded } from '../src/storage/embedded.ts'
import { aCopyOf, aDemo, runCommand, startServing } from './serving.ts'

const MANUAL = { APPSTARTER_CLOCK: 'manual' }
const DAY = 86_400_000

/** Where its last line says that the clock stands. */
async function clock(folder: string, ...words: string[]): Promise<number> {
  const { code, out, said } = await runCommand(['clock', '--json', ...words], { APPSTARTER_DATA: folder, ...MANUAL })
  assert.equal(code, 0, said)
  return Date.parse((JSON.parse(out.trim().split('\n').at(-1) ?? '') as { now: string }).now)
}

it('has done everything once, killed amid letters and once on the way', async () => {
  const undisturbed = await aDemo()
  // From here on its clock stands where it stood when it was first looked at.
  const begun = await clock(undisturbed)
  const killed = await aCopyOf(undisturbed)
  const target = new Date(begun + 6 * DAY).toISOString().replace(/:\d\d\.\d+/, '')
  await clock(undisturbed, '--set', target)
  for (const days of [0, 3]) {
    const serving = await startServing(killed, MANUAL)
    const moving = askControl({ data: killed, databaseUrl: undefined }, 'clock', { set: target }, ({ facts }) => {
      const { ran } = facts as { ran?: { at: string } | number }
      if (typeof ran === 'object' && Date.parse(ran.at) >= begun + days * DAY) serving.process.kill('SIGKILL')
    })
    if (days === 0) setTimeout(() => serving.process.kill('SIGKILL'), 200)
    await assert.rejects(moving, /stopped before it had done this/)
    await serving.ended
  }
  assert.equal(await clock(killed, '--set', target), Date.parse(target))
  assert.deepEqual(await happened(killed), await happened(undisturbed))
})

/**
 * What people notice: every letter, which has left, and every entry of the journal. The codes of asks are chance, and the round that
 * looks for broken promises comes some minutes later where a dead process had begun it.
 */
async function happened(folder: string): Promise<string[]> {
  const storage = await openEmbedded(folder, EMBEDDED_WORKER)
  try {
    const { rows: letters } = await sql<{
      said: string
    }>`select written_at || ' letter ' || kind || ' to ' || recipient || ' ' || regexp_replace(subject, ' \\[[0-9A-Z]{5}\\]$', '') || case when sent_at is null then ' lies' else ' left' end as said from letters`.execute(
      storage.db,
    )
    const { rows: entries } = await sql<{
      said: string
    }>`select case when did like 'broker item%' then '' else at || ' ' end || did as said from journal`.execute(storage.db)
    assert.ok(letters.length > 500)
    return [...letters, ...entries].map(({ said }) => said).sort()
  } finally {
    await storage.close()
  }
}
