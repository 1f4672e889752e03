/** Makes build/: the program, the thread of the embedded database, an empty database to copy, and the files that pages need. Only when something is newer than the last build. */
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
        'embedded-worker': at('src/storage/embedded-worker.ts'),
        sign: at('src/web/sign.ts'),
      },
    }),
    bundle({
      entryPoints: { app: at('src/web/scripts/app.ts') },
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      outdir: at('build/static'),
      logLevel: 'warning',
    }),
    compileStyles().then((css) => writeFileSync(at('build/static/app.css'), css)),
    // In a process of its own, because both this and the style sheet take seconds.
    promisify(execFile)(process.execPath, [at('build.mjs'), 'empty-database']),
  ])
  const { favicon } = await import(pathToFileURL(at('build/sign.js')).href)
  writeFileSync(at('build/static/favicon.svg'), favicon({}))
  for (const font of FONTS) cpSync(font, at(`build/static/${basename(font)}`))
  writeFileSync(at(STAMP), '')
}

/** The same for as long as the engine is the same. */
async function makeEmptyDatabase() {
  const file = at('build/empty-database.tar')
  if (existsSync(file) && statSync(file).mtimeMs > statSync(at('package-lock.json')).mtimeMs) return
  const { PGlite } = await import('@electric-sql/pglite')
  const engine = await PGlite.create()
  const dump = await engine.dumpDataDir('none')
  await engine.close()
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()))
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
  const [, , what] = process.argv
  await (what === 'empty-database' ? makeEmptyDatabase() : build({ ifStale: what === 'if-stale' }))
}
