/** What is looked for, and the address that says all of it. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Knowledge } from '../../matching/knowledge.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { addressOf, fieldsOf, looser, readSearch, soughtBy, without } from './search.ts'

let knowledge: Knowledge
const readKnowledge = async () => {
  knowledge = new Knowledge((await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
}
const read = (query: string) => {
  const said = new URLSearchParams(query)
  return readSearch((name) => said.get(name) ?? undefined, knowledge)
}

describe('an address', () => {
  before(readKnowledge)
  it('says everything in the same order, and nothing that goes without saying', () => {
    const whole = 'q=missed+bin&show=ended&skill=python&service=service-4&area=policy-education&sector=health&region=Wales&for=me'
    assert.equal(addressOf(read(whole)), `/projects?${whole}`)
    assert.equal(addressOf(read(whole.split('&').toReversed().join('&'))), `/projects?${whole}`)
    assert.equal(addressOf(read('show=open')), '/projects')
    assert.equal(addressOf(read('q=bins&show=all')), '/projects?q=bins')
    assert.equal(addressOf(read(''), 'x'), '/projects?before=x')
  })
  it('is read without what nobody knows', () => {
    const strange = 'show=constructor&skill=wizardry&service=policy-education&area=service-4&sector=circus&region=+&for=you&q=+'
    assert.equal(addressOf(read(strange)), '/projects')
    assert.equal(read(`q=${'x'.repeat(300)}`).q.length, 200)
  })
  it('shows open briefs to those who look around, and everything to those who search', () => {
    assert.deepEqual([read('').show, read('q=bins').show], ['open', 'all'])
    assert.equal(addressOf(without(read('q=bins'), 'q')), '/projects')
    assert.equal(addressOf(without(read('q=bins&show=ended'), 'q')), '/projects?show=ended')
    assert.deepEqual(fieldsOf(without(read('skill=python&sector=fire'), 'skill')), [['sector', 'fire']])
  })
})

describe('what is looked for', () => {
  before(readKnowledge)
  it('is a skill with its kinds, and a policy area with those below it', () => {
    const { terms = [], area = [] } = soughtBy(read('skill=programming&area=policy-education'), knowledge, undefined)
    assert.ok(terms.includes('programming') && terms.includes('python') && !terms.includes('project-management'))
    assert.ok(area.includes('policy-education/education-of-disadvantaged-children') && !area.includes('policy-welfare'))
  })
  it('is what the words mean, too', () => {
    const meant = (q: string) => soughtBy(read(`q=${q}`), knowledge, undefined).words
    assert.deepEqual(meant('lunch for poor children')?.tags, ['service-4'])
    assert.ok(meant('python')?.terms.includes('django'))
    assert.deepEqual(meant('zzzz'), { text: 'zzzz', tags: [], terms: [] })
  })
  it('is any two of the words when hardly anything has them all, unless they were meant so', () => {
    const loosely = (text: string, found: number) => looser({ text, tags: [], terms: [] }, found)?.text
    assert.equal(loosely('report a missed bin', 0), 'report missed or report bin or missed bin')
    assert.equal(loosely('missed bin', 0), 'missed or bin')
    for (const [text, found] of [
      ['bin', 0],
      ['missed bin', 1],
      ['report a missed bin', 5],
      ['"missed bin"', 0],
      ['bin -missed', 0],
      ['bin or box', 0],
    ] as const)
      assert.equal(loosely(text, found), undefined)
  })
})
