/** What an organisation has done with others, told once for everybody who asks for a report. */
import type { Day } from '../../basics/day.ts'
import type { Sector } from '../../basics/sector.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { How, Phase, State } from '../projects/project.ts'

export type OrganisationAbout = {
  id: string
  name: string
  sector: Sector
  kind: string
  region: string
  nation: string
}
/** As a line of the list of organisations. */
export type OrganisationLine = OrganisationAbout & { living: number; ended: number }

/** A project that an organisation started, or that its people joined. */
export type Undertaking = {
  id: string
  title: string
  /** The organisation that started it; undefined when it is this one. */
  startedBy?: string
  state: State
  how?: How
  phase?: Phase
  publishedOn: Day
  firstDate?: Day
  /** The last day of its last role, or the day on which it ended. */
  until: Day
  goLive?: Day
  /** Of everybody in what it started; of its own people in what it joined. */
  hoursPledged: number
  hoursGiven: number
  partners: readonly string[]
  reason: string
  learnt: string
}

/** Fewer people could be told apart. */
const FEWEST_PEOPLE = 3

/** Skills that several people of an organisation have, the most common first. */
export const commonSkills = (counted: ReadonlyMap<TermId, number>): { skill: TermId; people: number }[] =>
  [...counted]
    .map(([skill, people]) => ({ skill, people }))
    .filter((each) => each.people >= FEWEST_PEOPLE)
    .sort((a, b) => b.people - a.people || (a.skill < b.skill ? -1 : 1))

/** A file's name of letters and figures alone. */
export const fileNameOf = (name: string): string =>
  `portfolio-${name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)}.csv`.replace('-.csv', '.csv')
