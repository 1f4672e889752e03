/** What is answered after its project has ended, and before the clock has told anybody: nothing of it may act any more. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPublishedBrief, aTown, runDue, type Town, theProject } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { endProject } from './actions.ts'
import { acceptHandover, askForOwner } from './handover-actions.ts'
import { acceptMerge, offerToMerge } from './merge-actions.ts'

const LESSON = { reason: 'The budget went.', tried: 'A form.', learnt: 'Ask first.', again: 'A second council.' }

onEachDatabase('what has ended meanwhile', (storage) => {
  let town: Town
  beforeEach(async () => {
    town = await aTown(storage().db)
  })
  const bins = () => aPublishedBrief(storage().db, town.owner)
  const parks = () => aPublishedBrief(storage().db, town.nurse, { title: 'Parks', problem: 'Nobody knows when they open.' })
  const offered = async (from: string, by: Town['owner'], into: string): Promise<string> => {
    const made = await offerToMerge(storage().db, from, by, { into, reason: 'The same.' }, MONDAY)
    return made.yes ? made.value.offer : assert.fail(made.why)
  }

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
  it('gets no other owner', async () => {
    const { db } = storage()
    const { id } = await bins()
    const asked = await askForOwner(db, id, town.owner, { email: 'nurse@tarnbeck.example' }, MONDAY)
    await endProject(db, id, town.owner, 'stopped', LESSON, MONDAY)
    assert.deepEqual(await acceptHandover(db, asked.yes ? asked.value : '', town.nurse, MONDAY), no('ended meanwhile'))
    assert.equal((await theProject(db, id)).owner.id, town.owner.person)
  })
})
