/** How typed text becomes listings. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isOpen, type Listing, levelIn, openUntil, readListings, say } from './listing.ts'

const read = (typed: string): readonly string[] | string => {
  const answer = readListings(typed)
  return answer.yes ? answer.value : answer.why
}

describe('what is typed', () => {
  it('is one thing a line, or several between commas and semicolons', () => {
    assert.deepEqual(read('web design, C#, six months of call data'), ['web design', 'C#', 'six months of call data'])
    assert.deepEqual(read('web design\r\n- C#\n\n* a room;R,'), ['web design', 'C#', 'a room', 'R'])
    assert.deepEqual(read(' \n, ;'), [])
  })
  it('keeps numbers and brackets together', () => {
    assert.deepEqual(read('14,000 visits with dates,3 rooms'), ['14,000 visits with dates', '3 rooms'])
    assert.deepEqual(read('data (calls, letters; visits), maps (old, (new'), ['data (calls, letters; visits)', 'maps (old', '(new'])
  })
  it('counts the same thing once, whatever the capitals and spaces', () => {
    assert.deepEqual(read('Web  design, web design, .NET, NET'), ['Web  design', '.NET', 'NET'])
  })
  it('is refused when a thing is too long, unreadable, or one too many', () => {
    assert.deepEqual(read(`R, ${'x'.repeat(100)}`), ['R', 'x'.repeat(100)])
    assert.equal(read(`R, ${'x'.repeat(101)}`), 'too long')
    assert.equal(read('R, C\u202e#'), 'unseen characters')
    const things = (many: number) => Array.from({ length: many }, (_, at) => `thing ${at}`)
    assert.equal(read(things(20).join(',')).length, 20)
    assert.equal(read(things(21).join(',')), 'too many')
  })
})

describe('saying it', () => {
  const listing = (what: string, until = '2026-12-31'): Listing => ({
    id: what,
    person: 'nurse',
    is: 'have',
    what,
    saidOn: '2026-10-02',
    until,
  })
  const today = '2026-11-23'

  it('opens what is new for 90 days, and what is known anew', () => {
    assert.equal(openUntil(today), '2027-02-21')
    const [known, over] = [listing('web design'), listing('R', '2026-11-22')]
    assert.deepEqual(say([known, over], ['r', 'C#'], today), { yes: true, value: { again: [over], fresh: ['C#'] } })
  })
  it('is open on its last day, and not after it', () => {
    assert.deepEqual([isOpen(listing('R', today), today), isOpen(listing('R', '2026-11-22'), today)], [true, false])
  })
  it('keeps how well somebody does it, and changes it when they say so', () => {
    assert.deepEqual(['SQL (Expert)', 'SQL', 'SQL (2019)', 'Welsh (basic)'].map(levelIn), ['expert', undefined, undefined, 'basic'])
    const [sql, r] = [listing('SQL (expert)'), listing('R')]
    const value = { again: [sql, { ...r, what: 'R (basic)' }], fresh: ['C#'] }
    assert.deepEqual(say([sql, r], ['sql', 'R (basic)', 'C#'], today), { yes: true, value })
  })
  it('takes at most 20 that are open at a time', () => {
    const open = Array.from({ length: 19 }, (_, at) => listing(`open ${at}`))
    const over = listing('over', '2026-11-22')
    assert.equal(say([...open, over], ['one more'], today).yes, true)
    assert.equal(say([...open, over], ['one more', 'open 3'], today).yes, true)
    assert.deepEqual(say([...open, over], ['one more', 'over'], today), { yes: false, why: 'too many' })
  })
})
