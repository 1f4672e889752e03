/** Looking for people: what somebody asks for, all of which stands in the address, and why each person is found. Types and pure rules. */
import type { Position } from '../../basics/place.ts'
import { isSector, type Sector } from '../../basics/sector.ts'
import { kilometresBetween } from '../../matching/candidate.ts'
import { CLOSENESS } from '../../matching/closeness.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { TagId } from '../../matching/tag.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Somebody } from '../people/person.ts'

export const DISTANCES = [5, 10, 25, 50, 100] as const

/** What the address says. */
export type Seek = { q: string; skill?: TermId; area?: TagId; sector?: Sector; within?: number }

/** Something that whoever is found has or works on: any of these skills or policy areas. */
export type Wanted = { terms: readonly TermId[]; areas: readonly TagId[] }
/** A skill that was asked for, with all that can stand in for it, the closest first. */
type Asked = Wanted & { exactly: readonly TermId[] }

/** What is looked for; `unknown`: of what was typed nothing is a skill or a policy area that we know. */
export type Sought = { wanted: readonly Asked[]; sector?: Sector; near?: { of: Position; within: number }; unknown: boolean }

/** Somebody with as much as every member may see of them. */
export type Shown = {
  person: Somebody
  sector: Sector
  haves: readonly string[]
  areas: readonly TagId[]
  position?: Position
}
export type WhyFound =
  | { is: 'has'; what: string }
  | { is: 'is close'; what: string; to: TermId }
  | { is: 'works on'; area: TagId }
  | { is: 'near'; kilometres: number }
  | { is: 'works in'; sector: Sector }

const MOST_TYPED = 200
const MEANT_AREAS = 3

/** What the address does not say, or says wrongly, is not asked for. */
export function readSeek(said: (name: string) => string | undefined, knowledge: Knowledge): Seek {
  const [skill, area, sector] = [said('skill') ?? '', said('area') ?? '', said('sector') ?? '']
  const within = DISTANCES.find((each) => String(each) === said('within'))
  return {
    q: (said('q') ?? '').trim().slice(0, MOST_TYPED),
    ...(knowledge.vocabulary.terms.has(skill) ? { skill } : {}),
    ...(knowledge.tags.get(area)?.is === 'policy area' ? { area } : {}),
    // Suppliers are asked where they are welcome, and found by nobody.
    ...(isSector(sector) && sector !== 'supplier' ? { sector } : {}),
    ...(within ? { within } : {}),
  }
}

/** The same search always has the same address; `before` is the last person of the page before. */
export function addressOf(seek: Seek, before?: string): string {
  const said = new URLSearchParams()
  for (const name of ['q', 'skill', 'area', 'sector', 'within'] as const) {
    const value = seek[name]
    if (value) said.set(name, String(value))
  }
  if (before !== undefined) said.set('before', before)
  return `/people${said.size > 0 ? `?${said}` : ''}`
}

export const isNarrowed = ({ q, ...others }: Seek): boolean => q !== '' || Object.keys(others).length > 0

/** `of` is where whoever asks is; without it nothing is near. */
export function soughtBy(seek: Seek, knowledge: Knowledge, of: Position | undefined): Sought {
  const asked = (terms: readonly TermId[], areas: readonly TagId[]): Asked => ({ exactly: terms, terms: nearTo(knowledge, terms), areas })
  // Whoever types "data" means any work with it.
  const terms = [...new Set([...knowledge.termsIn(seek.q), ...knowledge.termsNamed(seek.q)])]
  const typed = asked(terms, areasMeant(seek.q, knowledge))
  const isUnknown = seek.q !== '' && typed.terms.length + typed.areas.length === 0
  return {
    wanted: [
      ...(seek.skill ? [asked([seek.skill], [])] : []),
      ...(seek.q !== '' && !isUnknown ? [typed] : []),
      ...(seek.area ? [asked([], knowledge.tagsWithin(seek.area))] : []),
    ],
    ...(seek.sector ? { sector: seek.sector } : {}),
    ...(seek.within && of ? { near: { of, within: seek.within } } : {}),
    unknown: isUnknown,
  }
}

const areasMeant = (q: string, knowledge: Knowledge): TagId[] =>
  q === ''
    ? []
    : knowledge
        .tagsMeant(q, MEANT_AREAS)
        .filter(({ is }) => is === 'policy area')
        .flatMap(({ id }) => [...knowledge.tagsWithin(id)])

/** Another kind of the same thing does not stand in for it. */
function nearTo(knowledge: Knowledge, terms: readonly TermId[]): TermId[] {
  const near = terms.flatMap((term) => knowledge.neighbourhood.of(term).filter(({ closeness }) => closeness >= CLOSENESS.broader))
  return [...new Set(near.sort((a, b) => b.closeness - a.closeness).map(({ term }) => term))]
}

/** A reason for each thing that was asked for, by what they show alone; nothing where one is missing. */
export function whyFound(sought: Sought, shown: Shown, knowledge: Knowledge): WhyFound[] | undefined {
  const whys: WhyFound[] = []
  for (const wanted of sought.wanted) {
    const why = whyWanted(wanted, shown, knowledge)
    if (!why) return undefined
    whys.push(why)
  }
  if (sought.near) {
    const kilometres = kilometresBetween({ position: sought.near.of }, shown)
    if (kilometres === undefined || kilometres > sought.near.within) return undefined
    whys.push({ is: 'near', kilometres: Math.round(kilometres) })
  }
  if (sought.sector && sought.sector !== shown.sector) return undefined
  return sought.sector ? [...whys, { is: 'works in', sector: sought.sector }] : whys
}

function whyWanted({ exactly, terms, areas }: Asked, shown: Shown, knowledge: Knowledge): WhyFound | undefined {
  const said = shown.haves.map((what) => ({ what, terms: knowledge.termsIn(what) }))
  for (const term of terms) {
    const what = said.find((each) => each.terms.includes(term))?.what
    if (what === undefined) continue
    const to = exactly.includes(term) ? undefined : exactly.find((each) => knowledge.neighbourhood.closeness(each, term) > 0)
    return to === undefined ? { is: 'has', what } : { is: 'is close', what, to }
  }
  const area = shown.areas.find((each) => areas.includes(each))
  return area === undefined ? undefined : { is: 'works on', area }
}

/** Everything within so many kilometres lies within these lines; some of it beyond. */
export function boxAround({ lat, lon }: Position, kilometres: number): { south: number; north: number; west: number; east: number } {
  const up = kilometres / 111
  const along = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180))
  return { south: lat - up, north: lat + up, west: lon - along, east: lon + along }
}
