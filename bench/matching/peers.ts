/** Others who find the same pairs: npm packages, and a program that uses LEMON. Fetched or compiled into a folder of their own; what cannot be had is left out. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../../src/root.ts'

export type Run = { weight: number; seconds: number }
/** Nothing where it would take minutes, or could not be had. */
export type Peer = { name: string; run(file: string, people: number): Run | undefined }
export type Kind = 'pairs' | 'sides'

/** The packages and the most people for whom they end within a minute. */
const PACKAGES: Record<Kind, { name: string; version: string; most: number }> = {
  pairs: { name: 'edmonds-blossom', version: '1.0.0', most: 2000 },
  sides: { name: 'munkres-js', version: '1.2.2', most: 1000 },
}

export const peersOf = (kind: Kind, folder: string, beside: string | undefined): Peer[] => [
  packagePeer(kind, folder),
  beside === undefined ? lemonPeer(kind, folder) : programPeer(beside, []),
]

function packagePeer(kind: Kind, folder: string): Peer {
  const { name, version, most } = PACKAGES[kind]
  const isThere = isDone('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`])
  const program = fileURLToPath(new URL('matching/package-process.js', import.meta.url))
  const run = (file: string): Run => JSON.parse(output(process.execPath, [program, name, file, folder])) as Run
  return { name, run: (file, people) => (isThere && people <= most ? run(file) : undefined) }
}

function lemonPeer(kind: Kind, folder: string): Peer {
  const program = join(folder, 'lemon')
  const isThere = isDone('g++', ['-O2', '-o', program, fileURLToPath(inRoot('bench/matching/lemon.cpp')), '-llemon'])
  return isThere ? programPeer(program, [kind]) : { name: 'LEMON', run: () => undefined }
}

/** It reads the file and prints "weight=W" and "cpu=SECONDS". */
const programPeer = (program: string, words: readonly string[]): Peer => ({
  name: words.length > 0 ? 'LEMON' : 'beside',
  run(file) {
    const said = output(program, [file, ...words])
    return { weight: Number(/weight=(\d+)/.exec(said)?.[1]), seconds: Number(/cpu=([\d.]+)/.exec(said)?.[1]) }
  },
})

function isDone(program: string, words: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore', timeout: 120_000 })
    return true
  } catch {
    return false
  }
}

export const output = (program: string, words: readonly string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 28 })
