/** What people type is kept as it is, or refused with the reason. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as always, property, string } from 'fast-check'
import { no, yes } from './answer.ts'
import { count, lengthOf, list, readText } from './text.ts'

const seed = 20261123

describe('a text that somebody types', () => {
  it('is empty when there is nothing but space', () => {
    assert.deepEqual(readText(' \t\r\n\u00a0', { most: 10 }), no('empty'))
    assert.deepEqual(readText('  ', { most: 10, optional: true }), yes(''))
  })
  it('loses the space around it and keeps the space inside', () =>
    assert.deepEqual(readText('  two  words ', { most: 20 }), yes('two  words')))
  it('may be exactly as long as the limit', () => {
    assert.deepEqual(readText('a'.repeat(100), { most: 100 }), yes('a'.repeat(100)))
    assert.deepEqual(readText('a'.repeat(101), { most: 100 }), no('too long'))
    assert.deepEqual(readText('a'.repeat(1_000_000), { most: 100 }), no('too long'))
  })
  it('is counted in letters as people see them', () => {
    assert.deepEqual(readText('😀😀😀', { most: 3 }), yes('😀😀😀'))
    assert.equal(lengthOf('Zoë 😀'), 5)
  })
  it('has its letters composed, and is counted after that', () => assert.deepEqual(readText('Zoe\u0308', { most: 3 }), yes('Zo\u00eb')))
  it('may have lines where lines are asked for', () => {
    assert.deepEqual(readText('one\r\ntwo\rthree\n\tfour', { most: 50, lines: 'many' }), yes('one\ntwo\nthree\n\tfour'))
    assert.deepEqual(readText('one\ntwo', { most: 50 }), no('unseen characters'))
  })
  const UNSEEN = {
    'a zero byte': '\0',
    'an escape': '\u001b',
    'a bell': '\u0007',
    'a right-to-left override': '\u202e',
    'an isolate': '\u2067',
    'a line separator': '\u2028',
    'a byte order mark': '\ufeff',
  }
  for (const [name, character] of Object.entries(UNSEEN))
    it(`is refused with ${name} in it`, () => {
      assert.deepEqual(readText(`a${character}b`, { most: 50 }), no('unseen characters'))
      assert.deepEqual(readText(`a${character}b`, { most: 50, lines: 'many' }), no('unseen characters'))
    })
  const KEPT = ['<script>alert(1)</script>', "Robert'); drop table people;--", '{{title}} %s \\n', 'שלום עולם', '👩🏽‍💻', '=1+1', '&amp;']
  for (const text of KEPT) it(`is kept letter by letter: ${text}`, () => assert.deepEqual(readText(text, { most: 80 }), yes(text)))

  it('once kept, is read again as itself', () =>
    always(
      property(string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const first = readText(typed, { most: 50, lines: 'many' })
        if (first.yes) assert.deepEqual(readText(first.value, { most: 50, lines: 'many' }), first)
      }),
      { seed, numRuns: 500 },
    ))
})

describe('counting and listing', () => {
  it('counts one and many', () =>
    assert.deepEqual(
      [count(0, 'role'), count(1, 'role'), count(2, 'role'), count(2, 'person', 'people')],
      ['0 roles', '1 role', '2 roles', '2 people'],
    ))
  it('sets off thousands', () => assert.equal(count(12_345, 'hour'), '12,345 hours'))
  it('lists as people say it', () => {
    assert.equal(list([]), '')
    assert.equal(list(['web design']), 'web design')
    assert.equal(list(['web design', 'law']), 'web design and law')
    assert.equal(list(['web design', 'law', 'data']), 'web design, law and data')
  })
})
