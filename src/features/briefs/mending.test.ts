/** A published brief can be mended by its owner until it starts, and those who have pledged hear it. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, type Town, theProject } from '../../../tests/town.ts'
import { openHouse, type Visitor } from '../../../tests/visit.ts'
import type { Project } from '../projects/project.ts'

onEachDatabase('mending a published brief', (storage) => {
  let town: Town
  let owner: Visitor
  let project: Project
  beforeEach(async () => {
    town = await aTown(storage().db)
    owner = await (await openHouse(storage())).as(town.owner.person)
    project = await aPublishedBrief(storage().db, town.owner, { others: [{ kind: 'data', what: 'Six months of calls' }] })
  })
  const door = () => `/projects/${project.id}/brief`
  const typed = (more = {}) => ({
    title: project.title,
    problem: project.problem,
    'for-whom': project.forWhom,
    'other-1-kind': 'data',
    'other-1-what': 'Six months of calls',
    ...more,
  })

  it('shows what it says, and keeps what is changed; pledgers hear of a new title or problem only', async () => {
    const { db } = storage()
    await anOffer(db, project, town.nurse)
    const letters = letterBox(db)
    await letters()
    assert.ok((await owner.get(door())).html.includes('value="Six months of calls"'))
    await owner.post(door(), typed({ 'for-whom': 'everybody', suppliers: 'yes', 'other-2-kind': 'venue', 'other-2-what': 'A room' }))
    assert.deepEqual(await letters(), [])
    const before = project.others[0]?.id
    const seen = await owner.post(
      door(),
      typed({ title: 'Missed bins', 'other-1-what': 'A year of calls', 'other-2-kind': 'venue', 'other-2-what': 'A room' }),
    )
    assert.match(seen.text, /Your brief is mended/)
    assert.deepEqual(await letters(), ['nurse: brief mended'])
    const { title, others, suppliersWelcome, roles } = await theProject(db, project.id)
    assert.deepEqual([title, suppliersWelcome, roles.length, others[0]?.id], ['Missed bins', false, 1, before])
    assert.deepEqual(
      others.map(({ kind, what }) => `${kind}: ${what}`),
      ['data: A year of calls', 'venue: A room'],
    )
  })

  it('is read by the same rules, and what is asked for already stays', async () => {
    const seen = await owner.post(door(), typed({ title: '', 'other-1-what': ' ', 'other-2-what': 'A room' }))
    assert.equal(seen.status, 422)
    for (const sentence of ['Enter the title.', 'Other need 1: enter what you need.', 'Other need 2: choose what kind of thing it is.'])
      assert.ok(seen.text.includes(sentence), sentence)
  })

  it("is nobody else's, and over once the project has ended", async () => {
    const nurse = await (await openHouse(storage())).as(town.nurse.person)
    assert.equal((await nurse.post(door(), typed())).status, 403)
    assert.equal((await nurse.get(door())).status, 403)
    await owner.post(`/projects/${project.id}/ending`, { how: 'stopped', reason: 'r', tried: 't', learnt: 'l', again: 'a' })
    assert.equal((await owner.post(door(), typed())).status, 403)
    assert.doesNotMatch((await owner.get(`/projects/${project.id}`)).text, /Mend what it says/)
  })
})
