/** What a brief's form sends is kept as it was typed, and its buttons change its rows. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aTypedBrief, aTypedRole } from '../../../tests/cast.ts'
import { readForm } from '../../web/form.ts'
import { EMPTY_BRIEF, EMPTY_HAVE, EMPTY_OTHER, EMPTY_ROLE, MOST } from './brief.ts'
import { typedBriefOf, withChangedRows } from './brief-form.ts'

describe('a form', () => {
  const read = (fields: Record<string, string>) => typedBriefOf(readForm(new URLSearchParams(fields).toString()))
  it('without rows has one free row of each', () =>
    assert.deepEqual(read({}), { ...EMPTY_BRIEF, days: '', haves: [EMPTY_HAVE], roles: [EMPTY_ROLE] }))
  it('keeps every word as it was typed', () => {
    const fields = {
      title: ' T ',
      problem: 'P\r\n',
      'for-whom': 'F',
      days: 'x',
      'have-1-what': 'W',
      'have-1-about': 'A',
      'role-1-skill': 'S',
      'role-1-level': 'expert',
      'other-1-kind': 'data',
      'other-1-what': 'O',
      suppliers: 'yes',
      'none-fits': 'N',
      'role-1-places': 'many',
      'role-1-hours': '3h',
      'role-1-from': 'soon',
      'role-1-until': 'later',
      'role-1-must': 'welcome',
      'role-1-purpose': 'looking after',
    }
    const role = {
      skill: 'S',
      level: 'expert',
      places: 'many',
      hours: '3h',
      from: 'soon',
      until: 'later',
      must: 'welcome',
      purpose: 'looking after',
    }
    assert.deepEqual(read(fields), {
      title: ' T ',
      problem: 'P\r\n',
      forWhom: 'F',
      days: 'x',
      haves: [{ what: 'W', about: 'A' }],
      roles: [role],
      others: [{ kind: 'data', what: 'O' }],
      tags: [],
      suppliers: 'yes',
      noneFits: 'N',
    })
  })
  it('has no more rows than a brief may have', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 50 }, (_, row) => [
        [`have-${row + 1}-what`, 'x'],
        [`role-${row + 1}-skill`, 'x'],
      ]).flat(),
    )
    const { haves, roles } = read(fields)
    assert.deepEqual([haves.length, roles.length], [MOST.haves, MOST.roles])
  })
})

describe('the rows of a brief', () => {
  const two = aTypedBrief({ roles: [aTypedRole({ skill: 'Web design' }), aTypedRole({ skill: 'Research' })] })

  it('can be removed and put back', () => {
    const removed = withChangedRows(two, 'remove-role-1')
    assert.deepEqual(
      removed.roles.map(({ skill }) => skill),
      ['Research'],
    )
    assert.deepEqual(
      withChangedRows(removed, 'put-back').roles.map(({ skill }) => skill),
      ['Research', 'Web design'],
    )
  })
  it('are other needs too', () => {
    const [data, venue] = [
      { kind: 'data', what: 'Calls' },
      { kind: 'venue', what: 'A room' },
    ]
    const both = aTypedBrief({ others: [data, venue] })
    const removed = withChangedRows(both, 'remove-other-1')
    assert.deepEqual([removed.others, removed.removed], [[venue], { what: 'other', row: data }])
    assert.deepEqual(withChangedRows(removed, 'put-back').others, [venue, data])
    assert.deepEqual(withChangedRows(aTypedBrief(), 'add-other').others, [EMPTY_OTHER, EMPTY_OTHER])
  })
  it('travel as JSON once removed', () => {
    const removed = { what: 'other' as const, row: { kind: 'data', what: 'Calls' } }
    const form = readForm(new URLSearchParams({ removed: JSON.stringify(removed) }).toString())
    assert.deepEqual(typedBriefOf(form).removed, removed)
  })
  it('never lose their last one', () => assert.deepEqual(withChangedRows(aTypedBrief(), 'remove-role-1'), aTypedBrief()))
  it('take the days of the row before when one is added', () =>
    assert.equal(withChangedRows(two, 'add-role').roles[2]?.until, '2027-03-31'))
  it('ignore a removed row that is none', () => {
    for (const nonsense of ['', '{', 'null', '{"what":"role","row":{}}', '{"what":"role"}']) {
      assert.equal(typedBriefOf(readForm(new URLSearchParams({ removed: nonsense }).toString())).removed, undefined)
    }
  })
})
