/**
 * How much the tests of the best pairs notice: each rule of the search is made wrong in one place, and the tests must fail. Left out are
 * what only makes it quicker (the auction that it begins with, and which arcs are looked at first): every start ends at the same pairs; and
 * loops that would go one place too far: columns end there, so nothing is read or written.
 * MUTANTS=1000 tries more of them, MUTATION_SEED=7 others.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Chance } from '../bench/chance.ts'
import { inRoot } from '../src/root.ts'

const RULES =
  'forest growth blossoms nest ends event-queue looking halves pair-certificate check-certificate chains market whole-weights'.split(' ')
const TESTS = ['match-pairs', 'check-certificate', 'halves'].map((name) => `src/matching/pairs/${name}.test.ts`)
const MANY = Number(process.env['MUTANTS'] ?? 300)
const SEED = Number(process.env['MUTATION_SEED'] ?? 1)
const WANTED = 0.8
/** The tests take a second or two; whatever takes so long goes in a circle. */
const CIRCLE = 40_000

const CHANGES: readonly (readonly [string, string])[] = [
  [' < ', ' <= '],
  [' <= ', ' < '],
  [' > ', ' >= '],
  [' >= ', ' > '],
  [' < ', ' > '],
  [' > ', ' < '],
  [' === ', ' !== '],
  [' !== ', ' === '],
  [' && ', ' || '],
  [' || ', ' && '],
  [' + ', ' - '],
  [' - ', ' + '],
  [' += ', ' -= '],
  [' -= ', ' += '],
  ['++', '--'],
  ['true', 'false'],
  ['false', 'true'],
  [' = 0', ' = 1'],
  ['Math.min', 'Math.max'],
  ['Math.max', 'Math.min'],
  ['continue', 'break'],
]
const IS_LOOP = /^\s*for \(let .*; \w+ < /
const IS_NO_RULE = /^\s*(\*|\/\*|\/\/|import |export type |type |readonly |throw |const \w+ = \d)/

type Mutant = { file: string; line: number; from: string; to: string; text: string }

function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(inRoot(file), 'utf8')
  let at = 0
  return source.split('\n').flatMap((line, number) => {
    const start = at
    at += line.length + 1
    if (IS_NO_RULE.test(line)) return []
    return CHANGES.filter(([, to]) => to !== ' <= ' || !IS_LOOP.test(line)).flatMap(([from, to]) =>
      [...line.matchAll(new RegExp(from.replace(/[.+|]/g, '\\$&'), 'g'))].map(({ index }) => ({
        file,
        line: number + 1,
        from,
        to,
        text: source.slice(0, start + index) + to + source.slice(start + index + from.length),
      })),
    )
  })
}

const folder = mkdtempSync(join(tmpdir(), 'appstarter-mutants-'))

/** Whether the tests pass with the mutant in its file's place; with none, as they are. */
async function passes(name: string, mutant?: Mutant): Promise<boolean> {
  const outdir = join(folder, name)
  await build({
    absWorkingDir: fileURLToPath(inRoot('.')),
    entryPoints: TESTS,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutant',
        setup: (on) =>
          on.onLoad({ filter: /src.matching.pairs.[\w-]+\.ts$/ }, ({ path }) =>
            mutant && fileURLToPath(inRoot(mutant.file)) === path ? { contents: mutant.text, loader: 'ts' } : undefined,
          ),
      },
    ],
  })
  for (const test of TESTS) {
    const run = spawn(process.execPath, [join(outdir, test.split('/').at(-1)?.replace(/ts$/, 'js') ?? '')], {
      stdio: 'ignore',
      timeout: CIRCLE,
      killSignal: 'SIGKILL',
    })
    const [code] = await once(run, 'exit')
    if (code !== 0) return false
  }
  return true
}

it(`notices ${WANTED * 100} of 100 mistakes in the rules of the best pairs`, async () => {
  assert.ok(await passes('none'), 'the tests fail without any mistake')
  const all = RULES.flatMap((rule) => mutantsOf(`src/matching/pairs/${rule}.ts`))
  const chance = new Chance(SEED)
  const left = chance.pickSome(all, MANY)
  const tried = left.length
  const missed: Mutant[] = []
  const work = async (name: string): Promise<void> => {
    for (let mutant = left.pop(); mutant; mutant = left.pop()) if (await passes(name, mutant)) missed.push(mutant)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, (_, at) => work(`worker-${at}`)))
  rmSync(folder, { recursive: true, force: true })
  for (const { file, line, from, to } of missed) console.log(`not noticed: ${file}:${line} "${from.trim()}" as "${to.trim()}"`)
  console.log(`${tried - missed.length} of ${tried} mistakes noticed (of ${all.length} that can be made)`)
  assert.ok(missed.length <= tried * (1 - WANTED))
})
