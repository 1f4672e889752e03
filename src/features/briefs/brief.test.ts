/** A brief says everything that is wrong with it at once, each fault at its own field. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aTypedBrief, aTypedRole } from '../../../tests/cast.ts'
import { EMPTY_BRIEF, EMPTY_HAVE, EMPTY_ROLE, type Fault, MOST, readBrief, type TypedBrief, type TypedRole } from './brief.ts'

const TODAY = '2026-11-23'
const faultsOf = (brief: Partial<TypedBrief>): string[] =>
  readBrief(aTypedBrief(brief), TODAY).faults.map(({ field, why }) => `${field}: ${why}`)
const faultsOfRole = (role: Partial<TypedRole>): string[] => faultsOf({ roles: [aTypedRole(role)] })

describe('a brief', () => {
  it('may be published as it is when nothing is wrong', () =>
    assert.deepEqual(readBrief(aTypedBrief(), TODAY), {
      brief: {
        title: 'Report a missed bin',
        problem: 'Three councils pay for the same form.',
        forWhom: 'residents',
        openUntil: '2026-12-14',
        haves: [{ what: 'C# development', about: '14 hours a week' }],
        roles: [
          {
            skill: 'Web design',
            level: 'any',
            places: 1,
            hoursAWeek: 3,
            from: '2026-12-01',
            until: '2027-03-31',
            mustHave: true,
            purpose: 'creating',
          },
        ],
        others: [],
        tags: [],
        suppliersWelcome: false,
        noneFits: '',
      },
      faults: [],
    }))
  it('names every fault of an empty one at once', () =>
    assert.deepEqual(
      readBrief(EMPTY_BRIEF, TODAY).faults.map(({ field, why }) => `${field}: ${why}`),
      ['title: empty', 'problem: empty', 'for-whom: empty', 'role-1-skill: no role'],
    ))
  it('needs no haves, and no words about a have', () => {
    assert.deepEqual(faultsOf({ haves: [EMPTY_HAVE] }), [])
    assert.deepEqual(faultsOf({ haves: [{ what: 'data', about: '' }] }), [])
  })
  it('may have lines in its problem and nowhere else', () => {
    assert.deepEqual(faultsOf({ problem: 'one\n\ntwo' }), [])
    assert.deepEqual(faultsOf({ title: 'one\ntwo', forWhom: 'a\nb' }), ['title: unseen characters', 'for-whom: unseen characters'])
  })
  it('says how long a text may be', () => {
    const long = (field: string, most: number): Fault => ({ field, why: 'too long', most })
    const brief = {
      title: 'x'.repeat(101),
      problem: 'x'.repeat(2001),
      forWhom: 'x'.repeat(201),
      haves: [{ what: 'x'.repeat(101), about: 'x'.repeat(201) }],
      roles: [aTypedRole({ skill: 'x'.repeat(81) })],
    }
    assert.deepEqual(readBrief(aTypedBrief(brief), TODAY).faults, [
      long('title', 100),
      long('problem', 2000),
      long('for-whom', 200),
      long('have-1-what', 100),
      long('have-1-about', 200),
      long('role-1-skill', 80),
    ])
  })
  it('may need other things than people, each of a kind', () => {
    const others = (kind: string, what: string) =>
      faultsOf({
        others: [
          { kind: '', what: ' ' },
          { kind, what },
        ],
      })
    assert.deepEqual(others('venue', 'A room'), [])
    assert.deepEqual(others('', 'A room'), ['other-2-kind: no kind'])
    assert.deepEqual(others('nonsense', 'x'.repeat(101)), ['other-2-kind: no kind', 'other-2-what: too long'])
    assert.deepEqual(readBrief(aTypedBrief({ others: [{ kind: 'venue', what: ' A room ' }] }), TODAY).brief.others, [
      { kind: 'venue', what: 'A room' },
    ])
  })
  it('is about each thing once, and about a few', () => {
    assert.deepEqual(readBrief(aTypedBrief({ tags: ['a', 'b', 'a'] }), TODAY).brief.tags, ['a', 'b'])
    assert.deepEqual(faultsOf({ tags: Array.from({ length: MOST.tags + 1 }, (_, at) => `${at}`) }), ['tags: too many tags'])
  })
  it('welcomes suppliers only when it says so', () => {
    const welcome = (suppliers: string) => readBrief(aTypedBrief({ suppliers }), TODAY).brief.suppliersWelcome
    assert.deepEqual([welcome('yes'), welcome(''), welcome('nonsense')], [true, false, false])
  })
  it('asks for any level unless it says which', () => {
    const level = (typed: string) => readBrief(aTypedBrief({ roles: [aTypedRole({ level: typed })] }), TODAY).brief.roles[0]?.level
    assert.deepEqual([level('expert'), level('nonsense')], ['expert', 'any'])
  })
  it('is open for 21 to 28 days', () => {
    for (const days of ['21', ' 28 ']) assert.deepEqual(faultsOf({ days }), [])
    for (const days of ['20', '29', '', '-21', '21.5', '2e1', 'three weeks', '0021']) assert.deepEqual(faultsOf({ days }), ['days: days'])
  })
})

describe('the rows of a brief', () => {
  it('are nothing when they are blank, and keep their numbers', () => {
    const roles = [EMPTY_ROLE, aTypedRole(), { ...EMPTY_ROLE, from: '2026-12-01', until: '2027-03-31' }, aTypedRole({ hours: '' })]
    assert.deepEqual(faultsOf({ roles }), ['role-4-hours: no hours'])
    assert.equal(readBrief(aTypedBrief({ roles: roles.slice(0, 3) }), TODAY).brief.roles.length, 1)
    assert.deepEqual(faultsOf({ haves: [EMPTY_HAVE, { what: ' ', about: 'more' }] }), ['have-2-what: empty'])
  })
  it('say what is wrong with each field of a role', () => {
    assert.deepEqual(faultsOfRole({ skill: ' ' }), ['role-1-skill: empty'])
    assert.deepEqual(faultsOfRole({ hours: 'some' }), ['role-1-hours: not hours'])
    assert.deepEqual(faultsOfRole({ hours: '41' }), ['role-1-hours: too many hours'])
    for (const places of ['0', '21', '', '1.5', 'two', '-1']) assert.deepEqual(faultsOfRole({ places }), ['role-1-places: places'])
    assert.deepEqual(faultsOfRole({ from: '' }), ['role-1-from: empty'])
    assert.deepEqual(faultsOfRole({ until: '31 February 2027' }), ['role-1-until: no such day'])
    assert.deepEqual(faultsOfRole({ from: '2026-11-22' }), ['role-1-from: day has passed'])
    assert.deepEqual(faultsOfRole({ until: '2030-01-01' }), ['role-1-until: day too far'])
    assert.deepEqual(faultsOfRole({ from: '2027-04-01' }), ['role-1-until: ends before it begins'])
  })
  it('may begin today, and end on the day they begin', () =>
    assert.deepEqual(faultsOfRole({ from: '23/11/2026', until: '23 November 2026' }), []))
  it('hold a must-have unless they say welcome, for creating unless they say otherwise', () => {
    const [role] = readBrief(aTypedBrief({ roles: [aTypedRole({ must: 'nonsense', purpose: 'nonsense' })] }), TODAY).brief.roles
    assert.deepEqual([role?.mustHave, role?.purpose], [true, 'creating'])
    const [after] = readBrief(aTypedBrief({ roles: [aTypedRole({ purpose: 'looking after' })] }), TODAY).brief.roles
    assert.equal(after?.purpose, 'looking after')
  })
  it('need one must-have among them', () => assert.deepEqual(faultsOfRole({ must: 'welcome' }), ['role-1-must: no must-have']))
  it('are checked all, not only the first', () =>
    assert.deepEqual(faultsOf({ roles: [aTypedRole({ hours: '0' }), aTypedRole({ skill: '' }), aTypedRole({ places: '0' })] }), [
      'role-1-hours: not hours',
      'role-2-skill: empty',
      'role-3-places: places',
    ]))
})
