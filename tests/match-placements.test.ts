/** match placements on the command line: wishes and places in, a spreadsheet out, or a sentence why not. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { runCommand } from './serving.ts'

async function match(text: string, ...more: string[]) {
  const file = join(await mkdtemp(join(tmpdir(), 'placements-')), 'placements.json')
  await writeFile(file, text)
  return runCommand(['match', 'placements', file, ...more])
}
const TASK = {
  people: [
    { id: 'ann', wishes: ['finance', 'digital'] },
    { id: 'ben', wishes: ['finance'] },
    { id: 'cho', wishes: ['finance', 'digital'] },
  ],
  places: [
    { id: 'finance', capacity: 1, priority: { ben: 2, ann: 1 } },
    { id: 'digital', capacity: 1, priority: { ann: 1 } },
  ],
}

it('match placements gives everybody the best place that does not rather take others', async () => {
  const { out } = await match(JSON.stringify(TASK), '--json', '--seed', '4')
  const { placements, lottery } = JSON.parse(out) as { placements: unknown; lottery: string[] }
  assert.deepEqual([placements, lottery.sort()], [{ ann: 'digital', ben: 'finance', cho: null }, ['ann', 'ben', 'cho']])
  const sheet = await match(JSON.stringify(TASK))
  assert.match(sheet.out, /\r\nann,digital,2,\d\r\nben,finance,1,\d\r\ncho,,,\d\n$/)
  assert.equal(sheet.said, '3 people: 2 placed, 1 not.\n')
})
it('match placements says what is wrong with a file', async () => {
  const wrong = JSON.stringify({ ...TASK, people: [{ id: 'ann', wishes: ['law'] }] })
  const { code, out, said } = await match(wrong)
  assert.deepEqual([code, out, said], [1, '', '"ann" wishes for "law", which is no place here.\n'])
})
