/** The style sheet is ours, small, and asks for nothing from elsewhere. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

type Styles = { compileStyles: (name?: string) => Promise<string>; FONTS: string[] }

describe('the style sheet', () => {
  let css = ''
  let ofEvents = ''
  let fonts: string[] = []

  // Not bundled with the test: it finds its files beside itself.
  before(async () => {
    const styles: Styles = await import(pathToFileURL(resolve('src/web/styles.mjs')).href)
    css = await styles.compileStyles()
    ofEvents = await styles.compileStyles('event')
    fonts = styles.FONTS
  })

  it('asks only for our own fonts, which are there', () => {
    const asked = [...css.matchAll(/url\(["']?([^)"']+)["']?\)/g)].map(([, address = '']) => address)
    assert.deepEqual(asked.toSorted(), fonts.map((path) => `/static/${basename(path)}`).toSorted())
    assert.ok(fonts.every((path) => existsSync(path)))
  })

  it('has neither the font nor the crown of GOV.UK', () => assert.doesNotMatch(css, /GDS Transport|crown|@import/i))

  it('is under 14 KB when sent', () => assert.ok(gzipSync(css).length < 14_000, `${gzipSync(css).length} bytes`))

  it('is under 6 KB more on pages of events', () => assert.ok(gzipSync(ofEvents).length < 6000, `${gzipSync(ofEvents).length} bytes`))

  it('shows no text below 18 pixels on a screen', () => {
    const screen = (css + ofEvents)
      .replace(/@media print\{(?:[^{}]*\{[^{}]*\})*\}/g, '')
      .replace(/@media print\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '')
    const sizes = [...screen.matchAll(/font-size:([\d.]+)rem/g)].map(([, size]) => Number(size))
    assert.ok(sizes.length > 5)
    assert.deepEqual(
      sizes.filter((size) => size < 1.125),
      [],
    )
  })

  it('moves nothing, so that nobody need ask for less motion', () =>
    assert.doesNotMatch(css + ofEvents, /[^-]transition|animation|scroll-behavior/))

  it('keeps the discs visible in forced colours', () =>
    assert.match(css, /@media\(forced-colors:active\)\{[^}]*\.sign-have[^}]*CanvasText/))
})
