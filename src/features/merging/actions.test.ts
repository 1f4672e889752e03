/** Merging, on both databases: who gets which letter, what the clock does, and what has ended meanwhile. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { listOpenOf } from '../asks/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { endProject } from '../projects/actions.ts'
import { acceptMerge, declineMerge, offerToMerge } from './actions.ts'

const LESSON = { reason: 'The budget went.', tried: 'A form.', learnt: 'Ask first.', again: 'A second council.' }
const TWO = [aTypedRole(), aTypedRole({ skill: 'Law' })]

onEachDatabase('merging two projects', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })
  const bins = () => aPublishedBrief(storage().db, town.owner)
  const parks = () => aPublishedBrief(storage().db, town.nurse, { title: 'Parks', problem: 'Nobody knows when they open.' })
  const offered = async (from: string, by: Town['owner'], into: string): Promise<string> => {
    const made = await offerToMerge(storage().db, from, by, { into, reason: 'The same.' }, MONDAY)
    return made.yes ? made.value.offer : assert.fail(made.why)
  }

  it('goes on in another project when its owner says yes, and its people are freed and told where', async () => {
    const { db } = storage()
    const from = await aPublishedBrief(db, town.owner, { roles: TWO })
    await acceptPledge(db, await anOffer(db, from, town.officer), town.owner, MONDAY)
    const into = await aPublishedBrief(db, town.nurse, { title: 'Bins on time' })
    await letters()
    const made = await offerToMerge(db, from.id, town.owner, { into: into.id, reason: 'The same form.' }, MONDAY)
    const offer = made.yes ? made.value.offer : assert.fail(made.why)
    assert.deepEqual(await letters(), ['nurse: merging offered'])
    const [waiting] = await listOpenOf(db, town.nurse.person, 9)
    assert.deepEqual([waiting?.kind, waiting?.about, waiting?.answerBy], ['merging offered', offer, '2026-12-07'])
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
    await letters()
    await runDue(storage(), later(MONDAY, 3))
    await runDue(storage(), later(MONDAY, 7))
    await runDue(storage(), later(MONDAY, 14))
    assert.deepEqual(
      (await letters()).filter((letter) => !letter.endsWith('half time')),
      ['nurse: merging offered again', 'nurse: merging offered again'],
    )
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['owner: merging refused'])
    await offerToMerge(db, second.id, town.owner, { into: into.id, reason: 'The same.' }, later(MONDAY, 15))
    await endProject(db, into.id, town.nurse, 'stopped', LESSON, later(MONDAY, 15))
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['nurse: merging offered', 'owner: merging refused'])
    assert.equal((await theProject(db, second.id)).merging, undefined)
  })
  it('is merged into nothing', async () => {
    const { db } = storage()
    const [from, into] = [await bins(), await parks()]
    const offer = await offered(from.id, town.owner, into.id)
    await endProject(db, from.id, town.owner, 'stopped', LESSON, MONDAY)
    assert.deepEqual(await acceptMerge(db, offer, town.nurse, MONDAY), no('ended meanwhile'))
    await runDue(storage(), MONDAY)
    assert.equal((await theProject(db, from.id)).ending?.how, 'stopped')
  })
  it('takes nothing in', async () => {
    const { db } = storage()
    const [from, into] = [await bins(), await parks()]
    const offer = await offered(from.id, town.owner, into.id)
    await endProject(db, into.id, town.nurse, 'stopped', LESSON, MONDAY)
    assert.deepEqual(await acceptMerge(db, offer, town.nurse, MONDAY), no('ended meanwhile'))
    assert.equal((await theProject(db, from.id)).state, 'open')
  })
  it('leaves one of two that were offered to each other, when both owners say yes at once', async () => {
    const { db } = storage()
    const [one, other] = [await bins(), await parks()]
    const offers = [await offered(one.id, town.owner, other.id), await offered(other.id, town.nurse, one.id)] as const
    const answers = await Promise.all([acceptMerge(db, offers[0], town.nurse, MONDAY), acceptMerge(db, offers[1], town.owner, MONDAY)])
    assert.deepEqual(answers.map((answer) => (answer.yes ? 'yes' : answer.why)).sort(), ['ended meanwhile', 'yes'])
    await runDue(storage(), MONDAY)
    const states = [await theProject(db, one.id), await theProject(db, other.id)].map(({ state }) => state)
    assert.deepEqual(states.sort(), ['ended', 'open'])
  })
})
