/** One process owns an embedded data folder. A second one is refused with a sentence that names the first; a dead owner's lock is taken over. */
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Owner = { pid: number; started: string; since: string }

/** Holds the folder until the returned function is called. Throws FolderInUse. */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = join(folder, 'in-use-by.json')
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid), since: new Date().toISOString() } satisfies Owner)
  const own = `${lock}.${process.pid}`
  await writeFile(own, mine)
  try {
    await take(lock, own, folder)
  } finally {
    await rm(own, { force: true })
  }
  return async () => {
    if ((await readFile(lock, 'utf8').catch(() => '')) === mine) await rm(lock, { force: true })
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
    const seen = await readFile(lock, 'utf8').catch(() => '')
    const owner = readOwner(seen)
    if (owner && (await isAlive(owner))) throw new FolderInUse(folder, owner)
    const aside = `${own}.stale`
    await rename(lock, aside).catch(() => {})
    // Between reading and moving, somebody else may have taken over the stale lock: then theirs was moved, and is put back.
    const moved = await readFile(aside, 'utf8').catch(() => seen)
    if (moved !== seen) await link(aside, lock).catch(() => {})
    await rm(aside, { force: true })
  }
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
