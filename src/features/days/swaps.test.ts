/** Sessions change places: rooms too small are found, the organiser swaps at once, a host asks and all agree. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Session } from '../agendas/agenda.ts'
import type { Counted } from './count.ts'
import { answerBy, canChange, mayAnswerSwap, mayAskSwap, mayTakeSwapBack, pairOf, roomSwapsFor, type Swap, stateAfter } from './swap.ts'

const DAY = '2027-01-15'
const slot = { id: 'ten', day: DAY, starts: 600, ends: 640, name: 'ten', isBreak: false }
const room = (id: string, seats: number) => ({ id, name: id, seats, features: [], stepFree: true })
const session = (id: string, seats: number, more: Partial<Session> = {}): Session => ({
  ...{ id, event: 'event', pitch: id, title: id, hosts: [], slot, room: room(`room ${id}`, seats), isLocked: false, isEncore: false },
  ...{ isOff: false, ...more },
})
const counts = (...all: [session: string, people: number][]) =>
  new Map(all.map(([id, people]): [string, Counted] => [id, { session: id, room: `room ${id}`, people, isFull: false }]))

/** As the first begins. */
const at: Moment = { ...MONDAY, now: new Date('2027-01-15T10:00:00Z'), today: DAY }

describe('a swap of rooms', () => {
  const [small, large, larger] = [session('small', 20), session('large', 60), session('larger', 90)]
  const all = [small, large, larger, session('later', 200, { slot: { ...slot, id: 'two', starts: 840, ends: 880 } })]
  const into = (known: Map<string, Counted>) => roomSwapsFor(small, all, known, at).map(({ into: { id } }) => id)

  it('is proposed where more are than fit, with others at the same time that fit into that room, the largest room first', () => {
    assert.deepEqual(into(counts(['small', 35], ['large', 12], ['larger', 20], ['later', 3])), ['larger', 'large'])
    assert.deepEqual(into(counts(['small', 35], ['large', 21])), [])
    assert.deepEqual(into(counts(['small', 20], ['large', 1])), [])
    assert.deepEqual(into(new Map([...counts(['large', 1]), ['small', { session: 'small', room: 'room small', isFull: true }]])), ['large'])
  })

  it('is of rooms until people go, and of times before either begins', () => {
    const may = (other: Session, minutes: number) => canChange(small, other, { ...at, now: new Date(at.now.getTime() + minutes * 60_000) })
    const later = all.at(-1) ?? small
    assert.deepEqual([may(large, 20), may(large, 40), may(later, -1), may(later, 0)], [true, false, true, false])
    assert.deepEqual(
      roomSwapsFor(small, all, counts(['small', 35], ['large', 12]), { ...at, now: new Date(at.now.getTime() + 3_600_000) }),
      [],
    )
  })

  it('is of two that are held', () => {
    assert.deepEqual(pairOf(all, { one: 'small', other: 'large' }), yes([small, large]))
    assert.deepEqual(pairOf(all, { one: 'small', other: 'small' }), no('the same'))
    assert.deepEqual(pairOf([small, session('off', 9, { isOff: true })], { one: 'small', other: 'off' }), no('not held'))
    assert.deepEqual(pairOf(all, { one: 'small', other: 'gone' }), no('not held'))
  })
})

describe('a swap that a host asks for', () => {
  const [one, other] = [session('one', 20), session('other', 20, { slot: { ...slot, day: '2027-01-16' } })]
  const swap: Swap = { id: 'swap', event: 'event', one: 'other', other: 'third', state: 'asked', asksHost: true, answerBy: DAY }
  const ask = (more: object = {}, step: 'scheduled' | 'over' = 'scheduled') =>
    mayAskSwap({ step }, [one, other], { isHost: true, open: [], today: DAY, ...more })

  it('is one at a time, by a host, as long as both lie ahead', () => {
    assert.deepEqual(ask(), yes(true))
    assert.deepEqual(ask({ isHost: false }), no('not a host'))
    assert.deepEqual(ask({ open: [swap] }), no('asked before'))
    assert.deepEqual(ask({ today: '2027-01-16' }), no('has begun'))
    assert.deepEqual(ask({}, 'over'), no('over'))
    assert.equal(answerBy(one, other, '2027-02-01', '2027-01-10'), DAY)
    assert.equal(answerBy(one, other, '2027-01-12', DAY), DAY)
  })

  it('is answered by a host of the other and by the organiser, each once, and taken back while it is open', () => {
    const me = { id: 'me', event: 'event', name: 'Me', team: '', state: 'in', accessNeeds: '' } as const
    const hosted = { ...other, hosts: [{ attendee: 'me', name: '', team: '' }] }
    const may = (by: { me?: typeof me; runs?: boolean }, of: Partial<Swap> = {}, only?: 'host', step: 'scheduled' | 'over' = 'scheduled') =>
      mayAnswerSwap({ step }, { ...swap, ...of }, hosted, { me: by.me, runs: by.runs ?? false }, only)
    assert.deepEqual(may({ me }), yes(['host']))
    assert.deepEqual(may({ runs: true }), yes(['organiser']))
    assert.deepEqual(may({ me, runs: true }), yes(['organiser', 'host']))
    assert.deepEqual(may({ me, runs: true }, {}, 'host'), yes(['host']))
    assert.deepEqual(may({}), no('not yours'))
    assert.deepEqual(may({ runs: true }, {}, 'host'), no('answered before'))
    assert.deepEqual(may({ me }, { hostAgrees: true }), no('answered before'))
    assert.deepEqual(mayAnswerSwap({ step: 'scheduled' }, { ...swap, organiserAgrees: true }, other, { me, runs: true }), yes(['host']))
    assert.deepEqual(may({ me }, { state: 'refused' }), no('over'))
    assert.deepEqual(may({ me }, {}, undefined, 'over'), no('over'))
    const back = (state: Swap['state'], isHost = true) => mayTakeSwapBack({ step: 'scheduled' }, { state }, isHost)
    assert.deepEqual([back('asked'), back('asked', false), back('done')], [yes(true), no('not a host'), no('over')])
  })

  it('is done when all agree, and one no is enough', () => {
    assert.equal(stateAfter(swap), 'asked')
    assert.equal(stateAfter({ ...swap, organiserAgrees: true }), 'asked')
    assert.equal(stateAfter({ ...swap, organiserAgrees: true, hostAgrees: true }), 'done')
    assert.equal(stateAfter({ asksHost: false, organiserAgrees: true }), 'done')
    assert.equal(stateAfter({ ...swap, hostAgrees: false }), 'refused')
    assert.equal(stateAfter({ ...swap, hostAgrees: true, organiserAgrees: false }), 'refused')
  })
})
