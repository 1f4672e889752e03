/** Another owner, on both databases: who gets which letter, and what the clock does. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { listOpenOf } from '../asks/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { endProject } from '../projects/actions.ts'
import { acceptHandover, askForOwner, declineHandover, takeHandoverBack } from './actions.ts'

const LESSON = { reason: 'The budget went.', tried: 'A form.', learnt: 'Ask first.', again: 'A second council.' }

onEachDatabase('a project', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  it('gets another owner who says yes, whose own pledge is withdrawn with thanks, and may be open again', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await letters()
    const asked = await askForOwner(db, project.id, town.owner, { chosen: town.nurse.person }, MONDAY)
    const handover = asked.yes ? asked.value : assert.fail(asked.why)
    assert.deepEqual(await letters(), ['nurse: owner wanted'])
    assert.equal((await listOpenOf(db, town.nurse.person, 9))[0]?.about, handover)
    assert.equal((await theProject(db, project.id)).owner.id, town.owner.person)
    assert.deepEqual(await acceptHandover(db, handover, town.officer, MONDAY), no('not asked'))
    for (const _ of [1, 2]) assert.equal((await acceptHandover(db, handover, town.nurse, MONDAY)).yes, true)
    assert.deepEqual(await letters(), ['owner: project handed on', 'nurse: project is yours', 'nurse: project ready'])
    await runDue(storage(), MONDAY)
    const after = await theProject(db, project.id)
    assert.deepEqual([after.owner.id, after.organisation, after.state], [town.nurse.person, town.nurse.organisation, 'open'])
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn'])
    assert.deepEqual(await letters(), ['nurse: own pledge over', 'nurse: open again'])
  })
  it('says the same of an address that we know and of one that we do not', async () => {
    const { db } = storage()
    const projects = [await aPublishedBrief(db, town.owner), await aPublishedBrief(db, town.owner)]
    const emails = ['nurse@tarnbeck.example', 'nobody@tarnbeck.example']
    for (const [at, project] of projects.entries()) {
      const asked = await askForOwner(db, project.id, town.owner, { email: emails[at] ?? '' }, MONDAY)
      assert.equal(asked.yes, true)
      assert.equal((await theProject(db, project.id)).handover?.by, '2026-12-07')
    }
    assert.deepEqual(await letters(), ['nurse: owner wanted'])
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(
      (await letters()).filter((letter) => letter.includes('owner: handover')),
      ['owner: handover refused', 'owner: handover refused'],
    )
  })
  it('stays with its owner when the question is declined or taken back', async () => {
    const { db } = storage()
    const { id } = await aPublishedBrief(db, town.owner)
    const ask = async () => {
      const asked = await askForOwner(db, id, town.owner, { email: 'nurse@tarnbeck.example' }, MONDAY)
      return asked.yes ? asked.value : assert.fail(asked.why)
    }
    await declineHandover(db, await ask(), town.nurse, MONDAY)
    const second = await ask()
    assert.equal((await takeHandoverBack(db, second, town.owner, MONDAY)).yes, true)
    assert.deepEqual(await acceptHandover(db, second, town.nurse, MONDAY), no('answered before'))
    assert.deepEqual(await letters(), [
      'nurse: owner wanted',
      'owner: handover refused',
      'nurse: owner wanted',
      'nurse: handover withdrawn',
    ])
    assert.equal((await theProject(db, id)).owner.id, town.owner.person)
  })
  it('gets no other owner once it has ended', async () => {
    const { db } = storage()
    const { id } = await aPublishedBrief(db, town.owner)
    const asked = await askForOwner(db, id, town.owner, { email: 'nurse@tarnbeck.example' }, MONDAY)
    await endProject(db, id, town.owner, 'stopped', LESSON, MONDAY)
    assert.deepEqual(await acceptHandover(db, asked.yes ? asked.value : '', town.nurse, MONDAY), no('ended meanwhile'))
    assert.equal((await theProject(db, id)).owner.id, town.owner.person)
  })
})
