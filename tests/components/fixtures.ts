/** govuk-frontend's own fixtures, read and made comparable. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import type { Markup } from '../../src/web/markup.ts'
import { NOT_OFFERED, type NotOffered } from './not-offered.ts'

type Fixture<Options> = { name: string; options: Options; html: string }

const fixturesOf = <Options>(component: string): Fixture<Options>[] => {
  const path = join('node_modules', 'govuk-frontend', 'dist', 'govuk', 'components', component, 'fixtures.json')
  return JSON.parse(readFileSync(path, 'utf8')).fixtures
}

/** Every option a fixture uses, as paths without positions: `items.hint.text`. */
const pathsOf = (options: unknown, before = ''): string[] => {
  if (Array.isArray(options)) return options.flatMap((one) => pathsOf(one, before))
  if (typeof options !== 'object' || options === null) return []
  return Object.entries(options).flatMap(([name, value]) => {
    const path = before === '' ? name : `${before}.${name}`
    return [path, ...pathsOf(value, path)]
  })
}

const ENTITIES: Record<string, string> = { '&quot;': '"', '&#34;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }

const plain = (text: string): string => text.replace(/&(?:quot|#34|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)

const tagOf = (name: string, rest: string): string => {
  const all = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, attribute = '', value]) => {
    const words = plain(value ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    return `${attribute}="${attribute === 'class' ? words.split(' ').sort().join(' ') : words}"`
  })
  return `<${[name, ...all.sort()].join(' ')}>`
}

/** One line a tag or text, attributes in order, space at the edges of text left out. */
const lines = (html: string): string[] =>
  [...html.matchAll(/<(\/?[\w-]+)((?:[^>"]|"[^"]*")*)>|([^<]+)/g)]
    .map(([, name, rest = '', text = '']) => (name === undefined ? plain(text).replace(/\s+/g, ' ').trim() : tagOf(name, rest)))
    .filter((line) => line !== '')

/** Names an option wherever it stands in a path: `classes` covers `items.label.classes`. */
const covers = (name: string, path: string): boolean => `.${path}.`.includes(`.${name}.`)

const isOffered = (offered: readonly string[], path: string): boolean =>
  offered.some((one) => path === one || (one === 'attributes' && path.startsWith('attributes.')))

export type Conformance<Options> = {
  component: string
  /** The options we have, by govuk-frontend's names; what is below `attributes` comes with it. */
  offered: readonly string[]
  /** Our markup, or the reason why this value is not offered. */
  draw: (options: Options) => Markup | NotOffered
  /** How many fixtures must at least have been compared, so that a change of names cannot empty the test. */
  least: number
}

export const conform = <Options>({ component, offered, draw, least }: Conformance<Options>) =>
  it(`write ${component} as govuk-frontend does`, (test) => {
    const fixtures = fixturesOf<Options>(component)
    let compared = 0
    for (const { name, options, html } of fixtures) {
      const foreign = pathsOf(options).filter((path) => !isOffered(offered, path))
      for (const path of foreign)
        assert.ok(
          Object.keys(NOT_OFFERED).some((one) => covers(one, path)),
          `${name}: ${path} is neither offered nor declined`,
        )
      if (foreign.length > 0) continue
      const drawn = draw(options)
      // Markup is a String object; only a reason is a plain string.
      if (typeof drawn === 'string') continue
      assert.deepEqual(lines(String(drawn)), lines(html), name)
      compared++
    }
    test.diagnostic(`${component}: ${compared} of ${fixtures.length} fixtures compared`)
    assert.ok(compared >= least, `only ${compared} fixtures of ${component} were compared`)
  })
