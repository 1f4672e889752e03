/** Two people racing get one winner, on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPerson, aPublishedBrief, aTown, letterBox, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { endProject, startProject } from '../projects/actions.ts'
import { acceptPledge, makePledge, withdrawPledge } from './actions.ts'

const TERMS = { hoursAWeek: 2, from: '2026-12-01', until: '2027-03-31', line: '' }
const LESSON = { reason: 'a', tried: 'b', learnt: 'c', again: 'd' }
const said = (answer: { yes: boolean; why?: string }): string => (answer.yes ? 'yes' : (answer.why ?? ''))
const tally = (answers: { yes: boolean; why?: string }[]): string[] => answers.map(said).sort()

onEachDatabase('a race', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  it('of ten offers accepted at once for one place has one winner, and nine in line', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const offers: string[] = []
    for (let person = 0; person < 10; person++) offers.push(await anOffer(db, project, await aPerson(db, `p${person}@tarnbeck.example`)))
    await letters()
    const answers = await Promise.all(offers.map((id) => acceptPledge(db, id, town.owner, MONDAY)))
    assert.deepEqual(tally(answers), [...Array(9).fill('no place left'), 'yes'])
    assert.deepEqual((await statesOf(db, project.id)).sort(), ['accepted', ...Array(9).fill('waiting')])
    const kinds = (await letters()).map((line) => line.split(': ')[1]).sort()
    assert.deepEqual(kinds, ['everything filled', ...Array(9).fill('place taken'), 'pledge accepted', 'project ready'].sort())
  })
  it('of a double click takes one place and writes one letter', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const id = await anOffer(db, project, town.nurse)
    await letters()
    const answers = await Promise.all([1, 2, 3].map(() => acceptPledge(db, id, town.owner, MONDAY)))
    assert.deepEqual(tally(answers), ['yes', 'yes', 'yes'])
    assert.deepEqual(await letters(), ['nurse: pledge accepted', 'owner: project ready', 'nurse: everything filled'])
  })
  it('of an acceptance and a withdrawal leaves nobody in a place they left', async () => {
    const { db } = storage()
    for (let round = 0; round < 4; round++) {
      const project = await aPublishedBrief(db, town.owner)
      const id = await anOffer(db, project, town.nurse)
      const accept = () => acceptPledge(db, id, town.owner, MONDAY)
      const withdraw = () => withdrawPledge(db, id, town.nurse, MONDAY)
      const answers = await Promise.all(round % 2 === 0 ? [accept(), withdraw()] : [withdraw(), accept()])
      assert.ok(['answered before,yes', 'yes,yes'].includes(tally(answers).join()), tally(answers).join())
      const after = await theProject(db, project.id)
      assert.deepEqual([await statesOf(db, project.id), after.state, after.roles[0]?.filled], [['withdrawn'], 'open', 0])
    }
  })
  it('of one person offering five times makes one pledge', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const role = project.roles[0]?.id ?? ''
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => makePledge(db, role, town.nurse, TERMS, MONDAY)))
    assert.deepEqual(tally(answers), [...Array(4).fill('pledged before'), 'yes'])
    assert.deepEqual(await statesOf(db, project.id), ['offered'])
  })
  it('of a start, a withdrawal and an ending leaves a project that either runs or has ended', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const id = await anOffer(db, project, town.nurse)
    await acceptPledge(db, id, town.owner, MONDAY)
    await Promise.all([
      startProject(db, project.id, town.owner, '2026-12-08', MONDAY),
      withdrawPledge(db, id, town.nurse, MONDAY),
      endProject(db, project.id, town.owner, 'stopped', LESSON, MONDAY),
    ])
    await runDue(storage(), MONDAY)
    assert.equal((await theProject(db, project.id)).state, 'ended')
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn'])
  })
  it('of the clock and the owner on the last evening either frees the pledger or accepts them', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { days: '28' })
    const id = await anOffer(db, project, town.nurse)
    await runDue(storage(), later(MONDAY, 14))
    const late = later(MONDAY, 15)
    const [answer] = await Promise.all([acceptPledge(db, id, town.owner, late), runDue(storage(), late), runDue(storage(), late)])
    assert.deepEqual(await statesOf(db, project.id), [answer.yes ? 'accepted' : 'released'])
    assert.equal((await theProject(db, project.id)).state, answer.yes ? 'ready' : 'open')
  })
})
