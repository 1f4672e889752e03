// What npm test runs: bundles the test files, brings PostgreSQL and Chromium where a test asks for them, runs, and tidies up.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { findChromium } from './machines/chromium.mjs'
import { startPostgres } from './machines/postgres.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
// An embedded database takes up to 840 MB in the moment it is made.
const BYTES_PER_FILE = 1.5e9
// What a developer's shell says must not change what a test says.
const OURS_ALONE = /^(PORT|DATABASE_URL|CHROMIUM_PATH|APPSTARTER_.*|PG[A-Z]+|NODE_ENV|NODE_TEST_CONTEXT)$/

// Hooks outside of any describe, and changes to the process, would be those of every file in it.
const FOR_ALL = /^(before|after)(Each)?\(|\bprocess\.(chdir|exit|env\b)|\bsetFlagsFromString\(/m

// Enough that starting is little of it, few enough that no processor waits long for the last of them.
const FILES_A_PROCESS = 20

const asked = process.argv.slice(2)
const isProof = asked.includes('--proof')
const ending = isProof ? '.proof.ts' : '.test.ts'
const minutesForFile = isProof ? 60 : 10
const minutesForAll = isProof ? 180 : 30
const names = asked.filter((word) => !word.startsWith('--'))

process.chdir(ROOT)
const undo = []
let runner
let interrupted
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt(signal))

try {
  process.exitCode = await main()
} catch (fault) {
  console.error(fault.stack)
  process.exitCode = 1
} finally {
  for (const step of undo.reverse()) await step().catch((fault) => console.error(fault.stack))
}
if (interrupted) process.exitCode = 1
process.exit()

async function main() {
  const files = ['src', 'tests'].flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path)))
  const chosen = files.filter((path) => path.endsWith(ending) && (names.length === 0 || names.some((name) => path.includes(name)))).sort()
  if (chosen.length === 0)
    throw new Error(`No file *${ending} in src or tests${names.length ? ` has in its path: ${names.join(', ')}` : ''}.`)
  if (existsSync('build.mjs')) await (await import('../build.mjs')).build({ ifStale: true })
  const { bundles, mentions } = await bundled(chosen)
  const postgres = mentions('APPSTARTER_TEST_POSTGRES') ? await postgresForTests() : {}
  const browser = mentions('CHROMIUM_PATH') ? await browserForTests() : {}
  const demo = mentions('APPSTARTER_TEST_DEMO') ? await demoForTests() : {}
  if (interrupted) return 1
  const code = await runTests(bundles, { ...postgres, ...browser, ...demo })
  if (postgres.APPSTARTER_TEST_NO_POSTGRES)
    console.log(`\n*** SKIPPED: everything on PostgreSQL. ***\n${postgres.APPSTARTER_TEST_NO_POSTGRES}\n`)
  return code
}

/** What tries the whole has a process a file. Features and rooms share one: to start it, and what they all need in it, takes longer than most files do. */
function grouped(files) {
  const groups = new Map()
  let shared
  for (const path of files) {
    const isAlone = path.startsWith('tests') || FOR_ALL.test(readFileSync(path, 'utf8'))
    const isNew = isAlone || !shared || (shared.length >= FILES_A_PROCESS && dirname(shared.at(-1)) !== dirname(path))
    const group = isNew ? [] : shared
    if (isNew) groups.set(nameOf(path), group)
    if (!isAlone) shared = group
    group.push(path)
  }
  return groups
}

/** The runner goes by the alphabet: the whole product is tried first, which takes longest, so that no processor waits for the last of it. */
function nameOf(path) {
  return `${path.startsWith('tests') ? 'first' : 'then'}/${path.replace(ending, '')}${ending.replace('.ts', '')}`
}

