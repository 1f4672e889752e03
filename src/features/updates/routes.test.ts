/** Updates and watching through the doors: public words, private names. */
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief } from '../../../tests/town.ts'
import type { Seen } from '../../../tests/visit.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { acceptPledge } from '../pledges/actions.ts'
import type { Project } from '../projects/project.ts'
import { postUpdate } from './actions.ts'

const MOST_QUERIES = 10

describe('updates through the doors', () => {
  const place = aPlace()
  let project: Project
  beforeEach(async () => {
    project = await aPublishedBrief(place.storage.db, place.town.owner)
    place.house.time.now = MONDAY.now
  })
  const path = (more = ''): string => `/projects/${project.id}${more}`
  const get = async (who: Viewer, address: string): Promise<Seen> => (await place.house.as(who.person)).get(address)
  const post = async (who: Viewer, address: string, fields: Record<string, string> = {}): Promise<Seen> =>
    (await place.house.as(who.person)).post(address, fields)
  const formOf = ({ html }: Seen): string => /name="form" value="(\w+)"/.exec(html)?.[1] ?? ''
  const write = async (said: string): Promise<string> => {
    const answer = await postUpdate(place.storage.db, project.id, place.town.owner, { form: newId(MONDAY.now), said }, MONDAY)
    return answer.yes ? answer.value : assert.fail(answer.why)
  }

  it('are written by the owner, sent twice as once, and read by everybody, with their date and no name', async () => {
    const owner = await place.house.as(place.town.owner.person)
    assert.match((await owner.get(path())).text, /What happened since Nothing yet\./)
    assert.doesNotMatch((await get(place.town.nurse, path())).text, /What happened since/)
    const form = await owner.get(path('/update'))
    assert.match(form.text, /by letter on the morning of 24 November/)
    for (const _ of [1, 2]) {
      const seen = await owner.post(path('/updates'), { form: formOf(form), said: 'We met.\nIt rained.' })
      assert.match(seen.text, /Your update is published .*What happened since 23 November We met\. It rained\./)
      assert.equal(seen.html.match(/We met\.\nIt rained\./g)?.length, 1)
    }
    const visitor = await place.house.visitor().get(path())
    assert.match(visitor.text, /What happened since 23 November We met\./)
    assert.doesNotMatch(visitor.html, /\/updates\/\w+\/re/)
  })
  it('keep what was typed with a mistake', async () => {
    const seen = await post(place.town.owner, path('/updates'), { form: newId(MONDAY.now), said: 'x'.repeat(2001) })
    assert.equal(seen.status, 422)
    assert.match(seen.text, /Shorten your update to 2,000 characters or fewer\./)
    assert.ok(seen.html.includes('x'.repeat(2001)))
  })
  it('are nobody else’s to write, except for a colleague who speaks for the organisation', async () => {
    assert.equal((await get(place.town.nurse, path('/update'))).status, 403)
    assert.equal((await post(place.town.nurse, path('/updates'), { said: 'x' })).status, 403)
    assert.equal((await get(place.town.colleague, path('/update'))).status, 403)
    // The town's owner was the first of the council, and so speaks for it.
    project = await aPublishedBrief(place.storage.db, place.town.colleague)
    const seen = await post(place.town.owner, path('/updates'), { form: newId(MONDAY.now), said: 'The budget is agreed.' })
    assert.match(seen.text, /The budget is agreed\./)
  })
  it('stand three on the project page, and all a link away', async () => {
    for (const said of ['One.', 'Two.', 'Three.', 'Four.']) await write(said)
    const page = await place.house.visitor().get(path())
    assert.match(page.text, /Four\. .*Three\. .*Two\. All updates/)
    assert.doesNotMatch(page.text, /One\./)
    assert.match((await place.house.visitor().get(path('/updates'))).text, /Four\. .*One\./)
  })
  it('are edited for two weeks, which is said, and removed at any time, by the owner alone', async () => {
    const id = await write('We mett.')
    for (const noun of ['revision', 'removal']) {
      assert.equal((await get(place.town.nurse, `/updates/${id}/${noun}`)).status, 403)
      assert.equal((await post(place.town.nurse, `/updates/${id}/${noun}`, { said: 'Mine' })).status, 403)
    }
    assert.equal((await post(place.town.owner, `/updates/${id}/revision`, { said: '' })).status, 422)
    place.house.time.now = later(MONDAY, 14).now
    const edited = await post(place.town.owner, `/updates/${id}/revision`, { said: 'We met.' })
    assert.match(edited.text, /23 November edited 7 December, 10:00 We met\./)
    place.house.time.now = later(MONDAY, 15).now
    assert.equal((await get(place.town.owner, `/updates/${id}/revision`)).status, 403)
    const late = await post(place.town.owner, `/updates/${id}/revision`, { said: 'Begun before midnight.' })
    assert.equal(late.status, 422)
    assert.match(late.text, /An update can be edited for 14 days\..*Begun before midnight\./)
    assert.ok(!(await get(place.town.owner, path())).links.includes(`/updates/${id}/revision`))
    assert.match((await get(place.town.owner, `/updates/${id}/removal`)).text, /nobody gets a letter about it/)
    assert.doesNotMatch((await post(place.town.owner, `/updates/${id}/removal`)).text, /We met\./)
    assert.equal((await post(place.town.owner, `/updates/${id}/removal`)).status, 404)
  })

  it('come by letter to those who watch: the number is public, the names are not', async () => {
    const watching = await post(place.town.officer, path('/watchers'))
    assert.match(watching.text, /Stop watching 1 person watches this\. You watch this\. You get a letter when there is an update/)
    assert.match((await post(place.town.officer, path('/watchers'))).text, /1 person watches this\./)
    const visitor = await place.house.visitor().get(path())
    assert.match(visitor.text, /1 person watches this\./)
    assert.doesNotMatch(visitor.html, /\/watchers/)
    for (const who of [place.town.owner, place.town.nurse]) assert.doesNotMatch((await get(who, path())).html, /officer, officer/)
    assert.match((await get(place.town.officer, '/mine')).text, /You watch Report a missed bin Open for pledges until 14 December/)
    assert.doesNotMatch((await post(place.town.officer, path('/watchers/removal'))).text, /watches this|Stop watching/)
    assert.doesNotMatch((await get(place.town.officer, '/mine')).text, /You watch/)
    for (const unknown of [newId(MONDAY.now), 'unknown'])
      assert.equal((await post(place.town.officer, `/projects/${unknown}/watchers`)).status, 404)
  })
  it('offer no button to the owner, to those who are in it, and to those who are held', async () => {
    await acceptPledge(place.storage.db, await anOffer(place.storage.db, project, place.town.nurse), place.town.owner, MONDAY)
    for (const who of [place.town.owner, place.town.nurse, place.town.stranger]) {
      assert.doesNotMatch((await get(who, path())).html, /\/watchers/)
      assert.equal((await post(who, path('/watchers'))).status, 403)
    }
  })
  it('keep the page of a project within its queries, for everybody', async () => {
    await acceptPledge(place.storage.db, await anOffer(place.storage.db, project, place.town.nurse), place.town.owner, MONDAY)
    for (const said of ['One.', 'Two.', 'Three.', 'Four.']) await write(said)
    await place.house.visitor().get(path())
    for (const who of [place.town.owner, place.town.colleague, place.town.nurse, place.town.stranger]) await get(who, path())
    const counted = place.house.log.filter(({ route }) => route === '/projects/:id').map(({ queries }) => Number(queries))
    assert.ok(counted.length >= 5 && Math.max(...counted) <= MOST_QUERIES, `${Math.max(...counted)} queries`)
  })
})
