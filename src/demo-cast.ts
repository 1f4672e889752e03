/** The people of the demo: how they join, and what each of them says afterwards. */
import type { Moment } from './basics/day.ts'
import type { Viewer } from './basics/viewer.ts'
import type { DemoPerson } from './demo-pack.ts'
import { fail, must, type Scene } from './demo-scene.ts'
import { sayHaves, sayNeeds } from './features/listings/actions.ts'
import { askToBelong } from './features/members/actions.ts'
import { changeProfile, introduce, personWithAddress } from './features/people/actions.ts'
import { viewerOf } from './features/people/person.ts'
import type { Knowledge } from './matching/knowledge.ts'
import { type Db, together } from './storage/db.ts'

/** Within so many days everybody has said what they have: late enough that there is something that fits them. */
const SAID_WITHIN = 6
/** Before the Monday of the weekly letters, which suggest what fits what was said. */
const SAID_LAST = -8

/** Everybody by their key, each a little later than the one before. */
export async function gatherCast(
  db: Db,
  people: readonly DemoPerson[],
  knowledge: Knowledge,
  moment: (scene: number) => Moment,
): Promise<ReadonlyMap<string, Viewer>> {
  const cast = new Map<string, Viewer>()
  for (const [scene, person] of people.entries()) cast.set(person.key, await join(db, person, knowledge, moment(scene).now))
  return cast
}

async function join(db: Db, typed: DemoPerson, knowledge: Knowledge, now: Date): Promise<Viewer> {
  const { name, job, email, where, hours, broker = false, moderator = false } = typed
  const position = knowledge.positionOf(where) ?? fail(`nobody knows where ${where} is`)
  const person = await together(db, (tx) => personWithAddress(tx, email, now, { broker, moderator }))
  await introduce(db, person.id, { name, job, organisation: undefined }, now)
  await together(db, (tx) => changeProfile(tx, person.id, { district: where, position, hoursAWeek: hours }, now))
  return viewerOf({ ...person, name })
}

/** `turn` spreads the cast over the days, so that not everybody speaks at once. */
export function scenesOfPerson({ haves, needs, says }: DemoPerson, { person }: Viewer, turn: number, db: Db): Scene[] {
  const speak: Scene = {
    on: SAID_LAST - (turn % SAID_WITHIN),
    play: (at) =>
      together(db, async (tx) => {
        must(await sayHaves(tx, person, haves, at))
        must(await sayNeeds(tx, person, needs, at))
      }),
  }
  const belong = says && {
    on: says.on,
    play: async (at: Moment) => void must(await together(db, (tx) => askToBelong(tx, person, says, at))),
  }
  return belong ? [speak, belong] : [speak]
}
