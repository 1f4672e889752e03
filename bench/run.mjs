/** npm run bench NAME: bundles bench/NAME.ts, and the programs in its folder, and runs it in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { build as buildProduct } from '../build.mjs'

const [, , name = '', ...words] = process.argv
if (!/^[a-z-]+$/.test(name)) throw new Error('Say which: npm run bench term-index, or npm run bench nation')
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
// One bench may use the programs of another.
const programs = readdirSync(at('.'), { recursive: true }).filter((file) => file.endsWith('-process.ts'))
await buildProduct({ ifStale: true })
await build({
  entryPoints: [at(`${name}.ts`), ...programs.map((file) => at(file))],
  outdir: at('../build/bench'),
  outbase: at('.'),
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  loader: { '.sql': 'text' },
})
const bench = spawn(process.execPath, ['--enable-source-maps', at(`../build/bench/${name}.js`), ...words], { stdio: 'inherit' })
// An interrupt reaches the whole group; we wait until the bench has ended what it started.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && bench.kill(signal))
const [code] = await once(bench, 'exit')
process.exitCode = code ?? 1
