/** npx appstarter match teams */
import { count } from '../basics/text.ts'
import { type TeamTask, WrongTeam } from '../matching/teams/team-task.ts'
import { makeTeam, type Team } from '../matching/teams/teams.ts'
import { type Given, Refused } from './command.ts'
import { isRecord, listIn, readJson, refuse, refuseTwice } from './json-file.ts'
import { readSeed } from './match-pairs.ts'

export const teamsHelp = `teams FILE reads JSON: {"places": [{"id", "needed": 2, "skills": ["a skill", ...]}], "people": [{"id", "skills": ["a skill", ...], "worth": 3}]}.
Whoever has all skills of a place can fill it, and one person may fill several; a place without skills asks for the skill that is called like
it, and needs one person unless said. It finds the fewest people who fill every place, of those teams the one that is worth most, and prints
who fills what, and why others are not in it.

  --json               prints one line instead: {"members", "places", "open", "left", "bound", "exact"}
  --seed NUMBER        where several teams are as good, another number may find another one`

type Named = { id: string; skills: readonly string[] }
type Place = Named & { needed: number }
type Person = Named & { worth: number }

export async function runTeams({ places: [, file = ''], is, text, say, print }: Given): Promise<void> {
  const said = await readJson(file)
  const places = listIn(said, 'places').map(readPlace)
  const people = listIn(said, 'people').map(readPerson)
  for (const list of [places, people]) refuseTwice(list)
  const fills = people.map(({ skills }) => {
    const has = new Set(skills)
    return places.flatMap((place, at) => (place.skills.every((skill) => has.has(skill)) ? [at] : []))
  })
  const start = new Int32Array(people.length + 1)
  for (const [at, list] of fills.entries()) start[at + 1] = (start[at] ?? 0) + list.length
  const task: TeamTask = {
    start,
    place: Int32Array.from(fills.flat()),
    needed: Int32Array.from(places, ({ needed }) => needed),
    worth: Float64Array.from(people, ({ worth }) => worth),
    ...readSeed(text('seed')),
  }
  const team = solved(task)
  const nameOf = (one: number): string => people[one]?.id ?? ''
  print(is('json') ? JSON.stringify(namedTeam(team, places, nameOf)) : saidTeam(team, places, nameOf))
  const proof = team.exact ? 'no fewer would do' : `fewer than ${team.bound} would not do`
  say(`${count(team.members.length, 'person', 'people')} of ${people.length}: ${proof}.`)
}

function solved(task: TeamTask): Team {
  try {
    return makeTeam(task)
  } catch (fault) {
    throw fault instanceof WrongTeam ? new Refused(fault.message) : fault
  }
}

const namedTeam = ({ members, filled, open, bound, exact, left }: Team, places: readonly Place[], nameOf: (one: number) => string) => ({
  members: members.map(nameOf),
  places: Object.fromEntries(places.map(({ id }, at) => [id, (filled[at] ?? []).map(nameOf)])),
  open: Object.fromEntries(places.flatMap(({ id }, at) => (open[at] ? [[id, open[at]]] : []))),
  left: Object.fromEntries(left.map((each) => [nameOf(each.person), sayWhy(each, nameOf)])),
  bound,
  exact,
})

function saidTeam({ members, filled, open, left }: Team, places: readonly Place[], nameOf: (one: number) => string): string {
  const of = (one: number): string => places.flatMap(({ id }, at) => (filled[at]?.includes(one) ? [id] : [])).join(', ')
  return [
    ...members.map((one) => `${nameOf(one)}: ${of(one)}`),
    ...places.flatMap(({ id }, at) => (open[at] ? [`Nobody for ${id}: ${open[at]} more needed`] : [])),
    ...left.map((each) => `Not ${nameOf(each.person)}: ${sayWhy(each, nameOf)}`),
  ].join('\n')
}

function sayWhy(left: Team['left'][number], nameOf: (one: number) => string): string {
  if (left.why === 'member fills the same') return `${nameOf(left.member)} fills whatever they could fill`
  return left.why === 'fills no place' ? 'can fill no place' : 'the places are filled without them'
}

function readPlace(said: unknown, at: number): Place {
  const { id, needed = 1, skills } = isRecord(said) ? said : {}
  if (typeof id !== 'string' || typeof needed !== 'number' || !Number.isInteger(needed) || needed < 0 || needed > 1e6)
    return refuse(`Place ${at + 1} must have an "id" and, if it needs more than one person, "needed" (a whole number).`)
  return { id, needed, skills: skills === undefined ? [id] : readSkills(skills, `Place ${at + 1}`) }
}

function readPerson(said: unknown, at: number): Person {
  const { id, skills, worth = 0 } = isRecord(said) ? said : {}
  if (typeof id !== 'string' || typeof worth !== 'number')
    return refuse(`Person ${at + 1} must have an "id", "skills" and, if any, a "worth".`)
  return { id, skills: readSkills(skills, `Person ${at + 1}`), worth }
}

function readSkills(said: unknown, whose: string): string[] {
  return Array.isArray(said) && said.every((each) => typeof each === 'string') ? said : refuse(`${whose} must have a list of "skills".`)
}
