/** A project as one line of a list, and where the list of those about one thing stands. */
import type { Day } from '../../basics/day.ts'
import type { Tag } from '../../matching/tag.ts'
import type { How, Project, Role } from './project.ts'

export type ProjectLine = Pick<Project, 'id' | 'title' | 'problem' | 'state' | 'openUntil' | 'readyOn' | 'firstDate' | 'phase'> & {
  ownerId: string
  endedOn?: Day
  organisationName: string
  how: How | undefined
  roles: readonly Pick<Role, 'skill' | 'places' | 'filled' | 'mustHave' | 'until' | 'purpose'>[]
}

export const addressAbout = ({ id, is }: Tag): string =>
  `/projects?${new URLSearchParams({ show: 'all', [is === 'public service' ? 'service' : 'area']: id })}`
