/** match agenda on the command line: stars and rooms in, a grid out, or a sentence why not. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { instanceOf } from '../src/features/agendas/instance.ts'
import { taskOf } from '../src/features/agendas/work.ts'
import { planAgenda } from '../src/matching/agenda/agenda.ts'
import { aTopic, someInputs } from './agenda-inputs.ts'
import { runCommand } from './serving.ts'

async function match(said: unknown, ...more: string[]) {
  const file = join(await mkdtemp(join(tmpdir(), 'agenda-')), 'agenda.json')
  await writeFile(file, JSON.stringify(said))
  return runCommand(['match', 'agenda', file, ...more])
}
const TASK = { A: 3, T: 3, S: 2, R: 2, caps: [20, 9], prefs: [[0, 1], [0, 1], [2]], hosts: [[0], [1], [1]], banned: [1, -1, -1] }

it('match agenda finds when and where each session is held', async () => {
  const { out } = await match(TASK, '--seed', '1', '--json')
  const { seconds, ...result } = JSON.parse(out) as Record<string, unknown>
  assert.deepEqual([result, typeof seconds], [{ slot: [0, 1, 0], room: [0, 0, 1], coverage: 5, bound: 5 }, 'number'])
  const sheet = await match({ ...TASK, mustSees: [[0, 1], [], [2]], top: [2] }, '--aim', 'must-sees')
  assert.deepEqual(
    [sheet.out, sheet.said],
    ['\ufeffsession,slot,room\r\n0,0,1\r\n1,1,0\r\n2,0,0\n', '3 sessions: 5 of at most 5 people-slots, 0 broken rules.\n'],
  )
})
it('match agenda finds the agenda of an event again from what it was made from', async () => {
  const topics = ['A', 'B', 'C', 'D', 'E'].map((title) => aTopic(title, { hosts: [title === 'D' ? 'A' : title] }))
  const absences = [{ attendee: 'B', slot: 'slot 1' }]
  const inputs = someInputs(topics, {
    slots: 3,
    stars: ['ABC', 'BDE', 'AE', 'CDE', 'BC', 'AD'],
    absences,
    needs: [{ pitch: 'E', need: 'step-free' }],
  })
  const task = taskOf(inputs, true)
  const { slot, room } = planAgenda(task, { seed: 7, evaluations: 2000 })
  const { out } = await match(instanceOf(inputs, task), '--seed', '7', '--evaluations', '2000', '--json')
  const again = JSON.parse(out) as { slot: number[]; room: number[] }
  assert.deepEqual([again.slot, again.room], [[...slot], [...room]])
})
it('match agenda says what is wrong with a file', async () => {
  const wrong = await match({ ...TASK, caps: [20] })
  assert.deepEqual([wrong.code, wrong.out, wrong.said], [1, '', '3 sessions do not fit: there is room for 2.\n'])
})
