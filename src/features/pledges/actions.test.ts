/** From an offer to a place and back, on both databases: who gets which letter, and what the clock does. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { startProject } from '../projects/actions.ts'
import { acceptPledge, declinePledge, listPledgesOfPerson, makePledge, withdrawPledge } from './actions.ts'

const TERMS = { hoursAWeek: 2.5, from: '2026-12-01', until: '2027-03-31', line: 'I have done this before.' }

onEachDatabase('a pledge', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  it('is offered to the owner, who has 14 days to answer and is reminded after three and seven', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const id = await anOffer(db, project, town.nurse)
    assert.deepEqual(await letters(), ['owner: pledge offered'])
    assert.deepEqual(await plansFor(db, id), ['remind of ask 2026-11-26', 'ask expires 2026-12-08'])
    for (const days of [3, 7]) {
      assert.deepEqual(await runDue(storage(), later(MONDAY, days)), ['remind of ask'])
      assert.deepEqual(await letters(), ['owner: pledge offered again'])
    }
    assert.deepEqual(await plansFor(db, id), ['ask expires 2026-12-08'])
    await runDue(storage(), later(MONDAY, 14))
    assert.deepEqual([await statesOf(db, project.id), await letters()], [['offered'], ['owner: half time']])
    assert.deepEqual(await runDue(storage(), later(MONDAY, 15)), ['ask expires'])
    assert.deepEqual([await statesOf(db, project.id), await letters()], [['released'], ['nurse: pledge unanswered']])
    assert.deepEqual(await acceptPledge(db, id, town.owner, later(MONDAY, 15)), no('answered before'))
  })
  it('is kept with its hours, days and line, to the half hour', async () => {
    const { db } = storage()
    const [role] = (await aPublishedBrief(db, town.owner)).roles
    await makePledge(db, role?.id ?? '', town.nurse, TERMS, MONDAY)
    const [kept] = await listPledgesOfPerson(db, town.nurse.person, 9, ZONE)
    const { hoursAWeek, from, until, line } = kept ?? assert.fail('no pledge')
    assert.deepEqual({ hoursAWeek, from, until, line }, TERMS)
  })
  it('is refused by the rule, and an unknown role is not found', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const role = project.roles[0]?.id ?? ''
    assert.deepEqual(await makePledge(db, role, town.owner, TERMS, MONDAY), no('own project'))
    assert.deepEqual(await makePledge(db, role, town.stranger, TERMS, MONDAY), no('no organisation'))
    assert.deepEqual(await makePledge(db, 'nothing', town.nurse, TERMS, MONDAY), no('not found'))
    assert.deepEqual(await makePledge(db, role, town.nurse, TERMS, later(MONDAY, 22)), no('deadline passed'))
    assert.deepEqual([await letters(), await statesOf(db, project.id)], [[], []])
  })
  it('is one, however often it is sent, and may be made again once it is over', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const first = await anOffer(db, project, town.nurse)
    assert.deepEqual(await makePledge(db, project.roles[0]?.id ?? '', town.nurse, TERMS, MONDAY), no('pledged before'))
    await withdrawPledge(db, first, town.nurse, MONDAY)
    await anOffer(db, project, town.nurse)
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn', 'offered'])
  })
  it('is declined kindly, and then nothing is planned for it', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const id = await anOffer(db, project, town.nurse)
    await letters()
    assert.deepEqual(await declinePledge(db, id, town.nurse, '', MONDAY), no('not the owner'))
    await declinePledge(db, id, town.owner, 'Next time.', MONDAY)
    assert.deepEqual(
      [await letters(), await plansFor(db, id), await statesOf(db, project.id)],
      [['nurse: pledge declined'], [], ['declined']],
    )
    assert.equal((await declinePledge(db, id, town.owner, '', MONDAY)).yes, true, 'a second press finds it done')
    assert.deepEqual(await letters(), [])
    assert.deepEqual(await acceptPledge(db, id, town.owner, MONDAY), no('answered before'))
  })

  it('makes a project ready, opens it again when it is withdrawn, for at least 14 days, and makes it ready once more', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    const lawyer = await anOffer(db, project, town.officer, MONDAY, 'Law')
    await letters()
    const day20 = later(MONDAY, 20)
    await acceptPledge(db, lawyer, town.owner, day20)
    assert.deepEqual(await letters(), [
      'officer: pledge accepted',
      'owner: project ready',
      'nurse: everything filled',
      'officer: everything filled',
    ])
    assert.deepEqual([(await theProject(db, project.id)).state, await plansFor(db, project.id)], ['ready', ['start overdue 2026-12-21']])

    await withdrawPledge(db, lawyer, town.officer, day20)
    const again = await theProject(db, project.id)
    assert.deepEqual([again.state, again.openUntil, again.readyOn], ['open', '2026-12-27', undefined])
    assert.deepEqual(await letters(), ['owner: pledge withdrawn', 'owner: open again', 'nurse: open again'])
    assert.deepEqual(await plansFor(db, project.id), ['half time 2026-12-20', 'brief deadline 2026-12-28'])

    await acceptPledge(db, await anOffer(db, project, town.officer, day20, 'Law'), town.owner, day20)
    assert.equal((await theProject(db, project.id)).state, 'ready')
  })
  it('does not make a project ready when only colleagues of the owner pledge', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law', must: 'welcome' })] })
    await acceptPledge(db, await anOffer(db, project, town.colleague), town.owner, MONDAY)
    assert.equal((await theProject(db, project.id)).state, 'open')
  })
  it('of a colleague of the owner never takes the last place from everybody outside', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const offered = await anOffer(db, project, town.colleague)
    assert.deepEqual(await acceptPledge(db, offered, town.owner, MONDAY), no('nobody from outside'))
    assert.deepEqual(await statesOf(db, project.id), ['offered'])
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    assert.deepEqual([(await theProject(db, project.id)).state, await statesOf(db, project.id)], ['ready', ['waiting', 'accepted']])
  })
  it('leaves a running project running when it is withdrawn, and the place is open to others', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const id = await anOffer(db, project, town.nurse)
    await acceptPledge(db, id, town.owner, MONDAY)
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    await runDue(storage(), MONDAY)
    await withdrawPledge(db, id, town.nurse, later(MONDAY, 40))
    assert.equal((await theProject(db, project.id)).state, 'running')
    await acceptPledge(db, await anOffer(db, project, town.officer, later(MONDAY, 41)), town.owner, later(MONDAY, 41))
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn', 'active'])
  })

  it('waits when the last place is taken, and comes back with two new weeks when it is free', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const [first, second, third] = [
      await anOffer(db, project, town.nurse),
      await anOffer(db, project, town.officer),
      await anOffer(db, project, town.colleague),
    ]
    await letters()
    await acceptPledge(db, first, town.owner, MONDAY)
    assert.deepEqual((await letters()).slice(0, 3), ['nurse: pledge accepted', 'officer: place taken', 'colleague: place taken'])
    assert.deepEqual(
      [await statesOf(db, project.id), await plansFor(db, second)],
      [['accepted', 'waiting', 'waiting'], ['waiting too long 2026-12-22']],
    )
    assert.deepEqual(await acceptPledge(db, second, town.owner, MONDAY), no('no place left'))
    await withdrawPledge(db, third, town.colleague, MONDAY)
    await withdrawPledge(db, first, town.nurse, later(MONDAY, 10))
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn', 'offered', 'withdrawn'])
    assert.deepEqual(await plansFor(db, second), ['remind of ask 2026-12-07', 'ask expires 2026-12-18'])
    await acceptPledge(db, second, town.owner, later(MONDAY, 10))
    assert.equal((await theProject(db, project.id)).state, 'ready')
  })
  it('waits until the role begins, or four weeks, and is then released kindly', async () => {
    const { db } = storage()
    const roles = [aTypedRole(), aTypedRole({ skill: 'Law', from: '2027-02-01' })]
    const project = await aPublishedBrief(db, town.owner, { roles })
    for (const skill of ['Web design', 'Law']) {
      const [first, second] = [
        await anOffer(db, project, town.nurse, MONDAY, skill),
        await anOffer(db, project, town.officer, MONDAY, skill),
      ]
      await acceptPledge(db, first, town.owner, MONDAY)
      assert.deepEqual(await plansFor(db, second), [`waiting too long ${skill === 'Law' ? '2027-02-02' : '2026-12-22'}`])
    }
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    await letters()
    await runDue(storage(), later(MONDAY, 28))
    assert.deepEqual(await statesOf(db, project.id), ['active', 'waiting', 'active', 'waiting'])
    assert.deepEqual(await runDue(storage(), later(MONDAY, 29)), ['waiting too long'])
    assert.deepEqual(
      [await letters(), await statesOf(db, project.id)],
      [['officer: waited too long'], ['active', 'released', 'active', 'waiting']],
    )
  })
  it('is withdrawn once, and a second press finds it done', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const id = await anOffer(db, project, town.nurse)
    await withdrawPledge(db, id, town.nurse, MONDAY)
    await letters()
    assert.equal((await withdrawPledge(db, id, town.nurse, MONDAY)).yes, true)
    assert.deepEqual(await withdrawPledge(db, id, town.owner, MONDAY), no('not yours'))
    assert.deepEqual(await letters(), [])
  })
  it('is told what is true of the first date when it is accepted', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, {
      roles: [aTypedRole(), aTypedRole({ skill: 'Law', must: 'welcome', places: '2' })],
    })
    const told = async (): Promise<unknown> => {
      const found = db.selectFrom('letters').select('facts').where('kind', '=', 'pledge accepted').orderBy('id', 'desc')
      return (JSON.parse((await found.limit(1).executeTakeFirstOrThrow()).facts) as { course: unknown }).course
    }
    await acceptPledge(db, await anOffer(db, project, town.colleague, MONDAY, 'Law'), town.owner, MONDAY)
    assert.deepEqual(await told(), { state: 'open', openUntil: '2026-12-14' })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    assert.deepEqual(await told(), { state: 'ready', openUntil: '2026-12-14', readyOn: '2026-11-23' })
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    await acceptPledge(db, await anOffer(db, project, town.officer, MONDAY, 'Law'), town.owner, MONDAY)
    assert.deepEqual(await told(), { state: 'running', openUntil: '2026-12-14', readyOn: '2026-11-23', firstDate: '2026-12-08' })
  })
  it('tells the owner how many others wait, in good English', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const first = await anOffer(db, project, town.nurse)
    await anOffer(db, project, town.officer)
    await anOffer(db, project, town.colleague)
    await acceptPledge(db, first, town.owner, MONDAY)
    await withdrawPledge(db, first, town.nurse, MONDAY)
    await runDue(storage(), MONDAY)
    const letter = await db.selectFrom('letters').select('body').where('kind', '=', 'pledge withdrawn').executeTakeFirst()
    assert.match(letter?.body ?? '', /The place is free, and 2 other offers wait for your answer\./)
  })
})
