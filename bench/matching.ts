/**
 * How long the best pairs take: npm run bench matching [PEOPLE ...] [--seeds 2] [--kinds mix,ties] [--beside PROGRAM].
 * Every solve has a process of its own, and its processor time is what counts. A program beside reads the same file and prints
 * "weight=W" and "cpu=SECONDS"; the npm package edmonds-blossom stands beside on its own where it is installed.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { PairGraph } from '../src/matching/pairs/pair-graph.ts'
import { inRoot } from '../src/root.ts'
import { type GraphKind, makeGraph, NEST_KINDS, ROUND_KINDS } from './matching/graphs.ts'

type Run = { weight: number; seconds: number }
const KINDS: readonly GraphKind[] = [...ROUND_KINDS, ...NEST_KINDS]
/** The package takes half a minute for 5,000 people, and does not end for 10,000. */
const MOST_FOR_PACKAGE = 2000
const WIDTHS = [10, 9, 6, 10, 14, 9, 9, 9]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '2' }, kinds: { type: 'string', default: KINDS.join() }, beside: { type: 'string' } },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000]
const folder = mkdtempSync(join(tmpdir(), 'matching-'))
try {
  printRow('kind', 'people', 'seed', 'pairs', 'weight', 'seconds', 'package', 'beside')
  for (const people of sizes)
    for (const kind of KINDS.filter((each) => values.kinds.split(',').includes(each)))
      for (let seed = 1; seed <= Number(values.seeds); seed++) measure(kind, people, seed)
} finally {
  rmSync(folder, { recursive: true })
}

function measure(kind: GraphKind, people: number, seed: number): void {
  const graph = makeGraph(kind, people, seed)
  const file = join(folder, 'pairs.txt')
  writeFileSync(file, listOf(graph))
  const ours = runOurs(file)
  const others = [people <= MOST_FOR_PACKAGE ? runPackage(file) : undefined, values.beside ? runBeside(values.beside, file) : undefined]
  for (const other of others)
    if (other && other.weight !== ours.weight) throw new Error(`${kind} ${people} ${seed}: found ${other.weight} beside ${ours.weight}`)
  const times = [ours, ...others].map((run) => run?.seconds.toFixed(3) ?? '-')
  printRow(kind, graph.n, seed, graph.from.length, ours.weight, ...times)
}

function runOurs(file: string): Run {
  const program = fileURLToPath(inRoot('bin/appstarter.mjs'))
  const { weight, exact, seconds } = JSON.parse(run(process.execPath, [program, 'match', 'pairs', file, '--json'])) as Run & {
    exact: boolean
  }
  if (!exact) throw new Error('not exact')
  return { weight, seconds }
}

function runPackage(file: string): Run | undefined {
  const said = run(process.execPath, [fileURLToPath(new URL('matching/package-process.js', import.meta.url)), file])
  return said === '' ? undefined : (JSON.parse(said) as Run)
}

function runBeside(program: string, file: string): Run {
  const said = run(program, [file])
  return { weight: Number(/weight=(\d+)/.exec(said)?.[1]), seconds: Number(/cpu=([\d.]+)/.exec(said)?.[1]) }
}

function run(program: string, words: string[]): string {
  return execFileSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 28 })
}

function listOf({ n, from, to, weight }: PairGraph): string {
  const lines = [`${n} ${from.length}`]
  for (let pair = 0; pair < from.length; pair++) lines.push(`${from[pair]} ${to[pair]} ${weight[pair]}`)
  return `${lines.join('\n')}\n`
}

function printRow(...cells: (string | number)[]): void {
  console.log(cells.map((cell, at) => String(cell).padStart(WIDTHS[at] ?? 0)).join(''))
}
