/** What owners are asked on the way of a project is answered in a word, and by nothing else at the same time. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, runDue, type Town, theProject } from '../../../tests/town.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import type { Given } from '../asks/ask.ts'
import { acceptHandover, askForOwner } from '../handovers/actions.ts'
import { sayPhase } from '../phases/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { endProject, extendBrief, startProject } from './actions.ts'

onEachDatabase('what an owner is asked on the way of a project', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })
  const waiting = async (person = town.owner.person) => (await listOpenOf(storage().db, person, 9)).filter((ask) => ask.person === person)
  const kinds = async (person?: string) => (await waiting(person)).map(({ kind, answerBy }) => `${kind} ${answerBy}`)
  async function answer(given: Partial<Given>, days: number) {
    const [ask] = await waiting()
    assert.ok(ask)
    const full = { answer: '', line: '', ...given }
    return answerAsk(storage().db, ASKS, { id: ask.id, person: town.owner.person, given: full, via: 'letter' }, later(MONDAY, days))
  }
  const theirs = () => aPublishedBrief(storage().db, town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
  async function ready(more: Parameters<typeof aTypedRole>[0] = {}): Promise<string> {
    const project = await aPublishedBrief(storage().db, town.owner, { roles: [aTypedRole(more)] })
    await acceptPledge(storage().db, await anOffer(storage().db, project, town.nurse), town.owner, MONDAY)
    return project.id
  }
  async function running(more: Parameters<typeof aTypedRole>[0] = {}): Promise<string> {
    const id = await ready(more)
    await startProject(storage().db, id, town.owner, '2026-12-08', MONDAY)
    return id
  }

  it('is extended once in a word, and the second time only stopped', async () => {
    const { id } = await theirs()
    await runDue(storage(), later(MONDAY, 22))
    assert.deepEqual(await kinds(), ['at the deadline 2026-12-21'])
    assert.equal((await answer({ answer: 'extend' }, 23)).yes, true)
    const extended = await theProject(storage().db, id)
    assert.deepEqual([extended.openUntil, extended.isExtended, await kinds()], ['2026-12-30', true, []])
    await runDue(storage(), later(MONDAY, 38))
    assert.deepEqual(await kinds(), ['at the last deadline 2027-01-06'])
    assert.deepEqual(await answer({ answer: 'extend' }, 38), { yes: false, why: 'no such choice' })
    await letters()
    assert.equal((await answer({ answer: 'stop', line: 'Nobody found the time.' }, 38)).yes, true)
    const { ending } = await theProject(storage().db, id)
    assert.deepEqual([ending?.how, ending?.reason, ending?.learnt], ['stopped', 'Nobody found the time.', ''])
  })
  it('waits no more once it is chosen by a button, or nothing was chosen in time', async () => {
    const [one, two] = [await theirs(), await theirs()]
    await runDue(storage(), later(MONDAY, 22))
    assert.equal((await waiting()).length, 2)
    await extendBrief(storage().db, one.id, town.owner, later(MONDAY, 22))
    assert.equal((await waiting()).length, 1)
    await runDue(storage(), later(MONDAY, 29))
    assert.deepEqual([(await theProject(storage().db, two.id)).ending?.how, await waiting()], ['not reached', []])
  })
  it('starts with a day, and is asked again under the same code until then', async () => {
    const id = await ready()
    assert.deepEqual(await kinds(), ['project ready 2026-11-30'])
    const [first] = await waiting()
    await runDue(storage(), later(MONDAY, 8))
    const [again] = await waiting()
    assert.deepEqual([again?.code, again?.answerBy, again?.reminded], [first?.code, '2026-12-07', 1])
    const past = await answer({ answer: 'start', day: '2026-11-30' }, 8)
    assert.ok(!past.yes && past.why === 'not now' && past.says === 'The first date must be today or later.')
    assert.equal((await answer({ answer: 'start', day: '2026-12-09' }, 8)).yes, true)
    const started = await theProject(storage().db, id)
    assert.deepEqual([started.state, started.firstDate, await waiting()], ['running', '2026-12-09', []])
  })
  it('goes on in a word, or stops with a reason', async () => {
    const id = await running({ until: '2027-06-30' })
    await runDue(storage(), later(MONDAY, 72))
    assert.deepEqual(await kinds(), ['phase overdue 2027-03-02'])
    assert.equal((await answer({ answer: 'go on' }, 73)).yes, true)
    const went = await theProject(storage().db, id)
    assert.deepEqual([went.phase, went.phaseEnds?.[0]?.reason, await waiting()], ['alpha', 'Its owner said so in a word.', []])
    for (const days of [74, 75])
      await sayPhase(storage().db, id, town.owner, { step: 'go on', reason: 'It works.', seen: await seenOf(id) }, later(MONDAY, days))
    await runDue(storage(), later(MONDAY, 75 + 183))
    assert.deepEqual(
      (await waiting()).map(({ kind }) => kind),
      ['still looked after'],
    )
    assert.equal((await answer({ answer: 'keep' }, 259)).yes, true)
    assert.deepEqual([(await theProject(storage().db, id)).phase, await waiting()], ['live', []])
  })
  const seenOf = async (id: string) => (await theProject(storage().db, id)).phaseEnds?.[0]?.id ?? ''

  it('was delivered, in a word, and what nobody answered is over', async () => {
    const [id, other] = [await running({ until: '2026-12-10' }), await running({ until: '2026-12-10' })]
    await runDue(storage(), later(MONDAY, 18))
    assert.equal((await waiting()).length, 2)
    const [first] = await waiting()
    assert.equal((await answer({ answer: 'delivered' }, 18)).yes, true)
    const ended = first?.about ?? ''
    assert.equal((await theProject(storage().db, ended)).ending?.reason, 'It was delivered. Its owner said so in a word.')
    const note = { reason: 'r', tried: 't', learnt: 'l', again: '', handedTo: 'The web team' }
    await endProject(storage().db, ended === id ? other : id, town.owner, 'handed over', note, later(MONDAY, 19))
    assert.deepEqual(await waiting(), [])
  })
  it('waits for the new owner, when there is one', async () => {
    const { db } = storage()
    const project = await ready()
    const asked = await askForOwner(db, project, town.owner, { email: 'colleague@harrowmere.example' }, MONDAY)
    assert.ok(asked.yes)
    await acceptHandover(db, asked.value, town.colleague, MONDAY)
    assert.deepEqual([await kinds(), await kinds(town.colleague.person)], [[], ['project ready 2026-11-30']])
  })
})
