/** Reads a pack from its folder. Every fault is found at once, each with its file and line. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDay } from '../basics/day.ts'
import type { Position } from '../basics/place.ts'
import { isSector } from '../basics/sector.ts'
import type { Holiday } from '../basics/working-day.ts'
import type { PolicyArea, PublicService } from '../matching/tag.ts'
import type { Term } from '../matching/vocabulary.ts'
import { checkOrganisations, checkSkills, checkTree, repeated } from './check.ts'
import type { Ending, Pack, PackFault, PackOrganisation } from './pack.ts'
import { listed, type Row, readTable } from './table.ts'

const KINDS = ['skill', 'tool', 'knowledge'] as const

/** The pack, and what is wrong with it: a pack with faults is not used. */
export async function readPack(folder: string): Promise<{ pack: Pack; faults: PackFault[] }> {
  const faults: PackFault[] = []
  const say = (file: string) => (line: number, why: string) => void faults.push({ file, line, why })
  async function table<Column extends string, T>(
    file: string,
    columns: readonly Column[],
    read: (row: Row<Column>, fault: (why: string) => void) => T,
  ): Promise<Lined<T>[]> {
    const found = await readTable(folder, file, columns)
    faults.push(...found.faults)
    return found.rows.map((row) => ({ line: row.line, value: read(row, (why) => say(file)(row.line, why)) }))
  }
  const about = await readAbout(folder, say('pack.json'))
  const organisations = await table(
    'organisations.csv',
    ['id', 'name', 'sector', 'kind', 'nation', 'region', 'lat', 'lon', 'population', 'code', 'domains', 'neighbours'],
    readOrganisation,
  )
  const endings = await table('email-suffixes.csv', ['kind', 'ending', 'sector'], readEnding)
  const places = await table('places.csv', ['district', 'lat', 'lon'], ({ cells }, fault) => ({
    id: cells.district,
    position: readPosition(cells.lat, cells.lon, fault),
  }))
  const publicServices = await table(
    'public-services.csv',
    ['code', 'name', 'tier', 'keywords'],
    ({ cells }): PublicService => ({ ...cells, keywords: listed(cells.keywords, ';') }),
  )
  const policyAreas = await table(
    'policy-areas.csv',
    ['id', 'parent', 'name', 'keywords'],
    ({ cells }): PolicyArea => ({ ...cells, keywords: listed(cells.keywords, ';') }),
  )
  const skills = await table('skills.csv', ['id', 'name', 'kind', 'broader', 'synonyms'], readSkill)
  const holidays = await table('holidays.csv', ['day', 'name'], readHoliday)
  checkOrganisations(organisations, about.sharedDomains, say('organisations.csv'))
  repeated(endings, ({ kind, ending }) => `${kind} ${ending}`, say('email-suffixes.csv'))
  repeated(places, ({ id }) => id, say('places.csv'))
  repeated(holidays, ({ day }) => day, say('holidays.csv'))
  repeated(publicServices, ({ code }) => code, say('public-services.csv'))
  checkTree(
    policyAreas,
    ({ id }) => id,
    ({ parent }) => (parent ? [parent] : []),
    say('policy-areas.csv'),
  )
  checkTree(
    skills,
    ({ id }) => id,
    ({ broader }) => broader,
    say('skills.csv'),
  )
  checkSkills(skills, say('skills.csv'))
  const pack: Pack = {
    ...about,
    organisations: values(organisations),
    endings: values(endings),
    places: new Map(values(places).flatMap(({ id, position }) => (position ? [[id, position]] : []))),
    publicServices: values(publicServices),
    policyAreas: values(policyAreas),
    skills: values(skills),
    holidays: values(holidays),
  }
  return { pack, faults }
}

export type Lined<T> = { line: number; value: T }
type Fault = (why: string) => void

const values = <T>(lined: readonly Lined<T>[]): T[] => lined.map(({ value }) => value)

type About = Pick<Pack, 'name' | 'country' | 'zone' | 'languages' | 'sharedDomains' | 'personalDomains'>

