/** Finds people: the memory proposes by skills and policy areas, the database says who may be found, and what they show says why. */
import type { Moment } from '../../basics/day.ts'
import { kilometresBetween } from '../../matching/candidate.ts'
import type { Db } from '../../storage/db.ts'
import type { Memory } from '../suggestions/memory.ts'
import { type Shown, type Sought, type WhyFound, whyFound } from './seek.ts'
import { type Chunk, type Looker, listLooked } from './store.ts'

export type Found = { shown: Shown; whys: readonly WhyFound[] }
/** `next` is after whom the next page begins. */
export type FoundPage = { found: readonly Found[]; next: string | undefined }

const A_PAGE = 20
/** So many are looked at, one helping after the other, before the page ends short and leads on. */
const HELPINGS = [60, 240, 480] as const

export async function findPeople(
  db: Db,
  memory: Memory,
  sought: Sought,
  by: Looker,
  before: string | undefined,
  at: Moment,
): Promise<FoundPage> {
  const found: Found[] = []
  let last = before
  for (const most of HELPINGS) {
    const ids = sought.wanted.length > 0 ? propose(memory, sought, last, most) : undefined
    if (ids?.length === 0) return { found, next: undefined }
    const looked = await look(db, ids ? { ids } : { before: last, most, sought }, by, at)
    for (const { shown } of looked) {
      const whys = shown && whyFound(sought, shown, memory.knowledge)
      if (shown && whys) found.push({ shown, whys })
    }
    if (found.length > A_PAGE) return { found: found.slice(0, A_PAGE), next: found[A_PAGE - 1]?.shown.person.id }
    if (looked.length < most) return { found, next: undefined }
    last = looked.at(-1)?.id
  }
  return { found, next: last }
}

/** In the order in which they were asked for. */
async function look(db: Db, chunk: Chunk, by: Looker, at: Moment) {
  const looked = await listLooked(db, chunk, by, at.today)
  if (!('ids' in chunk)) return looked
  const places = new Map(chunk.ids.map((id, place) => [id, place]))
  return looked.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

function propose(memory: Memory, { wanted, sector, near }: Sought, after: string | undefined, most: number): string[] {
  const asked = wanted.map(({ terms, areas }) => ({ terms, topics: areas }))
  return memory.whoShow(asked, { after, most }, (about) => {
    if (sector && about.sector !== sector) return false
    const apart = near && kilometresBetween({ position: near.of }, about)
    return !near || (apart !== undefined && apart <= near.within)
  })
}
