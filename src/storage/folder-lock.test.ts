/** One living process owns a data folder: a second is refused by name, and a dead owner's lock is taken over by exactly one. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, describe, it } from 'node:test'
import { build } from 'esbuild'
import { inRoot } from '../root.ts'
import { FolderInUse, holdFolder, type Owner } from './folder-lock.ts'

const LOCK = 'in-use-by.json'
/** Holds every folder that it is told, and says what came of it. */
const HOLDER = `import { createInterface } from 'node:readline'
import { holdFolder } from './folder-lock.mjs'
console.log('ready')
for await (const folder of createInterface({ input: process.stdin }))
  console.log(await holdFolder(folder).then(() => 'held', (fault) => fault.message))`

type Holder = { child: ChildProcess; pid: number; tell(folder: string): Promise<string>; kill(): Promise<void> }

describe('the lock of a data folder', () => {
  let place: string
  const holders: Holder[] = []
  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'lock-'))
    await build({
      entryPoints: [inRoot('src/storage/folder-lock.ts').pathname],
      outfile: join(place, 'folder-lock.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    })
    await writeFile(join(place, 'holder.mjs'), HOLDER)
  })
  after(() => Promise.all(holders.map((holder) => holder.kill())))

  const aFolder = (): Promise<string> => mkdtemp(join(place, 'folder-'))
  const lockOf = async (folder: string): Promise<Owner> => JSON.parse(await readFile(join(folder, LOCK), 'utf8')) as Owner

  async function aHolder(): Promise<Holder> {
    const child = spawn(process.execPath, [join(place, 'holder.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const next = async (): Promise<string> => String((await lines.next()).value)
    assert.equal(await next(), 'ready')
    const holder: Holder = {
      child,
      pid: child.pid as number,
      tell(folder) {
        child.stdin.write(`${folder}\n`)
        return next()
      },
      async kill() {
        if (child.exitCode !== null || child.signalCode !== null) return
        child.kill('SIGKILL')
        await once(child, 'exit')
      },
    }
    holders.push(holder)
    return holder
  }

  it('refuses a second process with a sentence that names the first', async () => {
    const [folder, holder] = [await aFolder(), await aHolder()]
    assert.equal(await holder.tell(folder), 'held')
    const { since } = await lockOf(folder)
    await assert.rejects(holdFolder(folder), (fault: Error) => {
      assert.ok(fault instanceof FolderInUse)
      assert.equal(
        fault.message,
        `Another Appstarter already uses the data folder ${folder}: process ${holder.pid}, since ${since.slice(0, 16).replace('T', ' ')} UTC. Stop it first, or set APPSTARTER_DATA to another folder.`,
      )
      return true
    })
    assert.equal((await lockOf(folder)).pid, holder.pid)
  })

  it('refuses the same process a second time', async () => {
    const folder = await aFolder()
    const release = await holdFolder(folder)
    await assert.rejects(holdFolder(folder), FolderInUse)
    await release()
  })

  it('is free again after it was let go, and nothing of it stays', async () => {
    const [folder, holder] = [await aFolder(), await aHolder()]
    const release = await holdFolder(folder)
    assert.match(await holder.tell(folder), new RegExp(`process ${process.pid}`))
    await release()
    assert.deepEqual(await readdir(folder), [])
    assert.equal(await holder.tell(folder), 'held')
  })

  it('makes the folder, for its owner only', async () => {
    const folder = join(await aFolder(), 'deep', 'inside')
    const release = await holdFolder(folder)
    assert.equal((await stat(folder)).mode & 0o777, 0o700)
    await release()
  })

  it('is taken over from a process that was killed', async () => {
    const [folder, holder] = [await aFolder(), await aHolder()]
    assert.equal(await holder.tell(folder), 'held')
    await holder.kill()
    const release = await holdFolder(folder)
    assert.equal((await lockOf(folder)).pid, process.pid)
    await release()
  })

  it('is taken over when its number belongs to another program by now', async () => {
    const [folder, other] = [await aFolder(), await aHolder()]
    await writeFile(join(folder, LOCK), JSON.stringify({ pid: other.pid, started: 'another boot:1', since: new Date(0).toISOString() }))
    await (await holdFolder(folder))()
    // Our own number too: in a container the first process always has the same.
    await writeFile(join(folder, LOCK), JSON.stringify({ pid: process.pid, started: 'another boot:1', since: new Date(0).toISOString() }))
    await (await holdFolder(folder))()
    assert.deepEqual(await readdir(folder), [])
  })

  it('is taken over when whoever was clearing a dead lock away was killed as well', async () => {
    const [folder, dead] = [await aFolder(), JSON.stringify({ pid: 1, started: 'another boot:1', since: new Date(0).toISOString() })]
    for (const name of [LOCK, `${LOCK}.clearing`]) await writeFile(join(folder, name), dead)
    await (await holdFolder(folder))()
    assert.deepEqual(await readdir(folder), [])
  })

  it("is nobody's when it is half written", async () => {
    for (const text of ['', '{"pid": 1, "star', 'null', '{}', '[]', '"x"', '{"pid": "1"}']) {
      const folder = await aFolder()
      await writeFile(join(folder, LOCK), text)
      await (await holdFolder(folder))()
      assert.deepEqual(await readdir(folder), [], text)
    }
  })

  it('does not give away a folder that somebody else has taken meanwhile', async () => {
    const folder = await aFolder()
    const release = await holdFolder(folder)
    const theirs = JSON.stringify({ pid: 1, started: '', since: '' })
    await writeFile(join(folder, LOCK), theirs)
    await release()
    assert.equal(await readFile(join(folder, LOCK), 'utf8'), theirs)
  })

  it('goes to exactly one of six that find a dead lock at the same moment', async () => {
    const six = await Promise.all(Array.from({ length: 6 }, aHolder))
    for (let round = 0; round < 40; round++) {
      const folder = await aFolder()
      await writeFile(join(folder, LOCK), JSON.stringify({ pid: six[0]?.pid, started: 'another boot:1', since: new Date(0).toISOString() }))
      const told = await Promise.all(six.map((holder) => holder.tell(folder)))
      const winners = six.filter((_, index) => told[index] === 'held')
      assert.equal(winners.length, 1, `round ${round}: ${told.join('\n')}`)
      assert.equal((await lockOf(folder)).pid, winners[0]?.pid)
      for (const said of told.filter((each) => each !== 'held')) assert.match(said, new RegExp(`process ${winners[0]?.pid},`))
      assert.deepEqual(await readdir(folder), [LOCK])
    }
  })
})
