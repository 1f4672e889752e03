/** A country pack: who there is, where, what public services do, and what people can do. Facts only; a chapter brings its own words. */
import type { Position } from '../basics/place.ts'
import type { Sector } from '../basics/sector.ts'
import type { Holiday } from '../basics/working-day.ts'
import type { KnowledgeParts } from '../matching/knowledge.ts'

export type PackOrganisation = {
  id: string
  name: string
  sector: Sector
  kind: string
  nation: string
  region: string
  position?: Position
  population?: number
  code: string
  domains: readonly string[]
  neighbours: readonly string[]
}

/** What the end of an address tells: the sector, or that the person must be asked. */
export type Ending = { kind: 'suffix' | 'domain'; ending: string; sector: Sector | 'ask' }

export type Pack = KnowledgeParts & {
  name: string
  country: string
  zone: string
  languages: readonly string[]
  holidays: readonly Holiday[]
  organisations: readonly PackOrganisation[]
  endings: readonly Ending[]
  /** Domains that serve two organisations, with their ids: the person is asked which. */
  sharedDomains: ReadonlyMap<string, readonly string[]>
  /** Domains that verify nobody. */
  personalDomains: ReadonlySet<string>
}

export type PackFault = { file: string; line: number; why: string }

export const sayPackFault = ({ file, line, why }: PackFault): string => `${file}, line ${line}: ${why}`
