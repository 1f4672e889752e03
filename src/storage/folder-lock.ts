/** One process owns an embedded data folder. A second one is refused with a sentence that names the first; a dead owner's lock is taken over. */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Milliseconds until a process looks again whether another has taken a dead owner's lock away. */
const CLEARING = 20

export type Owner = { pid: number; started: string; since: string }

/** Holds the folder until the returned function is called. Throws FolderInUse. */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((fault: NodeJS.ErrnoException) => {
    throw new FolderUnusable(folder, fault)
  })
  const lock = join(folder, 'in-use-by.json')
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid), since: new Date().toISOString() } satisfies Owner)
  const own = `${lock}.${process.pid}`
  await writeFile(own, mine).catch((fault: NodeJS.ErrnoException) => {
    throw new FolderUnusable(folder, fault)
  })
  try {
    await take(lock, own, folder)
  } finally {
    await rm(own, { force: true })
  }
  return async () => {
    if ((await readFile(lock, 'utf8').catch(() => '')) === mine) await rm(lock, { force: true })
  }
}

export class FolderUnusable extends Error {
  constructor(folder: string, fault: NodeJS.ErrnoException) {
    const why =
      fault.code === 'EACCES' || fault.code === 'EPERM' || fault.code === 'EROFS'
        ? 'this user may not write there'
        : 'it is not a folder, or cannot be made one'
    super(`The data folder ${folder} cannot be used: ${why}. Set APPSTARTER_DATA to another folder.`)
  }
}

export class FolderInUse extends Error {
  constructor(folder: string, owner: Owner) {
    super(
      `Another Appstarter already uses the data folder ${folder}: process ${owner.pid}, since ${owner.since.slice(0, 16).replace('T', ' ')} UTC. ` +
        'Stop it first, or set APPSTARTER_DATA to another folder.',
    )
  }
}

/** A hard link is made or not made, never half: of two processes at the same moment one wins. */
async function take(lock: string, own: string, folder: string): Promise<void> {
  for (;;) {
    try {
      return await link(own, lock)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
    const seen = await readLock(lock)
    if (seen === undefined) continue
    const owner = await livingOwner(seen)
    if (owner) throw new FolderInUse(folder, owner)
    await clear(lock, own, folder)
  }
}

/** Takes a dead owner's lock away. Only one process at a time may: else a second, which looked earlier, would take away the lock of the first. */
async function clear(lock: string, own: string, folder: string): Promise<void> {
  const turn = `${lock}.clearing`
  try {
    await take(turn, own, folder)
  } catch (fault) {
    if (fault instanceof FolderInUse) return pause(CLEARING)
    throw fault
  }
  try {
    // Where there is no lock any more there may be a new one in a moment, and that one is not ours to take away.
    const seen = await readLock(lock)
    if (seen !== undefined && !(await livingOwner(seen))) await rm(lock, { force: true })
  } finally {
    await rm(turn, { force: true })
  }
}

async function readLock(lock: string): Promise<string | undefined> {
  return readFile(lock, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'ENOENT') throw fault
    return undefined
  })
}

async function livingOwner(seen: string): Promise<Owner | undefined> {
  const owner = readOwner(seen)
  return owner && (await isAlive(owner)) ? owner : undefined
}

function readOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return undefined // half written by a process that died: nobody's
  }
}

/** A process with the same number and the same start. After a restart the number may belong to somebody else. */
async function isAlive(owner: Owner): Promise<boolean> {
  if (owner.pid === process.pid) return owner.started === (await startOf(process.pid))
  try {
    process.kill(owner.pid, 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return owner.started === (await startOf(owner.pid))
}

/** When a process started, as the system counts; empty where the system does not tell, and then the number alone decides. */
async function startOf(pid: number): Promise<string> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? []
    return `${boot}:${fields[19] ?? ''}`
  } catch {
    return ''
  }
}
