/** When an ask is due, how its answers are read, and when one counts. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { no, yes } from '../../basics/answer.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { type Ask, type Choice, codeOf, mayAnswer, mayUndo, readCode, readGiven, termFrom, undoUntil, yesOr } from './ask.ts'

const [YES, NO] = yesOr('Accept', 'Decline', { takes: 'a line' }) as [Choice, Choice]
const NOW = new Date('2026-11-23T10:00:00Z')
const anAsk = (more: Partial<Ask> = {}): Ask => ({
  ...{ id: '01kaa8mvr00001abcdefghjkmn', kind: 'pledge offered', about: 'pledge', person: 'owner', code: 'GHJKM', facts: {} },
  ...{ askedOn: '2026-11-23', answerBy: '2026-12-07', reminded: 0, state: 'open' },
  ...more,
})

describe('the days of an ask', () => {
  it('are the third and the seventh for reminders, and the fourteenth to answer', () =>
    assert.deepEqual(termFrom('2026-11-23', AS_IT_COMES), { remindOn: ['2026-11-26', '2026-11-30'], answerBy: '2026-12-07' }))
  it('move from a weekend or a holiday to the next working day', () => {
    const calendar = { ...AS_IT_COMES.calendar, holidays: new Set(['2026-12-25', '2026-12-28']) }
    assert.deepEqual(termFrom('2026-12-11', { ...AS_IT_COMES, calendar }), {
      remindOn: ['2026-12-14', '2026-12-18'],
      answerBy: '2026-12-29',
    })
  })
  it("are the chapter's own, and no reminder comes on or after the last", () => {
    const asks = { remindAfter: [1, 2], days: 3 }
    // A Friday: all three fall on the same Monday.
    assert.deepEqual(termFrom('2026-11-27', { ...AS_IT_COMES, asks }), { remindOn: [], answerBy: '2026-11-30' })
  })
})

describe('an answer', () => {
  it('is given by whoever was asked, once, while it is open', () => {
    assert.deepEqual(mayAnswer(anAsk(), 'owner', YES), yes(YES))
    assert.deepEqual(mayAnswer(anAsk(), 'nurse', YES), no('not asked'))
    assert.deepEqual(mayAnswer(anAsk(), 'owner', undefined), no('no such choice'))
    assert.deepEqual(mayAnswer(anAsk({ state: 'answered' }), 'owner', NO), no('answered before'))
    assert.deepEqual(mayAnswer(anAsk({ state: 'expired' }), 'owner', YES), no('too late'))
    assert.deepEqual(mayAnswer(anAsk({ state: 'over' }), 'owner', YES), no('over'))
  })
  it('can be taken back for ten minutes', () => {
    const answered = anAsk({ state: 'answered', undoUntil: undoUntil(NOW) })
    const after = (minutes: number) => mayUndo(answered, 'owner', YES, new Date(NOW.getTime() + minutes * 60_000))
    assert.deepEqual([after(9), after(10)], [yes(true), no('left the house')])
    assert.deepEqual(mayUndo(answered, 'owner', { ...YES, isFinal: true }, NOW), no('left the house'))
    assert.deepEqual(mayUndo(answered, 'nurse', YES, NOW), no('not asked'))
    assert.deepEqual(mayUndo(anAsk(), 'owner', YES, NOW), no('not answered'))
  })
  it('has a line, hours or a day only where the choice takes them', () => {
    const typed = { line: ' Not this year. ', hours: '3', day: '2027-01-05' }
    const read = (choice: Choice, more = {}) => readGiven(choice, { ...typed, ...more }, '2026-11-23')
    assert.deepEqual(read(YES), yes({ answer: 'yes', line: '' }))
    assert.deepEqual(read(NO), yes({ answer: 'no', line: 'Not this year.' }))
    assert.deepEqual(read(NO, { line: 'x'.repeat(501) }), { yes: false, faults: { line: 'too long' } })
    const hours: Choice = { answer: 'done', label: 'Done', words: [], takes: 'hours' }
    assert.deepEqual(read(hours, { hours: '2,5' }), yes({ answer: 'done', line: '', hours: 2.5 }))
    for (const wrong of ['', 'many', '0', '-1', '101', '1e9'])
      assert.deepEqual(read(hours, { hours: wrong }), { yes: false, faults: { hours: 'no hours' } })
    const day: Choice = { answer: 'renew', label: 'Renew', words: [], takes: 'a day' }
    assert.deepEqual(read(day), yes({ answer: 'renew', line: '', day: '2027-01-05' }))
    assert.deepEqual(read(day, { day: '22 November 2026' }), { yes: false, faults: { day: 'day has passed' } })
    assert.deepEqual(read(day, { day: 'soon' }), { yes: false, faults: { day: 'no such day' } })
  })
})

describe('a code', () => {
  it('is the end of the id, and read as people copy it', () => {
    const code = codeOf('01kaa8mvr00001abcdefgh01k0')
    assert.equal(code, 'H01K0')
    for (const typed of ['H01K0', ' h01k0 ', '[H01K0]', 'hO1kO', 'H0lK0', 'h-01-k0']) assert.equal(readCode(typed), code)
    for (const typed of ['', 'H01K', 'H01K00', 'H01KU']) assert.equal(readCode(typed), undefined)
  })
})
