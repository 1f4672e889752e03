/** When something breaks or somebody tries to break it: a page with a reference, a line in the log, and nothing given away. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aPlace } from '../../tests/place.ts'
import { aTown } from '../../tests/town.ts'
import { type House, ORIGIN, openHouse } from '../../tests/visit.ts'
import { newId } from '../basics/id.ts'
import { EMBEDDED_WORKER } from '../root.ts'
import { type Storage, sql } from '../storage/db.ts'
import { openEmbedded } from '../storage/embedded.ts'
import { readForm } from './form.ts'
import { faultLine, logTo } from './log.ts'

const FORM = 'application/x-www-form-urlencoded'

describe('a page that breaks', () => {
  let storage: Storage
  let house: House
  let cookie: string
  before(async () => {
    storage = await openEmbedded(undefined, EMBEDDED_WORKER)
    const town = await aTown(storage.db)
    house = await openHouse(storage)
    cookie = [...(await house.as(town.owner.person)).cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  })
  const ask = (path: string, headers: Record<string, string> = {}) =>
    house.fetch(new Request(ORIGIN + path, { headers: { host: 'localhost:3000', ...headers } }))
  const health = async () => {
    const reply = await ask('/health')
    return [reply.status, await reply.json()]
  }

  it('is not the same as a page that is missing, which also has a reference', async () => {
    const reply = await ask('/nowhere')
    assert.equal(reply.status, 404)
    const reference = /Reference number (\w{10})/.exec(await reply.text())?.[1]
    assert.ok(house.log.some((line) => line['reference'] === reference && line['status'] === 404))
    assert.ok(house.log.every((line) => line.level === 'info'))
  })

  it('is announced by /health, which says why', async () => {
    assert.deepEqual(await health(), [200, { status: 'ready' }])
    const { rows } = await sql<{
      number: number
      checksum: string
    }>`delete from migrations where number = 4 returning number, checksum`.execute(storage.db)
    assert.deepEqual(await health(), [503, { status: 'not ready', why: 'Migrations 4 have not run.' }])
    await sql`insert into migrations (number, name, checksum) values (4, 'pledges', ${rows[0]?.checksum})`.execute(storage.db)
    assert.deepEqual(await health(), [200, { status: 'ready' }])
    await storage.close()
    assert.deepEqual(await health(), [503, { status: 'not ready', why: 'The database does not answer.' }])
  })

  it('shows a reference that stands in the log, and nothing of what broke', async () => {
    for (const headers of [{}, { cookie }]) {
      const reply = await ask('/projects', headers as Record<string, string>)
      const text = await reply.text()
      assert.equal(reply.status, 500)
      const reference = /reference number (\w{10})/.exec(text)?.[1]
      const lines = house.log.filter((line) => line['reference'] === reference)
      assert.deepEqual(
        lines.map(({ level, what }) => [level, what]),
        [
          ['error', 'broken'],
          ['info', 'request'],
        ],
      )
      assert.ok(String(lines[0]?.['where']).includes(' < '), 'says where')
      assert.doesNotMatch(text, /driver|destroyed|node_modules|\bat\b.*\.[jt]s/)
      assert.match(reply.headers.get('content-security-policy') ?? '', /^default-src 'none'/)
    }
  })
})

describe('somebody who tries to break it', () => {
  const place = aPlace()

  async function asOwner(path: string, body?: string): Promise<Response> {
    const { cookies } = await place.house.as(place.town.owner.person)
    const headers = {
      host: 'localhost:3000',
      origin: ORIGIN,
      cookie: `session=${cookies.get('session')}; asked=%00.%00`,
      'content-type': FORM,
    }
    return place.house.fetch(
      new Request(ORIGIN + path, { headers, redirect: 'manual', ...(body === undefined ? {} : { method: 'POST', body }) }),
    )
  }

  it('finds no address that breaks a page: no character that a text cannot have, no bad encoding, nothing endless', async () => {
    const oddities = [
      '%00',
      '%FF%FE',
      '%ED%A0%80',
      '%',
      '%zz',
      '%25%30%30',
      '..%2f..%2f',
      `${'x'.repeat(8000)}`,
      '%F0%9F%A6%8A',
      "'%20or%20''='",
      '%E2%80%AE',
      '__proto__',
    ]
    const doors = [
      '/projects/*',
      '/roles/*/pledge',
      '/pledges/*',
      '/pledges/*/withdrawal',
      '/drafts/*',
      '/drafts/*/preview',
      '/letters/*',
      '/sign-in/link/*',
    ]
    const queries = [
      '/projects?before=*',
      '/projects?show=*',
      '/letters?before=*',
      '/letters?to=*',
      '/sign-in?next=*',
      '/welcome?next=*',
      '/*',
      '/static/*',
    ]
    for (const door of [...doors, ...queries]) {
      for (const oddity of oddities) {
        const path = door.replace('*', oddity)
        const reply = await asOwner(path)
        assert.ok([200, 303, 404].includes(reply.status), `${path} ${reply.status}`)
        assert.doesNotMatch(reply.headers.get('location') ?? '', /[\r\n]|^\/\/|^https?:/)
      }
    }
    // With a broken cookie of ours, too.
    for (const address of ['/sign-in/code', '/sessions', '/mine']) assert.ok([200, 404].includes((await asOwner(address)).status), address)
    assert.ok(place.house.log.every(({ level }) => level !== 'error'))
  })

  it('finds no form that breaks a page', async () => {
    const values = [
      '%00',
      '%FF',
      '%ED%A0%80',
      '%',
      '',
      'x'.repeat(100_000),
      '%F0%9F%A6%8A',
      '-1',
      '1e999',
      'NaN',
      '%E2%80%AE',
      '9999-99-99',
    ]
    const doors: Record<string, readonly string[]> = {
      '/sign-in': ['email', 'next'],
      '/sign-in/code': ['email', 'code'],
      '/welcome': ['name', 'organisation', 'haves', 'needs', 'where', 'hours', 'next'],
      '/profile': ['name', 'job', 'where', 'hours', 'shown'],
      '/listings': ['is', 'haves', 'needs'],
      '/listings/%00/closing': [],
      '/demo/sign-in': ['person'],
      '/sessions/x/end': [],
      '/sessions/%00/end': [],
      '/sign-in/link/%00': [],
      [`/drafts/${newId(place.house.time.now)}`]: ['title', 'problem', 'roles-0-skill', 'haves-0-what', 'then'],
      '/drafts/%00/publication': [],
      '/drafts/%00/removal': [],
      '/roles/%00/pledges': ['hours', 'from', 'until', 'line'],
      '/projects/%00/start': ['first-date'],
      '/projects/%00/ending': ['how', 'reason'],
    }
    for (const [path, names] of Object.entries(doors)) {
      for (const value of values) {
        const reply = await asOwner(path, names.map((name) => `${name}=${value}`).join('&'))
        assert.ok([200, 303, 404, 422, 429].includes(reply.status), `${path} ${value.slice(0, 20)} ${reply.status}`)
        assert.doesNotMatch(reply.headers.get('location') ?? '', /[\r\n]|^\/\/|^https?:/)
        assert.equal(reply.headers.has('x-injected'), false)
      }
    }
    assert.ok(place.house.log.every(({ level }) => level !== 'error'))
  })

  it('makes no field into something that every object has', async () => {
    const form = readForm('__proto__=1&constructor=2&toString=3&__proto__%5Bbroker%5D=true&hours[]=4')
    assert.equal(form.text('__proto__'), '1')
    assert.equal(form.text('hasOwnProperty'), '')
    assert.equal(form.has('valueOf'), false)
    assert.equal(({} as Record<string, unknown>)['broker'], undefined)
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      assert.equal((await asOwner('/sign-in', `email=a%40b.example&next=/${name}&${name}=1`)).status, 303)
  })

  it('sends a hundred thousand fields and gets an answer', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `f${index}=`).join('&')
    assert.equal((await asOwner('/sign-in', many)).status, 422)
    const rows = Array.from({ length: 20_000 }, (_, index) => `roles-${index}-skill=x`).join('&')
    assert.ok([200, 303, 422].includes((await asOwner(`/drafts/${newId(place.house.time.now)}`, rows)).status))
  })
})

describe('a line of the log', () => {
  it('is one line of JSON, whatever it tells', () => {
    const written: string[] = []
    logTo(
      (text) => written.push(text),
      () => new Date(0),
    )('info', 'request', { route: 'a\nb"c', ms: 1, none: undefined })
    assert.deepEqual(written, ['{"at":"1970-01-01T00:00:00.000Z","level":"info","what":"request","route":"a\\nb\\"c","ms":1}\n'])
  })

  it('tells where a fault happened, and not its words, even when they look like a place', () => {
    const line = faultLine(Object.assign(new Error('Ann Example\n    at ann@council.example\n  at 12 Long Lane'), { code: '23505' }))
    assert.deepEqual([line['fault'], line['code']], ['Error', '23505'])
    assert.match(String(line['where']), /trouble\.test/)
    assert.doesNotMatch(JSON.stringify(line), /Ann|council|Lane/)
  })

  it('takes anything that was thrown', () => {
    assert.deepEqual(faultLine('a text'), { fault: 'string' })
    assert.deepEqual(faultLine(undefined), { fault: 'undefined' })
    assert.equal(faultLine(Object.assign(new Error('x'), { stack: undefined }))['where'], '')
  })
})
