/** match sides on the command line: a file in, the best pairs across out, or a sentence why not. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { runCommand } from './serving.ts'

async function match(list: string, ...more: string[]) {
  const file = join(await mkdtemp(join(tmpdir(), 'sides-')), 'sides.txt')
  await writeFile(file, list)
  return runCommand(['match', 'sides', file, ...more])
}

it('match sides prints the best pairs across, with their proof', async () => {
  const { out } = await match('4 3\n0 2 5\n3 0 6\n1 2 2.5\n', '--json')
  const { seconds, ...result } = JSON.parse(out) as Record<string, unknown>
  assert.deepEqual(result, { mate: [3, 2, 1, 0], weight: 8.5, bound: 8.5, exact: true })
  assert.ok(typeof seconds === 'number')
})
it('match sides says which pair is not across', async () => {
  const { code, out, said } = await match('4 1\n0 1 5\n')
  assert.match(said, /^Pair 0 is between 0 and 1, but one must be on the left \(0 to 1\) and the other on the right \(2 to 3\)\./)
  assert.deepEqual([code, out], [1, ''])
})
