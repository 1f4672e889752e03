/** What a chapter's pack knows, asked about skills, tags and places. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readPack } from '../packs/read.ts'
import { inRoot } from '../root.ts'
import { districtIn, Knowledge, NOTHING_KNOWN } from './knowledge.ts'

describe('the knowledge of the UK pack', () => {
  let uk: Knowledge
  before(async () => {
    uk = new Knowledge((await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
  })

  it('suggests the public service that a brief is about among its first five tags', () => {
    const names = (title: string, body: string) => uk.suggestTags(title, body, 5).map(({ name }) => name)
    assert.ok(names('Free lunches for pupils', 'Parents do not know that school dinners cost them nothing.').includes('Free school meals'))
  })
  it('suggests nothing for words that no tag speaks of', () => assert.deepEqual(uk.suggestTags('Xyzzy', 'plugh', 5), []))
  it('meets a need with the same skill, and with a special kind of it, never with one that only sounds alike', () => {
    const haves = (text: string) => uk.termsIn(text)
    assert.equal(uk.fit('JavaScript', haves('JavaScript'))?.closeness, 1)
    assert.equal(uk.fit('JavaScript', haves('Java')), undefined)
    assert.equal(uk.fit('databases', haves('PostgreSQL'))?.closeness, 0.9)
    assert.equal(uk.fit('juggling elephants', haves('PostgreSQL')), undefined)
  })
  it('names every skill in which all words of a text stand, and none in which they only begin', () => {
    const named = uk.termsNamed('Data').map((term) => uk.nameOf(term))
    assert.ok(named.includes('Data analysis') && !named.some((name) => /^database/i.test(name)), named.join())
    assert.ok(uk.termsNamed('data analysis').length < named.length)
    assert.deepEqual([uk.termsNamed('Java').map((term) => uk.nameOf(term)), uk.termsNamed('?')], [['Java'], []])
  })
  it('knows where a district is, and a whole postcode by its district', () => {
    assert.deepEqual(uk.positionOf('ab10 1ab'), uk.positionOf('AB10'))
    assert.notEqual(uk.positionOf('AB10'), undefined)
    assert.equal(uk.positionOf('ZZ99'), undefined)
  })
})

describe('a chapter without a pack', () => {
  it('knows nothing, and says so without a fault', () => {
    const none = new Knowledge(NOTHING_KNOWN)
    assert.deepEqual([none.termsIn('web design'), none.suggestTags('Bins', '', 5), none.positionOf('LS1')], [[], [], undefined])
  })
})

describe('a postcode', () => {
  it('is cut to its district', () =>
    assert.deepEqual(['ls1 4ab', 'LS14AB', 'LS1', 'sw1a 2aa', ' m1 '].map(districtIn), ['LS1', 'LS1', 'LS1', 'SW1A', 'M1']))
})
