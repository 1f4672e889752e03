/** Rows of the two queries as the peer's page needs them. */
import type { Line, Role } from './peer-view.ts'

type Row = Record<string, unknown>

export function linesOf([projects = [], roles = []]: readonly Row[][]): Line[] {
  return projects.map((row) => ({
    id: String(row['id']),
    title: String(row['title']),
    problem: String(row['problem']),
    openUntil: String(row['open_until']),
    ownerId: String(row['owner']),
    organisationName: String(row['organisation_name']),
    roles: roles.filter((role) => role['project'] === row['id']).map(roleOf),
  }))
}

const roleOf = (row: Row): Role => ({
  skill: String(row['skill']),
  places: Number(row['places']),
  filled: Number(row['filled']),
  mustHave: row['must_have'] === true,
})
