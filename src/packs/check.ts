/** What must hold between the rows of a pack. */
import type { Term } from '../matching/vocabulary.ts'
import { wordsOf } from '../matching/words.ts'
import type { PackOrganisation } from './pack.ts'

type Lined<T> = { line: number; value: T }
type Say = (line: number, why: string) => void

const ID = /^[a-z0-9]+([-/.][a-z0-9]+)*$/
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** Says every row whose key an earlier row has. */
export function repeated<T>(rows: readonly Lined<T>[], keyOf: (value: T) => string, say: Say): void {
  const seen = new Map<string, number>()
  for (const { line, value } of rows) {
    const key = keyOf(value)
    const before = seen.get(key)
    if (key === '') say(line, 'The first cell is empty.')
    else if (before !== undefined) say(line, `"${key}" stands in line ${before} already.`)
    else seen.set(key, line)
  }
}

/** Ids are well formed and unique, what is above exists, and nothing is above itself. */
export function checkTree<T>(
  rows: readonly Lined<T>[],
  idOf: (value: T) => string,
  aboveOf: (value: T) => readonly string[],
  say: Say,
): void {
  repeated(rows, idOf, say)
  const above = new Map(rows.map(({ value }) => [idOf(value), aboveOf(value)]))
  for (const { line, value } of rows) {
    if (!ID.test(idOf(value))) say(line, `"${idOf(value)}" must be small letters, figures and hyphens.`)
    for (const parent of aboveOf(value)) if (!above.has(parent)) say(line, `"${parent}" is not in this file.`)
    if (leadsBack(idOf(value), above)) say(line, `"${idOf(value)}" stands above itself.`)
  }
}

function leadsBack(id: string, above: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const next = [...(above.get(id) ?? [])]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === id) return true
    if (!seen.has(at)) next.push(...(above.get(at) ?? []))
    seen.add(at)
  }
  return false
}

export function checkOrganisations(
  rows: readonly Lined<PackOrganisation>[],
  shared: ReadonlyMap<string, readonly string[]>,
  say: Say,
): void {
  repeated(rows, ({ id }) => id, say)
  repeated(rows, ({ name }) => name, say)
  const ids = new Set(rows.map(({ value }) => value.id))
  const owners = new Map<string, string>()
  for (const { line, value } of rows) {
    for (const neighbour of value.neighbours) if (!ids.has(neighbour)) say(line, `The neighbour "${neighbour}" is not in this file.`)
    for (const domain of value.domains) {
      if (!DOMAIN.test(domain)) say(line, `"${domain}" is not a domain.`)
      const owner = owners.get(domain)
      if (owner !== undefined && !shared.get(domain)?.includes(value.id))
        say(line, `The domain ${domain} belongs to ${owner} already. If it serves both, name it in shared_domains.`)
      owners.set(domain, value.id)
    }
  }
  for (const [domain, both] of shared)
    for (const id of both) if (!ids.has(id)) say(1, `shared_domains gives ${domain} to "${id}", which is not in this file.`)
}

/** No way of writing belongs to two terms. */
export function checkSkills(rows: readonly Lined<Term>[], say: Say): void {
  const owners = new Map<string, string>()
  for (const { line, value } of rows) {
    if (value.name === '') say(line, 'The name is missing.')
    const isNameExact = value.synonyms.includes(`=${value.name}`)
    for (const written of isNameExact ? value.synonyms : [value.name, ...value.synonyms]) {
      const key = written.startsWith('=')
        ? written
        : wordsOf(written)
            .map(({ stem }) => stem)
            .join(' ')
      const owner = owners.get(key)
      if (key === '' || key === '=') say(line, `"${written}" has no word in it.`)
      else if (owner !== undefined && owner !== value.id) say(line, `"${written}" means "${owner}" already.`)
      owners.set(key, value.id)
    }
  }
}
