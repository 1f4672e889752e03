/**
 * How good agendas are, and how fast: npm run bench agenda [SEED ...] [--beside PROTOTYPE] [--long 10] [--no-small].
 * A prototype is a module with `fastAnneal`; it gets as much time as ours takes.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { EVALUATIONS, planAgenda } from '../src/matching/agenda/agenda.ts'
import { type AgendaTask, cellsOf, sessionsOf } from '../src/matching/agenda/agenda-task.ts'
import { listAt } from '../src/matching/agenda/lists.ts'
import { measureChanges } from './agenda/changes.ts'
import { anUnconference, type Mode } from './agenda/instances.ts'
import { measureSmall } from './agenda/small-optima.ts'

type Prototype = { fastAnneal(instance: unknown, options: { ms: number; seed: number }): { best: number } }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { beside: { type: 'string' }, long: { type: 'string', default: '10' }, 'no-small': { type: 'boolean', default: false } },
})
const seeds = positionals.length > 0 ? positionals.map(Number) : [11, 12, 13, 14, 15]
const prototype = values.beside ? ((await import(pathToFileURL(values.beside).href)) as Prototype) : undefined

const timed = <T>(work: () => T): { result: T; ms: number } => {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1000 }
}

for (const mode of ['chosen', 'pitches'] as const) for (const seed of seeds) measure(mode, seed)
for (const seed of seeds) measureChanges(seed)
if (!values['no-small']) await measureSmall([1, 2, 3])

function measure(mode: Mode, seed: number): void {
  const task = anUnconference(seed, undefined, mode)
  const most = (task.stars.start.length - 1) * task.slots
  const share = (coverage: number): string => `${((100 * coverage) / most).toFixed(2)} %`
  const first = firstOf(mode, seed)
  const second = timed(() => planAgenda(task))
  const beside = prototype?.fastAnneal(instanceOf(task), { ms: second.ms, seed: 1 }).best
  const best = Math.max(
    second.result.coverage,
    beside ?? 0,
    ...[2, 3].map((other) => planAgenda(task, { seed: other, evaluations: Number(values.long) * EVALUATIONS }).coverage),
  )
  if (second.result.broken.length > 0) throw new Error('A rule was broken.')
  console.log(
    [
      `${mode} ${seed}: first ${share(first.coverage)} in ${first.ms.toFixed(0)} ms`,
      `then ${share(second.result.coverage)} in ${second.ms.toFixed(0)} ms`,
      `${(second.result.coverage / best).toFixed(4)} of the best found (${share(best)})`,
      `bound ${share(second.result.bound.coverage)}`,
      ...(beside ? [`prototype ${share(beside)}`] : []),
    ].join(', '),
  )
}

/** In a process of its own, where nothing has been done before. */
function firstOf(mode: Mode, seed: number): { coverage: number; ms: number } {
  const program = fileURLToPath(new URL('agenda/first-grid-process.js', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [program, String(seed), mode], { encoding: 'utf8' })) as { coverage: number; ms: number }
}

/** As the yardsticks have it. */
function instanceOf(task: AgendaTask & { banned: readonly number[] }) {
  const [sessions, people] = [sessionsOf(task), task.stars.start.length - 1]
  const fans = Array.from({ length: sessions }, (): number[] => [])
  for (let person = 0; person < people; person++) for (const session of listAt(task.stars, person)) fans[session]?.push(person)
  const hc = new Uint8Array(sessions * sessions)
  for (let one = 0; one < sessions; one++)
    for (let other = 0; other < sessions; other++)
      if (one !== other && listAt(task.hosts, one).some((host) => listAt(task.hosts, other).includes(host))) hc[one * sessions + other] = 1
  return { A: people, T: sessions, S: task.slots, R: cellsOf(task) / task.slots, fans, hc, banned: task.banned }
}
