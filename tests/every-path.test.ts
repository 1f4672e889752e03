/** Every rule on every path on which people find each other: whoever takes a rule out finds the path on which it no longer holds. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Viewer } from '../src/basics/viewer.ts'
import { blockPerson, changeBoundaries } from '../src/features/boundaries/actions.ts'
import { NO_BOUNDARIES } from '../src/features/boundaries/boundary.ts'
import { keepKnowledge, readKnowledge } from '../src/features/chapters/actions.ts'
import { writeDigests } from '../src/features/digests/actions.ts'
import { askToMeet } from '../src/features/introductions/actions.ts'
import { sayHaves, sayNeeds } from '../src/features/listings/actions.ts'
import { addOrganisations } from '../src/features/organisations/actions.ts'
import { changeSeenBy } from '../src/features/people/actions.ts'
import { seenBy } from '../src/features/people/profile.ts'
import { tellDetails } from '../src/features/profiles/actions.ts'
import { openRound } from '../src/features/rounds/actions.ts'
import { requestFor } from '../src/features/rounds/match-actions.ts'
import type { Round } from '../src/features/rounds/round.ts'
import { findRound } from '../src/features/rounds/store.ts'
import { suggestFor } from '../src/features/suggestions/actions.ts'
import { openMemory } from '../src/features/suggestions/memory-actions.ts'
import { sayOfSuggestion } from '../src/features/suggestions/wish-actions.ts'
import { type Knowledge, NOTHING_KNOWN } from '../src/matching/knowledge.ts'
import { planRound } from '../src/matching/rounds/round.ts'
import { betweenOf } from '../src/matching/rounds/round-request.ts'
import { type Storage, sql, together } from '../src/storage/db.ts'
import { MONDAY, ZONE } from './cast.ts'
import { openEmpty } from './databases.ts'
import { aPerson, aTown } from './town.ts'
import { type House, openHouse } from './visit.ts'

/** By name, without it, or not at all; on pages that are theirs alone, also whether they may be asked. */
type Shown = 'named' | 'unnamed' | 'gone' | 'refused'
type Path = (scene: Scene, who: Viewer) => Promise<string>
type Scene = { asker: Viewer; skill: string; house: House; storage: Storage; knowledge: Knowledge; round: Round }

/** Where somebody may come upon somebody else. */
const PATHS = {
  suggestions: ({ house, asker }) => textOf(house, asker, '/suggestions'),
  'first page': ({ house, asker }) => textOf(house, asker, '/'),
  'weekly letter': async ({ storage, asker }) => {
    const rows = await sql<{ facts: string }>`select facts from letters where kind = 'weekly digest' and person = ${asker.person}`.execute(
      storage.db,
    )
    return rows.rows.map(({ facts }) => facts).join()
  },
  'letter with who fits next': async ({ storage, knowledge, asker }) =>
    JSON.stringify(await suggestFor(storage.db, openMemory(storage.db, knowledge), asker, 9, MONDAY)),
  search: ({ house, asker, skill }) => textOf(house, asker, `/people?skill=${skill}`),
  'their page': ({ house, asker }, who) => textOf(house, asker, `/people/${who.person}`),
  'the form to meet them': ({ house, asker }, who) => textOf(house, asker, `/people/${who.person}/introduction`),
  'their organisation': ({ house, asker }, who) => textOf(house, asker, `/organisations/${who.organisation}`),
  'feed of briefs': ({ house, asker }) => textOf(house, asker, '/feed.atom'),
  'portfolio as CSV': ({ house, asker }, who) => textOf(house, asker, `/organisations/${who.organisation}/portfolio.csv`),
  // To join is to be met by name; what keeps two apart there is looked at for the two alone.
  'a round that both joined': async ({ storage, knowledge, asker, round }, who) => {
    const joined = new Map([asker, who].map(({ person }) => [person, true]))
    const { between, ...request } = await requestFor(storage.db, knowledge, round, joined, MONDAY)
    const { meetings } = planRound({ ...request, between: betweenOf(between) }, knowledge.neighbourhood)
    return meetings.length > 0 ? who.name : ''
  },
  "the asker's copy (JSON)": ({ house, asker }) => textOf(house, asker, '/copy.json'),
} as const satisfies Record<string, Path>
type PathName = keyof typeof PATHS

