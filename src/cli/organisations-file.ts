/** Organisations for a chapter: from a list that somebody wrote, and from a country pack. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOrganisations } from '../features/organisations/csv.ts'
import type { NewOrganisation } from '../features/organisations/organisation.ts'
import { type Pack, sayPackFault } from '../packs/pack.ts'
import { readPack } from '../packs/read.ts'
import { inRoot } from '../root.ts'
import { Refused } from './command.ts'

export async function readOrganisationsFile(file: string): Promise<NewOrganisation[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`The file ${file} cannot be read.`)
  })
  const answer = readOrganisations(text)
  if (!answer.yes) throw new Refused(`${file}: ${answer.why}`)
  return answer.value
}

/** One of ours by its name ("uk"), or a folder of somebody's own. */
export async function readNamedPack(name: string): Promise<Pack> {
  const own = fileURLToPath(inRoot(`packs/${name}`))
  const folder = /^[a-z]+$/.test(name) && existsSync(own) ? own : resolve(name)
  const { pack, faults } = await readPack(folder)
  if (faults[0])
    throw new Refused(
      `The pack ${name} cannot be used. ${sayPackFault(faults[0])}${faults.length > 1 ? ` And ${faults.length - 1} more: npx appstarter pack check ${name}` : ''}`,
    )
  return pack
}

export const organisationsOfPack = (pack: Pack): NewOrganisation[] =>
  pack.organisations.map(({ name, sector, domains, kind, nation, region, code, position, population }) => ({
    name,
    sector,
    domains,
    facts: { kind, nation, region, code, ...(position ?? {}), ...(population === undefined ? {} : { population }) },
  }))

/** A sector where an ending tells one; an ending that tells nothing has none, so that a wider ending does not speak for it. */
export const endingsOfPack = (pack: Pack) =>
  pack.endings.map(({ ending, sector }) => ({ ending, sector: sector === 'ask' ? undefined : sector }))
