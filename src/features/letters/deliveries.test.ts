/** The delivery log: brokers see what became of each letter and why, never what it says, and an address only where it does not work. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { runDue } from '../../../tests/town.ts'
import { type Carrier, RefusedForGood } from '../../mail/carriers.ts'
import { together } from '../../storage/db.ts'
import { tell } from './actions.ts'
import { markBounced } from './bounce-actions.ts'
import { pauseUntil, resumeLetters, stopLetters } from './choice-actions.ts'
import { STATES_OF } from './delivery.ts'
import { STATE_WORDS, sayFault } from './words.ts'

describe('the delivery log', () => {
  const place = aPlace()
  const broker = async () => {
    await place.storage.db.updateTable('people').set({ broker: true }).where('id', '=', place.town.colleague.person).execute()
    return place.house.as(place.town.colleague.person)
  }
  const write = (to: { person: string }, line = 'a secret line') =>
    together(place.storage.db, (tx) =>
      tell(tx, to.person, 'claim declined', { claim: '01kaa8mvr00001abcdefghjkmn', organisation: 'Vennick', broker: '', line }, MONDAY.now),
    )
  const carrying = (fault?: Error): Carrier => ({ keepsSecrets: false, carry: () => (fault ? Promise.reject(fault) : Promise.resolve()) })
  const leave = (fault?: Error, at = MONDAY) => runDue(place.storage, at, carrying(fault)).catch(() => undefined)

  it('is for brokers', async () => {
    assert.equal((await (await place.house.as(place.town.nurse.person)).get('/deliveries')).status, 403)
    assert.match((await (await broker()).get('/deliveries')).text, /No letter waits to leave/)
  })

  it('says what became of letters, when, how often they were tried and why, by views', async () => {
    const { owner, nurse, officer, stranger } = place.town
    await write(owner)
    await leave()
    await write(officer)
    await leave(new RefusedForGood('5.1.1', true))
    await write(stranger)
    await leave()
    const { id: letter } = await place.storage.db
      .selectFrom('letters')
      .select('id')
      .where('person', '=', stranger.person)
      .executeTakeFirstOrThrow()
    await together(place.storage.db, (tx) => markBounced(tx, { letter, status: '5.2.2', isForGood: false }, MONDAY.now))
    await together(place.storage.db, (tx) => stopLetters(tx, nurse.person, MONDAY))
    await write(nurse)
    await leave()
    await together(place.storage.db, (tx) => resumeLetters(tx, nurse.person, MONDAY))
    await write(nurse)
    await leave(Object.assign(new Error('connect ECONNREFUSED 10.0.0.1'), { code: 'ECONNREFUSED' }))
    const visitor = await broker()
    const seen = async (view: string) => (await visitor.get(`/deliveries?view=${view}`)).text
    assert.match(await seen('sent'), /Not let in yet to owner Sent\. Written 23 November, 10:00\. Sent 23 November, 10:00\./)
    assert.match(await seen('refused'), /to officer, officer@vennick\.example Refused .*There is no such address\. \(5\.1\.1\)/)
    assert.match(await seen('bounced'), /to stranger, stranger@kindness\.example Sent, and came back\. .*The mailbox is full\. \(5\.2\.2\)/)
    assert.match(await seen('not+sent'), /to nurse Not sent: its reader has stopped all letters/)
    const waiting = await seen('waiting')
    assert.match(waiting, /1 letter waits to leave, the oldest since 23 November, 10:00/)
    assert.match(waiting, /to nurse Waits to leave\. .* Tried 1 time, next 23 November, 10:01\. We did not reach the mail server/)
    const all = await visitor.get('/deliveries')
    assert.doesNotMatch(all.html, /secret line|owner@harrowmere|nurse@tarnbeck/)
    assert.equal((await visitor.get('/deliveries?view=nonsense')).text, all.text)
  })

  it('goes on page by page', async () => {
    for (let turn = 0; turn < 55; turn++) await write(place.town.owner)
    await together(place.storage.db, (tx) => pauseUntil(tx, place.town.owner.person, '2026-12-01', MONDAY))
    await leave(undefined, later(MONDAY, 1))
    const visitor = await broker()
    const first = await visitor.get('/deliveries?view=waiting')
    const next = first.links.find((link) => link.includes('before=')) ?? ''
    assert.match(first.text, /Leaves 2 December, 09:00/)
    const second = await visitor.get(next)
    const lines = (html: string) => html.match(/Not let in yet/g)?.length
    assert.deepEqual([lines(first.html), lines(second.html)], [50, 5])
  })
})

it('every state stands in one view, and is said', () => {
  const inViews = Object.values(STATES_OF).flat()
  assert.deepEqual([...inViews].sort(), Object.keys(STATE_WORDS).sort())
})

it('a fault is said in plain words, with what the machine said', () => {
  assert.equal(sayFault(''), '')
  assert.equal(sayFault('EAUTH 535'), 'The mail server does not know our name or password. (EAUTH 535)')
  assert.equal(sayFault('Notify 429 RateLimitError'), 'Notify takes no more for now. We try again. (Notify 429 RateLimitError)')
  assert.equal(sayFault('Whatever'), 'It did not work. We try again. (Whatever)')
})
