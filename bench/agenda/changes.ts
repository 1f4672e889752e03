/** What else an organiser does with a grid of 700 people: must-sees, top sessions, a change on the day, encores. */
import { planAgenda } from '../../src/matching/agenda/agenda.ts'
import { type AgendaTask, openCells, sessionsOf } from '../../src/matching/agenda/agenda-task.ts'
import { planEncores } from '../../src/matching/agenda/encores.ts'
import { repairAgenda } from '../../src/matching/agenda/repair.ts'
import { Chance } from '../chance.ts'
import { anUnconference } from './instances.ts'

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`
const [LOST_HOSTS, DAYS] = [3, 20]

export function measureChanges(seed: number): void {
  const task = anUnconference(seed)
  const plain = planAgenda(task)
  const people = task.stars.start.length - 1
  const musts = planAgenda(task, { aim: 'must-sees' })
  const stars = new Int32Array(sessionsOf(task))
  for (const session of task.stars.item) stars[session] = (stars[session] ?? 0) + 1
  const best = [...stars.keys()].sort((a, b) => (stars[b] ?? 0) - (stars[a] ?? 0))
  const costOfTop = [5, 10].map((many) => plain.coverage - planAgenda({ ...task, top: Int32Array.from(best.slice(0, many)) }).coverage)
  const encores = planEncores(task, plain).reduce((sum, { gained }) => sum + gained, 0)
  console.log(
    [
      `seed ${seed}: all must-sees for ${percent(musts.mustSees, people)} (${percent(plain.mustSees, people)} unless aimed at)`,
      `top five apart cost ${percent(costOfTop[0] ?? 0, plain.coverage)}, top ten ${percent(costOfTop[1] ?? 0, plain.coverage)}`,
      `encores add ${percent(encores, plain.coverage)}`,
    ].join('; '),
  )
  measureRepair(task, plain, seed)
}

/** Three sessions whose hosts cannot come when they should: the worst of many days. */
function measureRepair(task: AgendaTask & { banned: readonly number[] }, before: ReturnType<typeof planAgenda>, seed: number): void {
  const chance = new Chance(seed)
  let [longest, mostMoved, mostLost, lost] = [0, 0, 0, 0]
  for (let day = 0; day < DAYS; day++) {
    const away = new Set(chance.pickSome([...before.slot.keys()], LOST_HOSTS))
    const may = openCells(task, (session, slot) => slot !== task.banned[session] && !(away.has(session) && slot === before.slot[session]))
    const began = performance.now()
    const { moved, coverage, broken } = repairAgenda({ ...task, may }, before)
    longest = Math.max(longest, performance.now() - began)
    if (broken.length > 0) throw new Error('A rule was broken.')
    mostMoved = Math.max(mostMoved, moved.length)
    mostLost = Math.max(mostLost, before.coverage - coverage)
    lost += (before.coverage - coverage) / DAYS
  }
  console.log(
    `  three lost hosts, ${DAYS} times: at most ${mostMoved} moved, ${percent(mostLost, before.coverage)} lost (${percent(lost, before.coverage)} on average), ${Math.round(longest)} ms`,
  )
}