const ALL_NAMED: Record<PathName, Shown> = {
  ...({
    suggestions: 'named',
    'first page': 'named',
    'weekly letter': 'named',
    'letter with who fits next': 'named',
    search: 'named',
  } as const),
  ...({ 'their page': 'named', 'the form to meet them': 'named', 'a round that both joined': 'named' } as const),
  // Work is public, people are private: what is about work names nobody.
  ...({ 'their organisation': 'gone', 'feed of briefs': 'gone', 'portfolio as CSV': 'gone', "the asker's copy (JSON)": 'gone' } as const),
}
/** Where the product brings people to somebody, who did not look for them. */
const BROUGHT = { suggestions: 'gone', 'first page': 'gone', 'weekly letter': 'gone', 'letter with who fits next': 'gone' } as const
const NOWHERE = {
  ...BROUGHT,
  search: 'gone',
  'their page': 'gone',
  'the form to meet them': 'gone',
  'a round that both joined': 'gone',
} as const

type Rule = {
  /** What is so of this one, and not of the other who has the same. */
  holds?: (scene: Scene, who: Viewer) => Promise<unknown>
  domain?: string
  shown: Partial<Record<PathName, Shown>>
  /** Of the other, where that is not everywhere. */
  other?: Partial<Record<PathName, Shown>>
}
const boundaries =
  (more: Partial<Parameters<typeof changeBoundaries>[2]>) =>
  ({ storage }: Scene, { person }: Viewer) =>
    changeBoundaries(storage.db, person, { ...NO_BOUNDARIES, ...more }, MONDAY)
const COLLEAGUES = { ...BROUGHT, 'the form to meet them': 'refused' } as const

/** They sat together in another round. */
async function haveMet({ db }: Storage, one: string, other: string): Promise<void> {
  await sql`insert into rounds (id, organiser, title, line, audience, sectors, size, across, meet_days, turns, every_weeks, invites, opened_at)
    select 'earlier', organiser, title, line, audience, sectors, size, across, meet_days, turns, every_weeks, invites, opened_at from rounds`.execute(
    db,
  )
  await sql`insert into round_turns (id, round, number, state, closes_on, sent_at) values ('earlier', 'earlier', 1, 'sent', '2026-10-01', '2026-10-03')`.execute(
    db,
  )
  await sql`insert into round_meetings (id, turn, whys) values ('earlier', 'earlier', '[]')`.execute(db)
  await sql`insert into round_seats (turn, person, meeting) values ('earlier', ${one}, 'earlier'), ('earlier', ${other}, 'earlier')`.execute(
    db,
  )
}

const RULES: Record<string, Rule> = {
  paused: {
    holds: boundaries({ pausedUntil: '2026-12-10' }),
    shown: { ...BROUGHT, search: 'gone', 'the form to meet them': 'refused', 'a round that both joined': 'gone' },
  },
  'has blocked the other': { holds: ({ storage, asker }, who) => blockPerson(storage.db, who, asker.person, MONDAY), shown: NOWHERE },
  'was blocked': {
    holds: ({ storage, asker }, who) => blockPerson(storage.db, asker, who.person, MONDAY),
    // Of whom one has blocked oneself one's copy tells.
    shown: { ...NOWHERE, "the asker's copy (JSON)": 'named' },
  },
  'hides from their organisation': { holds: boundaries({ hides: true }), domain: 'harrowmere.example', shown: NOWHERE, other: COLLEAGUES },
  anonymous: {
    holds: boundaries({ isAnonymous: true }),
    shown: { ...Object.fromEntries(Object.keys(NOWHERE).map((path) => [path, 'unnamed'])), 'a round that both joined': 'named' },
  },
  'introduced in the last 26 weeks': {
    holds: ({ storage, knowledge, asker }, who) => askToMeet(storage.db, knowledge, asker, who.person, '', MONDAY),
    shown: { ...BROUGHT, 'the form to meet them': 'refused', 'a round that both joined': 'gone', "the asker's copy (JSON)": 'named' },
  },
  'met in a round in the last 26 weeks': {
    holds: ({ storage, asker }, who) => haveMet(storage, asker.person, who.person),
    shown: { ...BROUGHT, 'a round that both joined': 'gone' },
  },
  'meets as many as they want already': {
    holds: async ({ storage, knowledge }, who) => {
      await tellDetails(storage.db, who.person, { introductions: 1 }, MONDAY)
      const third = await aPerson(storage.db, `third-${who.name}@harrowmere.example`)
      assert.ok((await askToMeet(storage.db, knowledge, third, who.person, '', MONDAY)).yes)
    },
    shown: { ...BROUGHT, 'the form to meet them': 'refused' },
  },
  'has no way to meet in common': {
    holds: async ({ storage, asker }, who) => {
      await tellDetails(storage.db, asker.person, { ways: ['online'] }, MONDAY)
      await tellDetails(storage.db, who.person, { ways: ['phone'] }, MONDAY)
    },
    shown: { ...BROUGHT, 'a round that both joined': 'gone' },
  },
  'put off for good': {
    holds: ({ storage, knowledge, asker }, who) => sayOfSuggestion(storage.db, knowledge, asker, who.person, 'never', MONDAY),
    shown: { ...BROUGHT, "the asker's copy (JSON)": 'named' },
  },
  'keeps what they have to themselves': {
    holds: ({ storage }, { person }) =>
      together(storage.db, (tx) =>
        changeSeenBy(
          tx,
          person,
          seenBy(() => 'matching'),
          MONDAY.now,
        ),
      ),
    shown: { ...BROUGHT, search: 'gone' },
  },
  held: { domain: 'kindness.example', shown: NOWHERE, other: NOWHERE },
  supplier: {
    domain: 'supplies.example',
    // The first member of an organisation speaks for it, and so stands on its page by name.
    shown: { ...BROUGHT, search: 'gone', 'their organisation': 'named' },
    other: { ...BROUGHT, search: 'gone' },
  },
}

