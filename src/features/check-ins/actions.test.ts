/** Pledges through their weeks, on both databases: answered, missed, freed, renewed. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, runDue, statesOf, type Town } from '../../../tests/town.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { together } from '../../storage/db.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import type { Given } from '../asks/ask.ts'
import { changeAsking } from '../chapters/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { lookUpProject, startProject } from '../projects/actions.ts'

onEachDatabase('a pledge that is kept', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })

  /** The nurse's pledge in a project that runs from Monday 23 November on. */
  async function kept(roles = [aTypedRole()]): Promise<string> {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles })
    for (const role of project.roles) await acceptPledge(db, await anOffer(db, project, town.nurse, MONDAY, role.skill), town.owner, MONDAY)
    await startProject(db, project.id, town.owner, '2026-12-01', MONDAY)
    for (const days of [0, 7]) await runDue(storage(), later(MONDAY, days))
    await letters()
    return project.id
  }
  const askedOf = async ({ person }: Viewer, on: number) => {
    await runDue(storage(), later(MONDAY, on))
    return (await listOpenOf(storage().db, person, 9)).filter((ask) => ask.person === person)
  }
  async function says(given: Partial<Given> & { answer: string }, on: number, who = town.nurse) {
    const [ask] = await askedOf(who, on)
    assert.ok(ask, 'nothing is asked')
    const done = await answerAsk(
      storage().db,
      ASKS,
      { id: ask.id, person: who.person, given: { line: '', ...given }, via: 'letter' },
      later(MONDAY, on),
    )
    assert.ok(done.yes, JSON.stringify(done))
  }
  const kinds = async (who: Viewer, on: number) => (await askedOf(who, on)).map(({ kind }) => kind)
  const hours = async (project: string) => (await lookUpProject(storage().db, project, ZONE))?.hours

  it('is asked every week in a word, and the hours add up', async () => {
    const project = await kept()
    assert.deepEqual(await kinds(town.nurse, 14), [])
    await says({ answer: 'done', hours: 2.5 }, 15)
    assert.deepEqual(await letters(), ['nurse: check-in'])
    await says({ answer: 'none' }, 22)
    await says({ answer: 'done', hours: 3 }, 29)
    assert.deepEqual([await hours(project), await statesOf(storage().db, project)], [{ pledged: 35, delivered: 5.5 }, ['active']])
  })
  it('is reminded of once after three days; after two missed weeks it is asked whether it is kept, and keep keeps it', async () => {
    await kept()
    for (const on of [15, 18, 20]) await runDue(storage(), later(MONDAY, on))
    assert.deepEqual(await letters(), ['nurse: check-in', 'nurse: check-in again'])
    assert.deepEqual(await kinds(town.nurse, 22), ['check-in'])
    assert.deepEqual(await kinds(town.nurse, 29), ['pledge kept'])
    await says({ answer: 'keep' }, 30)
    assert.deepEqual(await kinds(town.nurse, 36), ['check-in'])
  })
  it('is reminded of once, however often a chapter reminds of what may wait longer', async () => {
    await kept()
    await together(storage().db, (tx) => changeAsking(tx, { remindAfter: [3, 5], days: 14 }, MONDAY.now))
    for (const on of [15, 18, 20]) await runDue(storage(), later(MONDAY, on))
    assert.deepEqual(await letters(), ['nurse: check-in', 'nurse: check-in again'])
  })
  it('frees its place when nobody answers, thanks whoever kept it, tells the owner, and asks the next in line', async () => {
    const project = await kept()
    await says({ answer: 'done', hours: 4 }, 15)
    const inLine = await anOffer(
      storage().db,
      (await lookUpProject(storage().db, project, ZONE)) ?? assert.fail(),
      town.officer,
      later(MONDAY, 16),
    ).catch(() => '')
    assert.equal(inLine, '', 'the place is filled')
    for (const on of [22, 25, 29, 32, 36, 39]) await runDue(storage(), later(MONDAY, on))
    await letters()
    await runDue(storage(), later(MONDAY, 43))
    assert.deepEqual(await statesOf(storage().db, project), ['released'])
    assert.deepEqual(await letters(), ['nurse: pledge released', 'owner: place left'])
    assert.equal((await hours(project))?.delivered, 4, 'what was given stays')
    assert.deepEqual(await kinds(town.nurse, 60), [])
  })
  it('ends when they must stop, and a broker hears when they are stuck', async () => {
    const project = await kept()
    await says({ answer: 'stuck', line: 'No test data.' }, 15)
    const stuck = await storage().db.selectFrom('journal').select('about').where('did', '=', 'pledge stuck').execute()
    assert.equal(stuck.length, 1)
    await says({ answer: 'stop' }, 22)
    assert.deepEqual(await statesOf(storage().db, project), ['withdrawn'])
    assert.ok((await letters()).includes('owner: pledge withdrawn'))
  })
  it('is renewed or done on its last day; silence is taken as done', async () => {
    const project = await kept([aTypedRole({ until: '2026-12-20' }), aTypedRole({ skill: 'Law', until: '2026-12-20' })])
    await storage().db.updateTable('pledges').set({ until_day: '2026-12-20' }).execute()
    for (const on of [15, 16]) await runDue(storage(), later(MONDAY, on))
    for (const _ of [1, 2]) await says({ answer: 'none' }, 16)
    assert.deepEqual(await kinds(town.nurse, 29), ['pledge ends', 'pledge ends'])
    await says({ answer: 'renew', day: '2027-02-01' }, 29)
    for (const on of [32, 36]) await runDue(storage(), later(MONDAY, on))
    assert.deepEqual((await statesOf(storage().db, project)).sort(), ['active', 'done'])
  })
  it('is left alone by the clock when its project ends', async () => {
    const project = await kept()
    await runDue(storage(), later(MONDAY, 15))
    await storage().db.updateTable('projects').set({ state: 'ended' }).where('id', '=', project).execute()
    assert.deepEqual(await kinds(town.nurse, 23), [])
  })
})
