/** Finds what fits many people at once, by the same rules as for one: for letters to everybody. */
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { giveWay } from '../../storage/in-flight.ts'
import { listTold } from '../profiles/candidate-actions.ts'
import type { Told } from '../profiles/told.ts'
import { saidTermsOf } from './actions.ts'
import { capOf } from './exposure.ts'
import { roomOf } from './exposure-actions.ts'
import type { Few, Memory } from './memory.ts'
import { listMembers, listOpenRoles, type WantedMember, type WantedRole } from './store.ts'
import {
  idsOf,
  type Member,
  MOST_SUGGESTED,
  rank,
  rankPeople,
  type Said,
  type Suggestion,
  seesPeople,
  suggestRole,
  termsOf,
  worksElsewhere,
} from './suggestion.ts'

/** `recent` are ids of what was suggested lately; `turn` tells askers apart, so that not all are told of the same. */
export type Asker = { viewer: Viewer; said: Said; recent: ReadonlySet<string>; turn: number }
/** `isNew`: none of them was suggested lately. */
export type Suggested = { suggestions: readonly Suggestion[]; isNew: boolean }

/** How many are proposed, for how many of the things that somebody has or needs: more than are shown, because not all is still true. */
type Width = Few & { terms: number }
const FEW: Width = { roles: 4, looked: 16, people: 5, terms: 4 }
/** Where the few do not suffice. */
const MANY: Width = { roles: 16, looked: 48, people: 14, terms: 8 }
/** So many are worked out before others who wait for this process have their turn. */
const AT_ONCE = 5

type Fits = { fitting: readonly Suggestion[]; isNew: boolean }
/** What is read of people once for all askers. */
type Known = { told: Map<string, Told>; lists: Map<string, number> }

/** What was suggested lately comes again only where nothing else fits. Nobody is listed for more askers than there is room for. */
export async function suggestToMany(db: Db, memory: Memory, askers: readonly Asker[], at: Moment): Promise<ReadonlyMap<string, Suggested>> {
  const known: Known = { told: new Map(), lists: new Map() }
  const found = new Map<string, Fits>()
  const look = async (some: readonly Asker[], width: Width, isNew: boolean) => {
    for (const [person, fitting] of await fittingMany(db, memory, some, width, known, at)) found.set(person, { fitting, isNew })
  }
  await look(askers, FEW, true)
  await look(
    askers.filter(({ viewer }) => (found.get(viewer.person)?.fitting.length ?? 0) < MOST_SUGGESTED),
    MANY,
    true,
  )
  const again = askers.filter(({ viewer, recent }) => recent.size > 0 && !found.has(viewer.person))
  await look(
    again.map((asker) => ({ ...asker, recent: NOTHING })),
    MANY,
    false,
  )
  return within(found, await roomOf(db, memory, at), known)
}

const NOTHING: ReadonlySet<string> = new Set()

/** The best of each, one asker after the other, as long as there is room; see `exposure.ts`. */
function within(
  found: ReadonlyMap<string, Fits>,
  room: { lists: number; people: number },
  { lists }: Known,
): ReadonlyMap<string, Suggested> {
  let all = room.lists
  const chosen = new Map<string, Suggested>()
  for (const [person, { fitting, isNew }] of found) {
    const suggestions: Suggestion[] = []
    for (const each of fitting) {
      if (suggestions.length === MOST_SUGGESTED) break
      const before = lists.get(each.id) ?? 0
      if (each.is !== 'brief' && before >= capOf(all, room.people)) continue
      suggestions.push(each)
      if (each.is === 'brief') continue
      lists.set(each.id, before + 1)
      all++
    }
    if (suggestions.length > 0) chosen.set(person, { suggestions, isNew })
  }
  return chosen
}

/** All that fits each, the best first; only those whom something fits. */
async function fittingMany(
  db: Db,
  memory: Memory,
  askers: readonly Asker[],
  width: Width,
  known: Known,
  at: Moment,
): Promise<ReadonlyMap<string, readonly Suggestion[]>> {
  if (askers.length === 0) return new Map()
  const { knowledge, score } = memory
  await tellOf(
    db,
    memory,
    known,
    askers.flatMap(({ viewer }) => (seesPeople(viewer) ? [viewer.person] : [])),
    at,
  )
  const [roles, members]: [WantedRole[], WantedMember[]] = [[], []]
  await inTurns(askers, ({ viewer, said, recent, turn }) => {
    const { person, organisation = '', sector } = viewer
    const me = seesPeople(viewer) ? known.told.get(person) : undefined
    const some = <T>(terms: readonly T[]) => inTurn(terms, width.terms, turn)
    const own = me ? saidTermsOf(memory, me) : { haves: termsOf(knowledge, said.haves), needs: [], topics: [] }
    const asked = { haves: some(own.haves), needs: some(own.needs), topics: some(own.topics) }
    const proposed = memory.someFor(asked, width, turn, (key) => !recent.has(key), worksElsewhere(organisation))
    for (const role of proposed.roles) roles.push({ person, role, isSupplier: sector === 'supplier' })
    if (me) for (const candidate of proposed.people) members.push({ person, organisation, candidate })
  })
  const [openRoles, otherMembers] = [await listOpenRoles(db, roles, at.today), await listMembers(db, members, at.today)]
  await tellOf(
    db,
    memory,
    known,
    [...otherMembers.values()].flat().map(({ person }) => person.id),
    at,
  )
  const found = new Map<string, readonly Suggestion[]>()
  await inTurns(askers, ({ viewer, said, recent }) => {
    const likes = memory.likesOf(viewer.person)
    const briefs = (openRoles.get(viewer.person) ?? []).flatMap((role) => suggestRole(knowledge, said.haves, role) ?? [])
    const me = known.told.get(viewer.person)
    const others = (otherMembers.get(viewer.person) ?? []).flatMap((member) => withTold(member, known))
    const people = me ? rankPeople(knowledge, score, me, others, likes) : []
    const best = rank(viewer, briefs, people, likes).filter((each) => !idsOf(each).some((id) => recent.has(id)))
    if (best.length > 0) found.set(viewer.person, best)
  })
  return found
}

/** Nobody is read twice. */
async function tellOf(db: Db, { knowledge }: Memory, { told }: Known, people: readonly string[], at: Moment): Promise<void> {
  const fresh = [...new Set(people)].filter((id) => !told.has(id))
  for (const each of await listTold(db, knowledge, fresh, at)) told.set(each.all.id, each)
}

function withTold(member: Member, { told, lists }: Known): { member: Member; told: Told }[] {
  const { id } = member.person
  const of = told.get(id)
  if (!lists.has(id)) lists.set(id, member.lists)
  return of ? [{ member, told: of }] : []
}

/** Others every week, so that in time each thing that somebody has or needs counts. */
const inTurn = <T>(all: readonly T[], most: number, turn: number): T[] =>
  [...all.slice(turn % Math.max(1, all.length)), ...all.slice(0, turn % Math.max(1, all.length))].slice(0, most)

async function inTurns<T>(all: readonly T[], work: (each: T) => void): Promise<void> {
  for (const [at, each] of all.entries()) {
    work(each)
    if (at % AT_ONCE !== AT_ONCE - 1) continue
    await new Promise((resolve) => setImmediate(resolve))
    await giveWay()
  }
}
