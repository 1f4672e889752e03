/** npx appstarter match groups */
import { readFile } from 'node:fs/promises'
import { WrongGroups } from '../matching/groups/group-task.ts'
import { boundOfGroups, makeGroups } from '../matching/groups/groups.ts'
import { type Given, Refused, WrongUse } from './command.ts'
import { readSeed } from './match-pairs.ts'

export const groupsHelp = `groups FILE reads "n" and then n lines of n numbers: what each of n people is worth to each. It finds groups that are worth much together,
which need not be the best there are, and prints one in each line. --json prints {"groups", "value", "bound", "seconds"} instead.

  --size NUMBER        people in a group, 4 unless said; sizes differ by one where the number does not divide`

export const groupsOptions = { size: { type: 'string' } } as const

export async function runGroups({ places: [, file = ''], is, text, say, print }: Given): Promise<void> {
  const size = readSize(text('size'))
  const { n, worth } = await readSquare(file)
  const watch = is('progress') ? { progress: (done: number) => say(`Changing places: pass ${done}`) } : {}
  const before = process.cpuUsage()
  try {
    const { groups, value } = makeGroups({ n, size, worth, ...readSeed(text('seed')) }, watch)
    const { user, system } = process.cpuUsage(before)
    const bound = boundOfGroups({ n, worth }, Math.max(2, ...groups.map(({ length }) => length)))
    if (is('json')) print(JSON.stringify({ groups, value, bound, seconds: (user + system) / 1e6 }))
    else print(groups.map((group) => group.join(' ')).join('\n'))
  } catch (fault) {
    throw fault instanceof WrongGroups ? new Refused(fault.message) : fault
  }
}

function readSize(said = '4'): number {
  if (!/^[2-9]$/.test(said)) throw new WrongUse(`--size must be a whole number from 2 to 9, not "${said}".`)
  return Number(said)
}

async function readSquare(file: string): Promise<{ n: number; worth: Float64Array }> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`The file ${file} cannot be read.`)
  })
  const [n = Number.NaN, ...numbers] = text.trim().split(/\s+/).map(Number)
  return { n, worth: Float64Array.from(numbers) }
}
