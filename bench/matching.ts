/**
 * How long the best pairs take: npm run bench matching [PEOPLE ...] [--seeds 2] [--kinds mix,ties] [--sides] [--near] [--beside PROGRAM].
 * Every solve has a process of its own, and its processor time is what counts. Beside ours stand an npm package and LEMON on the same file,
 * where they can be had; or a program that prints "weight=W" and "cpu=SECONDS". --sides makes pairs across two halves, and --near tells
 * how much is lost, and how much time saved, by those that are nearly best.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { PairGraph } from '../src/matching/pairs/pair-graph.ts'
import { inRoot } from '../src/root.ts'
import { type GraphKind, makeAcross, makeGraph, NEST_KINDS, ROUND_KINDS } from './matching/graphs.ts'
import { output, peersOf, type Run } from './matching/peers.ts'

const WIDTHS = [10, 9, 6, 10, 14, 9]
/** So many lines are written at once; a million people have more than fit into one text. */
const LINES_AT_ONCE = 100_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '2' },
    kinds: { type: 'string' },
    sides: { type: 'boolean', default: false },
    near: { type: 'boolean', default: false },
    beside: { type: 'string' },
  },
})
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000]
const kinds: readonly GraphKind[] = values.sides ? ROUND_KINDS : [...ROUND_KINDS, ...NEST_KINDS]
const chosen = kinds.filter((each) => values.kinds?.split(',').includes(each) ?? true)
const folder = mkdtempSync(join(tmpdir(), 'matching-'))
try {
  const peers = peersOf(values.sides ? 'sides' : 'pairs', folder, values.beside)
  const heads = values.near ? ['near', 'share', 'bound'] : []
  printRow('kind', 'people', 'seed', 'pairs', 'weight', 'seconds', ...heads, ...peers.map(({ name }) => name))
  for (const people of sizes)
    for (const kind of chosen)
      for (let seed = 1; seed <= Number(values.seeds); seed++) {
        const graph = values.sides ? makeAcross(kind, people, seed) : makeGraph(kind, people, seed)
        const file = join(folder, 'pairs.txt')
        write(file, graph)
        const ours = runOurs(file)
        if (!ours.exact) throw new Error('not exact')
        const others = peers.map((peer) => peer.run(file, people))
        for (const other of others)
          if (other && other.weight !== ours.weight)
            throw new Error(`${kind} ${people} ${seed}: found ${other.weight} beside ${ours.weight}`)
        const near = values.near ? besides(ours, runOurs(file, '--near')) : []
        const times = others.map((run) => run?.seconds.toFixed(3) ?? '-')
        printRow(kind, graph.n, seed, graph.from.length, ours.weight, ours.seconds.toFixed(3), ...near, ...times)
      }
} finally {
  rmSync(folder, { recursive: true })
}

type Ours = Run & { bound: number; exact: boolean }

function runOurs(file: string, ...more: string[]): Ours {
  const program = fileURLToPath(inRoot('bin/appstarter.mjs'))
  return JSON.parse(output(process.execPath, [program, 'match', values.sides ? 'sides' : 'pairs', file, '--json', ...more])) as Ours
}

/** Seconds, the share of the best that is found, and how far the bound stands above it. */
function besides(best: Ours, near: Ours): string[] {
  return [near.seconds.toFixed(3), (near.weight / best.weight).toFixed(5), (near.bound / best.weight).toFixed(5)]
}

function write(file: string, { n, from, to, weight }: PairGraph): void {
  const opened = openSync(file, 'w')
  let lines = [`${n} ${from.length}`]
  for (let pair = 0; pair < from.length; pair++) {
    lines.push(`${from[pair]} ${to[pair]} ${weight[pair]}`)
    if (lines.length < LINES_AT_ONCE) continue
    writeSync(opened, `${lines.join('\n')}\n`)
    lines = []
  }
  writeSync(opened, `${lines.join('\n')}\n`)
  closeSync(opened)
}

function printRow(...cells: (string | number)[]): void {
  console.log(cells.map((cell, at) => ` ${cell}`.padStart(WIDTHS[at] ?? 10)).join(''))
}
