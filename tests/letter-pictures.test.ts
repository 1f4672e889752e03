/** The docs show every letter as it is today. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { it } from 'node:test'
import { letterList, letterPictures } from './letter-pictures.ts'

const AGAIN = 'Take the pictures again: node docs/letters/take.mjs'
const inDocs = (name: string): string => readFileSync(`docs/${name}`, 'utf8')

it('there is a small picture of every letter, and of no other', () => {
  const kept = readdirSync('docs/letters').filter((name) => name.endsWith('.svg'))
  assert.deepEqual(kept.sort(), [...letterPictures().keys()].sort(), AGAIN)
  for (const name of kept) assert.ok(statSync(`docs/letters/${name}`).size < 15_000, name)
})

it('no picture is older than its letter', () => {
  const old = [...letterPictures()].filter(([name, picture]) => inDocs(`letters/${name}`) !== picture).map(([name]) => name)
  assert.deepEqual(old, [], AGAIN)
})

it('the list names every letter, who gets it and when', () => assert.ok(inDocs('letters.md').includes(letterList()), AGAIN))
