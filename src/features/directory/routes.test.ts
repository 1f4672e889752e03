/** Looking for people: by what they show and by nothing else, page by page, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, type Town } from '../../../tests/town.ts'
import { openHouse, type Visitor } from '../../../tests/visit.ts'
import { NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { type Db, together } from '../../storage/db.ts'
import { blockPerson, changeBoundaries } from '../boundaries/actions.ts'
import { NO_BOUNDARIES } from '../boundaries/boundary.ts'
import { keepKnowledge } from '../chapters/actions.ts'
import { sayHaves } from '../listings/actions.ts'
import { changeProfile, changeSeenBy } from '../people/actions.ts'
import { type Audience, type ProfileField, seenBy } from '../people/profile.ts'
import { changeDetails } from '../profiles/actions.ts'

const skill = (id: string, name: string, ...broader: string[]) => ({ id, name, kind: 'skill' as const, broader, synonyms: [] })
const PACK = {
  ...NOTHING_KNOWN,
  skills: [skill('databases', 'Databases'), skill('postgresql', 'PostgreSQL', 'databases'), skill('chess', 'Chess')],
  policyAreas: [
    { id: 'housing', parent: '', name: 'Housing', keywords: [] },
    { id: 'homes', name: 'Council homes', parent: 'housing', keywords: [] },
  ],
  places: new Map([['LS1', { lat: 53.8, lon: -1.5 }]]),
}

onEachDatabase('the search for people', (storage) => {
  let town: Town
  let owner: Visitor
  const person = async (name: string, have = 'PostgreSQL (expert)', domain = 'vennick.example') => {
    const one = await aPerson(storage().db, `${name}@${domain}`)
    if (have) await together(storage().db, (tx) => sayHaves(tx, one.person, have, MONDAY))
    return one
  }
  const aScene = async (db: Db) => {
    town = await aTown(db)
    await together(db, (tx) => keepKnowledge(tx, PACK))
    await livesAt(db, town.owner.person, 53.8, -1.5)
    owner = await (await openHouse(storage())).as(town.owner.person)
  }
  const livesAt = (db: Db, id: string, lat: number, lon: number) =>
    together(db, (tx) => changeProfile(tx, id, { district: 'LS1', position: { lat, lon } }, MONDAY.now))
  const lets = (id: string, audience: Audience, ...fields: ProfileField[]) =>
    together(storage().db, (tx) =>
      changeSeenBy(
        tx,
        id,
        seenBy((field) => (fields.includes(field) ? audience : 'members')),
        MONDAY.now,
      ),
    )
  const found = async (search: string, by = owner) => (await by.get(`/people${search}`)).text

  it('finds by a skill, one that is close to it, a policy area, a sector and a distance, and says why', async () => {
    const { db } = storage()
    await aScene(db)
    await person('ann')
    const ben = await person('ben', 'chess', 'tarnbeck.example')
    await changeDetails(db, ben.person, 'work', { areas: ['policy-homes'] }, MONDAY)
    await livesAt(db, ben.person, 53.8, -1.4)
    await lets(ben.person, 'members')
    assert.match(await found('?q=postgresql'), /ann, officer, Vennick Fire and Rescue They have PostgreSQL \(expert\)\./)
    assert.match(await found('?skill=databases'), /ann, .* They have PostgreSQL \(expert\), which is close to Databases\./)
    assert.doesNotMatch(await found('?q=chess'), /ann/)
    assert.match(await found('?area=policy-housing'), /ben, officer, Tarnbeck NHS Trust They work on Council homes\./)
    assert.match(await found('?sector=health&within=25'), /ben, .* They are about 7 km from you\. Their sector: health\./)
    assert.doesNotMatch(await found('?within=5'), /ben/)
    assert.match(await found('?q=housing&sector=fire'), /Nobody shows this yet/)
    assert.match(await found('?q=zeppelin'), /We do not know "zeppelin"/)
  })

  it('finds nobody by what they keep to themselves, or to those whom they meet', async () => {
    const { db } = storage()
    await aScene(db)
    const ann = await person('ann')
    await changeDetails(db, ann.person, 'work', { areas: ['policy-homes'] }, MONDAY)
    await livesAt(db, ann.person, 53.8, -1.4)
    const searches: [string, ProfileField][] = [
      ['?q=postgresql', 'haves'],
      ['?q=chess', 'haves'],
      ['?area=policy-homes', 'areas'],
      ['?within=50', 'place'],
    ]
    await together(db, (tx) => sayHaves(tx, ann.person, 'chess', MONDAY))
    for (const [search, field] of searches) {
      await lets(ann.person, 'members')
      assert.match(await found(search), /ann/, search)
      for (const audience of ['matches', 'matching'] as const) {
        await lets(ann.person, audience, field)
        assert.doesNotMatch(await found(search), /ann/, `${search} ${audience}`)
      }
    }
  })

  it('finds nobody who is paused, hidden, blocked, held or a supplier, and the anonymous without their name', async () => {
    const { db } = storage()
    await aScene(db)
    const [ann, ben, cal, dan, eve] = [
      await person('ann'),
      await person('ben', 'PostgreSQL', 'harrowmere.example'),
      await person('cal'),
      await person('dan', 'PostgreSQL', 'tarnbeck.example'),
      await person('eve', 'PostgreSQL', 'kindness.example'),
    ]
    const seen = async () => ['ann', 'ben', 'cal', 'dan', 'eve', 'owner'].filter((name) => all.includes(`${name}, officer`))
    let all = await found('?q=postgresql')
    assert.deepEqual(await seen(), ['ann', 'ben', 'cal', 'dan'])
    assert.equal(eve.organisation, undefined)
    await changeBoundaries(db, ann.person, { ...NO_BOUNDARIES, pausedUntil: '2026-12-01' }, MONDAY)
    await changeBoundaries(db, ben.person, { ...NO_BOUNDARIES, hides: true }, MONDAY)
    await blockPerson(db, cal, town.owner.person, MONDAY)
    await changeBoundaries(db, dan.person, { ...NO_BOUNDARIES, isAnonymous: true }, MONDAY)
    all = await found('?q=postgresql')
    assert.deepEqual(await seen(), [])
    assert.match(all, /the officer of Tarnbeck NHS Trust/)
    assert.doesNotMatch(all, /\bdan\b/)
    const nurse = await (await openHouse(storage())).as(town.nurse.person)
    assert.match(await found('?q=postgresql', nurse), /ben, officer/)
    await db
      .updateTable('organisations')
      .set({ sector: 'supplier' })
      .where('id', '=', town.nurse.organisation ?? '')
      .execute()
    assert.doesNotMatch(await found('?q=postgresql'), /Tarnbeck/)
    assert.equal((await nurse.get('/people')).status, 403)
    assert.equal((await (await (await openHouse(storage())).as(town.stranger.person)).get('/people')).status, 403)
  })

  it('leads through all of them page by page, each once', async () => {
    const { db } = storage()
    await aScene(db)
    for (let turn = 0; turn < 25; turn++) await person(`p-${turn}`, turn % 2 ? 'PostgreSQL' : 'Databases')
    for (const search of ['?q=databases', '?sector=fire']) {
      const names: string[] = []
      for (let next: string | undefined = `/people${search}`; next !== undefined; ) {
        const seen = await owner.get(next)
        names.push(...[...seen.text.matchAll(/\b(p-\d+), officer/g)].map(([, name = '']) => name))
        next = seen.links.find((link) => link.includes('before='))
      }
      assert.deepEqual([names.length, new Set(names).size], [25, 25], search)
    }
  })
})
