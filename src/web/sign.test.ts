/** The sign says in shape what the words beside it say. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { favicon, gauge, haveSign, logo, needSign, type Place, wholeSign } from './sign.ts'

const count = (text: string, part: string): number => text.split(part).length - 1
const places = (...each: [Place, number][]): Place[] => each.flatMap(([place, times]) => Array<Place>(times).fill(place))

describe('the sign', () => {
  it('is a filled half for a have, an outline for a need, and whole when they meet', () => {
    assert.equal(count(String(haveSign()), 'sign-have'), 1)
    assert.equal(count(String(needSign()), 'sign-need'), 1)
    assert.equal(count(String(needSign({ welcome: true })), 'sign-welcome'), 2)
    assert.match(String(wholeSign()), /sign-have.*sign-filled/)
  })

  it('is left to the words when read aloud', () => {
    for (const sign of [haveSign(), needSign(), wholeSign(), logo()]) assert.match(String(sign), /aria-hidden="true"/)
  })

  it('styles nothing in place, which our content security policy would refuse', () => {
    for (const sign of [haveSign(), needSign({ welcome: true }), wholeSign(), logo(), gauge(['filled'], '')])
      assert.ok(!String(sign).includes('style'))
  })

  it('stands alone as an icon', () =>
    assert.match(favicon({ have: '#000000' }), /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*#000000.*<\/svg>$/))
})

describe('a gauge', () => {
  it('draws a disc for every place, and is named by its words', () => {
    const drawn = String(gauge(places(['filled', 1], ['must', 1], ['welcome', 2]), '1 of 4 places filled'))
    assert.match(drawn, /^<svg class="gauge" role="img"[^>]*><title>1 of 4 places filled<\/title>/)
    assert.equal(count(drawn, '<g '), 4)
  })

  it('escapes its words', () => assert.match(String(gauge(['must'], '<b>')), /<title>&lt;b&gt;<\/title>/))

  it('breaks more than twelve places into even rows', () => {
    assert.match(String(gauge(places(['must', 12]), '')), /viewBox="0 0 428 32"/)
    assert.match(String(gauge(places(['must', 13]), '')), /viewBox="0 0 248 68"/)
    assert.match(String(gauge(places(['must', 30]), '')), /viewBox="0 0 356 104"/)
  })

  it('can be drawn for a project without places', () => assert.match(String(gauge([], 'No places yet')), /viewBox="0 0 32 32"/))
})
