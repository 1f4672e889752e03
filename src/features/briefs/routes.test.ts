/** Through the doors: what is there already is shown beside a brief, and its writer joins, watches, or says why not. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedBrief, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPublishedBrief, aTown, letterBox, type Town } from '../../../tests/town.ts'
import { type House, openHouse, type Seen, type Visitor } from '../../../tests/visit.ts'
import { newId } from '../../basics/id.ts'
import { together } from '../../storage/db.ts'
import { keepKnowledge } from '../chapters/actions.ts'
import { endProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { saveDraft } from './actions.ts'
import type { TypedBrief } from './brief.ts'

const BINS = { code: '57', name: 'Missed bins', tier: 'district', keywords: ['refuse', 'bin'] }
const TAG = 'service-57'
const MINE = { title: 'Missed bin reports', problem: 'People ring us when a bin is missed.' }

/** The button that was pressed. */
const press = (button: string): Record<string, string> => Object.fromEntries([['then', button]])

onEachDatabase('beside a brief', (storage) => {
  let town: Town
  let house: House
  let nurse: Visitor
  let theirs: Project
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    await together(db, (tx) => keepKnowledge(tx, { skills: [], publicServices: [BINS], policyAreas: [], places: new Map() }))
    house = await openHouse(storage())
    nurse = await house.as(town.nurse.person)
    theirs = await aPublishedBrief(db, town.owner, { tags: [TAG] })
  })
  const aDraft = async (by = town.nurse, more: Partial<TypedBrief> = {}): Promise<string> => {
    const id = newId(MONDAY.now)
    await saveDraft(storage().db, id, by, aTypedBrief({ ...MINE, ...more }), MONDAY)
    return id
  }
  const publish = (id: string, fields: Record<string, string> = {}): Promise<Seen> => nurse.post(`/drafts/${id}/publication`, fields)

  it('stands what is alike, with its reason, in the form, in the reply to the script and on the preview', async () => {
    const id = await aDraft()
    const form = await nurse.get(`/drafts/${id}`)
    assert.match(form.text, /Open until 14 December Report a missed bin Harrowmere City Council Both speak of/i)
    const { html } = await nurse.post(`/drafts/${id}`, { ...MINE, tags: TAG }, { accept: 'application/json' })
    const { saved, beside } = JSON.parse(html) as { saved: string; beside: { alike: string; about: string } }
    assert.match(saved, /1 project like yours is shown\.$/)
    assert.match(beside.alike, /Both are about Missed bins/)
    assert.match(beside.about, new RegExp(`value="${TAG}"[^>]* checked`))
    await saveDraft(storage().db, id, town.nurse, aTypedBrief(MINE), MONDAY)
    assert.match((await nurse.get(`/drafts/${id}/preview`)).text, /Before you publish: like yours/)
  })

  it('stands nothing unlike, and of what has ended its lesson instead of a way to join', async () => {
    const id = await aDraft(town.nurse, { title: 'Free school meals', problem: 'Parents do not ask.' })
    assert.doesNotMatch((await nurse.get(`/drafts/${id}`)).text, /Like yours/)
    const lesson = { reason: 'r', tried: 't', learnt: 'Ask the crews first.', again: 'a' }
    await endProject(storage().db, theirs.id, town.owner, 'stopped', lesson, MONDAY)
    const seen = await nurse.get(`/drafts/${await aDraft()}`)
    assert.match(seen.text, /stopped on 23 November .* What was learnt Ask the crews first\./)
    assert.doesNotMatch(seen.text, /Join theirs/)
  })

  it('is not published before its writer says why none fits; members read it on its page', async () => {
    const id = await aDraft()
    const refused = await publish(id, { 'none-fits': ' ' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Not published yet: say why none of the projects like it fits/)
    const long = await publish(id, { 'none-fits': 'x'.repeat(501) })
    assert.equal(long.status, 422)
    assert.ok(long.html.includes('x'.repeat(501)))
    const done = await publish(id, { 'none-fits': 'Theirs is for one city only.' })
    assert.match(done.text, /Your brief is published .* Why not one of these .* Theirs is for one city only\./)
    assert.doesNotMatch((await house.visitor().get(`/projects/${id}`)).text, /Why not one of these/)
  })

  it('takes its words along to the project that its writer joins, once, and keeps the draft', async () => {
    const id = await aDraft()
    const letters = letterBox(storage().db)
    await letters()
    for (const _ of [1, 2]) {
      const seen = await nurse.post(`/drafts/${id}/joining`, { ...MINE, title: 'Missed bins, by post', project: theirs.id })
      assert.match(seen.text, /You have joined The owner has your words\./)
      assert.match(seen.path, new RegExp(`^/projects/${theirs.id}`))
      assert.equal(seen.text.match(/I was writing a brief, and would rather join yours\. I wrote: Missed bins, by post/g)?.length, 1)
    }
    assert.deepEqual(await letters(), ['owner: somebody joins'])
    assert.match((await nurse.get(`/drafts/${id}`)).text, /Joined: Report a missed bin/)
    assert.match((await nurse.get('/mine')).text, /Missed bins, by post Saved .* Joined: Report a missed bin/)
    assert.doesNotMatch((await nurse.get(`/projects/${(await aPublishedBrief(storage().db, town.officer)).id}`)).text, /You have joined/)
    await nurse.post(`/drafts/${id}/removal`)
    assert.equal((await nurse.get(`/drafts/${id}`)).status, 404)
  })

  it('is not joined by somebody else, nor without words, nor to what is not there', async () => {
    const id = await aDraft()
    const officer = await house.as(town.officer.person)
    assert.equal((await officer.post(`/drafts/${id}/joining`, { project: theirs.id })).status, 404)
    assert.equal((await nurse.post(`/drafts/${id}/joining`, { project: newId(MONDAY.now) })).status, 404)
    const blank = await nurse.post(`/drafts/${id}/joining`, { title: '', project: theirs.id })
    assert.equal(blank.status, 422)
    assert.match(blank.text, /Write a title or the problem first/)
  })

  it('saves what is typed and watches, on one button', async () => {
    const id = newId(MONDAY.now)
    const seen = await nurse.post(`/drafts/${id}`, { ...MINE, ...press(`watch-${theirs.id}`) })
    assert.match(seen.text, /You watch this\./)
    assert.ok(seen.html.includes(`value="${MINE.title}"`))
    assert.match((await nurse.get('/mine')).text, /You watch Report a missed bin/)
  })

  it('keeps the tags that the pack knows, and no others', async () => {
    const id = newId(MONDAY.now)
    await nurse.post(`/drafts/${id}`, { ...MINE, tags: [TAG, 'service-made-up'] })
    const row = await storage().db.selectFrom('drafts').select('typed').where('id', '=', id).executeTakeFirstOrThrow()
    assert.deepEqual((JSON.parse(row.typed) as TypedBrief).tags, [TAG])
    const other = await nurse.post(`/drafts/${id}`, { title: 'Trees', tags: TAG, ...press('suggest') })
    assert.match(other.html, new RegExp(`value="${TAG}"[^>]* checked`))
  })

  it('is not published twice in the same words, by a colleague or twice by one person, without a tick', async () => {
    const colleague = await house.as(town.colleague.person)
    const id = await aDraft(town.colleague, { title: 'REPORT a missed bin', problem: theirs.problem, noneFits: 'It does.' })
    assert.match((await colleague.get(`/drafts/${id}/preview`)).text, /Is it the same\? Report a missed bin says the same words/)
    const refused = await colleague.post(`/drafts/${id}/publication`, { 'none-fits': 'It does.' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /a project with the same words is there already/)
    assert.match((await colleague.post(`/drafts/${id}/publication`, { 'not-the-same': theirs.id })).text, /Your brief is published/)
  })

  it('says when another draft of the same writer has the same words', async () => {
    const first = await aDraft()
    const seen = await nurse.get(`/drafts/${await aDraft()}`)
    assert.match(seen.text, /You have another draft with the same words: Missed bin reports/)
    assert.ok(seen.links.includes(`/drafts/${first}`))
    assert.doesNotMatch((await (await house.as(town.officer.person)).get(`/drafts/${await aDraft(town.officer)}`)).text, /another draft/)
  })
})
