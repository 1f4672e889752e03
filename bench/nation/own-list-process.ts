/** Our shell and our page of projects, with rows held in memory: the product without its database. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { type FoundPage, projectsPage } from '../../src/features/finding/pages.ts'
import { Knowledge } from '../../src/matching/knowledge.ts'
import { readPack } from '../../src/packs/read.ts'
import { inRoot } from '../../src/root.ts'
import { countingQueries } from '../../src/storage/in-flight.ts'
import { logTo } from '../../src/web/log.ts'
import { openShell } from '../../src/web/shell.ts'
import { get, page } from '../../src/web/visit.ts'
import { A_PAGE, type ListOfProjects, ZONE } from './list.ts'

const { lines, facets }: ListOfProjects = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const now = () => new Date()
const log = logTo((text) => void process.stdout.write(text), now)
const next = `/projects?show=open&before=${lines[A_PAGE - 1]?.id}`
const { pack } = await readPack(fileURLToPath(inRoot('packs/uk')))
const knowledge = new Knowledge(pack)
const found: FoundPage = {
  search: { q: '', show: 'open' },
  projects: lines.slice(0, A_PAGE),
  facets,
  haves: 'no member',
  isLoosened: false,
  next,
}
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const shell = openShell({
    routes: [get('/projects', (visit) => page('Projects', projectsPage(visit, knowledge, found)))],
    files: new Map(),
    version: 'bench',
    chapter: { name: 'Nation', isDemo: false, isRecoloured: false, zone: ZONE, css: '' },
    origins: [`http://127.0.0.1:${port}`],
    proxies: 0,
    now,
    log,
    findViewer: async () => undefined,
    countWaiting: async () => 0,
    whyNotReady: async () => undefined,
    counting: countingQueries,
    remoteAddress: () => '127.0.0.1',
  })
  server.on('request', getRequestListener(shell.fetch))
  log('info', 'started', { port })
})
process.on('SIGTERM', () => process.exit())
