// The Chromium that npm carries (@sparticuz/chromium, made for a bare server), unpacked once and kept for later runs.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const NODE_MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** Gives the path of a command that starts it with its own libraries and fonts. */
export async function unpackCarried() {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(join(NODE_MODULES, '@sparticuz', 'chromium', 'package.json'), 'utf8'))
  const name = `appstarter-chromium-${version}-${process.getuid()}`
  const places = [join(NODE_MODULES, '.cache', name), join(tmpdir(), name)]
  for (const place of places) if (await isMine(place)) return join(place, 'start')
  // Whoever may not write in node_modules unpacks in the temporary folder.
  return unpack(main, places[0]).catch(() => unpack(main, places[1]))
}

// A folder of somebody else under the shared temporary folder could hold anything.
const isMine = async (place) => (await stat(place).catch(() => undefined))?.uid === process.getuid()

async function unpack(main, place) {
  await mkdir(dirname(place), { recursive: true })
  const own = await mkdtemp(`${place}-`)
  try {
    // Its own script decides by these two variables where to unpack, and whether to unpack the libraries that a bare machine lacks.
    const env = { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: 'nodejs20.x' }
    const script = `import(${JSON.stringify(pathToFileURL(main))}).then((it) => it.default.executablePath())`
    await run(process.execPath, ['--eval', script], { env })
    await writeFile(join(own, 'fonts', 'fonts.conf'), FONTS)
    await writeFile(join(own, 'start'), START, { mode: 0o755 })
    // Two runs may unpack at once; whoever is first to give the folder its name wins, and nobody sees half of one.
    await rename(own, place).catch(async (fault) => (await isMine(place)) || Promise.reject(fault))
    return join(place, 'start')
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`

const START = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts" XDG_CACHE_HOME="$here/cache"
exec "$here/chromium" "$@"
`
