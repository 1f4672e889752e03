/** A spreadsheet of people who are to meet: one a row, in columns that its first row names. Reads what each says, and names every fault. */
import { list } from '../../basics/text.ts'
import { type Between, type Candidate, type Skill, STRANGERS, type Way, type Wish } from '../../matching/candidate.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { betweenOf, type KnownPairs } from '../../matching/rounds/round-request.ts'
import { LEVELS } from '../projects/project.ts'

/** The cells of one row, and its line in the file. */
export type Row = { line: number; cells: readonly string[] }
export type Person = Candidate & { line: number; name: string; organisationName: string; threeIsFine: boolean }
export type PeopleFile = {
  people: readonly Person[]
  /** Who is not to meet whom, and who has met; the same as pairs, and as it is asked. */
  known: KnownPairs
  between: Between
  /** As they were typed: skills that we do not know, and topics, by the ids that stand for them. */
  words: ReadonlyMap<string, string>
}
export type RowFault = { line: number; why: string }

const COLUMNS = {
  name: ['name', 'person', 'who'],
  organisation: ['organisation', 'organization', 'council', 'employer'],
  team: ['team', 'department'],
  sector: ['sector'],
  profession: ['profession', 'job'],
  region: ['region'],
  where: ['where', 'postcode', 'district'],
  within: ['within', 'within km', 'km'],
  haves: ['haves', 'have', 'has', 'offers', 'skills'],
  needs: ['needs', 'need', 'wants', 'would like to learn'],
  interests: ['interests', 'topics', 'policy areas'],
  how: ['how', 'how they meet'],
  languages: ['languages', 'language'],
  hours: ['hours', 'hours a month'],
  wishes: ['wishes', 'wish'],
  'not with': ['not with'],
  met: ['met', 'has met'],
  'left out': ['left out'],
  three: ['three', 'three is fine'],
} as const
type Column = keyof typeof COLUMNS

const WAYS: readonly Way[] = ['in person', 'online', 'phone']
const WISHES: readonly Wish[] = ['another sector', 'another profession', 'the same profession', 'another organisation', 'nearby']
export const MOST_PEOPLE = 20_000

/** What the first row may say, for those who ask. */
export const COLUMN_NAMES: readonly string[] = Object.keys(COLUMNS)

type Cells = (column: Column) => string
type Say = (why: string) => void

/** Every fault is found at once; with any, nobody is matched, so that no row is left out in silence. */
export function readPeople(rows: readonly Row[], knowledge: Knowledge): { file: PeopleFile; faults: RowFault[] } {
  const [heading, ...others] = rows
  const faults: RowFault[] = []
  const columns = columnsOf(heading?.cells ?? [])
  if (!columns.has('name'))
    faults.push({
      line: 1,
      why: `The first row must name the columns, and one of them must be "name". The others may be ${list(COLUMN_NAMES.slice(1))}.`,
    })
  if (others.length > MOST_PEOPLE) faults.push({ line: MOST_PEOPLE + 2, why: 'There are more than 20,000 people. Split the file.' })
  if (faults.length > 0) return { file: NOBODY, faults }
  const words = new Map<string, string>()
  const read = others.map(({ line, cells }) => {
    const cell: Cells = (column) => (cells[columns.get(column) ?? -1] ?? '').trim()
    const say: Say = (why) => void faults.push({ line, why })
    return { cell, say, person: personOf(line, cell, say, knowledge, words) }
  })
  const lines = new Map<string, number>()
  for (const { say, person } of read) {
    const before = lines.get(person.id)
    if (person.id === '') say('The name is missing.')
    else if (before !== undefined) say(`${person.name} stands in line ${before} already. Give each a name of their own.`)
    else lines.set(person.id, person.line)
  }
  const pairsIn = (column: Column): [string, string][] =>
    read.flatMap(({ cell, say, person }) =>
      partsOf(cell(column)).flatMap((name): [string, string][] => {
        const other = keyOf(name)
        if (!lines.has(other)) say(`"${name}" in the column "${column}" is nobody in this file.`)
        return lines.has(other) ? [[person.id, other]] : []
      }),
    )
  const known = { blocked: pairsIn('not with'), manages: [], metLately: pairsIn('met') }
  const people = read.map(({ person }) => person)
  return { file: { people, known, between: betweenOf(known), words }, faults: faults.sort((a, b) => a.line - b.line) }
}

