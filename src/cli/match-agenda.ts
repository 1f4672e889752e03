/** npx appstarter match agenda */
import { readFile } from 'node:fs/promises'
import { csvOf } from '../basics/csv.ts'
import { count } from '../basics/text.ts'
import { type Aim, planAgenda } from '../matching/agenda/agenda.ts'
import { type AgendaTask, openCells, WrongAgenda } from '../matching/agenda/agenda-task.ts'
import { howMany, type Lists, listAt, listsOf } from '../matching/agenda/lists.ts'
import { type Given, Refused, WrongUse } from './command.ts'
import { readSeed } from './match-pairs.ts'

export const agendaHelp = `agenda FILE reads JSON: {"S": slots, "caps": [seats of each room], "prefs": [[sessions that a person starred], ...], "hosts": [[hosts of a
session], ...], "banned": [a slot in which a session cannot be, or -1]}, with, if any, "mustSees": [[sessions that a person must see], ...],
"top": [the best sessions, in different slots and the largest rooms] and, instead of "banned", "may": [[cells where a session may be], ...], where
a cell is slot * rooms + room. Everything is numbered from 0. It finds when and where each session is
held, so that people have something that they starred in as many slots as possible, and prints a spreadsheet.

  --json               prints one line instead: {"slot", "room", "coverage", "bound", "seconds"}; coverage counts for each person the slots
                       with something that they starred, and none can be above bound
  --aim must-sees      lets as many people as possible see everything that they must
  --evaluations NUMBER exchanges of two sessions that are weighed: 4000000 unless said, about a second for 700 people
  --seed NUMBER        searches in another order`

export const agendaOptions = { aim: { type: 'string' }, evaluations: { type: 'string' } } as const

export async function runAgenda({ places, is, text, say, print }: Given): Promise<void> {
  const options = { aim: readAim(text('aim')), ...readEvaluations(text('evaluations')), ...readSeed(text('seed')) }
  const task = readTask(await readJson(places[1] ?? ''))
  const watch = is('progress') ? { progress: (done: number, of: number) => say(`Searching: ${Math.floor((100 * done) / of)} %`) } : {}
  const before = process.cpuUsage()
  try {
    const { slot, room, coverage, mustSees, bound, broken } = planAgenda(task, options, watch)
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    if (is('json'))
      print(
        JSON.stringify({
          slot: [...slot],
          room: [...room],
          coverage,
          bound: bound.coverage,
          ...(task.mustSees ? { mustSees, mustSeesBound: bound.mustSees } : {}),
          ...(broken.length > 0 ? { broken } : {}),
          seconds,
        }),
      )
    else print(csvOf([['session', 'slot', 'room'], ...[...slot].map((at, session) => [session, at, room[session] ?? 0])]).trimEnd())
    say(`${count(slot.length, 'session')}: ${coverage} of at most ${bound.coverage} people-slots, ${count(broken.length, 'broken rule')}.`)
  } catch (fault) {
    throw fault instanceof WrongAgenda ? new Refused(fault.message) : fault
  }
}

function readAim(said = 'coverage'): Aim {
  if (said !== 'coverage' && said !== 'must-sees') throw new WrongUse(`--aim must be coverage or must-sees, not "${said}".`)
  return said
}

function readEvaluations(said: string | undefined): { evaluations?: number } {
  if (said === undefined) return {}
  if (!/^\d{1,9}$/.test(said)) throw new WrongUse(`--evaluations must be a whole number of up to nine digits, not "${said}".`)
  return { evaluations: Number(said) }
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch(() => refuse(`The file ${file} cannot be read.`))
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said === 'object' && said !== null) return { ...said }
  } catch {
    return refuse(`The file ${file} is not JSON.`)
  }
  return refuse(`The file ${file} must be an object.`)
}

function readTask(said: Record<string, unknown>): AgendaTask {
  const { S: slots } = said
  if (typeof slots !== 'number') return refuse('The file must say "S", the number of slots.')
  const hosts = lists(said, 'hosts')
  const banned = 'banned' in said ? numbers(said['banned'], 'banned') : []
  if (banned.length > 0 && banned.length !== hosts.start.length - 1)
    return refuse(`"banned" must have a slot, or -1, for each of ${hosts.start.length - 1} sessions.`)
  const seats = Int32Array.from(numbers(said['caps'], 'caps'))
  return {
    slots,
    seats,
    stars: lists(said, 'prefs'),
    hosts,
    ...(banned.some((slot) => slot >= 0) ? { may: openCells({ slots, seats, hosts }, (session, slot) => slot !== banned[session]) } : {}),
    ...('may' in said ? { may: readMay(said, { slots, seats, hosts }) } : {}),
    ...('mustSees' in said ? { mustSees: lists(said, 'mustSees') } : {}),
    ...('top' in said ? { top: Int32Array.from(numbers(said['top'], 'top')) } : {}),
  }
}

function readMay(said: Record<string, unknown>, task: Pick<AgendaTask, 'slots' | 'seats' | 'hosts'>): Uint8Array {
  const open = lists(said, 'may')
  if (howMany(open) !== howMany(task.hosts)) return refuse(`"may" must have a list for each of ${howMany(task.hosts)} sessions.`)
  return openCells(task, (session, slot, room) => listAt(open, session).includes(slot * task.seats.length + room))
}

function lists(said: Record<string, unknown>, name: string): Lists {
  const all = said[name]
  return listsOf(Array.isArray(all) ? all.map((each) => numbers(each, name)) : refuse(`The file must have a list of "${name}".`))
}

function numbers(said: unknown, name: string): number[] {
  const isWhole = (each: unknown): each is number => typeof each === 'number' && Number.isInteger(each) && Math.abs(each) < 2 ** 31
  return Array.isArray(said) && said.every(isWhole) ? said : refuse(`"${name}" must be whole numbers in lists.`)
}

function refuse(sentence: string): never {
  throw new Refused(sentence)
}
