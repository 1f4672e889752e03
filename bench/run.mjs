/** npm run bench NAME: bundles bench/NAME.ts and runs it in a process of its own. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const name = process.argv[2] ?? ''
if (!/^[a-z-]+$/.test(name)) throw new Error('Say which: npm run bench term-index')
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const outfile = at(`../build/bench/${name}.js`)
await build({
  entryPoints: [at(`${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  loader: { '.sql': 'text' },
})
execFileSync(process.execPath, [outfile], { stdio: 'inherit' })
