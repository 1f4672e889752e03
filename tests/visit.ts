/** Opens a page as somebody, through the real doors and without a network, and checks every page it is given. */
import assert from 'node:assert/strict'
import { HtmlValidate } from 'html-validate'
import { openApp } from '../src/app.ts'
import { signInAs } from '../src/features/accounts/actions.ts'
import { findChapter, readKnowledge } from '../src/features/chapters/actions.ts'
import type { Chapter } from '../src/features/chapters/chapter.ts'
import type { Storage } from '../src/storage/db.ts'
import type { Live } from '../src/web/live.ts'
import type { Line } from '../src/web/log.ts'
import { MONDAY } from './cast.ts'

export const ORIGIN = 'http://localhost:3000'

export type House = {
  /** Every line of the log. */
  log: (Line & { level: string; what: string })[]
  /** The time that the house believes in; a test may change it. */
  time: { now: Date }
  fetch(request: Request): Promise<Response>
  visitor(): Visitor
  /** Somebody who is signed in already. */
  as(person: string): Promise<Visitor>
}

export async function openHouse(storage: Storage, options: { now?: Date; origin?: string; live?: Live } = {}): Promise<House> {
  const chapter = (await findChapter(storage.db)) as Chapter
  const time = { now: options.now ?? MONDAY.now }
  const log: House['log'] = []
  const app = openApp({
    storage,
    chapter,
    knowledge: await readKnowledge(storage.db),
    files: new Map(),
    version: 'test',
    ...(options.live ? { live: options.live } : {}),
    origins: [options.origin ?? ORIGIN],
    proxies: 0,
    now: () => time.now,
    log: (level, what, line = {}) => log.push({ ...line, level, what }),
    remoteAddress: () => '192.0.2.1',
  })
  const fetch = async (request: Request): Promise<Response> => app.fetch(request)
  const visitor = () => new Visitor(fetch, options.origin ?? ORIGIN)
  return {
    log,
    time,
    fetch,
    visitor,
    async as(person) {
      const somebody = visitor()
      somebody.cookies.set('session', await signInAs(storage.db, person, 'Mozilla/5.0 (X11; Linux) Firefox/140', time.now))
      return somebody
    },
  }
}

export type Seen = { status: number; path: string; text: string; html: string; headers: Headers; links: string[] }

/** A browser without scripts: keeps cookies, follows redirects, sends forms as they stand on the page. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #fetch: House['fetch']
  readonly #origin: string

  constructor(fetch: House['fetch'], origin: string) {
    this.#fetch = fetch
    this.#origin = origin
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#ask(path, { headers })
  }

  /** A list of texts is a field that is sent several times, such as ticked boxes. */
  post(path: string, fields: Record<string, string | readonly string[]> = {}, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#ask(path, {
      method: 'POST',
      body: new URLSearchParams(
        Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
      ).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin, ...headers },
    })
  }

  async #ask(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const url = new URL(path, this.#origin)
    const reply = await this.#fetch(
      new Request(url, { ...init, redirect: 'manual', headers: { host: url.host, ...(cookie ? { cookie } : {}), ...init.headers } }),
    )
    for (const line of reply.headers.getSetCookie()) this.#keep(line)
    const to = reply.headers.get('location')
    if (reply.status === 303 && to !== null) return this.get(new URL(to, url).href.replace(this.#origin, ''))
    const html = await reply.text()
    if (reply.headers.get('content-type')?.startsWith('text/html')) await assertSoundPage(html, path)
    return { status: reply.status, path: url.pathname + url.search, text: textOf(html), html, headers: reply.headers, links: linksIn(html) }
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';')
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    if (/max-age=0/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off',
    // An error summary stands before the h1, with a heading of its own, as in govuk-frontend.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'no-inline-style': 'error',
    'require-sri': 'off',
    'prefer-native-element': 'off',
    'no-implicit-button-type': 'error',
    'no-redundant-role': 'off',
    // Without a script a wall has nobody who would load it again.
    'meta-refresh': 'off',
    // Ticked boxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
})

/** Valid HTML, one h1, a label for each field, no id twice, nothing inline. */
export async function assertSoundPage(html: string, path: string): Promise<void> {
  const report = await validator.validateString(html)
  const faults = report.results.flatMap((result) =>
    result.messages.map((message) => `${path} line ${message.line}: ${message.message} (${message.ruleId})`),
  )
  assert.deepEqual(faults, [])
  assert.equal(html.match(/<h1[\s>]/g)?.length, 1, `${path} has one h1`)
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|\son[a-z]+="|\sstyle="|javascript:/i, `${path} has nothing inline`)
}

const textOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, ' ')
    // A comma stays at the word before it.
    .replace(/<\/(?:a|strong)>(?=[,.:])/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

export const linksIn = (html: string): string[] =>
  [...html.matchAll(/\shref="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
