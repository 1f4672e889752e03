/** match pairs on the command line: a file in, the best pairs out, or a sentence why not. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { runCommand } from './serving.ts'

async function match(list: string, ...more: string[]) {
  const file = join(await mkdtemp(join(tmpdir(), 'pairs-')), 'pairs.txt')
  await writeFile(file, list)
  return runCommand(['match', 'pairs', file, ...more])
}

const PATH = '4 3\n0 1 1\n1 2 10.5\n2 3 -1\n'

describe('match pairs', () => {
  it('prints the pairs that are worth most', async () => assert.equal((await match(PATH)).out, '1 2\n'))
  it('prints as many pairs as there can be', async () => assert.equal((await match(PATH, '--cardinality', 'most')).out, '0 1\n2 3\n'))
  it('prints one line for machines, and tells people what it does', async () => {
    const { out, said } = await match(PATH, '--json', '--progress', '--seed', '7')
    const { seconds, ...result } = JSON.parse(out) as Record<string, unknown>
    assert.deepEqual(result, { mate: [-1, 2, 1, -1], weight: 10.5, bound: 10.5, exact: true })
    assert.ok(typeof seconds === 'number' && seconds < 10)
    assert.match(said, /^Bidding: 0 %\n/)
  })
  it('prints pairs that are nearly worth most, with their bound', async () => {
    const { mate, weight, bound } = JSON.parse((await match(PATH, '--json', '--near')).out) as Record<string, unknown>
    assert.deepEqual([mate, weight], [[-1, 2, 1, -1], 10.5])
    assert.ok(typeof bound === 'number' && bound >= 10.5)
  })
  for (const [why, list, sentence] of [
    ['has too few lines', '2 2\n0 1 5\n', /^Line 3 must say who\./],
    ['has too many lines', '2 1\n0 1 5\n0 1 5\n', /^Line 3 is more than was announced\./],
    ['has a word for a number', '2 1\n0 1 five\n', /^Line 2 must say a weight\./],
    ['has half a number', '2 1\n0 1 5x\n', /^Line 2 must say a weight\./],
    ['has people who are not there', '2 1\n0 2 5\n', /^Pair 0 is between 0 and 2, but people are numbered from 0 to 1\./],
  ] as const)
    it(`says what is wrong with a file that ${why}`, async () => {
      const { code, out, said } = await match(list)
      assert.match(said, sentence)
      assert.deepEqual([code, out], [1, ''])
    })
  it('says what is wrong with an option', async () => {
    const wrong = await Promise.all([
      match(PATH, '--cardinality', 'all'),
      match(PATH, '--seed', 'x'),
      match(PATH, '--near', '--cardinality', 'most'),
    ])
    assert.deepEqual(
      wrong.map(({ code }) => code),
      [2, 2, 2],
    )
  })
})
