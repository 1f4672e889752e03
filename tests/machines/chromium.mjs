// A Chromium that really starts, for tests in a browser: the one given, one installed, the one npm carries, or Debian's.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { unpackCarried } from './carried-chromium.mjs'

const run = promisify(execFile)

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const WHAT_TO_DO =
  'No Chromium that starts was found: install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to the file of a Chromium or a Chrome, ' +
  'then run npm test again.'

/** Gives `{ path, from }`, or `{ missing }`: the sentence that says what to do. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    const fault = await whyNotStarting(given)
    return fault ? { missing: `CHROMIUM_PATH is ${given}, but that does not start: ${fault}` } : { path: given, from: 'CHROMIUM_PATH' }
  }
  const failures = []
  for (const [from, find] of [
    ['installed', installed],
    ['carried by npm', carried],
    ['apt-get', fromDebian],
  ]) {
    for (const path of await find().catch((fault) => failures.push(`${from}: ${fault.message}`) && [])) {
      const fault = await whyNotStarting(path)
      if (!fault) return { path, from }
      failures.push(`${path}: ${fault}`)
    }
  }
  return { missing: [WHAT_TO_DO, ...failures].join('\n  ') }
}

async function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...new Set([...onPath, ...USUAL_PLACES])].filter((path) => existsSync(path))
}

const carried = async () => (process.platform === 'linux' && process.arch === 'x64' ? [await unpackCarried()] : [])

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return []
  console.log("No Chromium starts here yet: installing Debian's, with apt-get.")
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 1e8 }
  await run('apt-get', ['update'], options)
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  return installed()
}

/** Starts it the way the tests do, and draws something: a file that is there may still lack its libraries, its fonts or its rights. */
async function whyNotStarting(executablePath) {
  let browser
  try {
    browser = await chromium.launch({ executablePath, timeout: 30_000, args: ['--disable-gpu'] })
    const page = await browser.newPage()
    await page.setContent('<p>Here</p>')
    await page.screenshot()
    return undefined
  } catch (fault) {
    return fault.message.split('\n').slice(0, 12).join('\n    ')
  } finally {
    await browser?.close()
  }
}
