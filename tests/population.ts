/** A made-up population in which it is known who fits whom: groups of four who each have what the others need, among many who do not. */
import { Chance } from '../bench/chance.ts'
import type { Candidate, Skill } from '../src/matching/candidate.ts'
import { type Term, Vocabulary } from '../src/matching/vocabulary.ts'

const SECTORS = ['local', 'central', 'health', 'police', 'charity']
const PROFESSIONS = ['policy', 'digital', 'operations', 'finance', 'people']
const REGIONS = ['North', 'South', 'East', 'West']
const [FIELDS, CRAFTS] = [60, 5]
const GROUP = 4

export type Population = { candidates: readonly Candidate[]; planted: ReadonlyMap<string, ReadonlySet<string>>; vocabulary: Vocabulary }

/** Sixty fields with five crafts each. */
const termsOf = (): Term[] =>
  Array.from({ length: FIELDS }, (_, field) => [
    { id: `field-${field}`, name: `field-${field}`, kind: 'skill' as const, broader: [], synonyms: [] },
    ...Array.from({ length: CRAFTS }, (_, craft) => ({
      id: `craft-${field}-${craft}`,
      name: `craft-${field}-${craft}`,
      kind: 'skill' as const,
      broader: [`field-${field}`],
      synonyms: [],
    })),
  ]).flat()

/** Half of all are planted. People say more or less of themselves, as people do. */
export function aPopulation(seed: number, people: number): Population {
  const chance = new Chance(seed)
  const terms = termsOf()
  const planted = new Map<string, Set<string>>()
  const candidates: Candidate[] = []
  const skill = (term: string): Skill => (chance.is(0.5) ? { term, level: chance.whole(1, 3) } : { term })
  const common = (): string => chance.pickSkewed(terms).id
  const somebody = (group: number, haves: Skill[], needs: Skill[], interests: string[]): Candidate => ({
    id: `person-${String(chance.whole(0, 1e9)).padStart(10, '0')}`,
    organisation: `organisation-${group}`,
    team: chance.is(0.3) ? `team-${chance.whole(1, 3)}` : '',
    sector: chance.pick(SECTORS),
    profession: chance.is(0.7) ? chance.pick(PROFESSIONS) : '',
    region: chance.pick(REGIONS),
    haves: chance.shuffled([...haves, ...Array.from({ length: chance.whole(1, 4) }, () => skill(common()))]),
    needs: chance.shuffled([...needs, ...Array.from({ length: chance.whole(0, 2) }, () => skill(common()))]),
    interests: chance.is(0.7) ? [...interests, ...Array.from({ length: chance.whole(1, 3) }, () => `topic-${chance.whole(1, 40)}`)] : [],
    ways: chance.is(0.5) ? ['online', ...(chance.is(0.5) ? (['in person'] as const) : [])] : [],
    ...(chance.is(0.6)
      ? { position: { lat: 51 + chance.number() * 4, lon: -3 + chance.number() * 3 }, radius: chance.whole(10, 200) }
      : {}),
    times: chance.is(0.5) ? chance.pickSome([9, 10, 11, 33, 34, 35, 57, 58, 81, 82, 105, 106], 6) : [],
    languages: chance.is(0.5) ? ['en'] : [],
    ...(chance.is(0.5) ? { hours: chance.whole(1, 6) } : {}),
    wishes: chance.is(0.3) ? ['another sector'] : [],
    missedOut: 0,
    isPaused: false,
    isFull: false,
  })
  for (let at = 0; at < people / 2 / GROUP; at++) {
    // What each of the four has, all of different fields; another needs it, or its kind.
    const crafts = chance
      .pickSome(
        Array.from({ length: FIELDS }, (_, field) => field),
        GROUP,
      )
      .map((field) => `craft-${field}-${chance.whole(0, CRAFTS - 1)}`)
    const group = crafts.map((own, member) =>
      somebody(
        candidates.length + member,
        [{ term: own, level: 3 }],
        crafts.filter((other) => other !== own).map((term) => ({ term, level: chance.whole(1, 3) })),
        [`rare-topic-${at}`],
      ),
    )
    for (const { id } of group) planted.set(id, new Set(group.flatMap((other) => (other.id === id ? [] : [other.id]))))
    candidates.push(...group)
  }
  while (candidates.length < people) candidates.push(somebody(candidates.length, [skill(common())], [skill(common())], []))
  return { candidates: chance.shuffled(candidates), planted, vocabulary: new Vocabulary(terms) }
}
