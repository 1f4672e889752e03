/** Writing, editing, removing, reporting and answering, on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPublishedBrief, aTown, letterBox, plansFor, runDue, type Town } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { editPost, readThread, removePost, writePost } from './actions.ts'
import { judgePost, reportPost } from './report-actions.ts'
import { listOpenReports, listReported } from './report-store.ts'
import { findPost, listPosts } from './store.ts'

onEachDatabase('a thread', (storage) => {
  let town: Town
  let project: string
  let moderator: Viewer
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    project = (await aPublishedBrief(db, town.owner)).id
    await db.updateTable('people').set({ moderator: true }).where('id', 'in', [town.colleague.person, town.nurse.person]).execute()
    moderator = { ...town.colleague, moderator: true }
    letters = letterBox(db)
    await letters()
  })
  const say = async (by: Viewer, said: string, form = newId(MONDAY.now), at = MONDAY): Promise<string> => {
    const answer = await writePost(storage().db, project, by, { form, said }, at)
    return answer.yes ? answer.value : assert.fail(answer.why)
  }
  const all = async () => (await listPosts(storage().db, project, { most: 100 })).posts
  const words = async () => (await all()).map(({ said }) => said)

  it('keeps what was said, in order, and is open to members alone', async () => {
    const { db } = storage()
    await say(town.nurse, 'Who empties them?')
    await say(town.owner, 'Our own crews.')
    assert.deepEqual(await words(), ['Who empties them?', 'Our own crews.'])
    const post = { form: newId(MONDAY.now), said: 'Me too' }
    assert.deepEqual(await writePost(db, project, town.stranger, post, MONDAY), no('not a member'))
    assert.deepEqual(await writePost(db, newId(MONDAY.now), town.nurse, post, MONDAY), no('not found'))
    assert.deepEqual(await readThread(db, town.stranger, project), { is: 'closed', posts: 2 })
    assert.deepEqual(await readThread(db, undefined, project), { is: 'closed', posts: 2 })
    assert.equal((await readThread(db, town.officer, project)).is, 'open')
    assert.deepEqual(await letters(), [], 'nobody is written to for a post')
  })
  it('takes a form that is sent twice for one post, also at once, and other words for another', async () => {
    const form = newId(MONDAY.now)
    const ids = await Promise.all([1, 2, 3].map(() => say(town.nurse, 'Who empties them?', form)))
    assert.equal(new Set(ids).size, 1)
    await say(town.nurse, 'And when?', form)
    await say(town.owner, 'Who empties them?', form)
    assert.deepEqual(await words(), ['Who empties them?', 'And when?', 'Who empties them?'])
  })
  it('is paged from the newest back, and says whether there is more on either side', async () => {
    const { db } = storage()
    for (const said of ['one', 'two', 'three', 'four', 'five']) await say(town.nurse, said)
    const page = async (until?: string) => {
      const { posts, earlier, hasLater } = await listPosts(db, project, { until, most: 2 })
      return { said: posts.map(({ said }) => said), earlier, hasLater }
    }
    const newest = await page()
    assert.deepEqual([newest.said, newest.hasLater], [['four', 'five'], false])
    const middle = await page(newest.earlier)
    assert.deepEqual([middle.said, middle.hasLater], [['two', 'three'], true])
    assert.deepEqual(await page(middle.earlier), { said: ['one'], earlier: undefined, hasLater: true })
  })
  it('says when a post was edited, and leaves the place of one that its writer removed', async () => {
    const { db } = storage()
    const id = await say(town.nurse, 'Who emties them?')
    assert.deepEqual(await editPost(db, id, town.owner, 'Mine', MONDAY), no('not yours'))
    assert.deepEqual(await editPost(db, id, town.nurse, 'Who emties them?', later(MONDAY, 1)), yes(id))
    assert.equal((await findPost(db, id))?.editedAt, undefined, 'the same words are no edit')
    assert.deepEqual(await editPost(db, id, town.nurse, 'Who empties them?', later(MONDAY, 1)), yes(id))
    assert.deepEqual((await findPost(db, id))?.editedAt, later(MONDAY, 1).now)
    assert.deepEqual(await removePost(db, id, town.owner, MONDAY), no('not yours'))
    for (const _ of [1, 2]) assert.deepEqual(await removePost(db, id, town.nurse, later(MONDAY, 2)), yes(id))
    const [post] = await all()
    assert.deepEqual([post?.said, post?.removed], ['', { by: 'own', at: later(MONDAY, 2).now }])
    assert.deepEqual(await editPost(db, id, town.nurse, 'Back', MONDAY), no('removed'))
    assert.deepEqual(await readThread(db, undefined, project), { is: 'closed', posts: 0 })
  })

  it('tells the moderators of a report at once, but never the one who wrote the post, and keeps what was said', async () => {
    const { db } = storage()
    const id = await say(town.nurse, 'Mrs Example has no bin.')
    for (const _ of [1, 2]) assert.deepEqual(await reportPost(db, id, town.owner, 'It names a resident.', MONDAY), yes(id))
    await editPost(db, id, town.nurse, 'A resident has no bin.', MONDAY)
    assert.deepEqual(await reportPost(db, id, town.officer, 'It was rude.', MONDAY), yes(id))
    assert.deepEqual(await letters(), ['colleague: post reported'])
    const [reported, ...more] = await listReported(db, moderator.person, { most: 10 })
    assert.deepEqual(more, [])
    assert.deepEqual(
      reported?.reports.map(({ reason, said, by }) => [by.name, reason, said]),
      [
        ['owner', 'It names a resident.', 'Mrs Example has no bin.'],
        ['officer', 'It was rude.', 'A resident has no bin.'],
      ],
    )
    assert.deepEqual(await listReported(db, town.nurse.person, { most: 10 }), [])
    assert.deepEqual(await reportPost(db, id, town.stranger, 'x', MONDAY), no('not a member'))
    assert.deepEqual(await plansFor(db, id), ['reports wait 2026-11-27'])
  })
  it('lists reports with the oldest first, and pages them', async () => {
    const { db } = storage()
    const posts = [await say(town.owner, 'one'), await say(town.owner, 'two'), await say(town.owner, 'three')]
    for (const post of [...posts].reverse()) await reportPost(db, post, town.officer, 'It is rude.', MONDAY)
    const page = async (after?: string) => {
      const found = await listReported(db, moderator.person, { after, most: 2 })
      return { said: found.map(({ post }) => post.said), last: found.at(-1)?.first }
    }
    const first = await page()
    assert.deepEqual(first.said, ['three', 'two'])
    assert.deepEqual((await page(first.last)).said, ['one'])
  })
  it('removes what a moderator decides to remove, and tells its writer why, and whoever reported it', async () => {
    const { db } = storage()
    const id = await say(town.officer, 'Mrs Example has no bin.')
    await reportPost(db, id, town.owner, 'It names a resident.', MONDAY)
    await reportPost(db, id, town.nurse, 'So I think too.', MONDAY)
    await letters()
    assert.deepEqual(await judgePost(db, id, town.owner, 'removed', 'It names somebody.', MONDAY), no('not a moderator'))
    assert.deepEqual(await judgePost(db, id, moderator, 'removed', 'It names somebody.', MONDAY), yes(id))
    assert.deepEqual(await judgePost(db, id, moderator, 'kept', '', MONDAY), no('answered before'))
    assert.deepEqual(await letters(), ['officer: post removed', 'owner: report answered', 'nurse: report answered'])
    assert.deepEqual((await findPost(db, id))?.removed?.by, 'moderator')
    assert.deepEqual([await words(), await listOpenReports(db, [id]), await plansFor(db, id)], [[''], [], []])
    const { facts } = await db.selectFrom('letters').select('facts').where('kind', '=', 'post removed').executeTakeFirstOrThrow()
    assert.match(facts, /It names somebody\..*Mrs Example has no bin\./)
  })
  it('keeps what a moderator decides to keep, and tells only whoever reported it, who cannot report it again', async () => {
    const { db } = storage()
    const id = await say(town.officer, 'This is nonsense.')
    await reportPost(db, id, town.owner, 'It is rude.', MONDAY)
    await letters()
    assert.deepEqual(await judgePost(db, id, moderator, 'kept', 'Blunt, and not wrong.', MONDAY), yes(id))
    assert.deepEqual(await letters(), ['owner: report answered'])
    assert.deepEqual(await words(), ['This is nonsense.'])
    assert.deepEqual(await reportPost(db, id, town.owner, 'Still rude.', MONDAY), no('looked at before'))
    assert.deepEqual(await reportPost(db, id, town.nurse, 'Rude.', MONDAY), yes(id), 'another member may')
  })
  it('can be answered after the writer took the words back, who is then told which they were', async () => {
    const { db } = storage()
    const id = await say(town.officer, 'Mrs Example has no bin.')
    await reportPost(db, id, town.owner, 'It names a resident.', MONDAY)
    await removePost(db, id, town.officer, MONDAY)
    assert.equal((await listReported(db, moderator.person, { most: 10 }))[0]?.reports[0]?.said, 'Mrs Example has no bin.')
    assert.deepEqual(await judgePost(db, id, moderator, 'removed', 'It names somebody.', MONDAY), yes(id))
    const { facts } = await db.selectFrom('letters').select('facts').where('kind', '=', 'post removed').executeTakeFirstOrThrow()
    assert.match(facts, /Mrs Example has no bin\./)
  })
  it('reminds the moderators until somebody answers', async () => {
    const { db } = storage()
    const id = await say(town.officer, 'This is nonsense.')
    await reportPost(db, id, town.owner, 'It is rude.', MONDAY)
    await letters()
    assert.deepEqual(await runDue(storage(), later(MONDAY, 3)), [])
    for (const days of [4, 7]) {
      assert.deepEqual(await runDue(storage(), later(MONDAY, days)), ['reports wait'])
      assert.deepEqual((await letters()).sort(), ['colleague: reports wait', 'nurse: reports wait'])
    }
    await judgePost(db, id, moderator, 'kept', '', later(MONDAY, 8))
    assert.deepEqual(await plansFor(db, id), [])
  })
  it('has nobody to look when its only moderator wrote the post', async () => {
    const { db } = storage()
    const id = await say(town.nurse, 'This is nonsense.')
    await db.updateTable('people').set({ moderator: false }).where('id', '=', moderator.person).execute()
    assert.deepEqual(await reportPost(db, id, town.owner, 'It is rude.', MONDAY), no('nobody to look'))
  })
})