const NOBODY: PeopleFile = {
  people: [],
  known: { blocked: [], manages: [], metLately: [] },
  between: STRANGERS,
  words: new Map(),
}

function columnsOf(heading: readonly string[]): ReadonlyMap<Column, number> {
  const known = new Map(
    Object.entries(COLUMNS).flatMap(([column, names]) => names.map((name): [string, Column] => [name, column as Column])),
  )
  const found = new Map<Column, number>()
  for (const [at, typed] of heading.entries()) {
    const column = known.get(keyOf(typed))
    if (column && !found.has(column)) found.set(column, at)
  }
  return found
}

function personOf(line: number, cell: Cells, say: Say, knowledge: Knowledge, words: Map<string, string>): Person {
  const position = placeOf(cell('where'), say, knowledge)
  const [radius, hours, missedOut] = [numberOf('within', cell, say), numberOf('hours', cell, say), numberOf('left out', cell, say)]
  return {
    line,
    id: keyOf(cell('name')),
    name: cell('name'),
    organisation: keyOf(cell('organisation')),
    organisationName: cell('organisation'),
    team: keyOf(cell('team')),
    sector: keyOf(cell('sector')),
    profession: keyOf(cell('profession')),
    region: keyOf(cell('region')),
    haves: partsOf(cell('haves')).flatMap((typed) => skillsIn(typed, knowledge, words)),
    needs: partsOf(cell('needs')).flatMap((typed) => skillsIn(typed, knowledge, words)),
    interests: partsOf(cell('interests')).map((typed) => topicOf(typed, words)),
    ways: wordsOf('how', WAYS, cell, say),
    wishes: wordsOf('wishes', WISHES, cell, say),
    languages: partsOf(cell('languages')).map(keyOf),
    times: [],
    ...(position ? { position } : {}),
    ...(radius === undefined ? {} : { radius }),
    ...(hours === undefined ? {} : { hours }),
    missedOut: missedOut ?? 0,
    isPaused: false,
    isFull: false,
    threeIsFine: !/^(no|n|false)$/i.test(cell('three')),
  }
}

/** Capitals and spaces make nobody another. */
const keyOf = (typed: string): string => typed.trim().replace(/\s+/g, ' ').toLowerCase()
const partsOf = (cell: string): string[] =>
  cell
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** "SQL (expert)": what a text speaks of, at that level. What we do not know meets what is written the same. */
function skillsIn(typed: string, knowledge: Knowledge, words: Map<string, string>): Skill[] {
  const [, text = typed, said = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(typed) ?? []
  const level = (LEVELS as readonly string[]).indexOf(keyOf(said))
  const terms = knowledge.termsIn(level > 0 ? text : typed)
  return (terms.length > 0 ? terms : [topicOf(level > 0 ? text : typed, words)]).map((term) => ({ term, ...(level > 0 ? { level } : {}) }))
}

function topicOf(typed: string, words: Map<string, string>): string {
  const id = `said ${keyOf(typed)}`
  if (!words.has(id)) words.set(id, typed)
  return id
}

function placeOf(typed: string, say: Say, knowledge: Knowledge): Candidate['position'] {
  const position = typed === '' ? undefined : knowledge.positionOf(typed)
  if (typed !== '' && !position && knowledge.knowsPlaces) say(`"${typed}" is no postcode district that we know, such as LS1.`)
  return position
}

function numberOf(column: Column, cell: Cells, say: Say): number | undefined {
  const typed = cell(column)
  if (typed === '') return undefined
  const number = Number(typed.replace(/\s*(km|hours?)$/i, ''))
  if (Number.isFinite(number) && number >= 0) return number
  say(`"${typed}" in the column "${column}" is not a number.`)
  return undefined
}

function wordsOf<Word extends string>(column: Column, known: readonly Word[], cell: Cells, say: Say): Word[] {
  return partsOf(cell(column)).flatMap((typed) => {
    const word = known.find((each) => each === keyOf(typed))
    if (!word) say(`"${typed}" in the column "${column}" is none of ${list(known)}.`)
    return word ? [word] : []
  })
}
