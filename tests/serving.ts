/** Starts the real program in a process of its own, and speaks to it as a browser would. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../src/root.ts'
import { Visitor } from './visit.ts'

const PROGRAM = fileURLToPath(inRoot('build/appstarter.js'))
const COMMAND = fileURLToPath(inRoot('bin/appstarter.mjs'))

export type Environment = Record<string, string>
/** Only what we say: nobody's own settings change what a test sees. */
const environmentOf = (more: Environment): Environment => ({
  PATH: process.env['PATH'] ?? '',
  TMPDIR: process.env['TMPDIR'] ?? '/tmp',
  ...more,
})

/** A data folder with a demo of today in it, for one test alone: the demo itself is told once for all of them. */
export async function aDemo(): Promise<string> {
  const told = process.env['APPSTARTER_TEST_DEMO']
  assert.ok(told, 'Start this test with npm test: it needs a demo.')
  return aCopyOf(told)
}

export async function aCopyOf(data: string): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'demo-')), 'data')
  await cp(data, folder, { recursive: true })
  return folder
}

export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; said: string }

/** Runs one command of the real program until it ends. `typed` is what somebody answers through a pipe; else nobody is there. */
export async function runCommand(words: readonly string[], environment: Environment = {}, typed?: string): Promise<Ended> {
  const input = typed === undefined ? 'ignore' : 'pipe'
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: [input, 'pipe', 'pipe'], env: environmentOf(environment) })
  child.stdin?.end(typed)
  const [out, said] = [collect(child.stdout), collect(child.stderr)]
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, out: out.text, said: said.text }
}

export type Serving = {
  process: ChildProcess
  port: number
  origin: string
  /** What it has said to people so far. */
  said: { text: string }
  log: { text: string }
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  visitor(): Visitor
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Serves a data folder on a free port, and returns when it takes requests. */
export async function startServing(folder: string, environment: Environment = {}): Promise<Serving> {
  const child = spawn(process.execPath, [PROGRAM, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf({ PORT: '0', APPSTARTER_DATA: folder, ...environment }),
  })
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  const [log, said] = [collect(child.stdout), collect(child.stderr)]
  const started = new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { what, port } = JSON.parse(line) as { what: string; port: number }
      if (what === 'started') resolve(port)
    })
  })
  const port = await Promise.race([started, ended.then(() => undefined)])
  assert.ok(port, `The server did not start:\n${said.text}`)
  const origin = `http://localhost:${port}`
  return {
    process: child,
    port,
    origin,
    said,
    log,
    ended,
    visitor: () => new Visitor((request) => fetch(request), origin),
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  // No deadline of its own: a condition that never comes is ended, and named, by the test file's.
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

function collect(stream: NodeJS.ReadableStream | null): { text: string } {
  const heard = { text: '' }
  stream?.setEncoding('utf8').on('data', (piece: string) => {
    heard.text += piece
  })
  return heard
}
