/** The plan of the house: who may import whom, who writes which table, how long a file may be. A wall that is only drawn on paper does not stand. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../src/root.ts'

const ROOMS: Record<string, readonly string[]> = {
  basics: [],
  matching: ['basics'],
  storage: ['basics'],
  web: ['basics'],
  mail: ['basics'],
  packs: ['basics', 'matching'],
  clock: ['basics', 'storage'],
  workers: ['basics', 'matching'],
}
/** Rooms that may use packages. Features use none: what they need of one, a room gives them. */
const WITH_PACKAGES = ['storage', 'web', 'mail', 'packs', 'main.ts', 'app.ts', 'cli']

/** In order: a feature may look only at those before it. */
const FEATURES =
  'chapters organisations people letters asks replies members accounts addresses threads watchers listings catalogue projects updates phases merging handovers finding briefs managers pledges check-ins portfolios boundaries profiles communities placements calls outcomes broker suggestions directory introductions rounds partnerships programmes events pitches scores stars agendas days notes copies home digests'.split(
    ' ',
  )

/** What each station may use: in its own feature, in the rooms below, and in earlier features. A file of any other name is a noun. */
const STATIONS: Record<string, { own: readonly string[]; rooms: readonly string[]; earlier: readonly string[] }> = {
  noun: { own: ['noun'], rooms: ['basics', 'matching'], earlier: ['noun'] },
  words: { own: ['noun', 'words'], rooms: ['basics', 'matching'], earlier: ['noun', 'words'] },
  store: { own: ['noun'], rooms: ['basics', 'storage'], earlier: ['noun'] },
  actions: { own: ['noun', 'store'], rooms: ['basics', 'matching', 'storage'], earlier: ['noun', 'actions'] },
  letters: { own: ['noun', 'words'], rooms: ['basics', 'web'], earlier: ['noun', 'words', 'letters'] },
  asks: { own: ['noun', 'words', 'actions'], rooms: ['basics', 'storage'], earlier: ['noun', 'words', 'actions', 'asks'] },
  jobs: { own: ['noun', 'store', 'actions'], rooms: ['basics', 'storage', 'matching', 'mail'], earlier: ['noun', 'actions'] },
  pages: { own: ['noun', 'words', 'pages'], rooms: ['basics', 'web', 'matching'], earlier: ['noun', 'words', 'pages'] },
  routes: {
    own: ['noun', 'words', 'store', 'actions', 'pages'],
    rooms: ['basics', 'matching', 'web', 'storage'],
    earlier: ['noun', 'words', 'actions', 'pages'],
  },
  api: { own: ['noun', 'store', 'actions'], rooms: ['basics', 'web', 'storage'], earlier: ['noun', 'actions'] },
}
const LONGEST = 300

type Read = (file: string) => string

export function wrongTurns(read: Read, files: readonly string[]): string[] {
  return files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...wrongImports(file, read(file)), ...wrongLength(file, read(file))])
}

const wrongLength = (file: string, source: string): string[] =>
  source.split('\n').length > LONGEST ? [`${file} is longer than ${LONGEST} lines`] : []

