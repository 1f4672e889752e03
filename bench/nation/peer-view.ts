/** A project as the peer's template shows it: the same words and discs as on our card. */
import type { Day } from '../../src/basics/day.ts'
import { count, list } from '../../src/basics/text.ts'
import { placesOf } from '../../src/features/projects/project.ts'
import type { ProjectLine } from '../../src/features/projects/project-line.ts'
import { sayStateInList } from '../../src/features/projects/words.ts'

const ACROSS = 12
const MOST_WANTED = 3
const MOST_SHOWN = 180

export function cardOf(line: ProjectLine, today: Day) {
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
    state: sayStateInList(line, today),
    discs: places.map((is, at) => ({ is, x: (at % across) * 36, y: Math.floor(at / across) * 36 })),
    gauge: { width: across * 36 - 4, height: rows * 36 - 4, across: across * 1.125 - 0.125, down: rows * 1.125 - 0.125 },
  }
}
