/** From a draft to an ending, on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedBrief, aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import { newId } from '../../basics/id.ts'
import { listDrafts, publish, saveDraft, throwDraftAway } from '../briefs/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { endProject, extendBrief, lookUpProject, startProject } from './actions.ts'

const LESSON = { reason: 'The budget went.', tried: 'A form.', learnt: 'Ask the crews first.', again: 'A second council.' }

onEachDatabase('a project', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })
  const aDraft = async (more = {}): Promise<string> => {
    const id = newId(MONDAY.now)
    assert.equal(await saveDraft(storage().db, id, town.owner, aTypedBrief(more), MONDAY), true)
    return id
  }
  const aReadyProject = async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await letters()
    return theProject(db, project.id)
  }

  it('is published once, however often the button is pressed', async () => {
    const { db } = storage()
    const id = await aDraft()
    assert.deepEqual(await publish(db, id, town.owner, MONDAY), yes(id))
    assert.deepEqual(await publish(db, id, town.owner, MONDAY), yes(id))
    assert.equal((await theProject(db, id)).state, 'open')
    assert.deepEqual(await listDrafts(db, town.owner.person), [])
    assert.deepEqual(await plansFor(db, id), ['half time 2026-12-03', 'brief deadline 2026-12-15'])
  })
  it('is published once when the button is pressed five times at once', async () => {
    const { db } = storage()
    const id = await aDraft()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => publish(db, id, town.owner, MONDAY)))
    assert.deepEqual(answers, Array(5).fill(yes(id)))
    const published = await db.selectFrom('journal').select('id').where('about', '=', id).where('did', '=', 'brief published').execute()
    assert.equal(published.length, 1)
  })
  it('is not published by somebody whose organisation is not known, who keeps the draft', async () => {
    const { db } = storage()
    const id = newId(MONDAY.now)
    await saveDraft(db, id, town.stranger, aTypedBrief(), MONDAY)
    assert.deepEqual(await publish(db, id, town.stranger, MONDAY), no('no organisation'))
    assert.deepEqual(
      (await listDrafts(db, town.stranger.person)).map((draft) => draft.typed),
      [aTypedBrief()],
    )
    assert.equal(await lookUpProject(db, id, ZONE), undefined)
  })
  it('is not published with faults, all of which are named, and its draft is kept as typed', async () => {
    const { db } = storage()
    const id = await aDraft({ title: ' ', days: '3' })
    const answer = await publish(db, id, town.owner, MONDAY)
    assert.deepEqual([answer.yes, answer.faults?.map(({ field }) => field)], [false, ['title', 'days']])
    assert.equal((await listDrafts(db, town.owner.person))[0]?.typed.title, ' ')
  })
  it('stays a draft that nobody else can save, publish or throw away', async () => {
    const { db } = storage()
    const id = await aDraft()
    assert.equal(await saveDraft(db, id, town.colleague, aTypedBrief({ title: 'Mine now' }), MONDAY), false)
    assert.deepEqual(await publish(db, id, town.colleague, MONDAY), no('not found'))
    assert.equal(await throwDraftAway(db, id, town.colleague), false)
    assert.equal((await listDrafts(db, town.owner.person))[0]?.typed.title, 'Report a missed bin')
    assert.equal(await throwDraftAway(db, id, town.owner), true)
    assert.deepEqual(await listDrafts(db, town.owner.person), [])
  })
  it('becomes no draft again by a late save, neither of its owner nor of somebody else', async () => {
    const { db } = storage()
    const { id } = await aPublishedBrief(db, town.owner)
    assert.equal(await saveDraft(db, id, town.owner, aTypedBrief(), MONDAY), false)
    assert.equal(await saveDraft(db, id, town.nurse, aTypedBrief(), MONDAY), false)
    assert.deepEqual(await publish(db, id, town.nurse, MONDAY), no('not found'))
    assert.deepEqual([await listDrafts(db, town.owner.person), await listDrafts(db, town.nurse.person)], [[], []])
  })

  it('starts when its owner names the first date, and tells everybody who pledged', async () => {
    const { db } = storage()
    const { id } = await aReadyProject()
    assert.deepEqual(await plansFor(db, id), ['start overdue 2026-12-01'])
    assert.deepEqual(await startProject(db, id, town.nurse, '2026-12-08', MONDAY), no('not the owner'))
    assert.deepEqual(await startProject(db, id, town.owner, '2026-12-08', MONDAY), yes('2026-12-08'))
    assert.deepEqual(await startProject(db, id, town.owner, '2026-12-09', MONDAY), yes('2026-12-08'), 'a second press finds it done')
    assert.deepEqual(await startProject(db, id, town.nurse, '2026-12-09', MONDAY), no('not the owner'))
    assert.deepEqual(await letters(), ['nurse: project started'])
    await runDue(storage(), MONDAY)
    assert.deepEqual(await statesOf(db, id), ['active'])
    assert.deepEqual(await plansFor(db, id), ['phase overdue 2027-02-03', 'work over 2027-04-01'])
  })
  it('is not asked how it ended before everybody has met', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole({ until: '2026-12-02' })] })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    await runDue(storage(), MONDAY)
    assert.deepEqual(await plansFor(db, project.id), ['work over 2026-12-09', 'phase overdue 2027-02-03'])
  })
  it('asks its owner for a first date every week, and how it ended every two weeks', async () => {
    const { db } = storage()
    const { id } = await aReadyProject()
    assert.deepEqual(await runDue(storage(), later(MONDAY, 7)), [])
    for (const days of [8, 15]) {
      assert.deepEqual(await runDue(storage(), later(MONDAY, days)), ['start overdue'])
      assert.deepEqual(await letters(), ['owner: project ready again'])
    }
    await startProject(db, id, town.owner, '2026-12-09', later(MONDAY, 16))
    await letters()
    await runDue(storage(), later(MONDAY, 128))
    const toOwner = async () => (await letters()).filter((letter) => letter.startsWith('owner: ') && letter !== 'owner: phase overdue')
    assert.deepEqual(await toOwner(), [])
    for (const [days, again] of [
      [129, ''],
      [143, ' again'],
    ] as const) {
      await runDue(storage(), later(MONDAY, days))
      assert.deepEqual(await toOwner(), [`owner: work over${again}`])
    }
  })

  it('stops with a lesson, thanks everybody by letter and frees them', async () => {
    const { db } = storage()
    const { id } = await aReadyProject()
    await startProject(db, id, town.owner, '2026-12-08', MONDAY)
    await letters()
    assert.deepEqual(await endProject(db, id, town.nurse, 'stopped', LESSON, MONDAY), no('not the owner'))
    assert.deepEqual(await endProject(db, id, town.owner, 'stopped', LESSON, MONDAY), yes(id))
    assert.deepEqual(await endProject(db, id, town.owner, 'stopped', LESSON, MONDAY), no('ended before'))
    await runDue(storage(), MONDAY)
    const ended = await theProject(db, id)
    assert.deepEqual([ended.state, ended.ending], ['ended', { how: 'stopped', ...LESSON, on: MONDAY.today }])
    assert.deepEqual(await letters(), ['nurse: project ended'])
    assert.deepEqual([await statesOf(db, id), await plansFor(db, id)], [['released'], []])
    assert.equal(ended.roles[0]?.filled, 1, 'who took part is still to be seen')
  })
  it('is delivered, and what everybody promised is done', async () => {
    const { db } = storage()
    const { id } = await aReadyProject()
    assert.deepEqual(await endProject(db, id, town.owner, 'delivered', LESSON, MONDAY), no('never ran'))
    await startProject(db, id, town.owner, '2026-12-08', MONDAY)
    await runDue(storage(), MONDAY)
    assert.deepEqual(await endProject(db, id, town.owner, 'delivered', { ...LESSON, again: '' }, later(MONDAY, 30)), yes(id))
    await runDue(storage(), later(MONDAY, 30))
    assert.deepEqual([await statesOf(db, id), await plansFor(db, id)], [['done'], []])
  })

  it('tells its owner when the deadline has passed, and is not reached a week later', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole(), aTypedRole({ skill: 'Law' })] })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    const waiting = await anOffer(db, project, town.officer, later(MONDAY, 20), 'Law')
    await letters()
    assert.deepEqual(await runDue(storage(), later(MONDAY, 21)), ['half time'], 'the last day is not over')
    assert.deepEqual(await runDue(storage(), later(MONDAY, 22)), ['brief deadline'])
    assert.deepEqual(await letters(), ['owner: at the deadline'])
    await runDue(storage(), later(MONDAY, 28))
    assert.equal((await theProject(db, project.id)).state, 'open')
    await letters()
    await runDue(storage(), later(MONDAY, 29))
    assert.equal((await theProject(db, project.id)).ending?.how, 'not reached')
    // The second reminder of the offer is due at the same moment, and may come before or not at all.
    assert.deepEqual(
      (await letters()).filter((letter) => letter !== 'owner: pledge offered again'),
      ['nurse: project ended', 'owner: not reached', 'officer: offer freed'],
    )
    assert.deepEqual([await statesOf(db, project.id), await plansFor(db, project.id)], [['released', 'released'], []])
    assert.deepEqual(await acceptPledge(db, waiting, town.owner, later(MONDAY, 29)), no('answered before'))
  })
  it('is extended once, also in the week after its deadline', async () => {
    const { db } = storage()
    const { id } = await aPublishedBrief(db, town.owner)
    assert.deepEqual(await extendBrief(db, id, town.owner, later(MONDAY, 13)), no('too early'))
    await runDue(storage(), later(MONDAY, 22))
    assert.deepEqual(await plansFor(db, id), ['brief not reached 2026-12-22'])
    assert.deepEqual(await extendBrief(db, id, town.owner, later(MONDAY, 25)), yes('2027-01-01'))
    assert.deepEqual(await extendBrief(db, id, town.owner, later(MONDAY, 36)), no('extended before'))
    assert.deepEqual(await plansFor(db, id), ['half time 2026-12-25', 'brief deadline 2027-01-02'])
    await runDue(storage(), later(MONDAY, 39))
    assert.equal((await theProject(db, id)).state, 'open')
    await runDue(storage(), later(MONDAY, 40))
    await runDue(storage(), later(MONDAY, 48))
    assert.equal((await theProject(db, id)).ending?.how, 'not reached')
  })

  it('leaves its owner a whole week to choose, even when our clock stood still over the deadline', async () => {
    const { db } = storage()
    const { id } = await aPublishedBrief(db, town.owner)
    await runDue(storage(), later(MONDAY, 90))
    assert.equal((await theProject(db, id)).chooseBy, later(MONDAY, 96).today)
    await runDue(storage(), later(MONDAY, 96))
    assert.equal((await theProject(db, id)).state, 'open')
    await runDue(storage(), later(MONDAY, 97))
    assert.equal((await theProject(db, id)).ending?.how, 'not reached')
  })
})
