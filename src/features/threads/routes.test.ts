/** A thread and its reports through the doors: who sees what, and that nothing typed is lost. */
import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPublishedBrief } from '../../../tests/town.ts'
import type { Seen, Visitor } from '../../../tests/visit.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { writePost } from './actions.ts'
import { A_PAGE, MOST_SAID } from './post.ts'

describe('a thread through the doors', () => {
  const place = aPlace()
  let project: string
  before(async () => {
    const { storage, town } = place
    await storage.db.updateTable('people').set({ moderator: true }).where('id', '=', town.colleague.person).execute()
  })
  beforeEach(async () => {
    project = (await aPublishedBrief(place.storage.db, place.town.owner)).id
    place.house.time.now = MONDAY.now
  })
  const as = (who: Viewer): Promise<Visitor> => place.house.as(who.person)
  const get = async (who: Viewer, path: string): Promise<Seen> => (await as(who)).get(path)
  const post = async (who: Viewer, path: string, fields: Record<string, string> = {}): Promise<Seen> => (await as(who)).post(path, fields)
  const say = async (who: Viewer, said: string): Promise<string> => {
    const answer = await writePost(place.storage.db, project, who, { form: newId(MONDAY.now), said }, MONDAY)
    return answer.yes ? answer.value : assert.fail(answer.why)
  }
  const formOf = ({ html }: Seen): string => /name="form" value="(\w+)"/.exec(html)?.[1] ?? ''

  it('shows visitors and whoever is held that there is one and how to join, never a word or a name', async () => {
    await say(place.town.nurse, 'The crews come at five.')
    const visitor = place.house.visitor()
    const seen = await visitor.get(`/projects/${project}`)
    assert.match(
      seen.text,
      /Conversation Members talk about this here: 1 post so far\. To read and join in, sign in with your work address/,
    )
    assert.ok(seen.links.includes(`/sign-in?next=${encodeURIComponent(`/projects/${project}#conversation`)}`))
    const held = await get(place.town.stranger, `/projects/${project}`)
    assert.match(held.text, /1 post so far\. You can read and join in as soon as somebody has said that you belong/)
    for (const { html } of [seen, held]) assert.doesNotMatch(html, /crews come|nurse|\/threads\//)
    assert.equal((await get(place.town.stranger, `/threads/${project}`)).status, 403)
    assert.equal((await post(place.town.stranger, `/threads/${project}/posts`, { said: 'x' })).status, 403)
    assert.match((await visitor.get(`/threads/${project}`)).path, /^\/sign-in\?next=/)
  })
  it('keeps a post written on the project page once, however often it is sent, and shows it with its writer and time', async () => {
    const nurse = await as(place.town.nurse)
    const empty = await nurse.get(`/projects/${project}`)
    assert.match(empty.text, /Nobody has written yet\. Ask a question/)
    const fields = { form: formOf(empty), said: 'Who empties them?\n\n<b>At night?</b>' }
    for (const _ of [1, 2]) {
      const seen = await nurse.post(`/threads/${project}/posts`, fields)
      assert.equal(seen.status, 200)
      assert.equal(seen.path, `/projects/${project}`)
      assert.equal(seen.html.match(/Who empties them\?\n\n&lt;b&gt;At night\?&lt;\/b&gt;/g)?.length, 1)
      assert.match(seen.text, /nurse, officer, Tarnbeck NHS Trust 23 November, 10:00/)
    }
  })
  it('loses nothing of a post that is too long or empty', async () => {
    const form = newId(MONDAY.now)
    const long = await post(place.town.nurse, `/threads/${project}/posts`, { form, said: 'x'.repeat(MOST_SAID + 1) })
    assert.equal(long.status, 422)
    assert.match(long.text, /Shorten what you write to 4,000 characters or fewer\./)
    assert.ok(long.html.includes('x'.repeat(MOST_SAID + 1)))
    assert.equal(formOf(long), form)
    assert.match((await post(place.town.nurse, `/threads/${project}/posts`, { form, said: ' ' })).text, /Write something\./)
  })
  it('lets the writer alone edit and remove, says when it was edited, and leaves its place', async () => {
    const id = await say(place.town.nurse, 'Who emties them?')
    const own = await get(place.town.nurse, `/projects/${project}`)
    assert.ok(own.links.includes(`/posts/${id}/revision`) && !own.links.includes(`/posts/${id}/report`))
    const others = await get(place.town.officer, `/projects/${project}`)
    assert.ok(others.links.includes(`/posts/${id}/report`) && !others.links.includes(`/posts/${id}/revision`))
    for (const noun of ['revision', 'removal']) {
      assert.equal((await get(place.town.officer, `/posts/${id}/${noun}`)).status, 403)
      assert.equal((await post(place.town.officer, `/posts/${id}/${noun}`, { said: 'Mine' })).status, 403)
    }
    assert.match((await get(place.town.nurse, `/posts/${id}/revision`)).html, />Who emties them\?<\/textarea>/)
    assert.equal((await post(place.town.nurse, `/posts/${id}/revision`, { said: '' })).status, 422)
    place.house.time.now = later(MONDAY, 1).now
    const edited = await post(place.town.nurse, `/posts/${id}/revision`, { said: 'Who empties them?' })
    assert.match(edited.text, /23 November, 10:00 · edited 24 November, 10:00 Who empties them\?/)
    for (const _ of [1, 2])
      assert.match(
        (await post(place.town.nurse, `/posts/${id}/removal`)).text,
        /Removed by its writer\. It was written 23 November, 10:00\./,
      )
    assert.doesNotMatch((await get(place.town.officer, `/projects/${project}`)).html, /empties them/)
    const late = await post(place.town.nurse, `/posts/${id}/revision`, { said: 'Typed meanwhile.' })
    assert.equal(late.status, 422)
    assert.match(late.text, /This post has been removed\..*Typed meanwhile\./)
  })
  it('shows the newest on the project page, and the earlier ones a link away', async () => {
    for (let turn = 1; turn <= A_PAGE + 2; turn++) await say(place.town.nurse, `Post number ${turn}.`)
    const newest = await get(place.town.owner, `/projects/${project}`)
    assert.doesNotMatch(newest.text, /Post number 2\./)
    assert.match(newest.text, /Earlier posts .*Post number 3\..*Post number 22\./)
    const link = newest.links.find((each) => each.includes('?until=')) ?? assert.fail('there are earlier posts')
    const earlier = await get(place.town.owner, link)
    assert.match(earlier.text, /Post number 1\..*Post number 2\..*Newest posts/)
    assert.doesNotMatch(earlier.html, /Post number 3\.|name="said"/)
    assert.match((await get(place.town.owner, `/threads/${project}`)).html, /name="said"/)
  })
  it('goes back to where a post stands, among the newest or before them', async () => {
    const first = await say(place.town.nurse, 'Post number 1.')
    for (let turn = 2; turn <= A_PAGE + 1; turn++) await say(place.town.nurse, `Post number ${turn}.`)
    const last = await say(place.town.nurse, 'Post number 22.')
    const around = async (id: string) => (await post(place.town.nurse, `/posts/${id}/revision`, { said: 'Post without a number.' })).text
    assert.match(await around(first), /Conversation About .*Post without a number\. Edit .*Newest posts/)
    assert.match(await around(last), /Earlier posts .*Post number 21\..*Post without a number\. Edit .*Write to the others/)
  })
  it('takes a report in two clicks, and says what happens next', async () => {
    const id = await say(place.town.nurse, 'Mrs Example has no bin.')
    const page = await get(place.town.officer, `/posts/${id}/report`)
    assert.match(
      page.text,
      /Mrs Example has no bin\..*looks at it by 26 November and removes it or keeps it\. You get a letter either way\./,
    )
    assert.match((await get(place.town.nurse, `/posts/${id}/report`)).text, /This is your own post/)
    const empty = await post(place.town.officer, `/posts/${id}/reports`, { reason: ' ' })
    assert.deepEqual([empty.status, /Say what is wrong with it\./.test(empty.text)], [422, true])
    for (const _ of [1, 2]) {
      const done = await post(place.town.officer, `/posts/${id}/reports`, { reason: 'It names a resident.' })
      assert.match(done.text, /You have reported this post .*told on 23 November, 10:00\..*looks at it by 26 November/)
    }
    assert.equal((await post(place.town.nurse, `/posts/${id}/reports`, { reason: 'x' })).status, 422)
    assert.equal((await get(place.town.stranger, `/posts/${id}/report`)).status, 403)
  })
  it('shows reports to moderators alone, and takes their answer once, with the reason', async () => {
    const id = await say(place.town.nurse, 'Mr Sample has two bins.')
    await post(place.town.officer, `/posts/${id}/reports`, { reason: 'It names a resident.' })
    for (const path of ['/reports', `/reports/${id}`]) assert.equal((await get(place.town.owner, path)).status, 403)
    assert.equal((await post(place.town.owner, `/reports/${id}/answer`, { verdict: 'kept' })).status, 403)
    const moderator = await as(place.town.colleague)
    const mine = await moderator.get('/mine')
    assert.match(mine.text, /Look at it by 26 November A reported post about Report a missed bin/)
    assert.ok(mine.links.includes(`/reports/${id}`))
    const list = await moderator.get('/reports')
    assert.match(list.text, /nurse, officer, Tarnbeck NHS Trust wrote on 23 November, 10:00: Mr Sample has two bins\./)
    assert.match(list.text, /officer, officer, Vennick Fire and Rescue reported it on 23 November, 10:00: It names a resident\./)
    const nothing = await moderator.post(`/reports/${id}/answer`, { verdict: '', reason: 'Names.' })
    assert.match(nothing.text, /Choose whether it is removed or stays\./)
    assert.match(nothing.html, />Names\.<\/textarea>/)
    assert.match((await moderator.post(`/reports/${id}/answer`, { verdict: 'removed' })).text, /Give its writer the reason\./)
    for (const _ of [1, 2]) {
      const done = await moderator.post(`/reports/${id}/answer`, { verdict: 'removed', reason: 'It names somebody.' })
      assert.match(done.text, /It is answered/)
      assert.doesNotMatch(done.text, /Mr Sample/)
    }
    assert.match((await get(place.town.officer, `/projects/${project}`)).text, /Removed by a moderator\. It was written 23 November/)
    assert.match((await get(place.town.officer, `/posts/${id}/report`)).text, /A moderator has looked at it/)
    assert.ok(!(await moderator.get('/mine')).links.includes(`/reports/${id}`))
  })
  it('lets no moderator judge their own words', async () => {
    const id = await say(place.town.colleague, 'Nonsense.')
    assert.match((await post(place.town.officer, `/posts/${id}/reports`, { reason: 'Rude.' })).text, /There is nobody who could look at it/)
    assert.equal((await get(place.town.colleague, `/reports/${id}`)).status, 403)
  })
})
