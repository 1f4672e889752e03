/** Opens storage, starts the clock and the web server, and stops them in the right order. */
import { createHash } from 'node:crypto'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { openApp, planRoutine } from './app.ts'
import { type Backstage, type Outside, openBackstage } from './backstage.ts'
import type { Clock } from './clock/clock.ts'
import { COMMANDS_INSIDE } from './commands.ts'
import { type Answering, type Control, openControl } from './control.ts'
import { openDemo } from './demo.ts'
import { findChapter } from './features/chapters/actions.ts'
import type { Chapter } from './features/chapters/chapter.ts'
import type { Carrier } from './mail/carriers.ts'
import { type Door, openDoor } from './opening.ts'
import { openReplies } from './receiving.ts'
import { EMBEDDED_WORKER, inRoot } from './root.ts'
import { isLoopback, type Settings, WrongSetting } from './settings.ts'
import type { Storage } from './storage/db.ts'
import { openEmbedded } from './storage/embedded.ts'
import { migrate } from './storage/migrations.ts'
import { openServer } from './storage/server.ts'
import { type Live, openLive } from './web/live.ts'
import { faultLine, type Log } from './web/log.ts'
import { readStaticFiles, type StaticFile } from './web/static-files.ts'

export type Running = { url: string; chapter: Chapter; stop(): Promise<void> }

/** The database of these settings, brought to today's shape. */
export async function openStorage(settings: Pick<Settings, 'databaseUrl' | 'data'>): Promise<Storage> {
  const storage =
    settings.databaseUrl === undefined ? await openEmbedded(settings.data, EMBEDDED_WORKER) : await openServer(settings.databaseUrl)
  try {
    await migrate(storage.db)
  } catch (fault) {
    await storage.close()
    throw fault
  }
  return storage
}

export async function start(settings: Settings, outside: Outside): Promise<Running> {
  const storage = await openStorage(settings)
  try {
    const found = await findChapter(storage.db)
    if (found?.kind !== 'real') refuseOpenDemo(settings)
    const door = await openDoor(settings.port, isOnlyHere(settings) ? LOOPBACK : EVERYWHERE)
    try {
      if (!found) outside.say('Making the demo. This takes some seconds, the first time only.')
      return await serve(settings, outside, storage, found ?? (await openDemo(storage, outside.now())), door)
    } catch (fault) {
      door.server.close()
      throw fault
    }
  } catch (fault) {
    await storage.close()
    throw fault
  }
}

/** Before anything is made: where a public address is set somebody meant a real chapter, and a demo in its place could not be undone. */
function refuseOpenDemo(settings: Settings): void {
  const { demoBeyondLoopback } = settings
  const isPrivate = isOnlyHere(settings)
  if (!isPrivate && !demoBeyondLoopback) {
    throw new WrongSetting(
      'There is no real chapter here (npx appstarter new-chapter makes one), and a demo, in which anybody can sign in as anybody, opens on this machine only. Leave APPSTARTER_URL out, or set APPSTARTER_DEMO_BEYOND_LOOPBACK if you know the risk.',
    )
  }
  if (demoBeyondLoopback && isPrivate)
    throw new WrongSetting(
      'To show the demo to other machines, set APPSTARTER_URL too: the address at which they reach this one, such as http://192.0.2.7:3000.',
    )
}

/** Nobody reaches it from another machine. */
const isOnlyHere = ({ address }: Settings): boolean => address === undefined || isLoopback(new URL(address).hostname)

const LOOPBACK = '127.0.0.1'
/** Node then listens on IPv6 and IPv4, or on IPv4 alone where a machine has no IPv6. */
const EVERYWHERE = undefined
const LAST_WAIT = 10_000

async function serve(settings: Settings, outside: Outside, storage: Storage, chapter: Chapter, door: Door): Promise<Running> {
  const { log } = outside
  const { server, port } = door
  const url = settings.address ?? `http://localhost:${port}`
  const files = readStaticFiles(inRoot('build/static/'))
  const backstage = await openBackstage(storage, chapter, settings, outside, { url, runs: true })
  const { knowledge, recall, carrier, answers, clock, now } = backstage
  await planRoutine(storage.db, now(), carrier)
  // A clock that goes on ticking would keep the program from ending with its sentence.
  const letGo = (fault: unknown) => clock.stop().then(() => Promise.reject(fault))
  const origins = [
    ...new Set([url, ...(isOnlyHere(settings) ? ['localhost', LOOPBACK, '[::1]'].map((host) => `http://${host}:${port}`) : [])]),
  ]
  const live = openLive({ onFault: (fault) => log('error', 'news broken', faultLine(fault)) })
  const app = openApp({
    storage,
    chapter,
    knowledge,
    recall,
    answers,
    live,
    files,
    version: versionOf(files),
    origins,
    proxies: settings.proxies,
    now,
    isMovedByHand: backstage.hand !== undefined,
    log,
    remoteAddress: (c) => getConnInfo(c).remote.address ?? '',
  })
  const replies = chapter.kind === 'demo' ? undefined : await openReplies(settings, storage.db, answers, { now, log }).catch(letGo)
  door.openTo(getRequestListener(app.fetch))
  const control = await letCommandsIn(settings, backstage, outside)
  // Read in good time, so that the first who asks does not wait; if it fails now, the first who asks hears why.
  void recall().catch(() => undefined)
  log('info', 'started', { port, engine: storage.engine, kind: chapter.kind })
  return {
    url,
    chapter,
    async stop() {
      control?.close()
      await replies?.stop()
      await stop(server, { live, clock, carrier, storage, log })
    },
  }
}

/** Pages are served even where no socket can be made, such as on a disk that is only read. */
async function letCommandsIn(settings: Settings, backstage: Backstage, { log, say }: Outside): Promise<Control | undefined> {
  const answering = Object.entries(COMMANDS_INSIDE).map(([name, work]): [string, Answering] => [
    name,
    (words, hear) => work(backstage, words, hear),
  ])
  try {
    return await openControl(settings, Object.fromEntries(answering), (command, fault) =>
      log('error', 'command failed', { command, ...faultLine(fault) }),
    )
  } catch (fault) {
    say(`Commands cannot reach this server: no socket can be made in ${settings.data} (${(fault as { code?: string }).code}).`)
    return undefined
  }
}

type Inside = { live: Live; clock: Clock; carrier: Carrier; storage: Storage; log: Log }

/** New requests are refused (and commands, before), those in flight end, then the clock, then the mail, then the database. */
async function stop(server: Server, { live, clock, carrier, storage, log }: Inside): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // Whoever listens to news would do so for ever.
  await live.stop()
  // A browser keeps its connection after the last answer; nothing more comes through it.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const tooLong = setTimeout(() => server.closeAllConnections(), LAST_WAIT)
  await closed
  clearInterval(idle)
  clearTimeout(tooLong)
  await clock.stop()
  carrier.close?.()
  await storage.close()
  log('info', 'stopped')
}

function versionOf(files: ReadonlyMap<string, StaticFile>): string {
  const hash = createHash('sha256')
  for (const [name, file] of files) hash.update(name).update(file.plain)
  return hash.digest('hex').slice(0, 8)
}
