/** Among many made-up people, the page and the weekly letters find those of whom it is known that they fit, and show nobody to everybody. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { openEmpty } from '../../../tests/databases.ts'
import { aPopulation, type Population } from '../../../tests/population.ts'
import { aTown } from '../../../tests/town.ts'
import type { Candidate, Skill } from '../../matching/candidate.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { type Storage, sql, together } from '../../storage/db.ts'
import { writeDigests } from '../digests/actions.ts'
import { SKILL_LEVELS } from '../listings/listing.ts'
import { listViewers } from '../people/actions.ts'
import { PROFILE_FIELDS } from '../people/profile.ts'
import { suggestFor } from './actions.ts'
import { openMemory } from './memory-actions.ts'

const [PEOPLE, MOST, BATCH] = [240, 3, 50]

/** "craft-12-3" in letters alone, as people write words. */
const inLetters = (id: string): string =>
  id.replace(/[^a-z\d]*(\d+)/g, (_, digits: string) =>
    [...digits]
      .map((digit) => 'bcdfghklmn'[Number(digit)])
      .join('')
      .padStart(3, 'x'),
  )
const inWords = ({ term, level }: Skill): string => `${inLetters(term)}${level === undefined ? '' : ` (${SKILL_LEVELS[level - 1]})`}`

describe('suggestions among many', () => {
  let storage: Storage
  let population: Population
  let knowledge: Knowledge
  const own = (ids: readonly string[], found: ReadonlyMap<string, readonly string[]>): number =>
    ids.reduce((sum, id) => sum + (found.get(id) ?? []).filter((other) => population.planted.get(id)?.has(other)).length / MOST, 0) /
    ids.length

  before(async () => {
    storage = await openEmpty('embedded')
    await aTown(storage.db)
    population = aPopulation(404, PEOPLE)
    const skills = [...population.vocabulary.terms.values()].map((term) => ({ ...term, name: inLetters(term.id) }))
    knowledge = new Knowledge({ ...NOTHING_KNOWN, skills })
    await settle(storage, population.candidates)
  })
  after(() => storage.close())

  it('find on the page those who fit', async () => {
    const { db } = storage
    const recall = openMemory(db, knowledge)
    const some = [...population.planted.keys()].slice(0, 20)
    const found = new Map<string, string[]>()
    for (const viewer of (await listViewers(db, some)).values())
      found.set(
        viewer.person,
        (await suggestFor(db, recall, viewer, MOST, MONDAY)).map(({ id }) => id),
      )
    const precision = own(some, found)
    assert.ok(precision >= 0.8, `precision at ${MOST}: ${precision}`)
  })

  it('find in the weekly letters those who fit, and list nobody on more than three times as many lists as people are on average', async () => {
    const { db } = storage
    const memory = await openMemory(db, knowledge)()
    const people = population.candidates.map(({ id }) => id).sort()
    for (let from = 0; from < people.length; from += BATCH)
      await together(db, (tx) => writeDigests(tx, memory, people.slice(from, from + BATCH), MONDAY))
    const { rows } = await sql<{ person: string; facts: string }>`select person, facts from letters where kind = 'weekly digest'`.execute(
      db,
    )
    const lists = new Map(
      rows.map(({ person, facts }) => [person, (JSON.parse(facts) as { suggestions: { id: string }[] }).suggestions.map(({ id }) => id)]),
    )
    const times = new Map<string, number>()
    for (const id of [...lists.values()].flat()) times.set(id, (times.get(id) ?? 0) + 1)
    const average = [...times.values()].reduce((sum, each) => sum + each, 0) / people.length
    assert.ok(average > 2.5 && Math.max(...times.values()) <= 3 * average, `${Math.max(...times.values())} of ${average}`)
    const counted = await db.selectFrom('exposures').select(['person', 'lists']).execute()
    assert.deepEqual(new Map(counted.map(({ person, lists: each }) => [person, each])), times, 'what is counted is what was written')
    const precision = own([...population.planted.keys()], lists)
    assert.ok(precision >= 0.8, `precision at ${MOST}: ${precision}`)
  })
})

/** Everybody with an organisation of their own, in a few statements. */
async function settle({ db }: Storage, candidates: readonly Candidate[]): Promise<void> {
  const { now } = MONDAY
  const listings = candidates.flatMap(({ id, haves, needs }) =>
    [...haves.map((skill) => ({ kind: 'have' as const, skill })), ...needs.map((skill) => ({ kind: 'need' as const, skill }))].map(
      ({ kind, skill }, at) => ({
        ...{ id: `${id}-${String(at).padStart(2, '0')}`, person: id, kind, what: inWords(skill) },
        ...{ said_at: now, until_day: '2027-02-01', closed_at: null, changed_at: now },
      }),
    ),
  )
  await together(db, async (tx) => {
    await sql`insert into organisations (id, name, sector, region, added_at)
      select id, id, sector, region, ${now} from json_to_recordset(${JSON.stringify(candidates.map(({ organisation, sector, region }) => ({ id: organisation, sector, region })))}::json) as o (id text, sector text, region text)`.execute(
      tx,
    )
    for (const { id, organisation, position, hours, profession, interests, ways, radius, languages, wishes } of candidates) {
      await tx
        .insertInto('people')
        .values({
          ...{ id, name: id, job: 'officer', organisation, broker: false, moderator: false, joined_at: now, district: '' },
          ...{ lat: position?.lat ?? null, lon: position?.lon ?? null, hours_a_week: hours === undefined ? null : hours / 4 },
          ...{ members_see: [...PROFILE_FIELDS], matches_see: [] },
        })
        .execute()
      await sql`insert into addresses (id, email, person, confirmed_at, takes_letters) values (${id}, ${`${id}@nation.example`}, ${id}, ${now}, true)`.execute(
        tx,
      )
      await sql`insert into profiles (person, profession, areas, interests, learning, problem, ways, radius, half_days, languages, introductions, wishes)
        values (${id}, ${profession}, '{}', ${[...interests]}, '{}', '', ${[...ways]}, ${radius ?? null}, '{}', ${[...languages]}, 4, ${[...wishes]})`.execute(
        tx,
      )
    }
    for (let from = 0; from < listings.length; from += 500)
      await tx
        .insertInto('listings')
        .values(listings.slice(from, from + 500))
        .execute()
  })
}
