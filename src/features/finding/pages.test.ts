/** The list of projects through its door: what was found, what narrows it down, and what to do when there is nothing. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aPlace } from '../../../tests/place.ts'
import { aPublishedBrief } from '../../../tests/town.ts'

describe('the list of projects', () => {
  const place = aPlace()

  it('keeps what was typed, says what narrows it down, and lets go of each', async () => {
    const { db } = place.storage
    await aPublishedBrief(db, place.town.owner, { title: 'Report a missed bin' })
    await aPublishedBrief(db, place.town.nurse, { title: 'One form for falls' })
    const visitor = place.house.visitor()
    const all = await visitor.get('/projects')
    assert.match(all.text, /Open for pledges 2 Ready or running 0 .*2 projects .*Started by Health 1 Local government 1/)
    assert.ok(all.links.includes('/projects?sector=health'))
    const found = await visitor.get('/projects?q=form&sector=health')
    assert.match(found.html, /<input [^>]*name="q"[^>]* value="form"/)
    assert.match(found.html, /<input type="hidden" name="sector" value="health">/)
    assert.match(found.text, /1 project for "form"/)
    assert.ok(found.links.includes('/projects?q=form') && found.links.includes('/projects?sector=health&show=all') === false)
    assert.ok(found.links.includes('/projects?sector=health'))
    assert.doesNotMatch(found.text, /Report a missed bin/)
  })

  it('invites to write a brief where there is nothing', async () => {
    const seen = await place.house.visitor().get('/projects?q=zeppelin')
    assert.match(seen.text, /Nobody has started this yet/)
    assert.ok(seen.links.includes('/projects/new'))
    assert.match((await place.house.visitor().get('/projects?q=%3Cscript%3E')).html, /&lt;script&gt;/)
  })

  it('asks whoever wants what fits them to sign in', async () => {
    assert.equal((await place.house.visitor().get('/projects?for=me')).path, '/sign-in?next=%2Fprojects%3Ffor%3Dme')
    const stranger = await place.house.as(place.town.stranger.person)
    assert.match((await stranger.get('/projects?for=me')).text, /Nobody has started this yet/)
  })
})
