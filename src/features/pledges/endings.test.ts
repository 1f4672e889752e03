/** What becomes of pledges when a project ends, and what the journal keeps of them, on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPerson, aPublishedBrief, aTown, letterBox, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { askToSignIn, signInWithCode } from '../accounts/actions.ts'
import { endProject, extendBrief, startProject } from '../projects/actions.ts'
import { acceptPledge, declinePledge, makePledge, withdrawPledge } from './actions.ts'

const TERMS = { hoursAWeek: 2.5, from: '2026-12-01', until: '2027-03-31', line: 'I have done this before.' }
const LESSON = { reason: 'a', tried: 'b', learnt: 'c', again: 'd' }

onEachDatabase('a pledge, to its end', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  it('is freed with everybody else when the project ends, and those who only offered hear it too', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
    const first = await anOffer(db, project, town.nurse)
    await anOffer(db, project, town.colleague)
    await acceptPledge(db, first, town.owner, MONDAY)
    await anOffer(db, project, town.officer, MONDAY, 'Law')
    assert.deepEqual(await statesOf(db, project.id), ['accepted', 'waiting', 'offered'])
    await letters()
    await endProject(db, project.id, town.owner, 'stopped', LESSON, MONDAY)
    await runDue(storage(), MONDAY)
    assert.deepEqual(await letters(), ['nurse: project ended', 'colleague: offer freed', 'officer: offer freed'])
    assert.deepEqual(await statesOf(db, project.id), ['released', 'released', 'released'])
    await runDue(storage(), later(MONDAY, 30))
    assert.deepEqual(await letters(), [], 'and nobody is reminded of anything')
  })
  it('is written to nobody twice: whoever fills two roles gets one letter', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
    const busy = await aPerson(db, 'busy@tarnbeck.example')
    for (const skill of ['Web design', 'Law']) await acceptPledge(db, await anOffer(db, project, busy, MONDAY, skill), town.owner, MONDAY)
    await letters()
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    assert.deepEqual(await letters(), ['busy: project started'])
  })
  it('leaves a journal of ids and numbers: no name, no address, no text, no code', async () => {
    const { db } = storage()
    const { id, roles } = await aPublishedBrief(db, town.owner, { roles: [aTypedRole({ places: '2' })] })
    const role = roles[0]?.id ?? ''
    const asked = await askToSignIn(db, { email: 'nurse@tarnbeck.example', source: '192.0.2.1', returnTo: '/' }, MONDAY.now)
    const { facts } = await db.selectFrom('letters').select('facts').where('kind', '=', 'sign in').executeTakeFirstOrThrow()
    assert.ok(
      asked.yes &&
        (
          await signInWithCode(
            db,
            {
              email: 'nurse@tarnbeck.example',
              code: (JSON.parse(facts) as { code: string }).code,
              source: '',
              browser: '',
              asked: asked.value,
            },
            MONDAY.now,
          )
        ).yes,
    )
    const offers: string[] = []
    for (const who of [town.nurse, town.officer, town.colleague]) {
      const made = await makePledge(db, role, who, TERMS, MONDAY)
      offers.push(made.yes ? made.value : '')
    }
    const [nurse = '', officer = '', colleague = ''] = offers
    await declinePledge(db, colleague, town.owner, 'Not this time, Ann.', MONDAY)
    for (const pledge of [nurse, officer]) await acceptPledge(db, pledge, town.owner, MONDAY)
    await withdrawPledge(db, officer, town.officer, MONDAY)
    await makePledge(db, role, town.officer, TERMS, MONDAY)
    await extendBrief(db, id, town.owner, later(MONDAY, 20))
    await runDue(storage(), later(MONDAY, 20))
    await acceptPledge(db, await anOffer(db, await theProject(db, id), town.colleague, later(MONDAY, 20)), town.owner, later(MONDAY, 20))
    await startProject(db, id, town.owner, '2026-12-20', later(MONDAY, 20))
    await endProject(db, id, town.owner, 'stopped', LESSON, later(MONDAY, 30))
    await runDue(storage(), later(MONDAY, 30))

    const journal = await db.selectFrom('journal').selectAll().execute()
    const did = new Set(journal.map((entry) => entry.did))
    const STORY = [
      'person joined',
      'name said',
      'signed in',
      'brief published',
      'pledge offered',
      'pledge accepted',
      'pledge declined',
      'pledge withdrawn',
      'pledge released',
      'brief extended',
      'project ready',
      'project open again',
      'project started',
      'project stopped',
    ]
    assert.deepEqual(
      STORY.filter((each) => !did.has(each)),
      [],
      'the whole story is there',
    )
    for (const entry of journal) {
      assert.match(entry.did, /^[a-z]+( [a-z]+){1,3}$/)
      assert.match(entry.about, /^([0-9a-z]{26}|chapter)$/)
      assert.match(entry.who ?? 'nobody', /^([0-9a-z]{26}|nobody)$/)
      const numbers: unknown = typeof entry.numbers === 'string' ? JSON.parse(entry.numbers) : entry.numbers
      for (const [name, value] of Object.entries(numbers as object)) assert.match(`${name} ${value}`, /^[a-zA-Z]+ -?\d+(\.\d+)?$/)
    }
    const WRITTEN = /nurse|owner|officer|missed|design|done this|not this time|example/
    assert.deepEqual(
      [...did].filter((each) => WRITTEN.test(each)),
      [],
    )
  })
})
