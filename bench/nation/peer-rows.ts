/** Rows of the two queries as the peer's page needs them. */
import { dayIn } from '../../src/basics/day.ts'
import type { ProjectLine } from '../../src/features/projects/project-line.ts'
import { ZONE } from './list.ts'

type Row = Record<string, unknown>

export function linesOf([projects = [], roles = []]: readonly Row[][]): ProjectLine[] {
  return projects.map((row) => ({
    ...(row as Pick<ProjectLine, 'id' | 'title' | 'problem' | 'ownerId' | 'state' | 'how'>),
    openUntil: String(row['open_until']),
    ownerId: String(row['owner']),
    organisationName: String(row['organisation_name']),
    ...(row['ready_at'] instanceof Date ? { readyOn: dayIn(ZONE, row['ready_at']) } : {}),
    ...(row['ended_at'] instanceof Date ? { endedOn: dayIn(ZONE, row['ended_at']) } : {}),
    roles: roles.filter((role) => role['project'] === row['id']).map(roleOf),
  }))
}

const roleOf = (row: Row): ProjectLine['roles'][number] => ({
  skill: String(row['skill']),
  places: Number(row['places']),
  filled: Number(row['filled']),
  mustHave: row['must_have'] === true,
  until: String(row['until_day']),
})
