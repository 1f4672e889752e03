/** A copy of what is stored of somebody: all that is theirs, and nothing that others keep from them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPerson, aPublishedBrief } from '../../../tests/town.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { sql, together } from '../../storage/db.ts'
import { OUR_TABLES } from '../../storage/migrations.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { blockPerson, changeBoundaries, reportPerson } from '../boundaries/actions.ts'
import { askToMeet } from '../introductions/actions.ts'
import { sayHaves } from '../listings/actions.ts'
import { type Copy, PARTS, TOLD_BY } from './copy.ts'

describe('a copy of what is stored of somebody', () => {
  const place = aPlace()

  it('holds what they said and did, and of others no more than they may know', async () => {
    const { db } = place.storage
    const { owner, colleague, nurse } = place.town
    const other = await aPerson(db, 'secretive@vennick.example')
    await together(db, (tx) => sayHaves(tx, nurse.person, 'a quiet room', MONDAY))
    const project = await aPublishedBrief(db, owner)
    await anOffer(db, project, nurse)
    await changeBoundaries(db, other.person, { hides: false, isAnonymous: true }, MONDAY)
    assert.ok((await askToMeet(db, new Knowledge(NOTHING_KNOWN), nurse, other.person, 'Shall we talk?', MONDAY)).yes)
    const [asked] = await listOpenOf(db, other.person, 9)
    assert.ok(
      asked &&
        (await answerAsk(db, ASKS, { id: asked.id, person: other.person, given: { answer: 'no', line: '' }, via: 'page' }, MONDAY)).yes,
    )
    await db.updateTable('people').set({ moderator: true }).where('id', '=', other.person).execute()
    assert.ok((await reportPerson(db, owner, nurse.person, { reason: 'They shout at me', blocks: false }, MONDAY)).yes)
    assert.ok((await blockPerson(db, nurse, colleague.person, MONDAY)).yes)

    const visitor = await place.house.as(nurse.person)
    const page = await visitor.get('/copy')
    assert.match(page.text, /What you have and need, open or closed 1 /)
    const answer = await visitor.get('/copy.json')
    assert.match(answer.headers.get('content-disposition') ?? '', /what-we-hold-about-you\.json/)
    const copy = JSON.parse(answer.html) as Copy
    assert.deepEqual(Object.keys(copy).sort(), [...PARTS].sort())
    assert.deepEqual(
      copy.havesAndNeeds.map(({ what }) => what),
      ['a quiet room'],
    )
    assert.deepEqual(
      copy.pledges.map(({ title }) => title),
      ['Report a missed bin'],
    )
    assert.deepEqual(copy.blocked, [{ who: 'colleague, officer, Harrowmere City Council' }])
    assert.deepEqual(
      copy.introductions.map(({ with: who, state, iSaidNo }) => [who, state, iSaidNo]),
      [['the officer of Vennick Fire and Rescue', 'asked', undefined]],
    )
    for (const secret of ['shout', other.name, 'token_hash', 'declined']) assert.ok(!answer.html.includes(secret), secret)
    assert.equal((await place.house.visitor().get('/copy.json')).path.startsWith('/sign-in'), true)
  })

  it('has a part for every table in which somebody stands, or says why none tells it', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct c.conrelid::regclass::text as name from pg_constraint c where c.contype = 'f' and c.confrelid = 'people'::regclass`.execute(
      place.storage.db,
    )
    const standing = [...rows.map(({ name }) => name), 'people', 'letters', 'received', 'journal'].filter((name) =>
      OUR_TABLES.includes(name),
    )
    assert.deepEqual([...new Set(standing)].filter((name) => !(name in TOLD_BY)).sort(), [])
  })
})
