/** A project as the peer's template shows it: the same words and discs as on our card of an open project. */
import { type Day, sayDay } from '../../src/basics/day.ts'
import { count, list } from '../../src/basics/text.ts'

/** As much of a project and its roles as the card shows. */
export type Line = { id: string; title: string; problem: string; openUntil: Day; organisationName: string; roles: readonly Role[] }
export type Role = { skill: string; places: number; filled: number; mustHave: boolean }

const ACROSS = 12
const MOST_WANTED = 3
const MOST_SHOWN = 180

export function cardOf(line: Line, today: Day) {
  const places = placesOf(line.roles)
  const rows = Math.max(1, Math.ceil(places.length / ACROSS))
  const across = Math.max(1, Math.ceil(places.length / rows))
  const free = line.roles.filter((role) => role.filled < role.places).map((role) => role.skill)
  const named = [...free.slice(0, MOST_WANTED), ...(free.length > MOST_WANTED ? [`${free.length - MOST_WANTED} more`] : [])]
  const sentence = /^.*?[.?](?=\s|$)/s.exec(line.problem)?.[0] ?? line.problem
  return {
    id: line.id,
    title: line.title,
    sentence: sentence.length <= MOST_SHOWN ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', MOST_SHOWN))} ...`,
    needs: free.length > 0 ? list(named) : '',
    organisation: line.organisationName,
    filled: `${places.filter((place) => place === 'filled').length} of ${count(places.length, 'place')} filled`,
    state: `open until ${sayDay(line.openUntil, today)}`,
    discs: places.map((is, at) => ({ is, x: (at % across) * 36, y: Math.floor(at / across) * 36 })),
    gauge: { width: across * 36 - 4, height: rows * 36 - 4, across: across * 1.125 - 0.125, down: rows * 1.125 - 0.125 },
  }
}

/** Filled first, then what must be filled, then what is welcome. */
function placesOf(roles: readonly Role[]): ('filled' | 'must' | 'welcome')[] {
  const filled = roles.reduce((sum, role) => sum + Math.min(role.filled, role.places), 0)
  const free = (mustHave: boolean) =>
    roles.reduce((sum, role) => sum + (role.mustHave === mustHave ? Math.max(0, role.places - role.filled) : 0), 0)
  return [
    ...Array.from({ length: filled }, () => 'filled' as const),
    ...Array.from({ length: free(true) }, () => 'must' as const),
    ...Array.from({ length: free(false) }, () => 'welcome' as const),
  ]
}
