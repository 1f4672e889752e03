/** The doors of scoring: on a phone without scripts, at the terminal, and for whoever runs it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { anEvent, comersOf, openForPitches } from '../../../tests/event-place.ts'
import { aPlace } from '../../../tests/place.ts'
import type { Seen } from '../../../tests/visit.ts'
import { moveEvent } from '../events/actions.ts'
import { joinByCode } from '../events/attendee-actions.ts'
import { sayPitch } from '../pitches/actions.ts'

const NAMES = ['Ada', 'Bea', 'Cid', 'Dov', 'Eve', 'Fay', 'Gus']
const dealOn = ({ html }: Seen): string => /name="deal" value="(\w+)"/.exec(html)?.[1] ?? assert.fail('There is no card.')
const turnOn = ({ text }: Seen): string | undefined => /Card \d of \d/.exec(text)?.[0]

describe('the doors of scoring', () => {
  const place = aPlace()

  async function aScoring() {
    const { db } = place.storage
    const event = await anEvent(db, place.town)
    await openForPitches(db, place.town, event)
    const comers = await comersOf(db, place.town, event)
    for (const name of NAMES) {
      const joined = await joinByCode(db, event.id, { name, team: '', code: event.code }, MONDAY)
      assert.ok(joined.yes)
      await sayPitch(db, event.id, joined.value.attendee, { title: `What ${name} said`, source: 'screen' }, MONDAY)
    }
    await moveEvent(db, event.id, place.town.owner, { to: 'scoring', until: '2026-12-20' }, MONDAY)
    const guest = place.house.visitor()
    guest.cookies.set(`event-${event.id}`, comers.token)
    return { at: `/events/${event.id}`, guest }
  }

  it('gives one card after another, blind, and counts what is sent twice once', async () => {
    const { at, guest } = await aScoring()
    assert.ok((await guest.get(at)).links.includes(`${at}/score`))
    let card = await guest.post(`${at}/deals`)
    assert.equal(turnOn(card), 'Card 1 of 5')
    assert.doesNotMatch(card.text, /by (Ada|Bea|Cid|Dov|Eve|Fay|Gus)|total is|give or take/)
    const wrong = await guest.post(`${at}/scores`, { deal: dealOn(card), points: '6' })
    assert.deepEqual([wrong.status, dealOn(wrong)], [422, dealOn(card)])
    for (const turn of ['Card 2 of 5', 'Card 3 of 5', 'Card 4 of 5', 'Card 5 of 5', undefined]) {
      const said = { deal: dealOn(card), points: '4' }
      card = await guest.post(`${at}/scores`, said)
      assert.equal(turnOn(card), turn)
      assert.equal(turnOn(await guest.post(`${at}/scores`, said)), turn)
    }
    assert.match(card.text, /Thank you.*You have scored 5 cards/)
    assert.match((await guest.post(`${at}/deals`)).text, /Thank you/)
    const stranger = await place.house.visitor().post(`${at}/deals`)
    assert.deepEqual([stranger.status, /Sign up first/.test(stranger.text)], [422, true])
  })

  it('hides the totals until its organiser closes it, and shows then what to give or take', async () => {
    const { at, guest } = await aScoring()
    const owner = await place.house.as(place.town.owner.person)
    const card = await guest.post(`${at}/deals`)
    await guest.post(`${at}/scores`, { deal: dealOn(card), points: '5' })
    assert.equal((await guest.get(`${at}/scoring`)).path, `/sign-in?next=${encodeURIComponent(`${at}/scoring`)}`)
    assert.match((await guest.get(`${at}/ranking`)).text, /Nobody sees a total before.*planned to end on 20 December/)
    const wrong = await owner.post(`${at}/scoring`, { way: 'fair', each: '4', places: 'many' })
    assert.deepEqual([wrong.status, /from 5 to 50.*from 1 to 1000/.test(wrong.text)], [422, true])
    assert.match((await owner.post(`${at}/scoring`, { way: 'fair', each: '6', places: '2' })).text, /Saved.*1 by 1 person/)
    assert.equal((await owner.post(`${at}/ranking`, { until: 'soon' })).status, 422)
    const closed = await owner.post(`${at}/ranking`, { until: '2026-12-28' })
    assert.match(closed.text, /2 pitches become sessions, of 7\. 1 person gave 1 score\..*give or take.*by lottery/)
    assert.equal((await place.house.visitor().get(`${at}/score`)).path, `${at}/ranking`)
    assert.ok((await guest.get(at)).links.includes(`${at}/ranking`))
  })

  it('lets the organiser, and whom they name, score for people without a phone', async () => {
    const { at, guest } = await aScoring()
    const owner = await place.house.as(place.town.owner.person)
    assert.equal((await guest.get(`${at}/terminal`)).status, 403)
    assert.equal((await owner.post(`${at}/score-helpers`, { helper: 'Nobody' })).status, 422)
    const named = await owner.post(`${at}/score-helpers`, { helper: 'guest' })
    assert.match(named.text, /Take out Guest/)
    const card = await guest.post(`${at}/terminal`)
    assert.match(card.text, /At the terminal\. Card 1 of 5/)
    const rater = new URL(card.path, 'http://x').searchParams.get('rater') ?? ''
    const next = await guest.post(`${at}/terminal/${rater}/scores`, { deal: dealOn(card), points: '2' })
    assert.match(next.text, /Card 2 of 5/)
    assert.ok((await guest.get(`${at}/terminal`)).links.includes(`${at}/terminal?rater=${rater}`))
    const again = await guest.post(`${at}/terminal`, { name: 'Who' })
    assert.deepEqual([again.status, /leave it empty/.test(again.text)], [422, true])
    const helper = /name="helper" value="(\w+)"/.exec(named.html)?.[1] ?? ''
    await owner.post(`${at}/score-helpers/removal`, { helper })
    assert.equal((await guest.get(`${at}/terminal`)).status, 403)
  })
})
