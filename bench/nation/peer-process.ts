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
import type { Facet } from '../../src/features/finding/search.ts'
import { inRoot } from '../../src/root.ts'
import { PARSERS } from '../../src/storage/types.ts'
import { A_PAGE, type ListOfProjects, ZONE } from './list.ts'
import { filtersOf, groupsOf } from './peer-narrow.ts'
import { linesOf } from './peer-rows.ts'
import { cardOf, type Line } from './peer-view.ts'

const { lines, facets, names, queries }: ListOfProjects = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const databaseUrl = process.env['DATABASE_URL']
const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text') }
const pool = databaseUrl === undefined ? undefined : new pg.Pool({ connectionString: databaseUrl, max: 10, types })

/** The same queries, one after the other as in ours: projects, their roles, and what can be counted. */
async function readPage(): Promise<{ lines: readonly Line[]; facets: readonly Facet[] }> {
  if (!pool) return { lines, facets }
  const answers: Record<string, unknown>[][] = []
  for (const { sql, parameters } of queries) answers.push((await pool.query(sql, [...parameters])).rows)
  return { lines: linesOf(answers), facets: (answers[2] ?? []) as Facet[] }
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
  const found = await readPage()
  const today = dayIn(ZONE, new Date())
  const shown = found.lines.slice(0, A_PAGE)
  const next = found.lines.length > A_PAGE ? `/projects?show=open&before=${shown.at(-1)?.id}` : undefined
  const filters = filtersOf(found.facets)
  const groups = groupsOf(found.facets, names)
  const view = { title: 'Projects', cards: shown.map((line) => cardOf(line, today)), filters, total: filters[0]?.count, groups, next }
  answer.render('projects.njk', view, (fault, html) => {
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
