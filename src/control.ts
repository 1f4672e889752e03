/** The door by which a command reaches the running server: a socket in the data folder, one line of JSON in, lines of JSON out. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Refused, WrongUse } from './cli/command.ts'
import type { Settings } from './settings.ts'

/** What a command was given, by the names of its options. */
export type Words = Readonly<Record<string, string | readonly string[]>>
/** What a command says, a line at a time: to people as text, to machines as facts. */
export type Said = { text: string; facts: unknown }
export type Answering = (words: Words, say: (said: Said) => void) => Promise<void>
export type Control = { close(): void }
type Place = Pick<Settings, 'data' | 'databaseUrl'>

type Asked = { command: string; database: string; words: Words }
type Answered = { said: Said } | { refused: string } | { wrong: string } | { broken: string } | { done: true } | { elsewhere: true }

/** A longer path may not be a socket's, on the strictest system; then it lies among the temporary files, and the data folder says where. */
const LONGEST_PATH = 100
const MOST_BYTES = 64_000_000

/** Undefined when another process of the same folder answers already, as several on one PostgreSQL may. `report` hears of bugs. */
export async function openControl(
  place: Place,
  commands: Readonly<Record<string, Answering>>,
  report: (command: string, fault: unknown) => void,
): Promise<Control | undefined> {
  await mkdir(place.data, { recursive: true, mode: 0o700 })
  const before = await findSocket(place.data)
  if (before !== undefined && (await reach(before).then(hangUp, () => false))) return undefined
  if (before !== undefined) await rm(before, { force: true })
  const path = await newSocket(place.data)
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    void answer(socket, databaseOf(place), commands, report)
  })
  await listen(server, path)
  return { close: () => void server.close() }
}

/** False when no server of this folder and database runs. Otherwise what it says is heard line by line, and a refusal is thrown. */
export async function askControl(place: Place, command: string, words: Words, hear: (said: Said) => void): Promise<boolean> {
  const path = await findSocket(place.data)
  const socket = path === undefined ? undefined : await reach(path).catch(() => undefined)
  if (!socket) return false
  socket.write(`${JSON.stringify({ command, database: databaseOf(place), words } satisfies Asked)}\n`)
  try {
    for await (const line of createInterface({ input: socket })) {
      const answered = JSON.parse(line) as Answered
      if ('said' in answered) hear(answered.said)
      else if ('refused' in answered) throw new Refused(answered.refused)
      else if ('wrong' in answered) throw new WrongUse(answered.wrong)
      else if ('broken' in answered) throw new Error(`The server could not do it (${answered.broken}). Its log says more.`)
      else return 'done' in answered
    }
  } finally {
    socket.destroy()
  }
  throw new Refused('The server stopped before it had done this. Ask again when it runs.')
}

async function answer(
  socket: Socket,
  database: string,
  commands: Readonly<Record<string, Answering>>,
  report: (command: string, fault: unknown) => void,
): Promise<void> {
  const say = (answered: Answered): void => {
    // Whoever asked has gone, so nothing more is done for them.
    if (socket.destroyed) throw new Refused('Nobody listens any more.')
    socket.write(`${JSON.stringify(answered)}\n`)
  }
  const asked = await readAsked(socket)
  if (!asked) return void socket.destroy()
  const command = Object.hasOwn(commands, asked.command) ? commands[asked.command] : undefined
  try {
    if (asked.database !== database) say({ elsewhere: true })
    else if (!command) say({ refused: `The server that runs here does not know "${asked.command}". Start it again with this version.` })
    else {
      await command(asked.words, (said) => say({ said }))
      say({ done: true })
    }
  } catch (fault) {
    if (socket.destroyed) return
    if (fault instanceof Refused) say({ refused: fault.message })
    else if (fault instanceof WrongUse) say({ wrong: fault.message })
    else {
      report(asked.command, fault)
      say({ broken: (fault as Error).name })
    }
  } finally {
    socket.end()
  }
}

function readAsked(socket: Socket): Promise<Asked | undefined> {
  return new Promise((resolve) => {
    const pieces: string[] = []
    let length = 0
    socket.setEncoding('utf8')
    socket.on('data', (piece: string) => {
      pieces.push(piece)
      length += piece.length
      if (piece.includes('\n')) resolve(askedIn(pieces.join('')))
      else if (length > MOST_BYTES) resolve(undefined)
    })
    socket.on('close', () => resolve(undefined))
  })
}

function askedIn(line: string): Asked | undefined {
  try {
    const { command, database, words } = JSON.parse(line) as Partial<Asked>
    return typeof command === 'string' && typeof database === 'string' && typeof words === 'object'
      ? { command, database, words }
      : undefined
  } catch {
    return undefined
  }
}

/** Two servers may share a folder by mistake, each with a database of its own; a command is for one of them. */
const databaseOf = ({ databaseUrl = '' }: Place): string => createHash('sha256').update(databaseUrl).digest('hex').slice(0, 16)

const besideOf = (folder: string): string => join(folder, 'control.sock')
const tellingOf = (folder: string): string => join(folder, 'control.at')
const isShort = (path: string): boolean => Buffer.byteLength(path) <= LONGEST_PATH

async function findSocket(folder: string): Promise<string | undefined> {
  const beside = besideOf(folder)
  if (isShort(beside)) return beside
  const told = await readFile(tellingOf(folder), 'utf8').catch(() => '')
  return told === '' ? undefined : told
}

/** In a folder that nobody else may enter, under a name that nobody can guess. */
async function newSocket(folder: string): Promise<string> {
  const beside = besideOf(folder)
  if (isShort(beside)) return beside
  const before = await findSocket(folder)
  if (before !== undefined) await rm(dirname(before), { recursive: true, force: true })
  const path = join(await mkdtemp(join(tmpdir(), 'appstarter-')), 's')
  await writeFile(tellingOf(folder), path, { mode: 0o600 })
  return path
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Made with these rights, not given them afterwards: in between somebody else could come in.
    const mask = process.umask(0o177)
    server.listen(path, () => resolve())
    process.umask(mask)
  })
}

function reach(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket.off('error', reject)))
    socket.once('error', reject)
  })
}

function hangUp(socket: Socket): boolean {
  socket.destroy()
  return true
}
