/** The rules of a broker's item. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { NURSE, OWNER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { type Item, mayClose, mayHandOver, maySnooze, mayTake } from './item.ts'

const BROKER = { ...NURSE, broker: true }
const [TODAY, OTHER] = ['2026-11-23', 'another-broker']
const anItem = (more: Partial<Item> = {}): Item => ({
  ...{ id: 'item', kind: 'start overdue', about: 'missed-bins', since: '2026-11-09', what: '', openedOn: '2026-11-12' },
  ...more,
})
const THEIRS = anItem({ takenBy: { id: OTHER, name: 'Other' } })
const MINE = anItem({ takenBy: { id: BROKER.person, name: 'Mine' } })
const CLOSED = anItem({ closing: { outcome: 'solved', line: 'Rang her.', on: TODAY } })

it('is taken by a broker, once', () => {
  assert.deepEqual(mayTake(anItem(), BROKER), yes(true))
  assert.deepEqual(mayTake(MINE, BROKER), yes(true))
  assert.deepEqual(mayTake(anItem(), OWNER), no('not a broker'))
  assert.deepEqual(mayTake(THEIRS, BROKER), no('taken by another'))
  assert.deepEqual(mayTake(CLOSED, BROKER), no('closed before'))
})
it('is handed over by any broker, even to oneself, but never to somebody else', () => {
  const brokers = [BROKER.person, OTHER]
  assert.deepEqual(mayHandOver(MINE, BROKER, OTHER, brokers), yes(OTHER))
  assert.deepEqual(mayHandOver(THEIRS, BROKER, BROKER.person, brokers), yes(BROKER.person))
  assert.deepEqual(mayHandOver(THEIRS, BROKER, OTHER, brokers), no('has it already'))
  assert.deepEqual(mayHandOver(MINE, BROKER, OWNER.person, brokers), no('nobody chosen'))
  assert.deepEqual(mayHandOver(MINE, OWNER, OTHER, brokers), no('not a broker'))
})
it('is put off until a day ahead, at most 60 days', () => {
  const until = (day: string | undefined) => maySnooze(anItem(), BROKER, day, TODAY)
  assert.deepEqual(until('2026-11-24'), yes('2026-11-24'))
  assert.deepEqual(until('2027-01-22'), yes('2027-01-22'))
  assert.deepEqual([until('2027-01-23'), until(TODAY), until(undefined)], [no('day too far'), no('day not ahead'), no('no such day')])
  assert.deepEqual(maySnooze(THEIRS, BROKER, '2026-11-24', TODAY), no('taken by another'))
})
it('is closed with an outcome and a sentence', () => {
  assert.deepEqual(mayClose(THEIRS, BROKER, 'passed on', 'The council does it.'), yes('passed on'))
  assert.deepEqual(mayClose(MINE, BROKER, 'settled by itself', 'So.'), no('no outcome'))
  assert.deepEqual(mayClose(MINE, BROKER, 'solved', ''), no('nothing said'))
  assert.deepEqual(mayClose(CLOSED, BROKER, 'solved', 'Again.'), no('closed before'))
})
