/** Updates, and those who watch, on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, runDue, type Town } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import { newId } from '../../basics/id.ts'
import { together } from '../../storage/db.ts'
import { listWatched } from '../home/watched-store.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { acceptGift, makeGift } from '../pledges/gift-actions.ts'
import { endProject, startProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { startWatching, stopWatching, watch } from '../watchers/actions.ts'
import { countWatchers } from '../watchers/store.ts'
import { editUpdate, postUpdate, takeBackUpdate } from './actions.ts'
import { listUpdates } from './store.ts'

const LESSON = { reason: 'The budget went.', tried: 'A form.', learnt: 'Ask the crews first.', again: 'A second council.' }

onEachDatabase('what others hear of a project', (storage) => {
  let town: Town
  let project: Project
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    project = await aPublishedBrief(db, town.owner)
    letters = letterBox(db)
    await letters()
  })
  const post = async (said: string, days = 0, form = newId(MONDAY.now)): Promise<string> => {
    const answer = await postUpdate(storage().db, project.id, town.owner, { form, said }, later(MONDAY, days))
    return answer.yes ? answer.value : assert.fail(answer.why)
  }
  const said = async () => (await listUpdates(storage().db, project.id, { most: 100 })).map((update) => update.said)
  const becomesReady = async () =>
    acceptPledge(storage().db, await anOffer(storage().db, project, town.nurse), town.owner, MONDAY).then(letters)

  it('is an update of the owner, once however often it is sent, the newest first', async () => {
    const { db } = storage()
    const form = newId(MONDAY.now)
    const ids = await Promise.all([1, 2, 3].map(() => post('We met.', 0, form)))
    assert.equal(new Set(ids).size, 1)
    await post('It works.', 1, form)
    assert.deepEqual(await said(), ['It works.', 'We met.'])
    assert.deepEqual(await postUpdate(db, project.id, town.nurse, { form, said: 'x' }, MONDAY), no('not the owner'))
    assert.deepEqual(await postUpdate(db, newId(MONDAY.now), town.owner, { form, said: 'x' }, MONDAY), no('not found'))
    const [newest] = await listUpdates(db, project.id, { most: 1 })
    const older = await listUpdates(db, project.id, { most: 5, before: newest?.id })
    assert.deepEqual(
      older.map((update) => update.said),
      ['We met.'],
    )
  })
  it('is told on the next morning in one letter a day to each who pledged or watches, never to its writer', async () => {
    const { db } = storage()
    await becomesReady()
    await startWatching(db, project, town.officer, MONDAY)
    await together(db, (tx) => watch(tx, project.id, town.nurse.person, MONDAY))
    await together(db, (tx) => watch(tx, project.id, town.owner.person, MONDAY))
    await post('We met.')
    await post('We met, and drew it.')
    assert.deepEqual(await letters(), [])
    assert.deepEqual(await runDue(storage(), later(MONDAY, 1)), ['tell of updates'])
    assert.deepEqual((await letters()).sort(), ['nurse: project update', 'officer: project update'])
    const { body } = await db.selectFrom('letters').select('body').where('kind', '=', 'project update').limit(1).executeTakeFirstOrThrow()
    assert.match(body ?? '', /23 November:\nWe met\.\n\n23 November:\nWe met, and drew it\./)
    assert.deepEqual(await runDue(storage(), later(MONDAY, 2)), [])
  })
  it('keeps its morning when there is one every day', async () => {
    await becomesReady()
    await post('One.')
    const early = { ...later(MONDAY, 1), now: new Date('2026-11-24T06:00:00Z') }
    await postUpdate(storage().db, project.id, town.owner, { form: newId(MONDAY.now), said: 'Two.' }, early)
    assert.deepEqual(await runDue(storage(), later(MONDAY, 1)), ['tell of updates'])
    assert.deepEqual(await letters(), ['nurse: project update'])
    await post('Three.', 1)
    assert.deepEqual(await runDue(storage(), later(MONDAY, 2)), ['tell of updates'])
    assert.deepEqual(await letters(), ['nurse: project update'])
  })
  it('can be mended before it is told, and taken back, and is then not told', async () => {
    const { db } = storage()
    await becomesReady()
    const [first, second] = [await post('We mett.'), await post('A name that should not be here.')]
    assert.equal((await editUpdate(db, first, town.nurse, 'Mine', MONDAY)).yes, false)
    assert.equal((await editUpdate(db, first, town.owner, 'We met.', MONDAY)).yes, true)
    assert.equal((await takeBackUpdate(db, second, town.nurse, MONDAY)).yes, false)
    assert.equal((await takeBackUpdate(db, second, town.owner, MONDAY)).yes, true)
    assert.deepEqual(await takeBackUpdate(db, second, town.owner, MONDAY), no('not found'))
    const [update] = await listUpdates(db, project.id, { most: 2 })
    assert.deepEqual([update?.said, update?.editedAt], ['We met.', MONDAY.now])
    assert.deepEqual(await editUpdate(db, first, town.owner, 'Late', later(MONDAY, 15)), no('too late'))
    await takeBackUpdate(db, first, town.owner, MONDAY)
    assert.deepEqual(await runDue(storage(), later(MONDAY, 1)), ['tell of updates'])
    assert.deepEqual(await letters(), [])
    assert.deepEqual(
      (await plansFor(db, project.id)).filter((plan) => plan.startsWith('tell')),
      [],
    )
  })

  it('is watched by members who are not in it, once, until they stop', async () => {
    const { db } = storage()
    for (const _ of [1, 2]) assert.deepEqual(await startWatching(db, project, town.officer, MONDAY), yes(true))
    assert.deepEqual(await startWatching(db, project, town.owner, MONDAY), no('own project'))
    assert.deepEqual(await startWatching(db, project, town.stranger, MONDAY), no('not a member'))
    assert.deepEqual(await countWatchers(db, project, town.officer.person), { watchers: 1, isMine: true, speaks: false })
    assert.deepEqual(await countWatchers(db, project, town.owner.person), { watchers: 1, isMine: false, speaks: true })
    await post('We met.')
    const { id, title, state, openUntil } = project
    assert.deepEqual(await listWatched(db, town.officer.person, { most: 5, zone: ZONE }), [
      { id, title, state, openUntil, updatedOn: MONDAY.today },
    ])
    for (const _ of [1, 2]) await stopWatching(db, project.id, town.officer, MONDAY)
    assert.deepEqual(await countWatchers(db, project, undefined), { watchers: 0, isMine: false, speaks: false })
    assert.deepEqual(await listWatched(db, town.officer.person, { most: 5, zone: ZONE }), [])
  })
  it('tells those who watch that it is ready, starts and ends; each of them once, and those in it as before', async () => {
    const { db } = storage()
    await startWatching(db, project, town.officer, MONDAY)
    await startWatching(db, project, town.nurse, MONDAY)
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    const ready = await letters()
    assert.deepEqual(
      ready.filter((letter) => letter.startsWith('officer') || letter.includes('watched')),
      ['officer: watched project'],
    )
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    assert.deepEqual(await letters(), ['nurse: project started', 'officer: watched project'])
    await endProject(db, project.id, town.owner, 'stopped', LESSON, MONDAY)
    await runDue(storage(), MONDAY)
    assert.deepEqual(await letters(), ['nurse: project ended', 'officer: watched project'])
  })
  it('tells whoever gives something, too, and each of them once', async () => {
    const { db } = storage()
    project = await aPublishedBrief(db, town.owner, { others: [{ kind: 'data', what: 'call data' }] })
    const gift = await makeGift(db, project.others[0]?.id ?? '', town.officer, { line: 'Two years.', isForOrganisation: false }, MONDAY)
    await acceptGift(db, gift.yes ? gift.value : '', town.owner, MONDAY)
    await startWatching(db, project, town.officer, MONDAY)
    await becomesReady()
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    assert.deepEqual(await letters(), ['nurse: project started', 'officer: watched project'])
    await post('We met.')
    await runDue(storage(), later(MONDAY, 1))
    assert.deepEqual((await letters()).sort(), ['nurse: project update', 'officer: project update'])
    await endProject(db, project.id, town.owner, 'stopped', LESSON, later(MONDAY, 1))
    await runDue(storage(), later(MONDAY, 1))
    assert.deepEqual(await letters(), ['nurse: project ended', 'officer: gift freed'])
  })
  it('tells whoever watches and still waits with an offer only once that it has ended', async () => {
    const { db } = storage()
    await startWatching(db, project, town.officer, MONDAY)
    await anOffer(db, project, town.officer)
    await letters()
    await endProject(db, project.id, town.owner, 'stopped', LESSON, MONDAY)
    await runDue(storage(), MONDAY)
    assert.deepEqual(await letters(), ['officer: offer freed'])
  })
})
