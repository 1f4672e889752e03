/** Up to ten stars, three of them must-sees, of sessions that are there, by whoever comes, and for nobody else to see. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, comersOf, openForPitches } from '../../../tests/event-place.ts'
import { aTown } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { no, yes } from '../../basics/answer.ts'
import { moveEvent } from '../events/actions.ts'
import { sayPitch } from '../pitches/actions.ts'
import { closeScoring } from '../scores/closing-actions.ts'
import { starSessions } from './actions.ts'
import { chooseStars, type Session, type Stars } from './star.ts'
import { listStars } from './store.ts'

describe('stars', () => {
  const ids = Array.from({ length: 14 }, (_, at) => `session ${at}`)
  const me = { id: 'me', event: 'event', name: 'Me', team: '', state: 'in', accessNeeds: '' } as const
  const open = { event: { step: 'starring' }, me, sessions: ids.map((id): Session => ({ id, title: id })) } as const
  const choose = (stars: string[], mustSees: string[], more: object = {}) => {
    const answer = chooseStars({ stars, mustSees }, { ...open, ...more })
    return answer.yes ? yes(answer.value.chosen) : answer
  }

  it('are up to ten, and whatever must be seen is one of them', () => {
    const chosen: Stars = { stars: ['session 5', 'session 0', 'session 1'], mustSees: ['session 0', 'session 1'] }
    assert.deepEqual(choose(['session 5', 'session 5'], ids.slice(0, 2)), yes(chosen))
    assert.deepEqual(choose(ids.slice(0, 11), []), no('too many'))
    assert.deepEqual(choose(ids.slice(0, 9), ids.slice(9, 11)), no('too many'))
    assert.deepEqual(choose([], ids.slice(0, 4)), no('too many must-sees'))
  })
  it('are of sessions that are there, while they can be given, by whoever is in', () => {
    assert.deepEqual(choose(['gone'], ['gone']), yes({ stars: [], mustSees: [] }))
    assert.deepEqual(choose([], [], { event: { step: 'scheduled' } }), no('not now'))
    for (const who of [undefined, { ...me, state: 'waiting' }]) assert.deepEqual(choose([], [], { me: who }), no('not in'))
  })
})

onEachDatabase('stars', (storage) => {
  it('are kept whole, changed as often as one likes, and shown to nobody else', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const rooms = ['Hall', 'Attic', 'Cellar'].map((name) => ({ name, seats: 20, features: [], stepFree: true }))
    const event = await anEvent(db, town, { rooms })
    const { nurse, officer, guest, token } = await comersOf(db, town, event)
    await openForPitches(db, town, event)
    const sessions: string[] = []
    for (let turn = 0; turn < 12; turn++) {
      const said = await sayPitch(db, event.id, nurse, { title: `What we learnt in turn ${turn}`, source: 'screen' }, MONDAY)
      sessions.push(said.yes ? said.value : assert.fail(said.why))
    }
    assert.deepEqual(await starSessions(db, event.id, guest, { stars: [], mustSees: [] }, MONDAY), no('not now'))
    assert.ok((await moveEvent(db, event.id, town.owner, { to: 'scoring', until: '2026-12-20' }, MONDAY)).yes)
    assert.ok((await closeScoring(db, event.id, town.owner, '2026-12-22', MONDAY)).yes)
    const [first = '', second = '', third = ''] = sessions
    const house = await openHouse(storage())
    const path = `/events/${event.id}/stars`
    const visitor = house.visitor()
    visitor.cookies.set(`event-${event.id}`, token)
    const many = await visitor.post(path, { star: sessions, 'must-1': second })
    assert.equal(many.status, 422)
    assert.equal(many.html.match(/ checked/g)?.length, 12)
    assert.equal((await visitor.post(path, { star: first, 'must-1': second, 'must-2': '' })).path, `${path}?done=saved`)
    assert.deepEqual(await listStars(db, event.id), [{ stars: [first, second].sort(), mustSees: [second] }])
    assert.ok((await starSessions(db, event.id, officer, { stars: [third], mustSees: [] }, MONDAY)).yes)
    assert.ok((await starSessions(db, event.id, officer, { stars: [second], mustSees: [] }, MONDAY)).yes)
    assert.equal((await listStars(db, event.id)).length, 2)
    const seen = await (await house.as(town.owner.person)).get(path)
    assert.deepEqual([seen.status, / checked/.test(seen.html)], [200, false])
    const own = await (await house.as(town.officer.person)).get(`/events/${event.id}`)
    assert.match(own.text, /You starred 1 session\./)
    assert.equal((await house.visitor().post(path, { star: first })).status, 422)
  })
})