async function readAbout(folder: string, fault: (line: number, why: string) => void): Promise<About> {
  let found: Record<string, unknown> = {}
  try {
    found = JSON.parse(await readFile(join(folder, 'pack.json'), 'utf8')) as Record<string, unknown>
  } catch {
    fault(1, 'The file is missing, or is not JSON.')
  }
  const text = (key: string): string => {
    if (typeof found[key] !== 'string' || found[key] === '') fault(1, `"${key}" is missing.`)
    return String(found[key] ?? '')
  }
  const texts = (key: string): string[] => (Array.isArray(found[key]) ? (found[key] as unknown[]).map(String) : [])
  const shared = Object.entries((found['shared_domains'] ?? {}) as Record<string, string[]>)
  return {
    name: text('name'),
    country: text('country'),
    zone: text('zone'),
    languages: texts('languages'),
    sharedDomains: new Map(shared),
    personalDomains: new Set(texts('personal_domains')),
  }
}

type OrganisationColumn =
  | 'id'
  | 'name'
  | 'sector'
  | 'kind'
  | 'nation'
  | 'region'
  | 'lat'
  | 'lon'
  | 'population'
  | 'code'
  | 'domains'
  | 'neighbours'

function readOrganisation({ cells }: Row<OrganisationColumn>, fault: Fault): PackOrganisation {
  const { id, name, sector, kind, nation, region, code } = cells
  if (name === '') fault('The name is missing.')
  if (!isSector(sector)) fault(`"${sector}" is not a sector.`)
  const position = cells.lat === '' && cells.lon === '' ? undefined : readPosition(cells.lat, cells.lon, fault)
  if (cells.population !== '' && !/^\d+$/.test(cells.population)) fault(`The population "${cells.population}" is not a whole number.`)
  return {
    id,
    name,
    sector: isSector(sector) ? sector : 'other public',
    kind,
    nation,
    region,
    code,
    ...(position ? { position } : {}),
    ...(cells.population ? { population: Number(cells.population) } : {}),
    domains: listed(cells.domains, ' '),
    neighbours: listed(cells.neighbours, ' '),
  }
}

function readEnding({ cells }: Row<'kind' | 'ending' | 'sector'>, fault: Fault): Ending {
  const { kind, ending, sector } = cells
  if (kind !== 'suffix' && kind !== 'domain') fault(`The kind must be suffix or domain, not "${kind}".`)
  if (sector !== 'ask' && !isSector(sector)) fault(`"${sector}" is not a sector.`)
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(ending)) fault(`"${ending}" is not the end of an address.`)
  return { kind: kind === 'suffix' ? 'suffix' : 'domain', ending, sector: isSector(sector) ? sector : 'ask' }
}

function readHoliday({ cells }: Row<'day' | 'name'>, fault: Fault): Holiday {
  if (readDay(cells.day) !== cells.day) fault(`"${cells.day}" is not a day like 2026-12-25.`)
  if (cells.name === '') fault('The name is missing.')
  return { day: cells.day, name: cells.name }
}

function readSkill({ cells }: Row<'id' | 'name' | 'kind' | 'broader' | 'synonyms'>, fault: Fault): Term {
  const kind = KINDS.find((each) => each === cells.kind)
  if (!kind) fault(`The kind must be ${KINDS.join(', ')}, not "${cells.kind}".`)
  return {
    id: cells.id,
    name: cells.name,
    kind: kind ?? 'skill',
    broader: listed(cells.broader, ' '),
    synonyms: listed(cells.synonyms, ';'),
  }
}

function readPosition(lat: string, lon: string, fault: Fault): Position | undefined {
  const position = { lat: Number(lat), lon: Number(lon) }
  const isRight = lat !== '' && lon !== '' && Math.abs(position.lat) <= 90 && Math.abs(position.lon) <= 180
  if (!isRight) fault(`"${lat}, ${lon}" is not a position.`)
  return isRight ? position : undefined
}
