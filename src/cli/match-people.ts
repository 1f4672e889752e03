/** npx appstarter match people */
import { readFile } from 'node:fs/promises'
import { csvOf } from '../basics/csv.ts'
import { count } from '../basics/text.ts'
import { type PeopleFile, type Row, readPeople } from '../features/rounds/people-file.ts'
import { meetingRows, namesOf } from '../features/rounds/people-words.ts'
import { sayReasons } from '../features/rounds/words.ts'
import { Knowledge } from '../matching/knowledge.ts'
import { listsFor } from '../matching/lists.ts'
import { type PairScore, scoreAmong } from '../matching/pair-score.ts'
import { meet } from '../matching/rounds/meeting.ts'
import { readRows, WrongQuotes } from '../packs/table.ts'
import { type Given, Refused } from './command.ts'
import { readSeed } from './match-pairs.ts'
import { readNamedPack } from './organisations-file.ts'

export const peopleHelp = `people FILE reads a spreadsheet (CSV) with a person a row. Its first row names the columns: "name", and whichever of these there are:
organisation, team, sector, profession, region, where (a postcode district), within (km), haves, needs, interests, how (in person; online;
phone), languages, hours (a month), wishes, "not with" and met (names), "left out" (how often lately), three (no: never a third). Several
things in a cell stand between semicolons; a level may follow a skill: "SQL (expert)". It prints who meets whom as a spreadsheet, with the
reason; every pair that can be made is made, and whoever is left over makes a third where three are welcome.

  --lists              three for each instead, for people who choose themselves; nobody is on more than nine lists
  --pack NAME          whose skills and places are known (uk)
  --seed NUMBER        another number decides otherwise between equals`

export const peopleOptions = { pack: { type: 'string' }, lists: { type: 'boolean' } } as const

/** So many faults are printed; to mend them shows the next. */
const MOST_FAULTS = 20

export async function runPeople({ places, text, is, say, print }: Given): Promise<void> {
  const knowledge = new Knowledge(await readNamedPack(text('pack') ?? 'uk'))
  const { file, faults } = readPeople(await readFileRows(places[1] ?? ''), knowledge)
  if (faults.length > 0) {
    const lines = faults.slice(0, MOST_FAULTS).map(({ line, why }) => `Line ${line}: ${why}`)
    if (faults.length > MOST_FAULTS) lines.push(`And ${faults.length - MOST_FAULTS} more.`)
    throw new Refused(lines.join('\n'))
  }
  const score = scoreAmong(knowledge.neighbourhood, file.people)
  const { rows, sum } = (is('lists') ? listed : met)(file, knowledge, score, readSeed(text('seed')).seed ?? 1)
  print(csvOf(rows).trimEnd())
  say(`${count(file.people.length, 'person', 'people')}: ${sum}.`)
}

type Answered = { rows: (string | number)[][]; sum: string }

function met(file: PeopleFile, knowledge: Knowledge, score: PairScore, seed: number): Answered {
  const made = meet(file.people, score, { between: file.between, seed })
  return { rows: meetingRows(file, made, knowledge), sum: `${count(made.meetings.length, 'meeting')}, ${made.leftOut.length} left out` }
}

/** So many for each, and nobody on more than three times as many lists: who is popular would starve the others. */
const [ON_A_LIST, MOST_LISTS] = [3, 9]

function listed(file: PeopleFile, knowledge: Knowledge, score: PairScore, seed: number): Answered {
  const { naming, cellsOf } = namesOf(file, knowledge)
  const lists = listsFor(file.people, score, { most: ON_A_LIST, cap: MOST_LISTS, seed, between: file.between })
  const rows = file.people.flatMap(({ id }) =>
    (lists.get(id) ?? []).map(({ id: other, fit }) => [
      ...[id, other].flatMap(cellsOf),
      sayReasons(id, other, fit.reasons, naming),
      fit.score,
    ]),
  )
  const short = [...lists.values()].filter(({ length }) => length < ON_A_LIST).length
  return {
    rows: [['name', 'organisation', 'fits', 'organisation', 'why', 'score'], ...rows],
    sum: `${count(rows.length, 'suggestion')}, fewer than ${ON_A_LIST} for ${short}`,
  }
}

async function readFileRows(file: string): Promise<Row[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`The file ${file} cannot be read.`)
  })
  try {
    return readRows(text)
  } catch (fault) {
    throw fault instanceof WrongQuotes ? new Refused(`Line ${fault.line}: ${fault.message}`) : fault
  }
}
