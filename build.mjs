/** Makes build/: the program, the threads of the embedded database, of rounds and of agendas, a new database to copy, and the files that pages need. Only when something is newer than the last build. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const ROOT = new URL('./', import.meta.url)
const at = (path) => fileURLToPath(new URL(path, ROOT))
const STAMP = 'build/made'

export async function build({ ifStale = false } = {}) {
  if (ifStale && !isStale()) return
  if (!existsSync(at('node_modules/esbuild')))
    throw new Error('To build, install everything first: npm ci. Afterwards npm prune --omit=dev takes the tools away again.')
  const { build: bundle } = await import('esbuild')
  const { compileStyles, FONTS } = await import('./src/web/styles.mjs')
  rmSync(at(STAMP), { force: true })
  mkdirSync(at('build/static'), { recursive: true })
  const common = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    loader: { '.sql': 'text' },
    outdir: at('build'),
    logLevel: 'warning',
  }
  await Promise.all([
    bundle({
      ...common,
      entryPoints: {
        appstarter: at('src/cli/appstarter.ts'),
        matching: at('src/matching/package.ts'),
        'embedded-worker': at('src/storage/embedded-worker.ts'),
        'round-worker': at('src/workers/round-worker.ts'),
        'agenda-worker': at('src/workers/agenda-worker.ts'),
        'new-database': at('src/storage/new-database.ts'),
        sign: at('src/web/sign.ts'),
      },
    }).then(makeNewDatabase),
    declareMatching(),
    bundle({
      entryPoints: { app: at('src/web/scripts/app.ts'), event: at('src/web/scripts/event.ts'), offline: at('src/web/scripts/offline.ts') },
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      outdir: at('build/static'),
      logLevel: 'warning',
    }),
    ...['app', 'event'].map(async (name) => writeFileSync(at(`build/static/${name}.css`), await compileStyles(name))),
  ])
  const { favicon } = await import(pathToFileURL(at('build/sign.js')).href)
  writeFileSync(at('build/static/favicon.svg'), favicon({}))
  for (const font of FONTS) cpSync(font, at(`build/static/${basename(font)}`))
  writeFileSync(at(STAMP), '')
}

/** The types of `appstarter/matching`, beside what they describe. */
const declareMatching = () => promisify(execFile)(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at('src/matching')])

/** The same for as long as the engine and its tables are the same. */
async function makeNewDatabase() {
  const file = at('build/new-database.tar')
  if (existsSync(file) && statSync(file).mtimeMs > Math.max(newest('package-lock.json'), newest('src/storage'))) return
  const { writeNewDatabase } = await import(pathToFileURL(at('build/new-database.js')).href)
  await writeNewDatabase(file, pathToFileURL(at('build/embedded-worker.js')))
}

function isStale() {
  if (!existsSync(at(STAMP))) return true
  // A copy without its sources, or without the tools to build them, runs what it has.
  if (!existsSync(at('src')) || !existsSync(at('node_modules/esbuild'))) return false
  const made = statSync(at(STAMP)).mtimeMs
  return ['build.mjs', 'package-lock.json', 'src'].some((path) => newest(path) > made)
}

function newest(path) {
  const here = statSync(at(path))
  if (!here.isDirectory()) return here.mtimeMs
  return Math.max(here.mtimeMs, ...readdirSync(at(path)).map((name) => newest(`${path}/${name}`)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ ifStale: process.argv[2] === 'if-stale' })
}
