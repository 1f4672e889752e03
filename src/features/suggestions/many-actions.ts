/** Finds what fits many people at once, by the same rules as for one: for letters to everybody. */
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import type { Few, Memory } from './memory.ts'
import { listMembers, listOpenRoles, type WantedMember, type WantedRole } from './store.ts'
import { chosen, idsOf, MOST_SUGGESTED, type Said, type Suggestion, seesPeople, termsOf } from './suggestion.ts'
import { listLikes } from './wish-store.ts'

/** `recent` are ids of what was suggested lately; `turn` tells askers apart, so that not all are told of the same. */
export type Asker = { viewer: Viewer; said: Said; recent: ReadonlySet<string>; turn: number }
/** `isNew`: none of them was suggested lately. */
export type Suggested = { suggestions: readonly Suggestion[]; isNew: boolean }

/** How many are proposed, for how many of the things that somebody has or needs: more than are shown, because not all is still true. */
type Width = Few & { terms: number }
const FEW: Width = { roles: 8, have: 4, need: 4, terms: 4 }
/** Where the few do not suffice. */
const MANY: Width = { roles: 16, have: 8, need: 6, terms: 8 }
/** So many are worked out before others who wait for this process have their turn. */
const AT_ONCE = 10

/** What was suggested lately comes again only where nothing else fits. */
export async function suggestToMany(db: Db, memory: Memory, askers: readonly Asker[], today: Day): Promise<ReadonlyMap<string, Suggested>> {
  const found = new Map<string, Suggested>()
  const fresh = new Map(await suggestOnce(db, memory, askers, FEW, today))
  const wanting = askers.filter(({ viewer }) => (fresh.get(viewer.person)?.length ?? 0) < MOST_SUGGESTED)
  for (const [person, suggestions] of await suggestOnce(db, memory, wanting, MANY, today)) fresh.set(person, suggestions)
  for (const [person, suggestions] of fresh) found.set(person, { suggestions, isNew: true })
  const again = askers.filter(({ viewer, recent }) => recent.size > 0 && !fresh.has(viewer.person))
  const repeated = await suggestOnce(
    db,
    memory,
    again.map((asker) => ({ ...asker, recent: NOTHING })),
    MANY,
    today,
  )
  for (const [person, suggestions] of repeated) found.set(person, { suggestions, isNew: false })
  return found
}

const NOTHING: ReadonlySet<string> = new Set()

/** Only those whom something fits. */
async function suggestOnce(
  db: Db,
  memory: Memory,
  askers: readonly Asker[],
  width: Width,
  today: Day,
): Promise<ReadonlyMap<string, Suggestion[]>> {
  const [roles, members]: [WantedRole[], WantedMember[]] = [[], []]
  await inTurns(askers, ({ viewer, said, recent, turn }) => {
    const { person, organisation = '', sector } = viewer
    const terms = (texts: readonly string[]) => inTurn(termsOf(memory.knowledge, texts), width.terms, turn)
    const few = seesPeople(viewer) ? width : { ...width, have: 0, need: 0 }
    const some = memory.someFor({ haves: terms(said.haves), needs: terms(said.needs) }, few, turn, (key) => !recent.has(key))
    for (const role of some.roles) roles.push({ person, role, isSupplier: sector === 'supplier' })
    for (const candidate of some.people) members.push({ person, organisation, candidate })
  })
  const [openRoles, otherMembers] = [await listOpenRoles(db, roles, today), await listMembers(db, members, today)]
  const likes = await listLikes(
    db,
    askers.map(({ viewer }) => viewer.person),
  )
  const found = new Map<string, Suggestion[]>()
  await inTurns(askers, ({ viewer, said, recent }) => {
    const fitting = { roles: openRoles.get(viewer.person) ?? [], members: otherMembers.get(viewer.person) ?? [] }
    const best = chosen(memory.knowledge, viewer, said, fitting, likes.get(viewer.person)).filter(
      (each) => !idsOf(each).some((id) => recent.has(id)),
    )
    if (best.length > 0) found.set(viewer.person, best.slice(0, MOST_SUGGESTED))
  })
  return found
}

/** Others every week, so that in time each thing that somebody has or needs counts. */
const inTurn = <T>(all: readonly T[], most: number, turn: number): T[] =>
  [...all.slice(turn % Math.max(1, all.length)), ...all.slice(0, turn % Math.max(1, all.length))].slice(0, most)

async function inTurns<T>(all: readonly T[], work: (each: T) => void): Promise<void> {
  for (const [at, each] of all.entries()) {
    work(each)
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
  }
}
