/** A project that somebody watches, as one line of a list. */
import type { Day } from '../../basics/day.ts'
import type { How, Project } from '../projects/project.ts'

export type Watched = Pick<Project, 'id' | 'title' | 'state' | 'openUntil'> & { how?: How; updatedOn?: Day }
