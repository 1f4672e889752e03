/** What people read about projects, as whole sentences. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { readHours, sayHours } from './hours.ts'
import { type Lesson, readLesson } from './lesson.ts'
import { type How, nextOf, type Project, type State } from './project.ts'
import { doneFor, sayDates, sayFirstDate, sayGauge, sayNext, sayState, sayStateInList } from './words.ts'

const TODAY = '2026-11-23'
const FULL = [{ skill: 'web design', filledBy: ['trust'] }]

describe('the state of a project', () => {
  const said = (state: State, openUntil = '2026-12-14') => sayState({ state, openUntil }, TODAY)
  it('says until when it is open and how many days are left', () => {
    assert.equal(said('open'), 'Open for pledges until 14 December · 21 days left')
    assert.equal(said('open', '2026-11-24'), 'Open for pledges until 24 November · 1 day left')
    assert.equal(said('open', TODAY), 'Open for pledges until 23 November · last day')
    assert.equal(said('open', '2027-01-02'), 'Open for pledges until 2 January 2027 · 40 days left')
  })
  it('says when the deadline has passed', () => assert.equal(said('open', '2026-11-22'), 'The deadline passed on 22 November'))
  it('says one word for the others', () => {
    assert.deepEqual([said('ready'), said('running'), said('ended')], ['Ready to start', 'Running', 'Ended'])
    assert.equal(sayState({ state: 'ended', openUntil: TODAY, how: 'not reached' }, TODAY), 'Not reached')
  })
})

describe('the state on a card', () => {
  const line = { ...aProject(), ownerId: 'council-lead', organisationName: 'Harrowmere City Council', how: undefined }
  const said = (more: Partial<Project & { how: How; endedOn: Day }>) => sayStateInList({ ...line, ...more }, TODAY)
  it('always has a date, and every month its capital', () => {
    assert.equal(said({}), 'open until 14 December')
    assert.equal(said({ openUntil: '2026-11-20' }), 'deadline passed on 20 November')
    assert.equal(said({ state: 'ready', readyOn: '2026-11-20' }), 'ready, first date to be named by 27 November')
    assert.equal(said({ state: 'running', firstDate: '2026-12-08' }), 'running until 31 March 2027')
    assert.equal(said({ state: 'running', roles: [], firstDate: '2026-11-20' }), 'running, work ended on 20 November')
    assert.equal(said({ state: 'ended', how: 'not reached', endedOn: '2026-11-20' }), 'not reached on 20 November')
  })
})

describe('what was done', () => {
  it('is said to the owner alone, and only what we know', () => {
    assert.equal(doneFor(true, 'started')?.title, 'The project has started')
    assert.equal(doneFor(false, 'started'), undefined)
    for (const key of [undefined, '', 'nonsense', 'constructor', 'toString', '__proto__']) assert.equal(doneFor(true, key), undefined)
  })
})

describe('the first date', () => {
  const said = (course: Parameters<typeof sayFirstDate>[0]) => sayFirstDate(course, TODAY)
  it('is said as far as it is known', () => {
    const openUntil = '2026-12-14'
    assert.match(said({ state: 'open', openUntil }), /^If the project is complete by 14 December, its owner names the first date/)
    assert.match(said({ state: 'open', openUntil: '2026-11-20' }), /^The deadline has passed\. .* by 27 November\.$/)
    assert.match(said({ state: 'ready', openUntil, readyOn: '2026-11-20' }), /The owner names the first date by 27 November\.$/)
    assert.equal(said({ state: 'running', openUntil, firstDate: '2026-12-08' }), 'Everybody first meets on 8 December.')
    assert.equal(said({ state: 'running', openUntil, firstDate: '2026-11-10' }), 'Everybody first met on 10 November.')
  })
})

describe('what happens next', () => {
  const said = (words: Parameters<typeof aProject>[0]) => sayNext(nextOf(aProject(words), TODAY), TODAY)
  const REST =
    ' by 14 December, the project is ready and its owner names the first date. If not, the owner chooses within a week: extend it once, make it smaller, merge it into another, or stop it.'
  it('says what is missing', () => {
    assert.equal(said({}), `If web design is pledged, with at least one other organisation,${REST}`)
    assert.equal(said({ roles: [...FULL, { skill: 'law' }, { skill: 'data' }] }), `If law and data are pledged${REST}`)
    assert.equal(said({ roles: [{ skill: 'law', filledBy: ['council'] }] }), `If somebody from another organisation pledges${REST}`)
  })
  it('says what happens if nobody chooses, and offers what can still be chosen', () => {
    const AFTER = 'make it smaller, merge it into another, or stop it. If nothing is chosen, it ends as not reached and everybody is freed.'
    assert.equal(said({ openUntil: '2026-11-20' }), `The owner chooses by 27 November: extend it once, ${AFTER}`)
    assert.equal(said({ openUntil: '2026-11-20', isExtended: true }), `The owner chooses by 27 November: ${AFTER}`)
  })
  it('says when everybody meets, and the phase with the day of the next word', () => {
    const WORD = 'whether it goes on, changes or stops. If that day passes, we ask them, and again every four weeks.'
    assert.equal(
      said({ state: 'running', firstDate: '2026-12-08' }),
      `Everybody first meets on 8 December. Discovery. The owner says by 2 February 2027 ${WORD}`,
    )
    assert.equal(said({ state: 'running', firstDate: '2026-11-09' }), `Discovery. The owner says by 4 January 2027 ${WORD}`)
  })
  it('says who is asked when the work is over', () =>
    assert.equal(
      sayNext({ is: 'tell', since: '2026-11-22' }, TODAY),
      'The last role ended on 22 November. The owner says how it ended; we ask every two weeks.',
    ))
})

describe('the line beside the discs', () => {
  it('counts places and organisations, and says what is missing', () => {
    assert.deepEqual(sayGauge(aProject()), { filled: '0 of 1 place filled', more: '1 organisation in; ready when web design is pledged' })
    assert.deepEqual(sayGauge(aProject({ roles: [...FULL, { skill: 'law', places: 2 }] })), {
      filled: '1 of 3 places filled',
      more: '2 organisations in; ready when law is pledged',
    })
    assert.equal(
      sayGauge(aProject({ roles: [{ skill: 'law', filledBy: ['council'] }] })).more,
      '1 organisation in; ready when another organisation pledges',
    )
    assert.equal(sayGauge(aProject({ state: 'running', roles: FULL })).more, '2 organisations in')
  })
  it('says dates with the year once', () => assert.equal(sayDates('2027-01-04', '2027-03-31', TODAY), '4 January to 31 March 2027'))
})

describe('hours', () => {
  it('are read in halves, with a point or a comma', () =>
    assert.deepEqual(['0.5', '3', '2,5', ' 40 ', '7.50'].map(readHours), [0.5, 3, 2.5, 40, 7.5].map(yes)))
  it('are refused with the reason', () => {
    assert.deepEqual(readHours(' '), no('no hours'))
    for (const typed of ['0', '0.4', '2.25', '-3', '3h', '1e1', 'three', '٣', '12345', '3.5.1'])
      assert.deepEqual(readHours(typed), no('not hours'), typed)
    assert.deepEqual(readHours('40.5'), no('too many hours'))
  })
  it('are said in the right number', () => assert.deepEqual([sayHours(1), sayHours(2.5)], ['1 hour a week', '2.5 hours a week']))
})

describe('a lesson', () => {
  const typed: Lesson = { reason: ' why ', tried: 'a\r\nb', learnt: 'c', again: '' }
  it('asks for everything when something stops', () => {
    assert.deepEqual(readLesson({ reason: '', tried: ' ', learnt: '\0', again: 'x'.repeat(1001) }, 'stopped').faults, {
      reason: 'empty',
      tried: 'empty',
      learnt: 'unseen characters',
      again: 'too long',
    })
    assert.deepEqual(readLesson(typed, 'stopped').faults, { again: 'empty' })
  })
  it('leaves open what would make us try again when something is delivered', () =>
    assert.deepEqual(readLesson(typed, 'delivered'), { lesson: { reason: 'why', tried: 'a\nb', learnt: 'c', again: '' }, faults: {} }))
})
