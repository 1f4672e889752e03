/** Colours hold in light and in dark, ours and any a chapter may choose. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { assert as always, integer, property, tuple } from 'fast-check'
import { type Colour, contrast, LEAST, mayBeColour } from './contrast.ts'

const [light = '', dark = ''] = readFileSync('src/web/styles/_colours.scss', 'utf8').split('@media')

type Values = Map<string, string>

const read = (text: string, before: Values = new Map()): Values =>
  new Map([...before, ...[...text.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value] as const)])

const LIGHT = read(light)
const DARK = read(dark, LIGHT)

const parts = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

const mix = (one: Colour, share: number, other: Colour): Colour => {
  const theirs = parts(other)
  const mixed = parts(one).map((value, at) => Math.round(value * share + (theirs[at] ?? 0) * (1 - share)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Works out var() and color-mix() the way a browser does. */
const colour = (values: Values, name: string): Colour => {
  const solve = (text: string): string => {
    const variable = text.match(/var\(--([\w-]+)(?:, (#\w+))?\)/)
    if (variable?.index !== undefined) {
      const value = values.get(variable[1] ?? '') ?? variable[2]
      assert.ok(value, `no value for ${variable[0]}`)
      return solve(text.replace(variable[0], value))
    }
    const mixed = text.match(/^color-mix\(in srgb, (.+) (\d+)%, (.+)\)$/)
    if (mixed) return mix(solve(mixed[1] ?? '') as Colour, Number(mixed[2]) / 100, solve(mixed[3] ?? '') as Colour)
    const inner = text.match(/color-mix\(in srgb, (#\w{6}) (\d+)%, (#\w{6})\)/)
    return inner ? solve(text.replace(inner[0], mix(inner[1] as Colour, Number(inner[2]) / 100, inner[3] as Colour))) : text
  }
  return solve(`var(--${name})`) as Colour
}

const WASHES = ['have-wash', 'need-wash', 'sun-wash', 'good-wash', 'wrong-wash', 'quiet-wash']
const SHEETS = ['paper', 'raised']

const check = (values: Values, least: number, front: string[], back: string[]): void => {
  for (const one of front)
    for (const other of back) {
      const found = contrast(colour(values, one), colour(values, other))
      assert.ok(found >= least, `${one} on ${other}: ${found.toFixed(2)} (${colour(values, one)} on ${colour(values, other)})`)
    }
}

const holds = (values: Values): void => {
  check(values, LEAST.words, ['ink', 'soft', 'govuk-link-colour'], [...SHEETS, ...WASHES])
  check(values, LEAST.words, ['have', 'need', 'good', 'wrong', 'visited'], SHEETS)
  check(values, LEAST.words, ['have-words'], ['have-wash', 'need-wash'])
  check(values, LEAST.words, ['need-words'], ['have-wash', 'need-wash'])
  check(values, LEAST.words, ['wrong', 'visited'], ['need-wash', 'have-wash', 'quiet-wash', 'sun-wash'])
  check(values, LEAST.words, ['on-colour'], ['have', 'need', 'good', 'wrong'])
  check(values, LEAST.words, ['govuk-focus-text-colour'], ['govuk-focus-colour'])
  check(values, LEAST.shapes, ['have', 'need'], [...SHEETS, 'have-wash', 'need-wash'])
}

describe('contrast', () => {
  it('is 21 between black and white, and 1 between a colour and itself', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21)
    assert.equal(contrast('#0b5563', '#0b5563'), 1)
  })

  it('is what the design says of our colours on paper', () => {
    const on = (one: Colour): number => Math.round(contrast(one, '#fffdf8') * 10) / 10
    assert.deepEqual((['#1d2433', '#4a5568', '#0b5563', '#7a2e5d', '#1c6e4a', '#b3261e'] as const).map(on), [15.3, 7.4, 8.3, 8.7, 6.1, 6.4])
  })

  it('holds on every light page', () => holds(LIGHT))
  it('holds on every dark page', () => holds(DARK))
})

describe('a chapter’s colour', () => {
  it('is accepted when words in it can be read', () => assert.deepEqual(mayBeColour('#0B5563'), { yes: true, value: '#0B5563' }))
  it('is refused when it is too pale', () => assert.deepEqual(mayBeColour('#f2a900'), { yes: false, why: 'too pale' }))
  it('is refused when it is no colour, or more than one', () => {
    for (const text of ['', 'red', '#fff', '#12345g', '#1234567', '#000000}body{color:#fff', '#000000\n'])
      assert.deepEqual(mayBeColour(text), { yes: false, why: 'not a colour' })
  })

  it('holds on every page, light and dark, whichever is chosen', () => {
    const any = integer({ min: 0, max: 0xffffff }).map((value): Colour => `#${value.toString(16).padStart(6, '0')}`)
    const may = any.filter((text) => mayBeColour(text).yes)
    always(
      property(tuple(may, may), ([have, need]) => {
        const chosen = [
          ['chapter-have', have],
          ['chapter-need', need],
        ] as const
        holds(new Map([...LIGHT, ...chosen]))
        holds(new Map([...DARK, ...chosen]))
      }),
      {
        numRuns: 300,
        examples: [[['#000000', '#000000']], [['#757575', '#757575']], [['#d00000', '#0000ff']], [['#008000', '#767600']]].filter(
          ([[one = '', two = ''] = []]) => mayBeColour(one).yes && mayBeColour(two).yes,
        ) as [[Colour, Colour]][],
      },
    )
  })
})
