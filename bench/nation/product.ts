/** The real product as a process of its own, as people start it: its port, its memory, and what it says in its log of each request. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../../src/root.ts'

export type Started = { port: number; pid: number; stop(): Promise<void> }
/** `ms` is from the start of the process to its first whole page. */
export type Product = Started & { ms: number; megabytes(): number; linesSince(mark: number): LogLine[]; mark(): number }
export type LogLine = { what: string; route?: string; status?: number; queries?: number; port?: number }

const PATIENCE = 120_000

/** What a developer's shell says must not change what is measured. */
export function cleanEnvironment(own: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), NODE_ENV: 'production', ...own }
}

/** A program that writes its log to a file and says there on which port it listens. */
export async function startProgram(script: string, words: readonly string[], env: Record<string, string>, log: string): Promise<Started> {
  const file = openSync(log, 'w')
  const child = spawn(process.execPath, [script, ...words], { env: cleanEnvironment(env), stdio: ['ignore', file, file] })
  closeSync(file)
  const port = await portIn(child, log)
  return { port, pid: child.pid ?? 0, stop: () => stop(child) }
}

export async function startProduct(env: Record<string, string>, log: string): Promise<Product> {
  const began = performance.now()
  const started = await startProgram(fileURLToPath(inRoot('bin/appstarter.mjs')), ['serve'], { PORT: '0', ...env }, log)
  await firstPage(started.port)
  const ms = performance.now() - began
  const text = () => readFileSync(log, 'utf8')
  return {
    ...started,
    ms,
    megabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(started.pid)], { encoding: 'utf8' })) / 1024,
    mark: () => text().length,
    linesSince: (mark) => linesOf(text().slice(mark)),
  }
}

async function portIn(child: ChildProcess, log: string): Promise<number> {
  for (const patience = Date.now() + PATIENCE; Date.now() < patience; await pause(5)) {
    const text = readFileSync(log, 'utf8')
    const port = linesOf(text).find(({ what }) => what === 'started')?.port
    if (port !== undefined) return port
    if (child.exitCode !== null) throw new Error(`It ended before it began:\n${text}`)
  }
  throw new Error(`It did not start within ${PATIENCE / 1000} seconds: see ${log}`)
}

/** Only whole lines of the log; what the program says to people stands between them. */
const linesOf = (text: string): LogLine[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line))

function firstPage(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/' }, (answer) => answer.resume().on('end', () => resolve())).on('error', reject)
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
