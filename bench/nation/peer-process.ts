/**
 * The peer: the list of projects made with Express 5 and Nunjucks, as a good team would, with the same work around it as ours has:
 * security headers, a line of log, gzip. What slows Express down by default (etags) is off.
 */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { gzip } from 'node:zlib'
import express from 'express'
import nunjucks from 'nunjucks'
import pg from 'pg'
import { dayIn } from '../../src/basics/day.ts'
import { inRoot } from '../../src/root.ts'
import { PARSERS } from '../../src/storage/types.ts'
import { A_PAGE, type ListOfProjects, ZONE } from './list.ts'
import { linesOf } from './peer-rows.ts'
import { cardOf, type Line } from './peer-view.ts'

const { lines, queries }: ListOfProjects = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const databaseUrl = process.env['DATABASE_URL']
const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text') }
const pool = databaseUrl === undefined ? undefined : new pg.Pool({ connectionString: databaseUrl, max: 10, types })

/** The same queries one after the other; what the second asks for is what the first has found, as in ours. */
async function listProjects(): Promise<readonly Line[]> {
  if (!pool) return lines
  const answers: Record<string, unknown>[][] = []
  for (const { sql, parameters } of queries) answers.push((await pool.query(sql, [...parameters])).rows)
  return linesOf(answers)
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

const app = express()
app.set('etag', false)
app.set('x-powered-by', false)
nunjucks.configure(fileURLToPath(inRoot('bench/nation/views')), { autoescape: true, express: app })

app.use((asked, answer, next) => {
  const began = performance.now()
  answer.on('finish', () =>
    log('request', { method: asked.method, route: asked.path, status: answer.statusCode, ms: performance.now() - began }),
  )
  next()
})

app.get('/projects', async (asked, answer) => {
  const found = await listProjects()
  const today = dayIn(ZONE, new Date())
  const shown = found.slice(0, A_PAGE)
  const next = found.length > A_PAGE ? `/projects?show=open&before=${shown.at(-1)?.id}` : undefined
  answer.render('projects.njk', { title: 'Projects', cards: shown.map((line) => cardOf(line, today)), next }, (fault, html) => {
    if (fault) throw fault
    if (!asked.acceptsEncodings('gzip')) return answer.set(HEADERS).send(html)
    gzip(html, (_, packed) => answer.set({ ...HEADERS, 'content-encoding': 'gzip', vary: 'Accept-Encoding' }).send(packed))
  })
})

const server = app.listen(0, '127.0.0.1', () => log('started', { port: (server.address() as AddressInfo).port }))

function log(what: string, line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level: 'info', what, ...line })}\n`)
}
process.on('SIGTERM', () => process.exit())
