/** Making a brief smaller, and handing over what ran, on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { endProject, startProject } from './actions.ts'
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
  it('is handed over to somebody in words, and what everybody promised is done', async () => {
    const { db } = storage()
    const id = await aRunningProject()
    await endProject(db, id, town.owner, 'handed over', { ...LESSON, handedTo: 'The web team' }, MONDAY)
    await runDue(storage(), MONDAY)
    const { ending } = await theProject(db, id)
    assert.deepEqual([ending?.how, ending?.handedTo], ['handed over', 'The web team'])
    assert.deepEqual([await statesOf(db, id), await plansFor(db, id)], [['done'], []])
  })
})
