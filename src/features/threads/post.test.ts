/** Who may write, change, report and judge what is said in a thread. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { COLLEAGUE, MONDAY, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { change, hasRemoved, type Post, write } from './post.ts'
import { judge, type Report, report } from './report.ts'
import { sayClosed, sayWhen } from './words.ts'

const aPost = (more: Partial<Post> = {}): Post => ({
  id: 'post',
  about: 'missed-bins',
  person: { id: NURSE.person, name: NURSE.name, job: 'nurse', organisationName: 'Tarnbeck NHS Trust' },
  said: 'Who empties the bins at night?',
  saidAt: MONDAY.now,
  ...more,
})
const REMOVED = { removed: { by: 'own', at: MONDAY.now } } as const
const aReport = (isAnswered: boolean): Report => ({
  by: { id: OWNER.person, name: OWNER.name, job: '', organisationName: '' },
  reason: 'It names a resident.',
  said: 'x',
  at: MONDAY.now,
  isAnswered,
})
const MODERATOR = { ...COLLEAGUE, moderator: true }

describe('a post', () => {
  it('is written by members alone', () => assert.deepEqual([write(NURSE), write(STRANGER)], [yes(true), no('not a member')]))
  it('is changed by its writer alone, for as long as it stands and they are a member', () => {
    assert.deepEqual(change(aPost(), NURSE), yes(true))
    assert.deepEqual(change(aPost(), { ...OWNER, moderator: true }), no('not yours'))
    assert.deepEqual(change(aPost(REMOVED), NURSE), no('removed'))
    assert.deepEqual(change(aPost(), { ...STRANGER, person: NURSE.person }), no('not a member'))
  })
  it('has been removed when its writer presses twice', () =>
    assert.deepEqual(
      [hasRemoved(aPost(REMOVED), NURSE.person), hasRemoved(aPost(), NURSE.person), hasRemoved(aPost(REMOVED), OWNER.person)],
      [true, false, false],
    ))
  it('says when it was written, with the year when that is another', () => {
    assert.equal(sayWhen(MONDAY.zone, MONDAY.now, '2026-12-01'), '23 November, 10:00')
    assert.equal(sayWhen(MONDAY.zone, MONDAY.now, '2027-01-01'), '23 November 2026, 10:00')
  })
  it('is counted for those who may not read it', () =>
    assert.deepEqual([0, 1, 2].map(sayClosed), [
      'Members can talk about this here. Nobody has written yet.',
      'Members talk about this here: 1 post so far.',
      'Members talk about this here: 2 posts so far.',
    ]))
})

describe('a report', () => {
  it('is made by a member about the words of another', () => {
    assert.deepEqual(report(aPost(), OWNER, undefined, 1), yes(true))
    assert.deepEqual(report(aPost(), STRANGER, undefined, 1), no('not a member'))
    assert.deepEqual(report(aPost(), NURSE, undefined, 1), no('own post'))
    assert.deepEqual(report(aPost(REMOVED), OWNER, undefined, 1), no('removed'))
  })
  it('is not made again once it was answered, nor when nobody could look at it', () => {
    assert.deepEqual(report(aPost(), OWNER, aReport(true), 1), no('looked at before'))
    assert.deepEqual(report(aPost(), OWNER, undefined, 0), no('nobody to look'))
  })
  it('is answered once, by a moderator who did not write the post', () => {
    assert.deepEqual(judge(aPost(), MODERATOR, 1), yes(true))
    assert.deepEqual(judge(aPost(), COLLEAGUE, 1), no('not a moderator'))
    assert.deepEqual(judge(aPost(), { ...NURSE, moderator: true }, 1), no('own words'))
    assert.deepEqual(judge(aPost(), MODERATOR, 0), no('answered before'))
  })
  it('may be answered after the writer has removed the words', () => assert.deepEqual(judge(aPost(REMOVED), MODERATOR, 1), yes(true)))
})
