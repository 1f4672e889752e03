/** Who meets whom of a spreadsheet, as the rows of another one. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { LeftOut, Meeting } from '../../matching/rounds/meeting.ts'
import type { PeopleFile } from './people-file.ts'
import { pairsIn } from './plan.ts'
import { LEFT_OUT, type Naming, sayReasons } from './words.ts'

/** How people of a file, and what they have, are called. */
export function namesOf(
  { people, words }: PeopleFile,
  knowledge: Knowledge,
): { naming: Naming; cellsOf: (id: string | undefined) => string[] } {
  const byId = new Map(people.map((each) => [each.id, each]))
  return {
    naming: { person: (id) => byId.get(id)?.name ?? '', thing: (id) => words.get(id) ?? knowledge.nameOf(id) },
    cellsOf: (id) => {
      const person = id === undefined ? undefined : byId.get(id)
      return [person?.name ?? '', person?.organisationName ?? '']
    },
  }
}

/** Three meet at times; larger groups take more columns. */
const FEWEST_COLUMNS = 3

/** A meeting a row, with the reason and the score of the first two; then whoever is left out, with why. */
export function meetingRows(
  file: PeopleFile,
  { meetings, leftOut }: { meetings: readonly Meeting[]; leftOut: readonly LeftOut[] },
  knowledge: Knowledge,
): (string | number)[][] {
  const { naming, cellsOf } = namesOf(file, knowledge)
  const most = meetings.reduce((sum, { members }) => Math.max(sum, members.length), FEWEST_COLUMNS)
  const seats = Array.from({ length: most }, (_, at) => at)
  const others = seats.slice(1).flatMap((at) => [at === 1 ? 'meets' : 'and', 'organisation'])
  return [
    ['meeting', 'name', 'organisation', ...others, 'why', 'score'],
    ...meetings.map(({ members, fits }, at) => {
      const [[a, b] = ['', '']] = pairsIn(members)
      const cells = seats.flatMap((seat) => cellsOf(members[seat]))
      return [at + 1, ...cells, sayReasons(a, b, fits[0]?.reasons ?? [], naming), fits[0]?.score ?? 0]
    }),
    ...leftOut.map(({ id, why }) => ['left out', ...seats.flatMap((seat) => cellsOf(seat === 0 ? id : undefined)), LEFT_OUT[why], '']),
  ]
}
