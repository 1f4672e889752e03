/** The shell lets in what comes from our own pages, keeps everything else out, and says on every answer what a browser may do with it. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openEmpty } from '../../tests/databases.ts'
import { aTown, type Town } from '../../tests/town.ts'
import { type House, ORIGIN, openHouse } from '../../tests/visit.ts'
import { type Storage, sql } from '../storage/db.ts'

const HTTPS = 'https://appstarter.example'
const FORM = 'application/x-www-form-urlencoded'

describe('the shell', () => {
  let storage: Storage
  let town: Town
  let house: House
  let secure: House
  before(async () => {
    storage = await openEmpty('embedded')
    town = await aTown(storage.db)
    house = await openHouse(storage)
    secure = await openHouse(storage, { origin: HTTPS })
  })
  after(() => storage.close())

  const ask = (path: string, { origin = ORIGIN, ...init }: RequestInit & { origin?: string } = {}): Promise<Response> =>
    (origin === HTTPS ? secure : house).fetch(
      new Request(origin + path, { ...init, headers: { host: new URL(origin).host, ...(init.headers as Record<string, string>) } }),
    )
  const send = (path: string, body: string, headers: Record<string, string>, origin = ORIGIN) =>
    ask(path, { origin, method: 'POST', body, headers: { 'content-type': FORM, ...headers } })
  const signIn = () => new URLSearchParams({ person: town.owner.person }).toString()
  const sessions = async () => (await sql`select 1 from sessions`.execute(storage.db)).rows.length

  it('puts every security header on every kind of answer', async () => {
    const answers: Record<string, Response> = {
      page: await ask('/'),
      'missing page': await ask('/nowhere'),
      mistakes: await send('/sign-in', 'email=x', { origin: ORIGIN }),
      'strange origin': await send('/sign-in', '', {}),
      'signed out': await send('/drafts/x', '', { origin: ORIGIN }),
      'strange host': await ask('/', { headers: { host: 'evil.example' } }),
      'too large': await send('/sign-in', 'x'.repeat(1_000_001), { origin: ORIGIN }),
      redirect: await ask('/mine'),
      stylesheet: await ask('/chapter.css'),
      'missing file': await ask('/static/x.css'),
      health: await ask('/health'),
    }
    assert.deepEqual(
      Object.values(answers).map(({ status }) => status),
      [200, 404, 422, 403, 401, 421, 413, 303, 200, 404, 200],
    )
    for (const [kind, { headers }] of Object.entries(answers)) {
      const policy = headers.get('content-security-policy') ?? ''
      assert.match(policy, /^default-src 'none';/, kind)
      assert.doesNotMatch(policy, /unsafe|data:|\*|https?:/, kind)
      for (const part of ["script-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"])
        assert.ok(policy.includes(part), kind)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', kind)
      assert.equal(headers.get('x-frame-options'), 'DENY', kind)
      assert.equal(headers.get('referrer-policy'), 'same-origin', kind)
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', kind)
      assert.ok(headers.get('permissions-policy')?.includes('camera=()'), kind)
      assert.ok(headers.get('cache-control'), kind)
      assert.equal(headers.has('x-powered-by') || headers.has('server'), false, kind)
    }
    assert.equal(answers['page']?.headers.get('cache-control'), 'no-store')
  })

  it('asks browsers to stay with https, where there is https', async () => {
    assert.match((await ask('/', { origin: HTTPS })).headers.get('strict-transport-security') ?? '', /max-age=31536000/)
    assert.equal((await ask('/')).headers.has('strict-transport-security'), false)
  })

  const strangers: Record<string, Record<string, string>> = {
    'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    'another site, in an old browser': { origin: 'https://evil.example' },
    'a neighbour under the same domain': { origin: 'http://other.localhost:3000', 'sec-fetch-site': 'same-site' },
    'our host on another port': { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' },
    'an origin that begins like ours': { origin: `${ORIGIN}.evil.example` },
    'a page without an origin': { origin: 'null' },
    'a browser that says cross-site only': { 'sec-fetch-site': 'cross-site' },
    'a browser that says neither': {},
  }
  for (const [who, headers] of Object.entries(strangers)) {
    it(`refuses a form from ${who}, and changes nothing`, async () => {
      const count = await sessions()
      for (const type of [FORM, `${FORM.toUpperCase()}; charset=utf-8`, 'text/plain', 'multipart/form-data; boundary=x']) {
        const reply = await send('/demo/sign-in', signIn(), { ...headers, 'content-type': type })
        assert.equal(reply.status, 403, type)
        assert.equal(reply.headers.has('set-cookie'), false)
        assert.match(await reply.text(), /did not come from our own pages/)
      }
      assert.equal(await sessions(), count)
    })
  }

  it('takes a form from our own pages', async () => {
    const ours: Record<string, string>[] = [
      { origin: ORIGIN },
      { 'sec-fetch-site': 'same-origin' },
      { origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of ours) assert.equal((await send('/demo/sign-in', signIn(), headers)).status, 303)
  })

  it('gives a cookie that only our own https pages get back, or only this machine over http', async () => {
    const cookie = async (origin: string) => (await send('/demo/sign-in', signIn(), { origin }, origin)).headers.getSetCookie()
    const [overHttps = '', ...others] = await cookie(HTTPS)
    assert.deepEqual(others, [])
    assert.match(overHttps, /^__Host-session=[\w-]{43};/)
    for (const part of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i, /; Max-Age=\d+/i]) assert.match(overHttps, part)
    assert.doesNotMatch(overHttps, /Domain/i)
    const [overHttp = ''] = await cookie(ORIGIN)
    assert.match(overHttp, /^session=[\w-]{43};/)
    for (const part of [/; HttpOnly/i, /; SameSite=Lax/i]) assert.match(overHttp, part)
    assert.doesNotMatch(overHttp, /Secure/i)
  })

  it('does not take a cookie over https that lacks the prefix, which another page of the domain could have set', async () => {
    const cookie = (await send('/demo/sign-in', signIn(), { origin: HTTPS }, HTTPS)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    assert.equal((await ask('/mine', { origin: HTTPS, headers: { cookie } })).status, 200)
    assert.equal((await ask('/mine', { origin: HTTPS, headers: { cookie: cookie.replace('__Host-', '') } })).status, 303)
  })

  it('passes over cookies that are many, deep or broken', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `c${index}=${index}`).join('; ')
    for (const cookie of [
      many,
      'session',
      'session=',
      'session=%',
      'session=%00',
      `session="${'x'.repeat(5000)}"`,
      '=;=;;;',
      '__proto__=x',
      'asked=%00.x',
    ])
      assert.equal((await ask('/sign-in', { headers: { cookie } })).status, 200, cookie.slice(0, 30))
  })

  it('refuses a host that is not ours', async () => {
    for (const host of ['evil.example', 'localhost', 'localhost:3001', 'localhost:3000.evil.example', '']) {
      const reply = await ask('/sign-in', { headers: { host } })
      assert.equal(reply.status, 421, host)
      assert.doesNotMatch(await reply.text(), /evil/)
    }
  })

  it('takes forms only, of up to a megabyte', async () => {
    const cookie = [...(await house.as(town.owner.person)).cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', 'application/x-www-form-urlencodedx', 'x']) {
      const reply = await send('/sign-out', '{}', { origin: ORIGIN, 'content-type': type, cookie })
      assert.equal(reply.status, 415, type)
    }
    assert.equal((await ask('/mine', { headers: { cookie } })).status, 200, 'still signed in')
    const most = `email=${'x'.repeat(1_000_000 - 'email='.length)}`
    assert.equal((await send('/sign-in', most, { origin: ORIGIN })).status, 422)
    assert.equal((await send('/sign-in', `${most}x`, { origin: ORIGIN })).status, 413)
    assert.equal((await send('/sign-in', `${most}x`, { origin: ORIGIN, 'transfer-encoding': 'chunked' })).status, 413)
  })

  it('keeps everything that was typed when somebody is signed out, and nothing typed becomes markup', async () => {
    const typed: [string, string][] = [
      ['line', `"><script>alert(1)</script> & 'quotes' <b>`],
      ['line', 'twice\r\nwith lines'],
      ['"><img src=x>', 'a name that is markup'],
      ['__proto__', 'x'],
      ['empty', ''],
    ]
    const path = `/roles/${'0'.repeat(26)}/pledges`
    const reply = await send(path, new URLSearchParams(typed).toString(), { origin: ORIGIN })
    const text = await reply.text()
    assert.equal(reply.status, 401)
    const unescaped = (part = '') =>
      part.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    const kept = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/gs)].map(([, name, value]) => [
      unescaped(name),
      unescaped(value),
    ])
    assert.deepEqual(kept, typed)
    assert.ok(text.includes(`<form method="post" action="${path}">`))
    assert.doesNotMatch(text, /<script>|<img/)
  })

  it('sends a visitor who must sign in back to the page they wanted, and never to another site', async () => {
    const wanted = await ask('/projects/new')
    assert.deepEqual([wanted.status, wanted.headers.get('location')], [303, '/sign-in?next=%2Fprojects%2Fnew'])
    const more = await ask('/mine?done=a%26b&next=//evil.example')
    assert.equal(more.headers.get('location'), `/sign-in?next=${encodeURIComponent('/mine?done=a%26b&next=//evil.example')}`)
    assert.match(
      await (await ask(more.headers.get('location') ?? '')).text(),
      /name="next" value="\/mine\?done=a%26b&amp;next=\/\/evil\.example"/,
    )
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/%0d%0aset-cookie:x=y',
      '/\t/evil.example',
      'javascript:alert(1)',
    ]) {
      const page = await (await ask(`/sign-in?next=${encodeURIComponent(next)}`)).text()
      const kept = /name="next" value="([^"]*)"/.exec(page)?.[1]
      assert.ok(kept === '/' || kept === '/%0d%0aset-cookie:x=y', `${next} became ${kept}`)
    }
  })

  it('answers HEAD like GET, without a body', async () => {
    for (const path of ['/', '/nowhere', '/health', '/mine', '/chapter.css']) {
      const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)]
      assert.equal(head.status, get.status, path)
      assert.equal(await head.text(), '', path)
      for (const name of ['content-type', 'location', 'content-security-policy', 'cache-control'])
        assert.equal(head.headers.get(name), get.headers.get(name), `${path} ${name}`)
    }
  })

  it('knows GET, HEAD and POST, and no other method', async () => {
    const count = await sessions()
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      assert.equal(
        (await ask('/demo/sign-in', { method, headers: { origin: ORIGIN }, ...(method === 'OPTIONS' ? {} : { body: signIn() }) })).status,
        404,
        method,
      )
    assert.equal(await sessions(), count)
  })
})
