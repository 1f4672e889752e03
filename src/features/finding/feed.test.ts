/** The feed: Atom that a strict reader takes, with organisations and never a person. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPublishedBrief } from '../../../tests/town.ts'
import { ORIGIN } from '../../../tests/visit.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { atomFeed } from './feed-pages.ts'

type Element = { name: string; attributes: Record<string, string>; inside: Element[]; text: string }

/** Reads XML without mercy: every tag closed in its order, every attribute once and quoted, no stray mark. */
function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, inside: [], text: '' }
  const open = [root]
  const rest = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '')
  assert.notEqual(rest, xml)
  for (const [, close, name = '', said = '', empty, text] of rest.matchAll(/<(\/)?([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/)?>|([^<]+|<)/g)) {
    const top = open.at(-1) as Element
    if (text !== undefined) {
      assert.doesNotMatch(text, /<|>|&(?!(amp|lt|gt|quot|#\d+);)/)
      top.text += text
    } else if (close) assert.equal(open.pop()?.name, name)
    else {
      const pairs = [...said.matchAll(/ ([a-z:]+)="([^"]*)"/g)].map(([, key = '', value = '']): [string, string] => [key, value])
      assert.equal(new Set(pairs.map(([key]) => key)).size, pairs.length)
      const element = { name, attributes: Object.fromEntries(pairs), inside: [], text: '' }
      top.inside.push(element)
      if (!empty) open.push(element)
    }
  }
  assert.deepEqual([open.length, root.inside.length, root.text.trim()], [1, 1, ''])
  return root.inside[0] as Element
}

const all = (element: Element | undefined, name: string): Element[] => element?.inside.filter((each) => each.name === name) ?? []
const one = (element: Element | undefined, name: string): Element => {
  const found = all(element, name)
  assert.equal(found.length, 1, `${name} once`)
  return found[0] as Element
}

describe('the feed of open briefs', () => {
  const place = aPlace()

  it('is valid Atom, from the origin at which it was asked for', async () => {
    const { db } = place.storage
    const roles = [aTypedRole({ skill: 'R & "SQL" <now>' })]
    const first = await aPublishedBrief(db, place.town.owner, { title: 'Bins & <b>boxes</b>', problem: 'One.\n\nTwo \ufffe.', roles })
    const second = await aPublishedBrief(db, place.town.nurse, { title: 'Falls' }, later(MONDAY, 1))
    await aPublishedBrief(db, place.town.nurse, { title: 'Long over' }, later(MONDAY, -60))
    place.house.time.now = later(MONDAY, 2).now
    const seen = await place.house.visitor().get('/feed.atom')
    assert.equal(seen.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
    const feed = readXml(seen.html)
    assert.deepEqual([feed.name, feed.attributes['xmlns']], ['feed', 'http://www.w3.org/2005/Atom'])
    assert.deepEqual([one(feed, 'id').text, one(feed, 'updated').text], [`${ORIGIN}/feed.atom`, later(MONDAY, 1).now.toISOString()])
    const [newest, oldest, ...more] = all(feed, 'entry')
    assert.deepEqual(more, [])
    assert.deepEqual(
      [newest, oldest].map((entry) => [
        one(entry, 'id').text,
        one(entry, 'link').attributes['href'],
        one(one(entry, 'author'), 'name').text,
      ]),
      [
        [`${ORIGIN}/projects/${second.id}`, `${ORIGIN}/projects/${second.id}`, 'Tarnbeck NHS Trust'],
        [`${ORIGIN}/projects/${first.id}`, `${ORIGIN}/projects/${first.id}`, 'Harrowmere City Council'],
      ],
    )
    assert.equal(one(oldest, 'title').text, 'Bins &amp; &lt;b&gt;boxes&lt;/b&gt;')
    assert.equal(
      one(oldest, 'summary').text,
      'One.\n\nTwo .\n\nNeeds R &amp; &quot;SQL&quot; &lt;now&gt;. Open for pledges until 14 December 2026.',
    )
    for (const name of ['owner', 'nurse', 'officer']) assert.doesNotMatch(seen.html, new RegExp(`\\b${name}\\b`))
  })

  it('is kept for a while, and not sent again unless it has changed', async () => {
    const { headers } = await place.house.visitor().get('/feed.atom')
    assert.equal(headers.get('cache-control'), 'public, max-age=300')
    const again = await place.house.visitor().get('/feed.atom', { 'if-none-match': headers.get('etag') ?? '' })
    assert.deepEqual([again.status, again.html], [304, ''])
  })

  it('is valid when nothing is open', () => {
    const feed = readXml(atomFeed({ chapter: 'A & B', origin: ORIGIN, briefs: [], emptySince: MONDAY.now }, new Knowledge(NOTHING_KNOWN)))
    assert.deepEqual([one(feed, 'title').text, one(feed, 'updated').text], ['A &amp; B: open briefs', MONDAY.now.toISOString()])
  })
})
