/** npx appstarter match placements */
import { csvOf } from '../basics/csv.ts'
import { count } from '../basics/text.ts'
import { type PlaceTask, place, WrongPlaces } from '../matching/place.ts'
import { type Given, Refused } from './command.ts'
import { isRecord, listIn, readJson, refuse, refuseTwice } from './json-file.ts'
import { readSeed } from './match-pairs.ts'

export const placementsHelp = `placements FILE reads JSON: {"people": [{"id", "wishes": ["a place", ...]}], "places": [{"id", "capacity", "priority": {"a person": 3, ...}}]}.
Wishes stand best first; a place that is not among them is never given. More priority goes first; whoever has none has 0, and without any
priority only the lottery decides. No person and place would both rather have each other than what they got. It prints a spreadsheet.

  --json               prints one line instead: {"placements", "lottery"}; the lottery names everybody in the order that broke every tie
  --seed NUMBER        draws another lottery`

type Person = { id: string; wishes: readonly string[] }
type Place = { id: string; capacity: number; priority: ReadonlyMap<string, number> }
type Read = { people: readonly Person[]; places: readonly Place[] }

export async function runPlacements({ places: [, file = ''], is, text, say, print }: Given): Promise<void> {
  const { people, places } = readTask(await readJson(file))
  const numbers = new Map(places.map(({ id }, at) => [id, at]))
  const wishes = people.map(({ id, wishes }) =>
    wishes.map((wish) => numbers.get(wish) ?? refuse(`"${id}" wishes for "${wish}", which is no place here.`)),
  )
  const start = new Int32Array(people.length + 1)
  for (const [at, list] of wishes.entries()) start[at + 1] = (start[at] ?? 0) + list.length
  const task: PlaceTask = {
    start,
    wish: Int32Array.from(wishes.flat()),
    priority: Float64Array.from(people.flatMap(({ id }, at) => (wishes[at] ?? []).map((where) => places[where]?.priority.get(id) ?? 0))),
    capacity: Int32Array.from(places, ({ capacity }) => capacity),
    seed: readSeed(text('seed')).seed ?? 1,
  }
  const { place: found, lottery } = solved(task)
  const nameOf = (at: number): string | null => places[found[at] ?? -1]?.id ?? null
  const inOrder = people.map(({ id }, at) => ({ id, number: lottery[at] ?? 0 })).sort((a, b) => a.number - b.number)
  if (is('json'))
    print(
      JSON.stringify({
        placements: Object.fromEntries(people.map(({ id }, at) => [id, nameOf(at)])),
        lottery: inOrder.map(({ id }) => id),
      }),
    )
  else {
    const rows = people.map(({ id }, at) => [
      id,
      nameOf(at) ?? '',
      (wishes[at] ?? []).indexOf(found[at] ?? -1) + 1 || '',
      (lottery[at] ?? 0) + 1,
    ])
    print(csvOf([['person', 'place', 'wish', 'lottery'], ...rows]).trimEnd())
  }
  const unplaced = found.filter((where) => where < 0).length
  say(`${count(people.length, 'person', 'people')}: ${people.length - unplaced} placed, ${unplaced} not.`)
}

function solved(task: PlaceTask) {
  try {
    return place(task)
  } catch (fault) {
    throw fault instanceof WrongPlaces ? new Refused(fault.message) : fault
  }
}

function readTask(said: unknown): Read {
  const people = listIn(said, 'people').map((each, at): Person => {
    const { id, wishes } = isRecord(each) ? each : {}
    if (typeof id !== 'string' || !Array.isArray(wishes)) return refuse(`Person ${at + 1} must have an "id" and "wishes".`)
    return { id, wishes: wishes.map(String) }
  })
  const places = listIn(said, 'places').map((each, at): Place => {
    const { id, capacity, priority = {} } = isRecord(each) ? each : {}
    if (
      typeof id !== 'string' ||
      typeof capacity !== 'number' ||
      !Number.isInteger(capacity) ||
      capacity < 0 ||
      capacity > 1e6 ||
      !isRecord(priority)
    )
      return refuse(`Place ${at + 1} must have an "id", a "capacity" (a whole number) and, if any, its "priority" by person.`)
    return { id, capacity, priority: new Map(Object.entries(priority).map(([person, value]) => [person, Number(value)])) }
  })
  for (const list of [people, places]) refuseTwice(list)
  return { people, places }
}
