/** What somebody looks for among the projects: all of it stands in the address of the list, and nothing else does. */
import type { Day } from '../../basics/day.ts'
import { isSector, type Sector } from '../../basics/sector.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { isEmptyWord, wordsOfNeed } from '../../matching/need-words.ts'
import type { TagId } from '../../matching/tag.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { State } from '../projects/project.ts'

export const SHOWN = {
  open: ['open'],
  running: ['ready', 'running'],
  ended: ['ended'],
  all: ['open', 'ready', 'running', 'ended'],
} as const satisfies Record<string, readonly State[]>
export type Shown = keyof typeof SHOWN

/** What narrows a list down, in the order in which the address says it. */
export const NARROWING = ['skill', 'service', 'area', 'sector', 'region', 'for'] as const
export type Narrowing = (typeof NARROWING)[number]
export type Search = { q: string; show: Shown } & {
  skill?: TermId
  service?: TagId
  area?: TagId
  sector?: Sector
  region?: string
  /** What fits the haves of whoever looks. */
  for?: 'me'
}

const MOST_TYPED = 200
const MOST_REGION = 80
const MEANT_TAGS = 2
/** So many words of a question are looked for together: all pairs of more would be too many. */
const MOST_WORDS = 7

/** So many are put in the order of how well they fit: nobody reads on for longer. */
export const MOST_RANKED = 200

/** Whoever searches wants to know what there was, too; whoever only looks around, what needs them now. */
const shownAtFirst = (q: string): Shown => (q === '' ? 'open' : 'all')

/** What the address does not say, or says wrongly, is not asked for. */
export function readSearch(said: (name: string) => string | undefined, knowledge: Knowledge): Search {
  const q = (said('q') ?? '').trim().slice(0, MOST_TYPED)
  const [show, skill, sector] = [said('show') ?? '', said('skill') ?? '', said('sector') ?? '']
  const tag = (name: 'service' | 'area', is: 'public service' | 'policy area') => {
    const found = knowledge.tags.get(said(name) ?? '')
    return found?.is === is ? { [name]: found.id } : {}
  }
  const region = (said('region') ?? '').trim().slice(0, MOST_REGION)
  return {
    q,
    show: isShown(show) ? show : shownAtFirst(q),
    ...(knowledge.vocabulary.terms.has(skill) ? { skill } : {}),
    ...tag('service', 'public service'),
    ...tag('area', 'policy area'),
    ...(isSector(sector) ? { sector } : {}),
    ...(region ? { region } : {}),
    ...(said('for') === 'me' ? { for: 'me' } : {}),
  }
}

const isShown = (text: string): text is Shown => Object.hasOwn(SHOWN, text)

/** The same list always has the same address; `before` is the last project of the page before. */
export function addressOf(search: Search, before?: string): string {
  const said = new URLSearchParams(fieldsOf(search))
  if (before !== undefined) said.set('before', before)
  return `/projects${said.size > 0 ? `?${said}` : ''}`
}

/** What a form that asks again must keep. */
export function fieldsOf(search: Search): [string, string][] {
  const fields: [string, string][] = []
  if (search.q) fields.push(['q', search.q])
  if (search.show !== shownAtFirst(search.q)) fields.push(['show', search.show])
  for (const name of NARROWING) {
    const value = search[name]
    if (value) fields.push([name, value])
  }
  return fields
}

export function without(search: Search, name: Narrowing | 'q'): Search {
  if (name !== 'q') {
    const { [name]: _, ...rest } = search
    return rest as Search
  }
  return { ...search, q: '', show: search.show === shownAtFirst(search.q) ? shownAtFirst('') : search.show }
}

export const isNarrowed = (search: Search): boolean => search.q !== '' || NARROWING.some((name) => search[name] !== undefined)

/** What is looked for in titles, roles and problems, with the tags and skills that the same words mean. */
export type Words = { text: string; tags: readonly TagId[]; terms: readonly TermId[] }
/** Roles that are free for this person. */
export type Fitting = { terms: readonly TermId[]; person: string; today: Day }
/** A search as the database is asked. */
export type Sought = {
  states: readonly State[]
  terms?: readonly TermId[]
  service?: readonly TagId[]
  area?: readonly TagId[]
  sector?: Sector
  region?: string
  fitting?: Fitting
  words?: Words
}

export function soughtBy(search: Search, knowledge: Knowledge, fitting: Fitting | undefined): Sought {
  const { q, skill, service, area, sector, region } = search
  return {
    states: SHOWN[search.show],
    ...(skill ? { terms: knowledge.kindsOf(skill) } : {}),
    ...(service ? { service: knowledge.tagsWithin(service) } : {}),
    ...(area ? { area: knowledge.tagsWithin(area) } : {}),
    ...(sector ? { sector } : {}),
    ...(region ? { region } : {}),
    ...(fitting ? { fitting } : {}),
    ...(q ? { words: wordsMeant(q, knowledge) } : {}),
  }
}

function wordsMeant(q: string, knowledge: Knowledge): Words {
  const tags = knowledge.tagsMeant(q, MEANT_TAGS).map(({ id }) => id)
  return { text: q, tags, terms: knowledge.termsIn(q).flatMap((term) => [...knowledge.kindsOf(term)]) }
}

/** With fewer found than these, any two of three words or more will do. */
const FEW = 5

/** Any two of the words where hardly anything has them all; either of two where nothing has both. Whoever writes "these words", -not or OR means it. */
export function looser(words: Words, found: number): Words | undefined {
  const asked = [...new Set(wordsOfNeed(words.text).filter((word) => !isEmptyWord(word)))].slice(0, MOST_WORDS)
  if (asked.length < 2 || found >= (asked.length === 2 ? 1 : FEW) || /"|(^|\s)-|\bor\b/i.test(words.text)) return undefined
  if (asked.length === 2) return { ...words, text: asked.join(' or ') }
  const pairs = asked.flatMap((one, at) => asked.slice(at + 1).map((other) => `${one} ${other}`))
  return { ...words, text: pairs.join(' or ') }
}

/** Found by its words; the best come first. */
export type Ranked = { id: string; state: State }

/** How many of the projects found are in a state, of a sector, in a region, or have a tag or a skill. */
export type Facet = { kind: 'state' | 'sector' | 'region' | 'tag' | 'skill'; value: string; count: number }