function wrongImports(file: string, source: string): string[] {
  const imports = source.matchAll(/^(?:import|export)\b[^'`;=]*\bfrom '([^']+)'|\bimport\(?\s*'([^']+)'/gm)
  const paths = [...imports].map(([, from, bare]) => from ?? bare ?? '')
  const room = file.split('/')[0] ?? ''
  return paths.flatMap((path) => {
    if (path.startsWith('.')) {
      const to = normalize(join(dirname(file), path))
      return mayImport(file.split('/'), to.split('/')) ? [] : [`${file} must not import ${to}`]
    }
    if (room === 'basics' || room === 'matching') return [`${file} must stay free of the outside world (${path})`]
    return path.startsWith('node:') || WITH_PACKAGES.includes(room) ? [] : [`${file} must not use the package ${path}`]
  })
}

function mayImport([room = '', feature = '', name = '']: string[], [toRoom = '', toFeature = '', toName = '']: string[]): boolean {
  if (room.endsWith('.ts') || room === 'cli') return true // app.ts, main.ts, demo.ts and the commands see the whole house
  if (room !== 'features') return room === toRoom || (ROOMS[room] ?? []).includes(toRoom)
  const station = STATIONS[stationOf(name)]
  if (!station) return false
  if (toRoom !== 'features') return station.rooms.includes(toRoom)
  if (feature === toFeature) return [...station.own, stationOf(name)].includes(stationOf(toName))
  return (
    FEATURES.includes(feature) && FEATURES.indexOf(toFeature) < FEATURES.indexOf(feature) && station.earlier.includes(stationOf(toName))
  )
}

/** draft-pages.ts stands where pages.ts stands. */
const stationOf = (name: string): string => {
  const last = name.replace(/\.ts$/, '').split('-').at(-1) ?? ''
  return last in STATIONS ? last : 'noun'
}

/** Tables that a file writes, by the words of its queries. */
const tablesWritten = (source: string): string[] => [
  ...new Set(
    [...source.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)|(?<!do )\b(?:insert into|update|delete from) (\w+)/g)].map(
      ([, typed, plain]) => typed ?? plain ?? '',
    ),
  ),
]

export function tablesWithTwoWriters(read: Read, files: readonly string[]): string[] {
  const writers = new Map<string, string[]>()
  for (const file of files.filter((each) => /(^storage\/|store\.ts$)/.test(each) && !each.endsWith('.test.ts'))) {
    for (const table of tablesWritten(read(file))) writers.set(table, [...(writers.get(table) ?? []), file])
  }
  return [...writers].filter(([, files]) => files.length > 1).map(([table, files]) => `${table} is written by ${files.join(' and ')}`)
}

/** Outside time and chance come in as arguments, except where ids are made. */
export function impureRules(read: Read, files: readonly string[]): string[] {
  const pure = files.filter((file) => /^(basics|matching|features)\//.test(file) && !file.endsWith('.test.ts'))
  return pure.filter((file) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(read(file)))
}

/** Only stores (and the storage room) speak to tables; the files at the top see the whole house. */
export const strayQueries = (read: Read, files: readonly string[]): string[] =>
  files.filter(
    (file) =>
      file.includes('/') &&
      !file.startsWith('storage/') &&
      !/(store|test)\.ts$/.test(file) &&
      /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`|\bsql\.raw\(/.test(read(file)),
  )

const SRC = fileURLToPath(inRoot('src/'))
const files = (readdirSync(SRC, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts') && !file.startsWith('web/scripts/'))
const read: Read = (file) => readFileSync(join(SRC, file), 'utf8')

it('keeps every import on the plan, and every file short', () => assert.deepEqual(wrongTurns(read, files), []))
it('gives every table one writer', () => assert.deepEqual(tablesWithTwoWriters(read, files), []))
it('keeps time and chance out of rules', () => assert.deepEqual(impureRules(read, files), []))
it('keeps queries in stores', () => assert.deepEqual(strayQueries(read, files), []))
it('keeps half of the files under 60 lines', () => {
  const lengths = files.filter((file) => !file.endsWith('.test.ts')).map((file) => read(file).split('\n').length)
  assert.ok(lengths.filter((length) => length <= 60).length * 2 >= lengths.length)
})
it('opens every file with one sentence that says what it is', () =>
  assert.deepEqual(
    files.filter((file) => !/^\/\*\*|^\/\/\//.test(read(file))),
    [],
  ))

it('notices a wrong turn', () => {
  const bad: Record<string, string> = {
    'matching/match.ts': "import fs from 'node:fs'",
    'features/projects/project.ts': "import { findProject } from './store.ts'",
    'features/projects/pages.ts': "import { makePledge } from './actions.ts'",
    'features/projects/list-pages.ts': "import { findProject } from './store.ts'",
    'features/people/store.ts': "import { saveProject } from '../projects/store.ts'",
    'features/people/person.ts': "import type { Project } from '../projects/project.ts'",
    'features/home/routes.ts': "import { Hono } from 'hono'",
    'web/markup.ts': "import { projectPage } from '../features/projects/pages.ts'",
    'clock/clock.ts': "import { endOverdue } from '../features/projects/actions.ts'",
    'basics/day.ts': `${'\n'.repeat(LONGEST)}`,
  }
  const read: Read = (file) => bad[file] ?? ''
  assert.equal(wrongTurns(read, Object.keys(bad)).length, Object.keys(bad).length)
})
it('notices a second writer, a rule that looks at the clock, and a query outside a store', () => {
  const bad: Record<string, string> = {
    'features/projects/store.ts': "tx.insertInto('roles')",
    'features/pledges/store.ts': "tx.updateTable('roles')",
    'features/projects/project.ts': 'const now = new Date()',
    'features/projects/actions.ts': "tx.selectFrom('roles')",
    'features/people/actions.ts': 'await sql`select 1`.execute(tx)',
    'clock/clock.ts': 'const { rows } = await sql<{\n  at: Date\n}>`select now() as at`.execute(db)',
  }
  const read: Read = (file) => bad[file] ?? ''
  const all = Object.keys(bad)
  assert.deepEqual([tablesWithTwoWriters(read, all).length, impureRules(read, all).length, strayQueries(read, all).length], [1, 1, 3])
})
