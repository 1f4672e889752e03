/** What letters about pledges promise: only what is true. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { LetterFacts } from '../letters/letter.ts'
import { pledgeLetters } from './letters.ts'

const TODAY = '2026-11-23'
const about = { pledge: '1', project: '2', title: 'Report a missed bin', skill: 'web design' }

it('those who are accepted hear what is known of the first date', () => {
  const said = (course: LetterFacts['pledge accepted']['course']) =>
    pledgeLetters['pledge accepted']({
      ...about,
      hours: 2,
      from: '2026-12-01',
      until: '2027-03-31',
      course,
      today: TODAY,
    }).paragraphs.join()
  assert.match(said({ state: 'open', openUntil: '2026-12-14' }), /If the project is complete by 14 December/)
  assert.match(said({ state: 'ready', openUntil: '2026-12-14', readyOn: TODAY }), /The owner names the first date by 30 November\./)
  assert.match(said({ state: 'running', openUntil: '2026-12-14', firstDate: '2026-12-08' }), /Everybody first meets on 8 December\./)
})
it('those in line are not told that they are first, and hear until when their offer is kept', () => {
  const { subject, paragraphs } = pledgeLetters['place taken']({ ...about, by: '2026-12-21', today: TODAY })
  assert.equal(subject, 'Report a missed bin: you are in line for web design')
  assert.match(paragraphs.join(), /kept until 21 December/)
})
