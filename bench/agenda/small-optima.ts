/** Small unconferences that HiGHS, an exact solver, proves the best of: whether ours finds as much. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planAgenda } from '../../src/matching/agenda/agenda.ts'
import { type AgendaTask, cellsOf, roomsOf, sessionsOf } from '../../src/matching/agenda/agenda-task.ts'
import { listAt } from '../../src/matching/agenda/lists.ts'
import { anUnconference } from './instances.ts'

type Solver = { solve(model: string, options: { time_limit: number }): { Status: string; ObjectiveValue: number } }
type Load = () => Promise<Solver>

const SOLVER = 'highs@1.8.0'
const SECONDS = 60
/** People, sessions, slots, rooms, stars from and to. */
const SIZES = [
  [40, 12, 3, 4, 4, 6],
  [60, 15, 3, 5, 4, 6],
  [60, 16, 4, 4, 4, 7],
  [80, 20, 4, 5, 4, 7],
  [120, 20, 4, 5, 4, 7],
] as const

/** The solver is fetched into a folder that is thrown away. */
export async function measureSmall(seeds: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'highs-'))
  try {
    execFileSync('npm', ['install', '--no-save', '--silent', '--prefix', folder, SOLVER], { stdio: 'ignore' })
    const load = createRequire(join(folder, 'from-here.js'))('highs') as Load
    for (const [people, sessions, slots, rooms, least, most] of SIZES)
      for (const seed of seeds) {
        const seats = new Array<number>(rooms).fill(people)
        const task = anUnconference(seed, { people, pitches: 2 * sessions, sessions, slots, seats, stars: [least, most], themes: 6 })
        const best = await provenBest(load, modelOf(task))
        const began = performance.now()
        const { coverage, bound } = planAgenda(task)
        const proof = best === undefined ? 'best not proven' : coverage === best ? `hit ${best}` : `MISSED ${best}`
        console.log(
          `${people} people, ${sessions} sessions, ${slots} x ${rooms}, seed ${seed}: ours ${coverage} in ${Math.round(performance.now() - began)} ms, bound ${bound.coverage}: ${proof}`,
        )
      }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Each solve has an instance of its own, because one that failed spoils the next. The larger ones run out of time, or of the solver's own memory. */
async function provenBest(load: Load, model: string): Promise<number | undefined> {
  const solver = await load()
  try {
    const { Status, ObjectiveValue } = solver.solve(model, { time_limit: SECONDS })
    return Status === 'Optimal' ? Math.round(ObjectiveValue) : undefined
  } catch {
    return undefined
  }
}

/** In the format of CPLEX: x says that a session is in a slot, y that a person has something to see in it. */
function modelOf(task: AgendaTask): string {
  const sessions = Array.from({ length: sessionsOf(task) }, (_, session) => session)
  const slots = Array.from({ length: task.slots }, (_, slot) => slot)
  const people = Array.from({ length: task.stars.start.length - 1 }, (_, person) => person)
  const rooms = roomsOf(task)
  const seen = people.flatMap((person) => slots.map((slot) => `y${person}_${slot}`))
  const inSlot = (each: readonly number[], slot: number, sign: string): string =>
    each.map((session) => `x${session}_${slot}`).join(` ${sign} `)
  const sharing = sessions.flatMap((one) =>
    sessions.slice(one + 1).flatMap((other) => {
      const hosts = listAt(task.hosts, other)
      return listAt(task.hosts, one).some((host) => hosts.includes(host)) ? [[one, other] as const] : []
    }),
  )
  const isShut = (session: number, slot: number): boolean => task.may?.[session * cellsOf(task) + slot * rooms] === 0
  const rules = [
    ...sessions.map((session) => `${slots.map((slot) => `x${session}_${slot}`).join(' + ')} = 1`),
    ...slots.map((slot) => `${inSlot(sessions, slot, '+')} <= ${rooms}`),
    ...people.flatMap((person) => slots.map((slot) => `y${person}_${slot} - ${inSlot([...listAt(task.stars, person)], slot, '-')} <= 0`)),
    ...sharing.flatMap(([one, other]) => slots.map((slot) => `x${one}_${slot} + x${other}_${slot} <= 1`)),
    ...sessions.flatMap((session) => slots.filter((slot) => isShut(session, slot)).map((slot) => `x${session}_${slot} = 0`)),
  ]
  return [
    `Maximize\n obj: ${seen.join(' + ')}\nSubject To`,
    ...rules.map((rule, at) => ` r${at}: ${rule}`),
    'Bounds',
    ...seen.map((each) => ` 0 <= ${each} <= 1`),
    `Binaries\n ${sessions.flatMap((session) => slots.map((slot) => `x${session}_${slot}`)).join(' ')}\nEnd\n`,
  ].join('\n')
}
