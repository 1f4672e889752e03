/** Phases, on both databases: who gets which letter, and what the clock asks. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, type Town, theProject } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import { listOpenOf } from '../asks/actions.ts'
import { countWaiting } from '../home/store.ts'
import { acceptPledge, makePledge } from '../pledges/actions.ts'
import { endProject, startProject } from '../projects/actions.ts'
import { sayGoLive, sayPhase } from './actions.ts'

const LESSON = { reason: 'The budget went.', tried: 'A form.', learnt: 'Ask first.', again: 'A second council.' }

onEachDatabase('the phases of a project', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })
  const aRunningProject = async () => {
    const { db } = storage()
    const after = aTypedRole({ skill: 'Care', must: 'welcome', purpose: 'looking after', until: '2026-12-20' })
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole(), after] })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await startProject(db, project.id, town.owner, '2026-11-23', MONDAY)
    await runDue(storage(), MONDAY)
    await letters()
    return project.id
  }
  const said = async (id: string, step: string, at = MONDAY) => {
    const seen = (await theProject(storage().db, id)).phaseEnds?.[0]?.id ?? ''
    return sayPhase(storage().db, id, town.owner, { step, reason: `Because of ${step}.`, seen }, at)
  }

  it('begins in discovery and runs through its phases, each with a reason, and two presses never jump two', async () => {
    const { db } = storage()
    const id = await aRunningProject()
    assert.deepEqual([(await theProject(db, id)).phase, (await theProject(db, id)).reviewBy], ['discovery', '2027-01-18'])
    assert.deepEqual(await sayGoLive(db, id, town.owner, '2027-03-01', MONDAY), no('still in discovery'))
    const typed = { step: 'go on', reason: 'People want it.', seen: '' }
    for (const _ of [1, 2]) assert.deepEqual(await sayPhase(db, id, town.owner, typed, MONDAY), yes('alpha'))
    assert.deepEqual(await sayPhase(db, id, town.owner, { ...typed, reason: 'Another.' }, MONDAY), no('said meanwhile'))
    assert.deepEqual(await letters(), ['nurse: phase ended'])
    assert.deepEqual(await sayGoLive(db, id, town.owner, '2027-03-01', MONDAY), yes('2027-03-01'))
    assert.deepEqual(await said(id, 'go on', later(MONDAY, 10)), yes('beta'))
    assert.deepEqual(await said(id, 'back', later(MONDAY, 20)), yes('alpha'))
    const { phase, goLive, reviewBy, phaseEnds = [] } = await theProject(db, id)
    assert.deepEqual([phase, goLive, reviewBy], ['alpha', '2027-03-01', '2027-02-07'])
    assert.deepEqual(
      phaseEnds.map((end) => `${end.phase} ${end.how} ${end.leadsTo} ${end.on}`),
      ['beta change alpha 2026-12-13', 'alpha go on beta 2026-12-03', 'discovery go on alpha 2026-11-23'],
    )
  })
  it('asks the owner after eight weeks without a word, and every four weeks from then on', async () => {
    const { db } = storage()
    const id = await aRunningProject()
    const toOwner = async () => (await letters()).filter((letter) => letter.startsWith('owner: '))
    await runDue(storage(), later(MONDAY, 56))
    assert.equal(await countWaiting(db, town.owner, '2027-01-18', ZONE), 0)
    assert.deepEqual(await toOwner(), [])
    for (const [days, again] of [
      [57, ''],
      [85, ' again'],
    ] as const) {
      assert.ok((await runDue(storage(), later(MONDAY, days))).includes('phase overdue'))
      assert.deepEqual(await toOwner(), [`owner: phase overdue${again}`])
    }
    const [waiting] = await listOpenOf(db, town.owner.person, 9)
    assert.deepEqual([waiting?.kind, waiting?.answerBy], ['phase overdue', '2027-03-15'])
    await said(id, 'stay', later(MONDAY, 85))
    assert.equal(await countWaiting(db, town.owner, '2027-02-16', ZONE), 0)
  })
  it('is looked after for as long as it is live: pledges are taken, and nobody asks how it ended', async () => {
    const { db } = storage()
    const id = await aRunningProject()
    for (const days of [1, 2, 3]) await said(id, 'go on', later(MONDAY, days))
    const live = await theProject(db, id)
    assert.deepEqual([live.phase, live.goLive, live.reviewBy], ['live', '2026-11-26', '2027-05-27'])
    await letters()
    const terms = { hoursAWeek: 1, from: '2027-05-01', until: '2027-12-31', line: '' }
    const [, care] = live.roles
    const made = await makePledge(db, care?.id ?? '', town.officer, terms, later(MONDAY, 170))
    assert.equal(made.yes, true)
    await acceptPledge(db, made.yes ? made.value : '', town.owner, later(MONDAY, 170))
    await letters()
    const toOwner = async () => (await letters()).filter((letter) => letter.startsWith('owner: '))
    await runDue(storage(), later(MONDAY, 185))
    assert.deepEqual(await toOwner(), [])
    await runDue(storage(), later(MONDAY, 186))
    assert.deepEqual(await toOwner(), ['owner: still looked after'])
    await said(id, 'back', later(MONDAY, 187))
    assert.deepEqual(await plansFor(db, id), ['work over 2027-06-13', 'phase overdue 2027-07-25'])
  })
  it('keeps in its history that it stopped in a phase', async () => {
    const { db } = storage()
    const id = await aRunningProject()
    await endProject(db, id, town.owner, 'stopped', LESSON, MONDAY)
    const [last] = (await theProject(db, id)).phaseEnds ?? []
    assert.deepEqual([last?.phase, last?.how, last?.leadsTo, last?.reason], ['discovery', 'stop', undefined, LESSON.reason])
  })
})
