/** The rules of events, with plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NURSE, OWNER } from '../../../tests/cast.ts'
import { mayAttend, readEventCode } from './attendee.ts'
import { type Event, endsBefore, isStepOverdue, mayMove, mayOpenEvent, seesAccessNeeds } from './event.ts'
import { readEvent, type TypedEvent } from './event-form.ts'
import { readSlot, readTime, sayClock, slotsFor } from './timetable.ts'

const TODAY = '2026-11-23'
const EVENT: Event = {
  ...{ id: 'event', title: 'Unconference', whatFor: 'To talk', venue: 'Town hall', address: '', conduct: '', sponsors: '', code: '7QX4K0' },
  organiser: { id: OWNER.person, name: OWNER.name, job: 'lead', organisationName: 'Harrowmere' },
  organisation: { id: 'council', name: 'Harrowmere' },
  ...{ firstDay: '2027-01-15', lastDay: '2027-01-16', places: 2, taken: 1, waiting: 0, step: 'pitching' },
  ends: { planned: '2026-11-30', pitching: '2027-01-05', scoring: '2027-01-09', starring: '2027-01-13' },
}
const why = (answer: { yes: true } | { yes: false; why: string }): string => (answer.yes ? 'yes' : answer.why)

describe('an event', () => {
  it('is opened by brokers and by those who speak for an organisation', () => {
    assert.equal(why(mayOpenEvent(OWNER, true)), 'yes')
    assert.equal(why(mayOpenEvent(OWNER, false)), 'may not open')
    assert.equal(why(mayOpenEvent({ ...OWNER, sector: 'supplier' }, true)), 'supplier')
    assert.equal(why(mayOpenEvent({ person: 'x', name: '', broker: true, moderator: false }, false)), 'not a member')
  })

  it('goes on step by step, by its organiser or a broker, never back and never past its last day', () => {
    const move = (to: Event['step'], until: string | undefined, by = OWNER) => why(mayMove(EVENT, by, to, until, TODAY))
    assert.equal(move('scoring', '2027-01-10'), 'yes')
    assert.equal(move('pitching', '2027-01-10'), 'yes')
    assert.equal(move('scoring', '2027-01-10', { ...NURSE, broker: true }), 'yes')
    assert.equal(move('scoring', '2027-01-10', NURSE), 'not the organiser')
    assert.equal(move('planned', '2027-01-10'), 'another step')
    assert.equal(move('starring', '2027-01-10'), 'another step')
    assert.equal(move('scoring', undefined), 'no such day')
    assert.equal(move('scoring', '2026-11-22'), 'day has passed')
    assert.equal(move('scoring', '2027-01-17'), 'after the event')
  })

  it('has steps whose ends lie in order between today and the first day, however little time there is', () => {
    for (const firstDay of ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-08', '2027-06-01']) {
      const { planned, pitching, scoring, starring } = endsBefore(firstDay, TODAY)
      const days = [TODAY, planned, pitching, scoring, starring, firstDay]
      assert.deepEqual([...days].sort(), days)
    }
    assert.equal(isStepOverdue(EVENT, '2027-01-05'), false)
    assert.equal(isStepOverdue(EVENT, '2027-01-06'), true)
  })

  it('tells what somebody needs to be there to its organiser alone, not to a broker', () => {
    assert.equal(seesAccessNeeds(EVENT, OWNER), true)
    assert.equal(seesAccessNeeds(EVENT, { ...NURSE, broker: true }), false)
    assert.equal(seesAccessNeeds(EVENT, undefined), false)
  })

  it('takes its code as people copy it', () => {
    assert.equal(readEventCode(' 7qx-4ko '), '7QX4K0')
    assert.equal(why(mayAttend(EVENT, { isMember: false, code: '7qx4ko' }, TODAY)), 'yes')
    assert.equal(why(mayAttend(EVENT, { isMember: false, code: '' }, TODAY)), 'wrong code')
    assert.equal(why(mayAttend(EVENT, { isMember: true, code: '' }, TODAY)), 'yes')
    assert.equal(why(mayAttend(EVENT, { isMember: true, code: '' }, '2027-01-17')), 'over')
  })
})

describe('the times of an event', () => {
  it('are the same on every day, with a gap between two', () => {
    const slots = slotsFor({ firstDay: '2027-01-15', lastDay: '2027-01-16', begins: 600, slots: 2, minutes: 40, gap: 10 })
    assert.deepEqual(
      slots.map(({ day, starts, ends }) => `${day} ${sayClock(starts)} ${sayClock(ends)}`),
      ['2027-01-15 10:00 10:40', '2027-01-15 10:50 11:30', '2027-01-16 10:00 10:40', '2027-01-16 10:50 11:30'],
    )
    assert.deepEqual(['9:30', '09.30', '0930', '24:00', '9:60', ''].map(readTime), [570, 570, 570, undefined, undefined, undefined])
  })

  it('never lie over each other', () => {
    const slots = slotsFor({ firstDay: '2027-01-15', lastDay: '2027-01-15', begins: 600, slots: 2, minutes: 40, gap: 10 })
    const read = (starts: string, ends: string, day = '2027-01-15') =>
      readSlot({ day, starts, ends, name: 'Lunch', isBreak: true }, EVENT, slots)
    assert.ok(read('10:40', '10:50').yes)
    assert.deepEqual(read('10:30', '10:45'), { yes: false, faults: { ends: 'at the same time' } })
    assert.deepEqual(read('13:00', '12:00'), { yes: false, faults: { ends: 'before it begins' } })
    assert.deepEqual(read('13:00', '14:00', '2027-01-17'), { yes: false, faults: { day: 'not a day of it' } })
  })

  it('are read from the one form, or every fault is found at once', () => {
    const typed: TypedEvent = {
      ...{
        title: 'A day',
        what: 'To talk',
        venue: 'Town hall',
        address: '',
        first: '2027-01-15',
        last: '',
        places: '60',
        conduct: '',
        sponsors: '',
      },
      ...{ begins: '10:00', slots: '5', minutes: '40', gap: '10', room: 'Main hall' },
    }
    const read = readEvent(typed, TODAY)
    assert.ok(read.yes && read.value.slots.length === 5 && read.value.lastDay === '2027-01-15')
    const wrong = readEvent({ ...typed, title: '', first: '2026-01-01', places: '0', begins: 'ten', slots: '21' }, TODAY)
    assert.deepEqual(wrong, {
      yes: false,
      faults: { title: 'empty', first: 'too early', places: 'no number', begins: 'no such time', slots: 'no number' },
    })
    assert.deepEqual(readEvent({ ...typed, slots: '20', minutes: '60' }, TODAY), { yes: false, faults: { slots: 'too long a day' } })
  })
})
