/** A command reaches the running server of its folder and database, and nobody else can. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { Refused, WrongUse } from './cli/command.ts'
import { type Answering, askControl, openControl } from './control.ts'

const aFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'c-'))
const at = (data: string, databaseUrl?: string) => ({ data, databaseUrl })
const echo: Answering = async ({ text = '' }, say) => {
  for (const word of String(text).split(' ')) say({ text: word, facts: { word } })
}
const commands: Record<string, Answering> = {
  echo,
  refuse: async () => Promise.reject(new Refused('Not today.')),
  misuse: async () => Promise.reject(new WrongUse('--set needs a time.')),
  break: async () => Promise.reject(new TypeError('hunter2 is not a function')),
}
const faults: unknown[] = []
const open = (data: string, databaseUrl?: string) => openControl(at(data, databaseUrl), commands, (_, fault) => faults.push(fault))

async function ask(data: string, command: string, text = '', databaseUrl?: string): Promise<string[] | false> {
  const heard: string[] = []
  return (await askControl(at(data, databaseUrl), command, { text }, (said) => heard.push(said.text))) && heard
}

describe('a command', () => {
  it('is done by the running server, line by line, also when it is long', async () => {
    const folder = await aFolder()
    const control = await open(folder)
    assert.deepEqual(await ask(folder, 'echo', 'one two three'), ['one', 'two', 'three'])
    const long = 'ä'.repeat(1_000_000)
    assert.deepEqual(await ask(folder, 'echo', long), [long])
    control?.close()
    assert.equal(await ask(folder, 'echo', 'one'), false)
  })

  it('hears why it is refused, and of a bug only its kind', async () => {
    const folder = await aFolder()
    const control = await open(folder)
    await assert.rejects(ask(folder, 'refuse'), new Refused('Not today.'))
    await assert.rejects(ask(folder, 'misuse'), new WrongUse('--set needs a time.'))
    await assert.rejects(ask(folder, 'of tomorrow'), /does not know "of tomorrow"\. Start it again/)
    await assert.rejects(ask(folder, 'break'), /could not do it \(TypeError\)\. Its log/)
    assert.deepEqual(faults.map(String), ['TypeError: hunter2 is not a function'])
    control?.close()
  })

  it('is for the server of its own database', async () => {
    const folder = await aFolder()
    const control = await open(folder, 'postgres://one/a')
    assert.equal(await ask(folder, 'echo', 'x'), false)
    assert.equal(await ask(folder, 'echo', 'x', 'postgres://one/b'), false)
    assert.deepEqual(await ask(folder, 'echo', 'x', 'postgres://one/a'), ['x'])
    control?.close()
  })

  it('finds nobody where no server runs', async () => {
    assert.equal(await ask(await aFolder(), 'echo'), false)
    assert.equal(await ask(join(await aFolder(), 'never made'), 'echo'), false)
  })
})

describe('the door', () => {
  it('opens for its owner alone', async () => {
    const folder = await aFolder()
    const control = await open(folder)
    assert.equal((await stat(join(folder, 'control.sock'))).mode & 0o777, 0o600)
    control?.close()
  })

  it('is made new after a process that was killed, and left to one that lives', async () => {
    const folder = await aFolder()
    await writeFile(join(folder, 'control.sock'), 'left behind')
    const control = await open(folder)
    assert.equal(await open(folder), undefined)
    assert.deepEqual(await ask(folder, 'echo', 'still here'), ['still', 'here'])
    control?.close()
  })

  it('lies elsewhere when its path would be too long, and is told of', async () => {
    const folder = join(await aFolder(), 'a-folder-with-a-long-name'.repeat(4), 'ü'.repeat(30))
    await mkdir(folder, { recursive: true })
    for (const round of [1, 2]) {
      const control = await open(folder)
      assert.deepEqual(await ask(folder, 'echo', `round ${round}`), ['round', String(round)])
      const path = await readFile(join(folder, 'control.at'), 'utf8')
      assert.deepEqual([(await stat(dirname(path))).mode & 0o777, (await stat(path)).mode & 0o777], [0o700, 0o600])
      control?.close()
      assert.equal(await ask(folder, 'echo', 'x'), false)
    }
    await rm(dirname(await readFile(join(folder, 'control.at'), 'utf8')), { recursive: true, force: true })
  })

  it('is not opened by nonsense, and stays open after it', async () => {
    const folder = await aFolder()
    const control = await open(folder)
    for (const nonsense of ['nonsense\n', 'null\n', '{"command":"echo"}\n', '']) {
      const socket = connect(join(folder, 'control.sock'))
      socket.end(nonsense)
      await new Promise((resolve) => socket.once('close', resolve).resume())
    }
    await assert.rejects(ask(folder, 'constructor'), /does not know "constructor"/)
    assert.deepEqual(await ask(folder, 'echo', 'x'), ['x'])
    control?.close()
  })

  it('says so when the server goes before it has done', async () => {
    const folder = await aFolder()
    const server = createServer((socket) => socket.once('data', () => socket.end()))
    await new Promise<void>((resolve) => server.listen(join(folder, 'control.sock'), resolve))
    await assert.rejects(ask(folder, 'echo'), /stopped before it had done this/)
    server.close()
  })
})
