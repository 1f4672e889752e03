/** Who may open, join and change a round, what a form says, which reasons are shown and which numbers, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { COLLEAGUE, MONDAY, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { seenBy } from '../people/profile.ts'
import { shownAnswered, shownMet, shownPairs } from './figures.ts'
import { shownReasons } from './meeting.ts'
import { mayJoin, mayOrganise, mayShape, type Round } from './round.ts'
import { begun, EXAMPLES, readRound } from './round-form.ts'

const BROKER = { ...NURSE, person: 'broker', broker: true }
const aRound = (more: Partial<Round> = {}): Round => ({
  ...{
    id: 'round',
    organiser: { id: OWNER.person, name: 'Lead', job: '', organisationName: '' },
    title: 'Coffee',
    line: '',
    size: 2,
    across: [],
  },
  ...{ audience: { is: 'everybody' }, meetDays: 14, turns: 1, everyWeeks: 1, invites: false, isOver: false },
  turn: { id: 'turn', number: 1, state: 'open', closesOn: '2026-12-04' },
  ...more,
})
const FREE = { isPaused: false, isAsked: false }

describe('a round', () => {
  it('is opened by brokers and speakers, and changed by its organiser or a broker', () => {
    assert.deepEqual([mayOrganise(BROKER, false), mayOrganise(OWNER, true)], [yes(true), yes(true)])
    assert.deepEqual([mayOrganise(OWNER, false), mayOrganise(STRANGER, true)], [no('may not organise'), no('may not organise')])
    const matched = aRound({ turn: { id: 'turn', number: 1, state: 'matched', closesOn: '2026-11-20' } })
    assert.deepEqual([mayShape(matched, OWNER), mayShape(matched, BROKER)], [yes(true), yes(true)])
    assert.deepEqual([mayShape(matched, COLLEAGUE), mayShape(aRound(), OWNER)], [no('not yours'), no('not now')])
    assert.deepEqual(mayShape(matched, { ...STRANGER, person: OWNER.person }), no('not yours'), 'whoever has left their organisation')
  })
  it('is joined by those whom it is for, while it is open', () => {
    const { today } = MONDAY
    const health = aRound({ audience: { is: 'sectors', sectors: ['health'] } })
    assert.deepEqual(mayJoin(health, { ...NURSE, sector: 'health' }, FREE, today), yes(true))
    assert.deepEqual(mayJoin(health, { ...OWNER, sector: 'local' }, FREE, today), no('not for you'))
    assert.deepEqual(mayJoin(aRound(), { ...NURSE, sector: 'supplier' }, FREE, today), no('not for you'))
    assert.deepEqual(mayJoin(aRound(), NURSE, { ...FREE, isPaused: true }, today), no('paused yourself'))
    const closed = aRound({ turn: { id: 'turn', number: 1, state: 'matched', closesOn: '2026-11-20' } })
    assert.deepEqual(
      [mayJoin(closed, NURSE, FREE, today), mayJoin(closed, NURSE, { ...FREE, isAsked: true }, today)],
      [no('closed'), yes(true)],
    )
  })
  it('is read from a form that each example fills in rightly, and names every fault at once', () => {
    for (const each of EXAMPLES) assert.ok(readRound(begun(each, MONDAY.today), MONDAY.today).yes)
    const typed = { ...begun('coffee', MONDAY.today), title: ' ', audience: 'sectors', closes: MONDAY.today, days: '30', weeks: '2' }
    const read = readRound(typed, MONDAY.today)
    assert.deepEqual(!read.yes && read.faults, { title: 'empty', sectors: 'no sector', closes: 'day has passed', weeks: 'turns overlap' })
    const near = (kilometres: string) => readRound({ ...begun('coffee', MONDAY.today), by: 'near', kilometres }, MONDAY.today)
    const [right, wrong] = [near('30'), near('a mile')]
    assert.deepEqual([right.yes && right.value.meets, !wrong.yes && wrong.faults], [{ kilometres: 30 }, { kilometres: 'no number' }])
  })
})

it('shows of the reasons only what both show', () => {
  const open = seenBy(() => 'members')
  const toMatches = seenBy(() => 'matches')
  const reasons = [
    { is: 'need', to: 'a', need: 'sql', have: 'sql', closeness: 1 },
    { is: 'interest', interest: 'interest-choirs' },
    { is: 'across', what: 'profession' },
    { is: 'across', what: 'sector' },
    { is: 'left out', who: 'a' },
  ] as const
  const seen = (other: typeof open, to: 'members' | 'matches') =>
    shownReasons(reasons, new Map(Object.entries({ a: open, b: other })), to).map(({ is }) => is)
  assert.deepEqual(seen(open, 'members'), ['need', 'interest', 'across', 'across'])
  assert.deepEqual(seen(toMatches, 'matches'), ['need', 'interest', 'across', 'across'])
  assert.deepEqual(seen(toMatches, 'members'), ['across'])
  assert.deepEqual(
    seen(
      seenBy(() => 'matching'),
      'matches',
    ),
    ['across'],
  )
})

it('shows no number under five, and none by which a hidden one could be worked out', () => {
  const pair = (people: number, met: number) => ({ first: 'health', second: 'local', people, met }) as const
  const said = (...pairs: ReturnType<typeof pair>[]) => shownPairs(pairs).map(({ people, met }) => [people, met])
  assert.deepEqual(said(pair(12, 8), pair(6, 2), pair(9, 5)), [
    [12, 8],
    [9, 'few'],
    [6, 'few'],
  ])
  assert.deepEqual(said(pair(12, 3), pair(4, 0), pair(9, 2)), [
    [12, 'few'],
    ['few', 'few'],
    ['few', 'few'],
  ])
  const turn = (answered: number, met: number) => ({ number: 1, sentOn: MONDAY.today, meetings: 9, people: 18, leftOut: 0, answered, met })
  assert.deepEqual(shownMet([turn(9, 8), turn(0, 0), turn(9, 9)]), ['few', 'few', 9])
  assert.deepEqual([shownAnswered([turn(9, 8)]), shownAnswered([turn(9, 9)]), shownAnswered([turn(4, 4)])], ['a few more', 9, 'few'])
})