const WORDS = 'Quilting Fencing Sailing Baking Weaving Rowing Carving Dancing Singing Painting Juggling Gliding Knitting Brewing'.split(' ')
const ROUND = {
  ...({ title: 'Coffee', line: '', audience: { is: 'everybody' }, size: 2, across: [] } as const),
  ...{ closesOn: '2026-12-04', meetDays: 14, turns: 1, everyWeeks: 1, invites: false },
}
const SUPPLIES = { name: 'Supplies Limited', sector: 'supplier', domains: ['supplies.example'] } as const

const textOf = async (house: House, asker: Viewer, path: string): Promise<string> => (await (await house.as(asker.person)).get(path)).html

function shownIn(path: PathName, text: string, { name, person }: Viewer): Shown {
  if (!text.includes(name)) return text.includes(person) ? 'unnamed' : 'gone'
  return path === 'the form to meet them' && !text.includes(`action="/people/${person}/introductions"`) ? 'refused' : 'named'
}

describe('on every path on which people find each other', () => {
  let storage: Storage
  const scenes = new Map<string, { scene: Scene; who: Viewer; other: Viewer }>()

  before(async () => {
    storage = await openEmpty('embedded')
    const { db } = storage
    await aTown(db)
    const skills = WORDS.map((name) => ({ id: name.toLowerCase(), name, kind: 'skill' as const, broader: [], synonyms: [] }))
    await together(db, async (tx) => {
      await keepKnowledge(tx, { ...NOTHING_KNOWN, skills })
      await addOrganisations(tx, [SUPPLIES], MONDAY.now)
    })
    const [house, knowledge] = [await openHouse(storage), await readKnowledge(db)]
    const organiser = { ...(await aPerson(db, 'organiser@vennick.example')), broker: true }
    await db.updateTable('people').set({ broker: true }).where('id', '=', organiser.person).execute()
    const opened = await openRound(db, organiser, ROUND, MONDAY)
    const round = (opened.yes && (await findRound(db, opened.value, ZONE))) || assert.fail()
    const asPerson = async (name: string, domain: string, says: 'haves' | 'needs', what: string) => {
      const one = await aPerson(db, `${name}@${domain}`)
      await together(db, (tx) => (says === 'haves' ? sayHaves : sayNeeds)(tx, one.person, what, MONDAY))
      return one
    }
    for (const [at, [rule, { holds, domain = 'vennick.example', other }]] of Object.entries(RULES).entries()) {
      const word = WORDS[at] ?? assert.fail('Say another word.')
      const skill = word.toLowerCase()
      const asker = await asPerson(`${skill}-asker`, 'harrowmere.example', 'needs', word)
      const who = await asPerson(`${skill}-one`, domain, 'haves', word)
      const another = await asPerson(`${skill}-other`, other ? domain : 'vennick.example', 'haves', word)
      const scene: Scene = { asker, skill, house, storage, knowledge, round }
      await holds?.(scene, who)
      scenes.set(rule, { scene, who, other: another })
    }
    const memory = await openMemory(db, knowledge)()
    await together(db, (tx) =>
      writeDigests(
        tx,
        memory,
        [...scenes.values()].map(({ scene }) => scene.asker.person),
        MONDAY,
      ),
    )
  })
  after(() => storage.close())

  for (const [rule, { shown, other = {} }] of Object.entries(RULES))
    it(`holds of somebody who is: ${rule}`, async () => {
      const { scene, who, other: another } = scenes.get(rule) ?? assert.fail()
      const seen: Record<string, readonly [Shown, Shown]> = {}
      for (const [path, read] of Object.entries(PATHS) as [PathName, Path][])
        seen[path] = [shownIn(path, await read(scene, who), who), shownIn(path, await read(scene, another), another)]
      const expected = Object.fromEntries(
        (Object.keys(PATHS) as PathName[]).map((path) => [path, [shown[path] ?? ALL_NAMED[path], other[path] ?? ALL_NAMED[path]]]),
      )
      assert.deepEqual(seen, expected)
    })
})
