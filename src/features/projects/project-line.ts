/** A project as one line of a list. */
import type { Day } from '../../basics/day.ts'
import type { How, Project, Role } from './project.ts'

export type ProjectLine = Pick<Project, 'id' | 'title' | 'problem' | 'state' | 'openUntil' | 'readyOn' | 'firstDate' | 'phase'> & {
  ownerId: string
  endedOn?: Day
  organisationName: string
  how: How | undefined
  roles: readonly Pick<Role, 'skill' | 'places' | 'filled' | 'mustHave' | 'until' | 'purpose'>[]
}
