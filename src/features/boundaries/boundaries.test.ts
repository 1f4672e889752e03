/** Hiding, staying anonymous, a pause and a block hold on every path on which people find each other, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, type Town } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { type Db, together } from '../../storage/db.ts'
import { sayHaves, sayNeeds } from '../listings/actions.ts'
import { listMembersToName } from '../people/actions.ts'
import { sayInFull } from '../people/person.ts'
import { listCandidates } from '../profiles/candidate-actions.ts'
import { suggestFor } from '../suggestions/actions.ts'
import { openMemory } from '../suggestions/memory-actions.ts'
import { blockPerson, changeBoundaries, findWhoIsApart, unblockPerson } from './actions.ts'
import { NO_BOUNDARIES } from './boundary.ts'

const SKILLS = [{ id: 'sql', name: 'SQL', kind: 'skill' as const, broader: [], synonyms: [] }]
const KNOWLEDGE = new Knowledge({ ...NOTHING_KNOWN, skills: SKILLS })

onEachDatabase('who finds somebody', (storage) => {
  let town: Town
  const suggested = async (viewer: Viewer, at = MONDAY) => {
    const found = await suggestFor(storage().db, openMemory(storage().db, KNOWLEDGE), viewer, 9, at)
    return found.flatMap((each) => (each.is === 'brief' ? [] : [sayInFull(each.person)]))
  }
  const pageOf = async (who: Viewer, by: Viewer) => (await (await openHouse(storage())).as(by.person)).get(`/people/${who.person}`)
  const set = (who: Viewer, boundaries: Parameters<typeof changeBoundaries>[2]) =>
    changeBoundaries(storage().db, who.person, boundaries, MONDAY)
  const aTownWithSkills = async (db: Db) => {
    town = await aTown(db)
    const { nurse, officer } = town
    await together(db, async (tx) => {
      await sayHaves(tx, nurse.person, 'SQL', MONDAY)
      await sayNeeds(tx, officer.person, 'SQL', MONDAY)
    })
  }

  it('finds everybody who says nothing else, by name', async () => {
    await aTownWithSkills(storage().db)
    const { nurse, officer } = town
    assert.deepEqual(await suggested(officer), ['nurse, officer, Tarnbeck NHS Trust'])
    assert.deepEqual(await suggested(nurse), ['officer, officer, Vennick Fire and Rescue'])
    assert.equal((await pageOf(nurse, officer)).status, 200)
  })

  it('tells nobody the name of who is anonymous, and leads nobody to it', async () => {
    await aTownWithSkills(storage().db)
    const { nurse, officer } = town
    await set(nurse, { hides: false, isAnonymous: true })
    assert.deepEqual(await suggested(officer), ['Somebody, officer, Tarnbeck NHS Trust'])
    const seen = await pageOf(nurse, officer)
    assert.match(seen.text, /Somebody who says their name when both have said yes officer, Tarnbeck NHS Trust.*Have SQL/)
    assert.doesNotMatch(seen.html, /nurse/)
    assert.match((await pageOf(nurse, nurse)).text, /nurse.*SQL/)
    await set(nurse, NO_BOUNDARIES)
  })

  it('suggests nobody who is paused until their day is over', async () => {
    await aTownWithSkills(storage().db)
    const { nurse, officer } = town
    await set(nurse, { ...NO_BOUNDARIES, pausedUntil: '2026-11-30' })
    const isPaused = async (at = MONDAY) => (await listCandidates(storage().db, KNOWLEDGE, [nurse.person], at))[0]?.isPaused
    assert.deepEqual([await suggested(officer), await suggested(officer, later(MONDAY, 7)), await isPaused()], [[], [], true])
    assert.deepEqual([(await suggested(officer, later(MONDAY, 8))).length, await isPaused(later(MONDAY, 8))], [1, false])
    assert.equal((await pageOf(nurse, officer)).status, 200, 'a page stays a page')
    await set(nurse, NO_BOUNDARIES)
  })

  it('keeps two apart in both directions when one has blocked the other, and tells nobody', async () => {
    await aTownWithSkills(storage().db)
    const { db } = storage()
    const { nurse, officer, owner } = town
    const letters = async () => (await db.selectFrom('letters').select('id').execute()).length
    const before = await letters()
    assert.deepEqual(await blockPerson(db, nurse, nurse.person, MONDAY), { yes: false, why: 'yourself' })
    await blockPerson(db, nurse, officer.person, MONDAY)
    await blockPerson(db, nurse, officer.person, MONDAY)
    assert.deepEqual([await suggested(officer), await suggested(nurse), await letters()], [[], [], before])
    assert.deepEqual([(await pageOf(nurse, officer)).status, (await pageOf(officer, nurse)).status], [404, 404])
    assert.equal((await pageOf(nurse, owner)).status, 200)
    const isApart = await findWhoIsApart(db, [nurse.person, officer.person, owner.person])
    assert.deepEqual([isApart(officer.person, nurse.person), isApart(nurse.person, owner.person)], [true, false])
    await unblockPerson(db, nurse.person, officer.person, MONDAY)
    assert.equal((await pageOf(officer, nurse)).status, 200)
  })

  it('hides somebody from all of their own organisation, also in small numbers', async () => {
    await aTownWithSkills(storage().db)
    const { db } = storage()
    const { owner, colleague, nurse } = town
    const third = await aPerson(db, 'third@harrowmere.example')
    const fourth = await aPerson(db, 'fourth@harrowmere.example')
    for (const { person } of [owner, colleague, third]) await together(db, (tx) => sayHaves(tx, person, 'SQL', MONDAY))
    const house = await openHouse(storage())
    const skills = async (viewer: Viewer) => (await (await house.as(viewer.person)).get(`/organisations/${owner.organisation}`)).text
    const named = async (viewer: Viewer) =>
      (await listMembersToName(db, owner.organisation ?? '', viewer, 9)).some(({ id }) => id === colleague.person)
    await set(colleague, { hides: true, isAnonymous: false })
    assert.deepEqual([(await pageOf(colleague, owner)).status, (await pageOf(colleague, nurse)).status], [404, 200])
    assert.deepEqual([await named(owner), await named(nurse), await named(colleague)], [false, true, true])
    assert.equal((await findWhoIsApart(db, [owner.person, colleague.person]))(owner.person, colleague.person), true)
    assert.doesNotMatch(await skills(fourth), /people have this/)
    await set(colleague, NO_BOUNDARIES)
    assert.deepEqual([(await pageOf(colleague, owner)).status, await named(owner)], [200, true])
  })
})
