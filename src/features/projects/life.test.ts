/** Phases, shrinking, merging and another owner, on both databases: who gets which letter, and what the clock does. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import { countWaiting, listWaiting } from '../home/store.ts'
import { acceptPledge, makePledge } from '../pledges/actions.ts'
import { endProject, startProject } from './actions.ts'
import { acceptHandover, askForOwner, declineHandover, takeHandoverBack } from './handover-actions.ts'
import { acceptMerge, declineMerge, offerToMerge } from './merge-actions.ts'
import { sayGoLive, sayPhase } from './phase-actions.ts'
import { shrinkBrief } from './shrinking-actions.ts'

const LESSON = { reason: 'The budget went.', tried: 'A form.', learnt: 'Ask first.', again: 'A second council.' }
const TWO = [aTypedRole(), aTypedRole({ skill: 'Law' })]

onEachDatabase('the life of a project', (storage) => {
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
    await runDue(storage(), later(MONDAY, 56))
    assert.equal(await countWaiting(db, town.owner, '2027-01-18', ZONE), 0)
    assert.deepEqual(await letters(), [])
    for (const days of [57, 85]) {
      assert.deepEqual(await runDue(storage(), later(MONDAY, days)), ['phase overdue'])
      assert.deepEqual(await letters(), ['owner: phase overdue'])
    }
    const [waiting] = await listWaiting(db, town.owner, '2027-01-19', ZONE)
    assert.deepEqual([waiting?.is, waiting?.what, waiting?.by], ['review', 'discovery', '2027-01-18'])
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
    await runDue(storage(), later(MONDAY, 185))
    assert.deepEqual(await letters(), [])
    await runDue(storage(), later(MONDAY, 186))
    assert.deepEqual(await letters(), ['owner: phase overdue'])
    await said(id, 'back', later(MONDAY, 187))
    assert.deepEqual(await plansFor(db, id), ['work over 2027-06-13', 'phase overdue 2027-07-25'])
  })
  it('is handed over to somebody in words, and what everybody promised is done', async () => {
    const { db } = storage()
    const id = await aRunningProject()
    await endProject(db, id, town.owner, 'handed over', { ...LESSON, handedTo: 'The web team' }, MONDAY)
    await runDue(storage(), MONDAY)
    const { ending } = await theProject(db, id)
    assert.deepEqual([ending?.how, ending?.handedTo], ['handed over', 'The web team'])
    assert.deepEqual([await statesOf(db, id), await plansFor(db, id)], [['done'], []])
  })
  it('keeps in its history that it stopped in a phase', async () => {
    const { db } = storage()
    const id = await aRunningProject()
    await endProject(db, id, town.owner, 'stopped', LESSON, MONDAY)
    const [last] = (await theProject(db, id)).phaseEnds ?? []
    assert.deepEqual([last?.phase, last?.how, last?.leadsTo, last?.reason], ['discovery', 'stop', undefined, LESSON.reason])
  })

  it('becomes smaller after its deadline, and is ready at once', async () => {
    const { db } = storage()
    const { id, roles } = await aPublishedBrief(db, town.owner, { roles: TWO })
    await acceptPledge(db, await anOffer(db, await theProject(db, id), town.nurse), town.owner, MONDAY)
    const late = later(MONDAY, 22)
    await runDue(storage(), late)
    await letters()
    const law = roles.find(({ skill }) => skill === 'Law')?.id ?? ''
    assert.deepEqual((await shrinkBrief(db, id, town.owner, new Map([[law, 'drop']]), late)).yes, true)
    const ready = await theProject(db, id)
    assert.deepEqual([ready.state, ready.roles.map(({ skill }) => skill)], ['ready', ['Web design']])
    assert.deepEqual(await letters(), ['owner: project ready', 'nurse: everything filled'])
  })

  it('goes on in another project when its owner says yes, and its people are freed and told where', async () => {
    const { db } = storage()
    const from = await aPublishedBrief(db, town.owner, { roles: TWO })
    await acceptPledge(db, await anOffer(db, from, town.officer), town.owner, MONDAY)
    const into = await aPublishedBrief(db, town.nurse, { title: 'Bins on time' })
    await letters()
    const made = await offerToMerge(db, from.id, town.owner, { into: into.id, reason: 'The same form.' }, MONDAY)
    const offer = made.yes ? made.value.offer : assert.fail(made.why)
    assert.deepEqual(await letters(), ['nurse: merging offered'])
    const [waiting] = await listWaiting(db, town.nurse, MONDAY.today, ZONE)
    assert.deepEqual([waiting?.is, waiting?.id, waiting?.by], ['merging', offer, '2026-12-07'])
    assert.deepEqual(await acceptMerge(db, offer, town.owner, MONDAY), no('not asked'))
    for (const _ of [1, 2]) assert.equal((await acceptMerge(db, offer, town.nurse, MONDAY)).yes, true)
    assert.deepEqual(await letters(), ['owner: merging accepted', 'officer: project merged'])
    await runDue(storage(), MONDAY)
    const ended = await theProject(db, from.id)
    assert.deepEqual(
      [ended.ending?.how, ended.ending?.reason, ended.mergedInto],
      ['merged', 'The same form.', { id: into.id, title: into.title }],
    )
    assert.deepEqual([await statesOf(db, from.id), await plansFor(db, from.id), await plansFor(db, offer)], [['released'], [], []])
  })
  it('is not ended while another owner thinks about merging, and has two days to choose after a no', async () => {
    const { db } = storage()
    const from = await aPublishedBrief(db, town.owner)
    const into = await aPublishedBrief(db, town.nurse, { days: '28' })
    await runDue(storage(), later(MONDAY, 22))
    const made = await offerToMerge(db, from.id, town.owner, { into: into.id, reason: 'The same.' }, later(MONDAY, 25))
    await runDue(storage(), later(MONDAY, 35))
    assert.equal((await theProject(db, from.id)).state, 'open')
    await letters()
    assert.equal((await declineMerge(db, made.yes ? made.value.offer : '', town.nurse, later(MONDAY, 36))).yes, true)
    assert.deepEqual(await letters(), ['owner: merging refused'])
    assert.equal((await theProject(db, from.id)).chooseBy, later(MONDAY, 38).today)
    assert.deepEqual(
      await offerToMerge(db, from.id, town.owner, { into: into.id, reason: 'Again.' }, later(MONDAY, 36)),
      no('asked before'),
    )
    await runDue(storage(), later(MONDAY, 39))
    assert.equal((await theProject(db, from.id)).ending?.how, 'not reached')
  })
  it('waits two weeks for another owner, and not for one whose project has ended', async () => {
    const { db } = storage()
    const [first, second] = [await aPublishedBrief(db, town.owner, { days: '28' }), await aPublishedBrief(db, town.owner, { days: '28' })]
    const into = await aPublishedBrief(db, town.nurse, { days: '28' })
    await offerToMerge(db, first.id, town.owner, { into: into.id, reason: 'The same.' }, MONDAY)
    await runDue(storage(), later(MONDAY, 7))
    await letters()
    await runDue(storage(), later(MONDAY, 14))
    assert.deepEqual(await letters(), [])
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['owner: merging refused'])
    await offerToMerge(db, second.id, town.owner, { into: into.id, reason: 'The same.' }, later(MONDAY, 15))
    await endProject(db, into.id, town.nurse, 'stopped', LESSON, later(MONDAY, 15))
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['nurse: merging offered', 'owner: merging refused'])
    assert.equal((await theProject(db, second.id)).merging, undefined)
  })

  it('gets another owner who says yes, whose own pledge is withdrawn with thanks, and may be open again', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await letters()
    const asked = await askForOwner(db, project.id, town.owner, { chosen: town.nurse.person }, MONDAY)
    const handover = asked.yes ? asked.value : assert.fail(asked.why)
    assert.deepEqual(await letters(), ['nurse: owner wanted'])
    assert.equal((await listWaiting(db, town.nurse, MONDAY.today, ZONE))[0]?.is, 'handover')
    assert.equal((await theProject(db, project.id)).owner.id, town.owner.person)
    assert.deepEqual(await acceptHandover(db, handover, town.officer, MONDAY), no('not asked'))
    for (const _ of [1, 2]) assert.equal((await acceptHandover(db, handover, town.nurse, MONDAY)).yes, true)
    assert.deepEqual(await letters(), ['owner: project handed on', 'nurse: project is yours'])
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
      (await letters()).filter((letter) => letter.includes('owner: ')),
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
})
