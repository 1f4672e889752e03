/** Needs that are the same are found, whatever words they are in, and the reasons are true of both. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { LookAlikes, type Need } from './look-alikes.ts'

const aNeed = (key: string, org: string, title: string, more: Partial<Need> = {}): Need => ({ key, org, title, ...more })

const NEEDS = [
  aNeed('bins-1', 'quillsey', 'Report a missed bin'),
  aNeed('bins-2', 'harrowmere', 'Missed bin collections', { body: 'Residents report that a collection was missed.' }),
  aNeed('bins-3', 'fennimoss', 'missedbincollection'),
  aNeed('meals', 'fennimoss', 'Free school meals'),
  aNeed('parking', 'harrowmere', 'Parking permits for residents'),
  aNeed('harrowmere', 'tarnbeck', 'Harrowmere clinic times'),
]
const all = new LookAlikes(NEEDS)
const best = (need: Need, most = 3) => all.best(need, most).map(({ key }) => key)

describe('look-alikes', () => {
  it('are ranked by the words they share', () =>
    assert.deepEqual(best(aNeed('new', 'vennick', 'Tell us about a missed bin'), 2), ['bins-1', 'bins-2']))
  it('say what both have', () => assert.deepEqual(all.best(aNeed('new', 'vennick', 'A missed bin'), 1)[0]?.words, ['missed', 'bin']))
  it('are never of the same organisation', () => assert.ok(!best(aNeed('new', 'quillsey', 'Report a missed bin')).includes('bins-1')))
  it('are not found by the name of an organisation', () => assert.deepEqual(best(aNeed('new', 'harrowmere', 'Harrowmere')), []))
  it('are found in joined words', () => {
    const many = Array.from({ length: 4 }, (_, at) => aNeed(`m${at}`, `o${at}`, 'missed bin collection'))
    const found = new LookAlikes([...NEEDS, ...many]).best(aNeed('new', 'vennick', 'A missed bin'), 20)
    assert.ok(found.some(({ key }) => key === 'bins-3'))
  })
  it('count a confirmed tag more than any words', () => {
    const tagged = new LookAlikes([...NEEDS, aNeed('tagged', 'x', 'Something else', { tags: ['waste'] })])
    const [first] = tagged.best(aNeed('new', 'vennick', 'Report a missed bin', { tags: ['waste'] }), 1)
    assert.deepEqual([first?.key, first?.tags], ['tagged', ['waste']])
  })
  it('count the title more than the body', () => {
    const two = new LookAlikes([
      aNeed('body', 'a', 'Kerbside questions', { body: 'permits' }),
      aNeed('title', 'b', 'Kerbside permits'),
      aNeed('other', 'c', 'Bins'),
    ])
    assert.equal(two.best(aNeed('new', 'd', 'permits'), 1)[0]?.key, 'title')
  })
  it('are nothing where there is nothing to compare', () => {
    assert.deepEqual(best(aNeed('new', 'vennick', '')), [])
    assert.deepEqual(new LookAlikes([]).best(aNeed('new', 'vennick', 'Bins'), 3), [])
  })
})

describe('look-alikes that come and go', () => {
  it('are the same, however they came', () => {
    const one = new LookAlikes()
    for (const need of NEEDS) one.put(need)
    const asked = aNeed('new', 'vennick', 'Tell us about a missed bin')
    assert.deepEqual(one.best(asked, 2), all.best(asked, 2))
  })
  it('are found by what they say now, and not once they are gone', () => {
    const some = new LookAlikes(NEEDS)
    some.put(aNeed('meals', 'fennimoss', 'Dog waste'))
    const asked = (title: string) => some.best(aNeed('new', 'vennick', title), 1).map(({ key }) => key)
    assert.deepEqual([asked('school meals'), asked('dog waste')], [[], ['meals']])
    some.remove('meals')
    assert.deepEqual([asked('dog waste'), some.size], [[], NEEDS.length - 1])
    some.remove('nobody')
    assert.equal(some.size, NEEDS.length - 1)
  })
  it('may be of the same organisation when that is asked for, but never itself', () => {
    const own = all.best(aNeed('bins-1', 'quillsey', 'Report a missed bin'), 3, { ownToo: true }).map(({ key }) => key)
    assert.deepEqual(own.includes('bins-1'), false)
    assert.equal(all.best(aNeed('new', 'quillsey', 'Report a missed bin'), 1, { ownToo: true })[0]?.key, 'bins-1')
  })
})
