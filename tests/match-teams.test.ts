/** match teams on the command line: places and people in, the smallest team out, or a sentence why not. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { runCommand } from './serving.ts'

async function match(task: unknown, ...more: string[]) {
  const file = join(await mkdtemp(join(tmpdir(), 'team-')), 'team.json')
  await writeFile(file, JSON.stringify(task))
  return runCommand(['match', 'teams', file, ...more])
}
const TASK = {
  places: [{ id: 'design' }, { id: 'web', skills: ['html', 'css'], needed: 2 }, { id: 'law' }],
  people: [
    { id: 'ann', skills: ['html', 'css', 'design'] },
    { id: 'ben', skills: ['html'] },
    { id: 'cho', skills: ['html', 'css'], worth: 1 },
    { id: 'dee', skills: ['css', 'html'], worth: 2 },
    { id: 'eli', skills: ['design'] },
  ],
}

it('match teams finds the fewest people who fill all places, and says why others are not in it', async () => {
  const { out, said } = await match(TASK)
  assert.equal(
    out,
    [
      'ann: design, web',
      'dee: web',
      'Nobody for law: 1 more needed',
      'Not ben: can fill no place',
      'Not cho: ann fills whatever they could fill',
      'Not eli: ann fills whatever they could fill',
      '',
    ].join('\n'),
  )
  assert.equal(said, '2 people of 5: no fewer would do.\n')
  const { members, places, open, bound, exact } = JSON.parse((await match(TASK, '--json', '--seed', '3')).out) as Record<string, unknown>
  assert.deepEqual(
    { members, places, open, bound, exact },
    { members: ['ann', 'dee'], places: { design: ['ann'], web: ['ann', 'dee'], law: [] }, open: { law: 1 }, bound: 2, exact: true },
  )
})
it('match teams says what is wrong with a file', async () => {
  const wrong = await Promise.all([
    match({ ...TASK, places: [{ id: 'law', needed: 0.5 }] }),
    match({ ...TASK, people: [{ id: 'ann' }] }),
    match({ ...TASK, people: [TASK.people[0], TASK.people[0]] }),
  ])
  assert.deepEqual(
    wrong.map(({ said }) => said),
    [
      'Place 1 must have an "id" and, if it needs more than one person, "needed" (a whole number).\n',
      'Person 1 must have a list of "skills".\n',
      '"ann" stands in the file twice.\n',
    ],
  )
})
