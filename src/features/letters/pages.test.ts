/** The demo's letters, in the list and alone. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import type { Visit } from '../../web/visit.ts'
import type { Letter } from './letter.ts'
import { letterPage, lettersPage } from './pages.ts'

it('say the day on which they were written, whenever they left', () => {
  const visit = { ...MONDAY, viewer: undefined } as Visit
  const letter: Letter = {
    id: '1',
    kind: 'sign in',
    recipient: 'ann@example.test',
    subject: 'A letter',
    body: 'Hello',
    writtenAt: new Date('2026-11-02T09:30:00Z'),
    sentAt: MONDAY.now,
  }
  for (const page of [letterPage(visit, letter), lettersPage(visit, [letter], false, undefined)]) {
    assert.match(String(page), /2 November, 09:30/)
    assert.doesNotMatch(String(page), /23 November/)
  }
})
