/** What nothing outweighs, what a move or a loss does, and why an agenda cannot be made. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aRoom, aTopic, someInputs } from '../../../tests/agenda-inputs.ts'
import { no, yes } from '../../basics/answer.ts'
import { planAgenda } from '../../matching/agenda/agenda.ts'
import { mayChoose } from './agenda.ts'
import { boardOf, weigh } from './board.ts'
import { mend, readLost, withLost } from './change.ts'
import { starsToCount } from './counted.ts'
import { faultIn } from './fault.ts'
import { hasRecord, mayMake, mayPublish, readSettings } from './making.ts'
import { fitting, inProcess, taskOf } from './work.ts'

const ENGINE = inProcess(5000)
const organiser = { id: 'host', name: 'Host', job: '', organisationName: '', sector: 'local' } as const
const viewer = { person: 'host', name: 'Host', organisation: 'council', broker: false, moderator: false }
const away = (attendee: string, ...slots: number[]) => slots.map((slot) => ({ attendee, slot: `slot ${slot}` }))

describe('an agenda', () => {
  it('is made once sessions are chosen, and published once by whoever runs the event', () => {
    const starring = { organiser, step: 'starring' } as const
    const made = { publishedAt: null }
    assert.deepEqual(mayMake({ organiser, step: 'scoring' }, viewer, undefined), no('not yet'))
    assert.deepEqual(mayMake(starring, { ...viewer, person: 'other' }, undefined), no('not the organiser'))
    assert.deepEqual(mayMake(starring, viewer, { publishedAt: new Date(0) }), no('published'))
    assert.deepEqual(mayPublish(starring, viewer, undefined, undefined), no('not made'))
    assert.deepEqual(mayPublish(starring, viewer, made, { state: 'waiting' }), no('being made'))
    assert.deepEqual(mayPublish(starring, viewer, made, { state: 'impossible' }), yes(true))
    assert.deepEqual(
      [4, 5].map((people) => hasRecord({ publishedAt: new Date(0), people })),
      [false, true],
    )
    assert.equal(hasRecord({ publishedAt: null, people: 700 }), false)
    const me = { id: 'me', event: 'event', name: 'Me', team: '', state: 'in', accessNeeds: '' } as const
    assert.deepEqual(mayChoose({ step: 'scheduled' }, made, me), no('not published'))
    assert.deepEqual(mayChoose({ step: 'over' }, { publishedAt: new Date(0) }, me), no('over'))
    assert.deepEqual(mayChoose({ step: 'scheduled' }, { publishedAt: new Date(0) }, undefined), no('not in'))
  })
  it('has a seed that is a whole number, and one of two aims', () => {
    assert.deepEqual(
      readSettings({ aim: 'must-sees', spreadsTop: true, seed: ' 7 ' }),
      yes({ aim: 'must-sees', spreadsTop: true, seed: 7 }),
    )
    assert.deepEqual(readSettings({ aim: 'fun', spreadsTop: true, seed: '2147483648' }), { yes: false, faults: { aim: true, seed: true } })
  })
  it('counts stars that have changed only together, unless none counted and they are closed', () => {
    const of = (...each: string[]) => ({ stars: each.map((stars) => ({ stars: [...stars], mustSees: [] })), asOf: new Date(each.length) })
    const starring = { step: 'starring' } as const
    const before = of('A', 'A', 'AB', 'B')
    assert.equal(starsToCount(starring, before, of('A', 'C', 'B', 'C', 'C', 'C')).asOf, before.asOf)
    const present = of('A', 'C', 'B', 'C', 'C', 'C', 'C')
    assert.equal(starsToCount(starring, before, present), present)
    assert.equal(starsToCount(starring, present, before), before)
    assert.deepEqual(starsToCount(starring, undefined, before).stars, [])
    assert.equal(starsToCount({ step: 'scheduled' }, before, of('A', 'A', 'AB', 'C')), before)
    assert.equal(starsToCount({ step: 'scheduled' }, of(), before), before)
    assert.equal(starsToCount({ step: 'scheduled' }, undefined, before), before)
  })
  it('keeps to hosts, rooms and locks, and lets nobody be known by what they starred', () => {
    const rooms = [aRoom(0), aRoom(1, { features: ['quiet'], stepFree: false })]
    const topics = [aTopic('A', { place: [0, 0], isLocked: true }), aTopic('B'), aTopic('C', { hosts: ['B'] }), aTopic('D')]
    const inputs = someInputs(topics, { rooms, stars: ['DA', 'AB'], needs: [{ pitch: 'D', need: 'quiet' }], absences: away('B', 1) })
    const { stars, may } = taskOf(inputs, false)
    assert.deepEqual(
      [[...stars.item], [...(may ?? [])]],
      [
        [0, 1, 0, 3],
        [1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1],
      ],
    )
    assert.deepEqual(faultIn(inputs), { why: 'too much for a host', title: 'B', sessions: 2, times: 1 })
    const { slot, room } = planAgenda(taskOf({ ...inputs, topics: topics.filter(({ pitch }) => pitch !== 'C') }, true), {
      evaluations: 500,
    })
    assert.deepEqual([slot[0], room[0], room[2]], [0, 0, 1])
  })
  it('says which rule makes it impossible', () => {
    const why = (...given: Parameters<typeof someInputs>) => faultIn(someInputs(...given))?.why
    assert.equal(why([]), 'no sessions')
    assert.equal(why([aTopic('A')], { rooms: 0 }), 'no rooms')
    assert.equal(why([aTopic('A')], { absences: away('A', 0, 1) }), 'hosts away')
    assert.equal(why([aTopic('A')], { needs: [{ pitch: 'A', need: 'screen' }] }), 'no such room')
    const shut = [0, 1].map((room) => ({ room: `room ${room}`, slot: 'slot 0' }))
    assert.equal(why([aTopic('A')], { absences: away('A', 1), closures: shut }), 'no such room then')
    assert.equal(why([aTopic('A', { hosts: ['A', 'B'] })], { absences: away('B', 0, 1) }), undefined)
    const many = ['A', 'B', 'C', 'D', 'E'].map((title) => aTopic(title))
    assert.deepEqual(
      fitting(someInputs(many)).out.map(({ title }) => title),
      ['E'],
    )
  })
})

describe('a grid', () => {
  const topics = [aTopic('A', { place: [0, 0] }), aTopic('B', { place: [0, 1] }), aTopic('C', { place: [1, 0] })]
  const held = someInputs(topics, { stars: ['AB', 'AB', 'BC'] })
  const to = (title: string, slot: number, room: number) => ({ session: `session ${title}`, slot: `slot ${slot}`, room: `room ${room}` })

  it('says who is expected, what clashes and why, and what could be held once more', () => {
    const { score, people, expected, clashes, encores } = boardOf(held)
    assert.deepEqual([score.coverage, people, expected.get('session A'), expected.get('session B')], [4, 3, 1, 2])
    assert.deepEqual(
      clashes.map((clash) => [clash.topics.map(({ title }) => title).join(''), clash.people]),
      [['AB', 2]],
    )
    const [way] = clashes[0]?.ways ?? []
    assert.deepEqual([way?.topic.title, way?.room.id, way?.with, way?.gained, way?.lost], ['A', 'room 1', undefined, 2, 0])
    assert.deepEqual(
      encores.map(({ topic, room, gained }) => [topic.title, room.id, gained]),
      [['A', 'room 1', 2]],
    )
  })
  it('weighs a move, and refuses what breaks a rule', () => {
    const weighed = weigh(held, to('A', 1, 0))
    assert.ok(weighed.yes)
    assert.deepEqual([weighed.value.with?.title, weighed.value.gained, weighed.value.lost], ['C', 2, 1])
    assert.deepEqual(weigh(held, to('A', 0, 0)), no('the same place'))
    assert.deepEqual(weigh(held, to('X', 0, 0)), no('not there'))
    assert.deepEqual(weigh({ ...held, begun: new Set(['slot 1']) }, to('A', 1, 1)), no('begun'))
    assert.deepEqual(weigh({ ...held, closures: [{ room: 'room 1', slot: 'slot 1' }] }, to('A', 1, 1)), no('room is shut'))
    assert.deepEqual(weigh({ ...held, needs: [{ pitch: 'A', need: 'screen' }] }, to('A', 1, 1)), no('room does not suit'))
    assert.deepEqual(weigh({ ...held, absences: away('C', 0) }, to('A', 1, 0)), no('host away'))
    const shared = [aTopic('A', { place: [0, 0], hosts: ['C'] }), ...topics.slice(1)]
    assert.deepEqual(weigh(someInputs(shared), to('A', 1, 1)), no('host elsewhere'))
    assert.ok(weigh(someInputs(shared), to('A', 1, 0)).yes)
    const locked = topics.map((topic) => ({ ...topic, isLocked: topic.title === 'C' }))
    assert.deepEqual(weigh(someInputs(locked), to('A', 1, 0)), no('locked'))
  })
  it('is mended with few moves when a host or a room is lost', async () => {
    const gone = await mend(ENGINE, withLost(held, { host: 'A', room: '', slots: ['slot 0'] }))
    assert.deepEqual(
      gone.shifts.map(({ topic, slot, torn }) => [topic.title, slot.id, torn]),
      [['A', 'slot 1', 0]],
    )
    assert.deepEqual([gone.off, gone.before, gone.after], [[], 4, 6])
    const never = await mend(ENGINE, withLost(held, { host: 'B', room: '', slots: ['slot 0', 'slot 1'] }))
    assert.deepEqual([never.shifts, never.off.map(({ topic, starred }) => [topic.title, starred])], [[], [['B', 3]]])
    const full = someInputs([...topics, aTopic('D', { place: [1, 1] })], { stars: ['AB', 'AB', 'BC', 'C', 'D'] })
    const shut = await mend(ENGINE, withLost(full, { host: '', room: 'room 1', slots: ['slot 1'] }))
    assert.deepEqual(
      shut.off.map(({ topic }) => topic.title),
      ['D'],
    )
    const two = [aTopic('N', { place: [0, 0], hosts: ['n'] }), aTopic('H', { place: [1, 0], hosts: ['n'] })]
    const steps = { rooms: [aRoom(0), aRoom(1, { stepFree: false })], needs: [{ pitch: 'N', need: 'step-free' as const }], stars: ['NHL'] }
    const tight = someInputs([...two, aTopic('L', { place: [0, 1], isLocked: true })], steps)
    const kept = await mend(ENGINE, withLost(tight, { host: 'n', room: '', slots: ['slot 1'] }))
    assert.deepEqual([kept.shifts, kept.off.map(({ topic }) => topic.title)], [[], ['H']])
    const past = { ...full, begun: new Set(['slot 0']) }
    const late = await mend(ENGINE, withLost(past, { host: '', room: 'room 1', slots: ['slot 1'] }))
    assert.ok(late.shifts.every(({ topic }) => topic.at?.slot === 'slot 1'))
  })
  it('calls off what cannot stay rather than what can', async () => {
    const rooms = [aRoom(0), aRoom(1, { stepFree: false })]
    const nights = aTopic('Nights', { hosts: ['nurse'], place: [0, 0] })
    const letters = aTopic('Letters', { place: [0, 1], isLocked: true })
    const handovers = aTopic('Handovers', { hosts: ['nurse'], place: [1, 0] })
    const all = someInputs([nights, letters, handovers], { rooms, needs: [{ pitch: 'Nights', need: 'step-free' }] })
    const stars = { stars: [...all.topics].map(({ pitch }) => pitch), mustSees: [] }
    const { shifts, off } = await mend(ENGINE, withLost({ ...all, stars: [stars] }, { host: 'nurse', room: '', slots: ['slot 1'] }))
    assert.deepEqual([shifts, off.map(({ topic }) => topic.title)], [[], ['Handovers']])
  })
  it('loses a host or a room, one of the two, from a time on that has not begun', () => {
    const nothing = { host: '', room: '', from: 'slot 0', until: 'slot 1' }
    assert.deepEqual(readLost({ ...nothing, host: 'B' }, held), yes({ host: 'B', room: '', slots: ['slot 0', 'slot 1'] }))
    assert.deepEqual(readLost(nothing, held), { yes: false, faults: { what: true } })
    const past = { ...held, begun: new Set(['slot 0']) }
    assert.deepEqual(readLost({ ...nothing, host: 'B', room: 'room 0' }, past), { yes: false, faults: { what: true, from: true } })
    const back = { ...nothing, room: 'room 0', from: 'slot 1', until: 'slot 0' }
    assert.deepEqual(readLost(back, held), { yes: false, faults: { until: true } })
  })
})
