/** Finding projects by their words, skills, tags and organisations, on both databases. */
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { aTypedBrief, aTypedRole, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aTown, theProject } from '../../../tests/town.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { Knowledge } from '../../matching/knowledge.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { type Db, together } from '../../storage/db.ts'
import { publish, saveDraft } from '../briefs/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { listProjects, listThese } from '../projects/actions.ts'
import { readRoles } from './actions.ts'
import { looser, readSearch, soughtBy } from './search.ts'
import { countFacets, foundBy, rankFound } from './store.ts'

let knowledge: Knowledge

type Words = { title: string; problem?: string; skill?: string; tags?: string[]; until?: string }
async function aBrief(db: Db, owner: Viewer, { title, problem = 'It is slow.', skill = 'law', tags = [], until = '2027-03-31' }: Words) {
  const id = newId(MONDAY.now)
  const roles = [aTypedRole({ skill, until })]
  await saveDraft(db, id, owner, aTypedBrief({ title, problem, tags, roles }), MONDAY)
  assert.ok((await publish(db, id, owner, MONDAY, { knowledge })).yes)
  return id
}

onEachDatabase('projects are found', (storage) => {
  before(async () => {
    knowledge = new Knowledge((await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
  })
  const sought = (query: string, haves: string[] = [], person = '') => {
    const said = new URLSearchParams(query)
    const search = readSearch((name) => said.get(name) ?? undefined, knowledge)
    const fitting = search.for && { terms: knowledge.needsMetBy(haves), person, today: MONDAY.today }
    return soughtBy(search, knowledge, fitting)
  }
  const titles = async (...asked: Parameters<typeof sought>): Promise<string[]> => {
    const { db } = storage()
    const all = sought(...asked)
    const { words } = all
    if (!words) return (await listProjects(db, { states: all.states, that: foundBy(all), most: 20, zone: ZONE })).map(({ title }) => title)
    const ids = (await rankFound(db, { ...all, words })).map(({ id }) => id)
    return (await listThese(db, ids, ZONE)).map(({ title }) => title)
  }

  it('by the words of their titles, roles and problems, the best first and equal ones newest first', async () => {
    const { db } = storage()
    const { owner, nurse } = await aTown(db)
    await aBrief(db, owner, { title: 'Letters', problem: 'Nobody reports a missed bin.' })
    await aBrief(db, nurse, { title: 'Missed bins', problem: 'People ring.' })
    await aBrief(db, nurse, { title: 'A second look', skill: 'bins that were missed' })
    await aBrief(db, owner, { title: 'Missed bins again', problem: 'People ring.' })
    assert.deepEqual(await titles('q=missed+bin'), ['Missed bins again', 'Missed bins', 'A second look', 'Letters'])
    assert.deepEqual((await titles('q=bins+-letters')).sort(), ['A second look', 'Missed bins', 'Missed bins again'])
    assert.deepEqual(await titles('q=%27%22%29%28%26%7C%21%3A%2A%5C'), [])
    assert.deepEqual(await titles('q=rings+horses'), [])
    // It says nothing of horses, but its role asks for what a missed bin means.
    assert.deepEqual(await titles('q=missed+bin+horses'), ['A second look'])
    const { words } = sought('q=missed+bin+horses')
    const loosely = words && looser(words, 0)
    assert.equal(loosely && (await rankFound(db, { ...sought(''), words: loosely })).length, 4)
  })

  it('by what the words mean: a tag, or a skill under another name', async () => {
    const { db } = storage()
    const { owner, nurse } = await aTown(db)
    await aBrief(db, owner, { title: 'One form for every family', tags: ['service-4'] })
    await aBrief(db, nurse, { title: 'Rota', skill: 'Django' })
    assert.deepEqual(await titles('q=lunch+for+poor+children'), ['One form for every family'])
    assert.deepEqual(await titles('q=python'), ['Rota'])
  })

  it('by skill, tag, sector and state, also together, page by page', async () => {
    const { db } = storage()
    const { owner, nurse } = await aTown(db)
    const area = 'policy-education/education-of-disadvantaged-children'
    const first = await aBrief(db, owner, { title: 'Meals', skill: 'Django', tags: ['service-4', area] })
    await aBrief(db, nurse, { title: 'Falls', skill: 'Python' })
    assert.deepEqual(await titles('skill=programming'), ['Falls', 'Meals'])
    assert.deepEqual(await titles('skill=django'), ['Meals'])
    assert.deepEqual(await titles('area=policy-education'), ['Meals'])
    assert.deepEqual(await titles('skill=programming&sector=health'), ['Falls'])
    assert.deepEqual(await titles('service=service-4&sector=health'), [])
    assert.deepEqual(await titles('show=ended'), [])
    assert.deepEqual(await titles('region=Wales'), [])
    const programming = sought('skill=programming')
    const page = await listProjects(db, { states: programming.states, that: foundBy(programming), before: first, most: 20, zone: ZONE })
    assert.deepEqual(page, [])
    const counts = (await countFacets(db, sought('skill=programming'))).map(({ kind, value, count }) => `${kind} ${value} ${count}`)
    assert.deepEqual(counts.sort(), [
      'sector health 1',
      'sector local 1',
      'skill django 1',
      'skill python 1',
      'state open 2',
      `tag ${area} 1`,
      'tag service-4 1',
    ])
  })

  it('by what somebody has: places that are free, and not their own', async () => {
    const { db } = storage()
    const { owner, nurse, officer } = await aTown(db)
    const rota = await aBrief(db, owner, { title: 'Rota', skill: 'Python' })
    await aBrief(db, nurse, { title: 'Falls', skill: 'Django' })
    await aBrief(db, nurse, { title: 'Long over', skill: 'Python', until: '2026-12-01' })
    const fitting = (haves: string[], viewer: Viewer) => titles('for=me', haves, viewer.person)
    assert.deepEqual(await fitting(['python'], officer), ['Long over', 'Falls', 'Rota'])
    assert.deepEqual(await fitting(['python'], owner), ['Long over', 'Falls'])
    assert.deepEqual(await fitting([], officer), [])
    await acceptPledge(db, await anOffer(db, await theProject(db, rota), nurse), owner, MONDAY)
    assert.deepEqual(await titles('for=me&show=all', ['python'], officer.person), ['Long over', 'Falls'])
  })

  it('by what somebody has: whoever looks after what is live is welcome also after the last day of the role', async () => {
    const { db } = storage()
    const { owner, officer } = await aTown(db)
    const id = await aBrief(db, owner, { title: 'Rota', skill: 'Python' })
    await db.updateTable('roles').set({ purpose: 'looking after', until_day: '2026-11-01' }).where('project', '=', id).execute()
    const phase = (phase: 'beta' | 'live') =>
      db.updateTable('projects').set({ state: 'running', first_date: '2026-06-01', phase }).where('id', '=', id).execute()
    await phase('beta')
    assert.deepEqual(await titles('for=me&show=all', ['python'], officer.person), [])
    await phase('live')
    assert.deepEqual(await titles('for=me&show=all', ['python'], officer.person), ['Rota'])
  })

  it('by their skills also when they were written before the chapter knew any', async () => {
    const { db } = storage()
    const { owner } = await aTown(db)
    const id = newId(MONDAY.now)
    await saveDraft(db, id, owner, aTypedBrief({ roles: [aTypedRole({ skill: 'Django' })] }), MONDAY)
    await publish(db, id, owner, MONDAY)
    assert.deepEqual(await titles('skill=python'), [])
    assert.equal(await together(db, (tx) => readRoles(tx, knowledge)), true)
    assert.deepEqual(await titles('skill=python'), ['Report a missed bin'])
    const fewer = new Knowledge({ skills: [], publicServices: [], policyAreas: [], places: new Map() })
    await together(db, (tx) => readRoles(tx, fewer))
    assert.deepEqual(await titles('skill=python'), [])
  })
})