/** What the bundler reads for a group: its files, in order. */
function together(groups) {
  return {
    name: 'together',
    setup(build) {
      build.onResolve({ filter: /^(first|then)\// }, ({ path }) => ({ path, namespace: 'together' }))
      build.onLoad({ filter: /^/, namespace: 'together' }, ({ path }) => ({
        contents: groups
          .get(path)
          .map((file) => `import './${file}'`)
          .join('\n'),
        resolveDir: ROOT,
      }))
    },
  }
}

/** Each run bundles into a folder of its own, so that two runs at once do not change each other's files. */
async function bundled(files) {
  await mkdir('build/tests', { recursive: true })
  const outdir = await mkdtemp(join('build', 'tests', 'run-'))
  undo.push(() => rm(outdir, { recursive: true, force: true }))
  const groups = grouped(files)
  const { metafile } = await bundle({
    absWorkingDir: ROOT,
    entryPoints: [...groups.keys()].map((name) => ({ in: name, out: name })),
    plugins: [together(groups)],
    outdir,
    outbase: '.',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    loader: { '.sql': 'text' },
    metafile: true,
    logLevel: 'silent',
  })
  const texts = await Promise.all(Object.keys(metafile.outputs).map((path) => readFile(path, 'utf8')))
  return {
    bundles: [...groups.keys()].map((name) => join(outdir, `${name}.js`)),
    mentions: (word) => texts.some((text) => text.includes(word)),
  }
}

async function postgresForTests() {
  const began = Date.now()
  const postgres = await startPostgres()
  if (postgres.missing) return { APPSTARTER_TEST_NO_POSTGRES: postgres.missing }
  undo.push(postgres.stop)
  console.log(`PostgreSQL: ${postgres.from}, ${Date.now() - began} ms`)
  return { APPSTARTER_TEST_POSTGRES: postgres.url }
}

async function browserForTests() {
  const began = Date.now()
  const chromium = await findChromium()
  if (chromium.missing) return { APPSTARTER_TEST_NO_CHROMIUM: chromium.missing }
  console.log(`Chromium: ${chromium.from}, ${Date.now() - began} ms`)
  return { CHROMIUM_PATH: chromium.path }
}

async function demoForTests() {
  const began = Date.now()
  const folder = await mkdtemp(join(tmpdir(), 'appstarter-demo-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  const APPSTARTER_DATA = join(folder, 'data')
  const telling = spawn(process.execPath, ['bin/appstarter.mjs', 'demo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, APPSTARTER_DATA },
  })
  const [code] = await once(telling, 'exit')
  if (code !== 0) throw new Error('The demo for the tests was not made.')
  console.log(`Demo: told in ${Date.now() - began} ms`)
  return { APPSTARTER_TEST_DEMO: APPSTARTER_DATA }
}

async function runTests(bundles, machines) {
  const folder = await mkdtemp(join(tmpdir(), 'appstarter-tests-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  const shell = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS_ALONE.test(name)))
  const atOnce = Math.max(1, Math.min(availableParallelism(), Math.floor(process.availableMemory() / BYTES_PER_FILE)))
  const options = [
    '--enable-source-maps',
    '--import',
    new URL('machines/deadline.mjs', import.meta.url).href,
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-concurrency=${atOnce}`,
  ]
  // In a group of its own, so that whatever a test started ends with it.
  runner = spawn(process.execPath, [...options, ...bundles], {
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...shell, ...machines, TMPDIR: folder, APPSTARTER_TEST_MINUTES: String(minutesForFile) },
  })
  const tooLong = setTimeout(() => {
    console.error(`The tests did not end within ${minutesForAll} minutes.`)
    interrupt('SIGTERM')
  }, minutesForAll * 60_000)
  const [code] = await once(runner, 'exit')
  clearTimeout(tooLong)
  tell('SIGKILL')
  return code ?? 1
}

function interrupt(signal) {
  interrupted = signal
  tell(signal)
  setTimeout(() => tell('SIGKILL'), 5000).unref()
}

function tell(signal) {
  try {
    if (runner) process.kill(-runner.pid, signal)
  } catch {
    // Nobody is left in the group.
  }
}
