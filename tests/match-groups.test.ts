/** match groups on the command line: numbers in, groups out, or a sentence why not. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { runCommand } from './serving.ts'

async function match(text: string, ...more: string[]) {
  const file = join(await mkdtemp(join(tmpdir(), 'groups-')), 'groups.txt')
  await writeFile(file, text)
  return runCommand(['match', 'groups', file, ...more])
}

it('match groups finds who is worth most together, or says what is wrong', async () => {
  const { out } = await match('4\n0 1 9 1\n1 0 1 8\n9 1 0 1\n1 8 1 0\n', '--size', '2', '--json')
  const { seconds, ...result } = JSON.parse(out) as Record<string, unknown>
  assert.deepEqual(
    [result, typeof seconds],
    [
      {
        groups: [
          [0, 2],
          [1, 3],
        ],
        value: 17,
        bound: 17,
      },
      'number',
    ],
  )
  const wrong = await match('2\n0 1 1\n')
  assert.deepEqual([wrong.code, wrong.said], [1, '3 numbers are not what each of 2 people is worth to each: there must be 2 times 2.\n'])
})
