/** What is on, how full it is, and who says what to everybody: rules with plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { no, yes } from '../../basics/answer.ts'
import { momentAt } from '../../basics/day.ts'
import type { Session } from '../agendas/agenda.ts'
import { isOnTheDay, mayAnnounce } from './announcement.ts'
import { fillOf, isCrowded, mayCount, readCount } from './count.ts'
import { newsText, placesOf } from './news-pages.ts'
import { nowAndNext } from './now-and-next.ts'

const DAY = '2027-01-15'
const slot = (id: string, starts: number, isBreak = false) => ({ id, day: DAY, starts, ends: starts + 40, name: id, isBreak })
const room = { id: 'hall', name: 'Hall', seats: 60, features: [], stepFree: true }
const session = (id: string, at: ReturnType<typeof slot>, more: Partial<Session> = {}): Session => ({
  ...{ id, event: 'event', pitch: id, title: id, hosts: [], slot: at, room, isLocked: false, isEncore: false, isOff: false },
  ...more,
})
const at = (time: string, day = DAY) => momentAt('Europe/London', new Date(`${day}T${time}:00Z`))

describe('the wall', () => {
  const [ten, lunch, two] = [slot('ten', 600), slot('lunch', 720, true), slot('two', 840)]
  const sessions = [session('a', ten), session('b', two), session('off', two, { isOff: true })]
  const shown = (time: string, day?: string) => {
    const { now, next } = nowAndNext([ten, lunch, two], sessions, at(time, day))
    return [now, next].map((each) => each && [each.slot.id, ...each.sessions.map(({ id }) => id)].join(' '))
  }
  it('says what is on and what is next, breaks too, and nothing that is not held', () => {
    assert.deepEqual(shown('09:59'), [undefined, 'ten a'])
    assert.deepEqual(shown('10:00'), ['ten a', 'lunch'])
    assert.deepEqual(shown('10:40'), [undefined, 'lunch'])
    assert.deepEqual(shown('12:10'), ['lunch', 'two b'])
    assert.deepEqual(shown('14:40'), [undefined, undefined])
    assert.deepEqual(shown('20:00', '2027-01-14'), [undefined, 'ten a'])
  })
})

describe('how full a room is', () => {
  const counted = { session: 'a', room: 'hall', people: 60, isFull: false }
  it('is said by its seats, or by whoever stands in it, as long as the session stays there', () => {
    assert.deepEqual([fillOf(counted, room), isCrowded(counted, { room })], ['full', false])
    assert.equal(fillOf({ ...counted, people: 59 }, room), 'still places')
    assert.equal(isCrowded({ ...counted, people: 61 }, { room }), true)
    const full = { session: 'a', room: 'attic', isFull: true }
    assert.deepEqual([fillOf(full, { ...room, id: 'attic' }), fillOf(full, room)], ['full', undefined])
    assert.equal(fillOf(undefined, room), undefined)
  })
  it('is a whole number, or one press on "full"', () => {
    assert.deepEqual(readCount(' 12 ', false), { people: 12, isFull: false })
    assert.deepEqual(readCount('', true), { isFull: true })
    for (const typed of ['', '-1', '1.5', 'many', '999999']) assert.equal(readCount(typed, false), undefined)
  })
  it('is told by hosts and those who help, on its day, while it is held', () => {
    const [event, held] = [{ step: 'scheduled' } as const, session('a', slot('ten', 600))]
    assert.deepEqual(mayCount(event, held, true, DAY), yes(true))
    assert.deepEqual(mayCount(event, held, false, DAY), no('not a host'))
    assert.deepEqual(mayCount(event, held, true, '2027-01-14'), no('another day'))
    assert.deepEqual(mayCount(event, { ...held, isOff: true }, true, DAY), no('not held'))
    assert.deepEqual(mayCount({ step: 'over' }, held, true, DAY), no('over'))
  })
})

describe('news of the day', () => {
  const days = { firstDay: DAY, lastDay: '2027-01-16' }
  it('come only on its days, and are said by those who help', () => {
    assert.deepEqual(
      ['2027-01-14', DAY, '2027-01-16', '2027-01-17'].map((today) => isOnTheDay({ step: 'pitching', ...days }, today)),
      [false, true, true, false],
    )
    assert.equal(isOnTheDay({ step: 'over', ...days }, DAY), false)
    assert.deepEqual(mayAnnounce({ step: 'planned' }, true), yes(true))
    assert.deepEqual(mayAnnounce({ step: 'scheduled' }, false), no('not a helper'))
    assert.deepEqual(mayAnnounce({ step: 'over' }, true), no('over'))
  })
  it('say in words what a page shows, and change only with it', () => {
    const held = { id: 'a', slot: 'ten', room: 'hall', seats: 60, count: { session: 'a', room: 'hall', people: 60, isFull: false } }
    const announcements = [{ id: '1', text: 'Lunch is served', saidAt: new Date('2027-01-15T12:05:00Z') }]
    assert.deepEqual(JSON.parse(newsText({ announcements, sessions: [held] }, { zone: 'Europe/Paris', today: DAY })), {
      announcements: [['13:05', 'Lunch is served']],
      fills: { a: 'Full' },
      places: placesOf([held]),
    })
    assert.equal(placesOf([held, { ...held, id: 'b' }]), placesOf([{ ...held, id: 'b' }, held]))
    assert.notEqual(placesOf([held]), placesOf([{ ...held, room: 'attic' }]))
  })
})
