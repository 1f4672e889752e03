/** Announcements: by the organiser and whom they name, at the top of every page of the event, heard by whoever listens. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, comersOf } from '../../../tests/event-place.ts'
import { aPlace } from '../../../tests/place.ts'
import { aTown } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { no } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { openLive } from '../../web/live.ts'
import { cookieFor } from '../events/attendee.ts'
import { nameHelper } from '../scores/run-actions.ts'
import { announce, takeAnnouncementBack } from './actions.ts'
import { findNews } from './news-store.ts'
import { findAbove } from './store.ts'

const as = (viewer: Viewer | undefined, cookies: Record<string, string> = {}) => ({ viewer, cookie: (name: string) => cookies[name] })

onEachDatabase('announcements', (storage) => {
  it('are said by the organiser and whom they name, stand newest first, and can be taken back', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const event = await anEvent(db, town)
    const { token } = await comersOf(db, town, event)
    const guest = as(undefined, { [cookieFor(event.id)]: token })
    const said = async () => (await findAbove(db, { event: event.id }))?.announcements.map(({ text }) => text)
    assert.deepEqual(await announce(db, event.id, as(town.nurse), 'Hello', MONDAY), no('not a helper'))
    assert.deepEqual(await announce(db, event.id, guest, 'Hello', MONDAY), no('not a helper'))
    const first = await announce(db, event.id, as(town.owner), 'Lunch is served', MONDAY)
    assert.ok(first.yes && (await nameHelper(db, event.id, town.owner, 'Guest', MONDAY)).yes)
    assert.ok((await announce(db, event.id, guest, 'The archive is closed', MONDAY)).yes)
    assert.deepEqual(await said(), ['The archive is closed', 'Lunch is served'])
    const { announcements, sessions } = await findNews(db, event.id)
    assert.deepEqual([announcements.map(({ text, saidAt }) => [text, +saidAt])[1], sessions], [['Lunch is served', +MONDAY.now], []])
    assert.ok((await takeAnnouncementBack(db, event.id, guest, first.value, MONDAY)).yes)
    assert.deepEqual(await said(), ['The archive is closed'])
  })
})

describe('announcements by their doors', () => {
  const place = aPlace()
  const DAYS = { firstDay: MONDAY.today, lastDay: MONDAY.today }

  it('stand on every page of the event, for passers-by too, and on the wall, which shows the code to nobody else', async () => {
    const event = await anEvent(place.storage.db, place.town, DAYS)
    const at = `/events/${event.id}`
    const owner = await place.house.as(place.town.owner.person)
    assert.equal((await (await place.house.as(place.town.nurse.person)).get(`${at}/day`)).status, 403)
    const wrong = await owner.post(`${at}/announcements`, { text: 'x'.repeat(201) })
    assert.deepEqual([wrong.status, /200 characters or fewer/.test(wrong.text), wrong.html.includes('x'.repeat(201))], [422, true, true])
    const said = await owner.post(`${at}/announcements`, { text: 'Lunch <b>is</b> served' })
    assert.match(said.text, /It is said.*Take back/)
    const visitor = place.house.visitor()
    for (const path of [at, `${at}/pitches`, `${at}/wall`])
      assert.match((await visitor.get(path)).html, /Lunch &lt;b&gt;is&lt;\/b&gt; served/)
    const wall = await visitor.get(`${at}/wall`)
    assert.match(wall.html, /<noscript><meta http-equiv="refresh" content="30"><\/noscript>/)
    assert.doesNotMatch(wall.html, new RegExp(`<button|<form|Signed in|${event.code}`))
    assert.match((await owner.get(`${at}/wall`)).html, new RegExp(event.code))
    assert.match((await owner.post(`${at}/helpers`, { helper: 'Nobody' })).text, /Nobody with this name/)
    const back = /announcements\/\w+\/removal/.exec(said.html)?.[0] ?? ''
    assert.match((await owner.post(`${at}/${back}`)).text, /Taken back/)
    assert.doesNotMatch((await visitor.get(at)).text, /Lunch/)
  })

  it('are heard over an open connection, which ends when the house closes', async (test) => {
    const { db } = place.storage
    const event = await anEvent(db, place.town, DAYS)
    const live = openLive({ askEvery: 10 })
    const house = await openHouse(place.storage, { live })
    const server = createServer(getRequestListener(house.fetch)).listen(0, '127.0.0.1')
    test.after(() => live.stop().then(() => server.closeAllConnections()))
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const asked = request({ port, path: `/events/${event.id}/news`, headers: { host: 'localhost:3000' } }).end()
    const [reply] = (await once(asked, 'response')) as [IncomingMessage]
    const heard = createInterface({ input: reply })[Symbol.asyncIterator]()
    const next = async (what: string): Promise<string> => {
      const { value, done } = await heard.next()
      return done ? assert.fail('It has ended.') : value.startsWith(what) ? value : next(what)
    }
    assert.equal(reply.headers['content-type'], 'text/event-stream; charset=utf-8')
    assert.match(await next('data'), /"announcements":\[\]/)
    // It has been answered as far as the house is concerned: nothing waits for it.
    assert.equal(house.log.filter(({ what, route }) => what === 'request' && route === '/events/:id/news').length, 1)
    assert.ok((await announce(db, event.id, as(place.town.owner), 'Lunch is served', MONDAY)).yes)
    assert.match(await next('data'), /\["10:00","Lunch is served"\]/)
    assert.equal(live.count(), 1)
    await live.stop()
    while (!(await heard.next()).done);
    server.close()
    await once(server, 'close')
  })
})
