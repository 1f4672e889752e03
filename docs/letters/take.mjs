// Draws the picture of every letter from the letter itself, and writes the list of all kinds: node docs/letters/take.mjs
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = await mkdtemp(here('../../build/letters-'))
const outfile = join(folder, 'pictures.mjs')
try {
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', loader: { '.sql': 'text' }, logLevel: 'error' }
  await build({ ...options, entryPoints: [here('../../tests/letter-pictures.ts')], outfile })
  const { letterPictures, letterList } = await import(pathToFileURL(outfile).href)
  for (const name of await readdir(here('.'))) if (name.endsWith('.svg')) await rm(here(name))
  for (const [name, picture] of letterPictures()) await writeFile(here(name), picture)
  const page = await readFile(here('../letters.md'), 'utf8')
  const [begin, end] = ['<!-- begin: node docs/letters/take.mjs -->\n', '<!-- end -->']
  const [before] = page.split(begin)
  await writeFile(here('../letters.md'), `${before}${begin}\n${letterList()}\n${end}${page.split(end)[1]}`)
} finally {
  await rm(folder, { recursive: true })
}
