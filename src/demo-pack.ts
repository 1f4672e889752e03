/** The demo's story as packs/demo tells it: a chapter, its organisations with their people, and their projects. Days are counted from today. */
import { readdir, readFile } from 'node:fs/promises'
import type { NewOrganisation } from './features/organisations/organisation.ts'
import type { Level, OtherKind, Purpose } from './features/projects/project.ts'
import type { Lesson } from './features/projects/lesson.ts'
import { inRoot } from './root.ts'

/** -16 is sixteen days ago. */
export type Offset = number
export type DemoPerson = { key: string; name: string; job: string; email: string; broker?: boolean; moderator?: boolean }
export type DemoOrganisation = NewOrganisation & { people: readonly DemoPerson[] }
export type DemoRole = {
  skill: string
  level?: Level
  places?: number
  hours: number
  from: Offset
  until: Offset
  must: boolean
  purpose?: Purpose
}
export type DemoPledge = {
  by: string
  role: string
  on: Offset
  hours: number
  line?: string
  accepted?: Offset
  declined?: { on: Offset; line: string }
  withdrawn?: Offset
}
export type DemoProject = {
  owner: string
  /** Without it, it is a draft of today. */
  published?: Offset
  days: number
  title: string
  tags?: readonly string[]
  problem: string
  forWhom: string
  suppliers?: true
  noneFits?: string
  haves: readonly { what: string; about: string }[]
  roles: readonly DemoRole[]
  others?: readonly { kind: OtherKind; what: string }[]
  pledges?: readonly DemoPledge[]
  extended?: Offset
  started?: { on: Offset; first: Offset }
  ended?: { on: Offset; how: 'delivered' | 'stopped' | 'handed over' | 'merged'; lesson: Lesson }
}
export type DemoPack = {
  name: string
  zone: string
  organisations: readonly DemoOrganisation[]
  projects: readonly DemoProject[]
}

export async function readDemoPack(): Promise<DemoPack> {
  const folder = inRoot('packs/demo/')
  const { name, zone } = JSON.parse(await readFile(`${folder}chapter.json`, 'utf8')) as Pick<DemoPack, 'name' | 'zone'>
  return { name, zone, organisations: await readAll(`${folder}organisations/`), projects: await readAll(`${folder}projects/`) }
}

async function readAll<T>(folder: string): Promise<T[]> {
  const files = (await readdir(folder)).sort()
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(folder + file, 'utf8')) as T))
}
