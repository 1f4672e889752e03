/** What is typed can never become markup. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attributes, html, raw } from './markup.ts'

describe('html', () => {
  it('escapes texts, also in lists and attributes', () => {
    const typed = `<b class="a">R&D's</b>`
    const safe = '&lt;b class=&quot;a&quot;&gt;R&amp;D&#39;s&lt;/b&gt;'
    assert.equal(String(html`<p title="${typed}">${[typed, [typed]]}</p>`), `<p title="${safe}">${safe}${safe}</p>`)
  })
  it('lets finished markup through, once escaped and never twice', () => {
    const part = html`<i>${'&'}</i>`
    assert.equal(String(html`${part}${[part]}${raw('<hr>')}`), '<i>&amp;</i><i>&amp;</i><hr>')
  })
  it('writes numbers, and nothing for truth and nothing', () => {
    assert.equal(String(html`${0}-${-1.5}-${true}-${false}-${undefined}-`), '0--1.5----')
  })
})

describe('attributes', () => {
  it('writes pairs, bare names, and leaves out what is false or missing', () => {
    const all = attributes({ href: '/?a=1&b="2"', hidden: true, open: false, rel: undefined, tabindex: -1 })
    assert.equal(String(html`<a${all}>`), '<a href="/?a=1&amp;b=&quot;2&quot;" hidden tabindex="-1">')
  })
})
