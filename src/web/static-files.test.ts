/** Files, colours and the frame of a page: sent in the smallest form, kept for as long as they stay the same. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openEmpty } from '../../tests/databases.ts'
import { aTown } from '../../tests/town.ts'
import { ORIGIN } from '../../tests/visit.ts'
import { openApp } from '../app.ts'
import { findChapter } from '../features/chapters/actions.ts'
import type { Chapter } from '../features/chapters/chapter.ts'
import { Knowledge, NOTHING_KNOWN } from '../matching/knowledge.ts'
import type { Storage } from '../storage/db.ts'
import { layout } from './layout.ts'
import { html } from './markup.ts'
import { openShell } from './shell.ts'

describe('static files', () => {
  let storage: Storage
  let app: ReturnType<typeof openApp>
  before(async () => {
    storage = await openEmpty('embedded')
    await aTown(storage.db)
    const plain = Buffer.from('body{color:red}')
    app = openApp({
      knowledge: new Knowledge(NOTHING_KNOWN),
      storage,
      chapter: (await findChapter(storage.db)) as Chapter,
      files: new Map([['app.css', { type: 'text/css; charset=utf-8', plain, br: Buffer.from('as br'), gzip: Buffer.from('as gzip') }]]),
      version: 'test',
      origins: [ORIGIN],
      proxies: 0,
      now: () => new Date(),
      log: () => {},
      remoteAddress: () => '192.0.2.1',
    })
  })
  after(() => storage.close())
  const ask = async (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(ORIGIN + path, { headers: { host: 'localhost:3000', ...headers } }))

  it('are sent in the smallest form that the browser takes, to be kept for a year', async () => {
    for (const [accepted, encoding, body] of [
      ['', null, 'body{color:red}'],
      ['gzip', 'gzip', 'as gzip'],
      ['gzip, deflate, br', 'br', 'as br'],
    ] as const) {
      const reply = await ask('/static/app.css?test', { 'accept-encoding': accepted })
      assert.deepEqual([reply.status, reply.headers.get('content-encoding'), await reply.text()], [200, encoding, body])
      assert.match(reply.headers.get('cache-control') ?? '', /immutable/)
      assert.match(reply.headers.get('vary') ?? '', /Accept-Encoding/)
      assert.match(reply.headers.get('content-security-policy') ?? '', /^default-src 'none'/)
      assert.equal(reply.headers.get('x-content-type-options'), 'nosniff')
    }
  })

  it('are kept for an hour under a name without this version, and then asked for again', async () => {
    for (const path of ['/static/app.css', '/static/app.css?earlier']) {
      const reply = await ask(path)
      assert.equal(reply.headers.get('cache-control'), 'public, max-age=3600, must-revalidate', path)
      const etag = reply.headers.get('etag') ?? ''
      const again = await ask(path, { 'if-none-match': etag })
      assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag])
      assert.equal((await ask(path, { 'if-none-match': 'W/"earlier"' })).status, 200)
    }
  })

  it('are those of the list: no path leads out of it', async () => {
    for (const name of [
      '../package.json',
      '..%2fpackage.json',
      '%2e%2e%2fpackage.json',
      '..%5cpackage.json',
      '%00',
      '%ff',
      'app.css%00.js',
      '__proto__',
      'constructor',
      'a/b',
      '',
    ])
      assert.equal((await ask(`/static/${name}`)).status, 404, name)
  })
})

describe('a chapter with colours of its own', () => {
  it('has them in its sign, too', async () => {
    const shellWith = (isRecoloured: boolean, colours = {}) =>
      openShell({
        routes: [],
        files: new Map(),
        version: 'test',
        chapter: { name: 'Ours', isDemo: false, isRecoloured, zone: 'Europe/London', css: '', colours },
        origins: [ORIGIN],
        proxies: 0,
        now: () => new Date(),
        log: () => {},
        findViewer: async () => undefined,
        countWaiting: async () => 0,
        whyNotReady: async () => undefined,
        counting: (_, work) => work(),
        remoteAddress: () => '192.0.2.1',
      })
    const ask = (app: ReturnType<typeof shellWith>, path: string) => app.request(ORIGIN + path, { headers: { host: 'localhost:3000' } })
    const recoloured = shellWith(true, { have: '#123456', need: undefined })
    assert.match(await (await ask(recoloured, '/')).text(), /<link rel="icon" href="\/favicon\.svg"/)
    const sign = await ask(recoloured, '/favicon.svg')
    assert.equal(sign.headers.get('content-type'), 'image/svg+xml')
    assert.match(await sign.text(), /#123456.*#7a2e5d/)
    assert.match(await (await ask(shellWith(false), '/')).text(), /<link rel="icon" href="\/static\/favicon\.svg\?test"/)
  })
})

describe('the foot of a page', () => {
  const foot = (name: string) =>
    String(
      layout(
        {
          chapter: { name: 'Ours', isDemo: false, isRecoloured: false },
          viewer: { person: 'somebody', name, broker: false, moderator: false },
          waiting: 0,
          title: 'Title',
          path: '/',
          isNarrow: false,
          version: 'test',
        },
        html`<h1>Title</h1>`,
      ),
    ).replace(/.*<footer/s, '')
  it('names who is signed in, once the name is said', () => {
    assert.match(foot('Ann Example'), /Signed in as Ann Example\./)
    assert.doesNotMatch(foot(''), /Signed in as/)
    assert.match(foot(''), /Sign out/)
  })
})
