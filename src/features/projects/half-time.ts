/** Half time of a brief: its owner hears when fewer than half of its must-have places are filled. Pure rules. */
import { addDays, type Day, daysBetween } from '../../basics/day.ts'
import type { Project } from './project.ts'

/** When the owner has heard and nothing has changed for so long, a broker hears. */
export const HALF_TIME_DAYS = 3

export const halfTimeOf = (from: Day, openUntil: Day): Day => addDays(from, Math.floor(daysBetween(from, openUntil) / 2))

type MustHaves = { places: number; filled: number }

export function mustHavePlaces(project: Pick<Project, 'roles'>): MustHaves {
  const mustHaves = project.roles.filter((role) => role.mustHave)
  return {
    places: mustHaves.reduce((sum, { places }) => sum + places, 0),
    filled: mustHaves.reduce((sum, { places, filled }) => sum + Math.min(places, filled), 0),
  }
}

/** What has its deadline behind it is asked something else. */
export function isBelowHalf(project: Project, today: Day): boolean {
  const { places, filled } = mustHavePlaces(project)
  return project.state === 'open' && today <= project.openUntil && filled * 2 < places
}
