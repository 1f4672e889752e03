/** Processor time of a process: on a machine that others use too it says what a page costs, where the clock on the wall says how long it waited. */
import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** Seconds used by these processes and by those that they started. Only Linux tells; elsewhere it is nought. */
export function processorSeconds(pids: readonly number[]): number {
  try {
    const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []))
    const used = all.filter(({ pid, parent }) => pids.includes(pid) || pids.includes(parent))
    return used.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_A_SECOND
  } catch {
    return 0
  }
}

function statOf(name: string): { pid: number; parent: number; ticks: number }[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold spaces; what follows is counted from its end.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent, user = 0, system = 0, usersEnded = 0, systemsEnded = 0] = [fields[1] ?? 0, ...fields.slice(11, 15)]
    return [{ pid: Number(name), parent, ticks: user + system + usersEnded + systemsEnded }]
  } catch {
    // It ended while we looked.
    return []
  }
}
