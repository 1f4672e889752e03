/** The roles of a project: most have one place, a few hours a week, some months. */
import { LEVELS, type Level } from '../../src/features/projects/project.ts'
import type { Chance } from '../chance.ts'
import type { Ids } from './ids.ts'
import { dayFrom } from './plan.ts'
import type { Texts } from './texts.ts'

export type Role = {
  id: string
  skill: string
  level: Level
  places: number
  hours: number
  from: string
  until: string
  isMust: boolean
  isForLater: boolean
}

const PLACES = [1, 1, 1, 1, 1, 1, 1, 2, 2, 4] as const

export function aRole(of: { chance: Chance; ids: Ids; texts: Texts; published: Date; isFirst: boolean; places: number | undefined }): Role {
  const { chance, texts, published } = of
  const from = chance.whole(14, 45)
  return {
    id: of.ids.at(published),
    skill: texts.skill(),
    level: chance.pickSkewed(LEVELS, 2),
    places: of.places ?? chance.pick(PLACES),
    hours: chance.whole(1, 12) / 2,
    from: dayFrom(published, from),
    until: dayFrom(published, from + chance.whole(30, 200)),
    // Every brief has at least one must-have.
    isMust: of.isFirst || chance.is(0.5),
    isForLater: chance.is(0.1),
  }
}
