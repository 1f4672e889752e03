/** Giving something other than time: rules, actions and doors. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, COLLEAGUE, later, MONDAY, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPublishedBrief, aTown, letterBox, runDue } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { endProject } from '../projects/actions.ts'
import { giftAfterEnding, give } from './gift.ts'
import { acceptGift, declineGift, makeGift, withdrawGift } from './gift-actions.ts'

describe('giving', () => {
  const today = MONDAY.today
  const supplier: Viewer = { ...NURSE, sector: 'supplier' }
  it('is for members of other people’s living projects, once a need', () => {
    assert.deepEqual(give(aProject(), NURSE, false, today), yes(true))
    assert.deepEqual(give(aProject(), COLLEAGUE, false, today), yes(true))
    assert.deepEqual(give(aProject(), STRANGER, false, today), no('no organisation'))
    assert.deepEqual(give(aProject(), OWNER, false, today), no('own project'))
    assert.deepEqual(give(aProject(), NURSE, true, today), no('given before'))
    assert.deepEqual(give(aProject({ state: 'ended' }), NURSE, false, today), no('ended'))
  })
  it('is for suppliers where they are welcome', () => {
    assert.deepEqual(give(aProject(), supplier, false, today), no('suppliers not welcome'))
    assert.deepEqual(give({ ...aProject(), suppliersWelcome: true }, supplier, false, today), yes(true))
  })
  it('is given when the project reached its end with it, and free otherwise', () => {
    assert.equal(giftAfterEnding({ state: 'accepted' }, true), 'given')
    assert.equal(giftAfterEnding({ state: 'accepted' }, false), 'released')
    assert.equal(giftAfterEnding({ state: 'offered' }, true), 'released')
  })
})

onEachDatabase('gifts', (storage) => {
  const GIVING = { line: 'Two years of calls, without names.', isForOrganisation: false }
  const aNeed = async (db: Db, owner: Viewer) => {
    const project = await aPublishedBrief(db, owner, { others: [{ kind: 'data', what: 'call data' }] })
    return { project, need: project.others[0]?.id ?? '' }
  }
  const statesOf = async (db: Db) => (await db.selectFrom('gifts').select('state').orderBy('id').execute()).map(({ state }) => state)

  it('are offered once, accepted or declined, and taken back, and both sides hear', async () => {
    const { db } = storage()
    const { owner, nurse, officer } = await aTown(db)
    const { need } = await aNeed(db, owner)
    const letters = letterBox(db)
    await letters()
    const both = await Promise.all([1, 2].map(() => makeGift(db, need, nurse, GIVING, MONDAY)))
    assert.deepEqual(both.map((each) => (each.yes ? 'yes' : each.why)).sort(), ['given before', 'yes'])
    const mine = both.flatMap((each) => (each.yes ? [each.value] : []))[0] ?? ''
    const other = await makeGift(db, need, officer, GIVING, MONDAY)
    assert.ok(other.yes)
    assert.deepEqual(await acceptGift(db, mine, nurse, MONDAY), no('not the owner'))
    for (const _ of [1, 2]) assert.equal((await acceptGift(db, mine, owner, MONDAY)).yes, true)
    assert.equal((await declineGift(db, other.value, owner, 'We have some.', MONDAY)).yes, true)
    assert.deepEqual(await withdrawGift(db, mine, officer, MONDAY), no('not yours'))
    for (const _ of [1, 2]) assert.equal((await withdrawGift(db, mine, nurse, MONDAY)).yes, true)
    assert.deepEqual(await statesOf(db), ['withdrawn', 'declined'])
    assert.deepEqual(await letters(), [
      'owner: gift offered',
      'owner: gift offered',
      'nurse: gift accepted',
      'officer: gift declined',
      'owner: gift withdrawn',
    ])
  })

  it('are reminded of after three days and a week, and freed after two', async () => {
    const { db } = storage()
    const { owner, nurse } = await aTown(db)
    const { need } = await aNeed(db, owner)
    await makeGift(db, need, nurse, GIVING, MONDAY)
    const letters = letterBox(db)
    await letters()
    for (const days of [3, 8, 14]) await runDue(storage(), later(MONDAY, days))
    assert.deepEqual(await statesOf(db), ['offered'])
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), [
      'owner: gift offered again',
      'owner: gift offered again',
      'owner: half time',
      'nurse: gift unanswered',
    ])
    assert.deepEqual(await statesOf(db), ['released'])
  })

  it('are freed with thanks when the project stops', async () => {
    const { db } = storage()
    const { owner, nurse, officer } = await aTown(db)
    const { project, need } = await aNeed(db, owner)
    const mine = await makeGift(db, need, nurse, GIVING, MONDAY)
    await makeGift(db, need, officer, GIVING, MONDAY)
    await acceptGift(db, mine.yes ? mine.value : '', owner, MONDAY)
    await endProject(db, project.id, owner, 'stopped', { reason: 'r', tried: 't', learnt: 'l', again: 'a' }, MONDAY)
    await runDue(storage(), MONDAY)
    assert.deepEqual(await statesOf(db), ['released', 'released'])
    const freed = await db.selectFrom('letters').select('recipient').where('kind', '=', 'gift freed').orderBy('id').execute()
    assert.equal(freed.length, 2)
  })

  it('go through the doors: offered on a page, waiting for the owner, shown to everybody without a name', async () => {
    const { db } = storage()
    const { owner, nurse, officer } = await aTown(db)
    const { project, need } = await aNeed(db, owner)
    const house = await openHouse(storage())
    const giver = await house.as(nurse.person)
    const page = await giver.get(`/projects/${project.id}`)
    assert.ok(page.links.includes(`/needs/${need}/gift`))
    assert.match((await giver.get(`/needs/${need}/gift`)).text, /answers by 7 December/)
    assert.equal((await giver.post(`/needs/${need}/gifts`, { line: '' })).status, 422)
    const made = await giver.post(`/needs/${need}/gifts`, { line: 'All of it.' })
    assert.match(made.text, /Offered · the owner answers by 7 December/)
    assert.equal((await giver.post(`/needs/${need}/gifts`, { line: 'All of it.' })).path, made.path)
    assert.equal((await (await house.as(officer.person)).get(made.path)).status, 404)
    const host = await house.as(owner.person)
    assert.match((await host.get('/mine')).text, /An offer: call data/)
    await host.post(`${made.path}/acceptance`)
    const seen = await house.visitor().get(`/projects/${project.id}`)
    assert.match(seen.text, /call data data the officer of Tarnbeck NHS Trust/)
    assert.doesNotMatch(seen.text, /nurse/)
    assert.match((await giver.post(`${made.path}/withdrawal`)).text, /Taken back/)
  })
})
