/** Who decides who speaks for an organisation, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { COLLEAGUE, NURSE, OWNER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { nameAsSpeaker, removeAsSpeaker } from './speaker.ts'

const BROKER = { ...NURSE, broker: true }
const SPEAKERS = [{ id: OWNER.person }]

describe('speaking for an organisation', () => {
  it('is decided by those who speak for it, and by brokers', () => {
    for (const viewer of [OWNER, BROKER]) assert.deepEqual(nameAsSpeaker(viewer, SPEAKERS, { isMember: true }), yes(true))
    for (const viewer of [COLLEAGUE, NURSE]) assert.deepEqual(nameAsSpeaker(viewer, SPEAKERS, { isMember: true }), no('may not'))
  })
  it('is for its members alone', () => assert.deepEqual(nameAsSpeaker(OWNER, SPEAKERS, { isMember: false }), no('not a member')))
  it('is taken back by either, also from oneself and also from the last', () => {
    for (const viewer of [OWNER, BROKER]) assert.deepEqual(removeAsSpeaker(viewer, SPEAKERS, OWNER.person), yes(true))
    assert.deepEqual(removeAsSpeaker(COLLEAGUE, SPEAKERS, OWNER.person), no('may not'))
    assert.deepEqual(removeAsSpeaker(OWNER, SPEAKERS, COLLEAGUE.person), no('not a speaker'))
  })
})
