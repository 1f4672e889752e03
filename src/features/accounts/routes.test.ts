/** Signing in through the doors, as browsers, mail scanners and curious people use them. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { openEmpty } from '../../../tests/databases.ts'
import { aTown, type Town } from '../../../tests/town.ts'
import { type House, ORIGIN, openHouse, type Seen, type Visitor } from '../../../tests/visit.ts'
import { type Storage, sql } from '../../storage/db.ts'

const KNOWN = 'owner@harrowmere.example'
const UNKNOWN = 'nobody@kindness.example'

describe('signing in through the doors', () => {
  let storage: Storage
  let town: Town
  let house: House
  before(async () => {
    storage = await openEmpty('embedded')
    town = await aTown(storage.db)
  })
  after(() => storage.close())
  // A day apart, so that no test meets the limits of the one before.
  let day = 0
  beforeEach(async () => {
    house = await openHouse(storage, { now: new Date(MONDAY.now.getTime() + ++day * 86_400_000) })
  })

  const ask = (visitor: Visitor, email: string, next = '/mine'): Promise<Seen> => visitor.post('/sign-in', { email, next })
  const newestLetter = async (): Promise<{ link: string; code: string; recipient: string }> => {
    const letters = storage.db.selectFrom('letters').select(['facts', 'recipient']).where('kind', '=', 'sign in')
    const { facts, recipient } = await letters.orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    return { ...(JSON.parse(facts) as { link: string; code: string }), recipient }
  }
  /** Every row of every table, as one word. */
  const everything = async (): Promise<string> => {
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(
      storage.db,
    )
    let all = ''
    for (const { name } of rows) {
      const found = await sql<{
        rows: string
      }>`select coalesce(string_agg(t::text, ',' order by t::text), '') as rows from ${sql.table(name)} t`.execute(storage.db)
      all += `${name}: ${found.rows[0]?.rows}\n`
    }
    return all
  }

  it('shows the same page, byte by byte, for an address that we know and one that we do not', async () => {
    const pages: string[] = []
    for (const email of [KNOWN, UNKNOWN]) {
      const seen = await ask(house.visitor(), email)
      assert.equal(seen.status, 200)
      pages.push(seen.html.replaceAll(email, 'THE ADDRESS'))
    }
    assert.equal(pages[0], pages[1])
  })
  it('shows the same page for a wrong code, whether somebody has asked for a letter or not', async () => {
    await ask(house.visitor(), KNOWN)
    const { code } = await newestLetter()
    const typed = code === '111111' ? '222222' : '111111'
    const pages: string[] = []
    for (const email of [KNOWN, UNKNOWN]) {
      const seen = await house.visitor().post('/sign-in/code', { email, code: typed })
      assert.equal(seen.status, 422)
      pages.push(seen.html.replaceAll(email, 'THE ADDRESS'))
    }
    assert.equal(pages[0], pages[1])
  })

  it('changes nothing when the page of the link is opened fifty times, and then the button works', async () => {
    const browser = house.visitor()
    await ask(browser, KNOWN)
    const path = `/sign-in/link/${(await newestLetter()).link}`
    const before = await everything()
    for (let time = 0; time < 25; time++) {
      assert.equal((await house.visitor().get(path)).status, 200)
      const head = new Request(`${ORIGIN}${path}`, { method: 'HEAD', headers: { host: new URL(ORIGIN).host } })
      assert.equal((await house.fetch(head)).status, 200)
    }
    assert.match((await browser.get(path)).text, /One press and you are in/)
    assert.equal(await everything(), before)
    const inside = await browser.post(path)
    assert.deepEqual([inside.path, inside.status], ['/mine', 200])
    assert.ok(browser.cookies.has('session') && !browser.cookies.has('asked'))
  })
  it('does not take the link in another browser, which is told to type the code', async () => {
    await ask(house.visitor(), KNOWN)
    const { link, code } = await newestLetter()
    const other = house.visitor()
    assert.match((await other.get(`/sign-in/link/${link}`)).text, /type the six-digit code/)
    const refused = await other.post(`/sign-in/link/${link}`)
    assert.deepEqual([refused.status, other.cookies.has('session')], [422, false])
    assert.equal((await other.post('/sign-in/code', { email: KNOWN, code })).path, '/mine')
  })
  it('takes a press only from our own pages', async () => {
    const browser = house.visitor()
    await ask(browser, KNOWN)
    const path = `/sign-in/link/${(await newestLetter()).link}`
    assert.equal((await browser.post(path, {}, { origin: 'https://evil.example' })).status, 403)
    assert.equal(browser.cookies.has('session'), false)
  })

  it('knows Ann@X and ann@x as one person, and writes to one address', async () => {
    const people = async () => (await storage.db.selectFrom('people').select('id').execute()).length
    const before = await people()
    for (const email of ['New.Person@Tarnbeck.EXAMPLE', ' new.person@tarnbeck.example ']) {
      const browser = house.visitor()
      await ask(browser, email)
      const { code, recipient } = await newestLetter()
      assert.equal(recipient, 'new.person@tarnbeck.example')
      assert.equal((await browser.post('/sign-in/code', { email, code })).path, '/welcome?next=%2Fmine')
    }
    assert.equal(await people(), before + 1)
  })
  it('asks somebody new who they are, and then leads where they wanted to go', async () => {
    const browser = house.visitor()
    await ask(browser, 'newer@tarnbeck.example', '/projects?show=ended')
    const welcome = await browser.post('/sign-in/code', { email: 'newer@tarnbeck.example', code: (await newestLetter()).code })
    assert.match(welcome.text, /you work for Tarnbeck NHS Trust/)
    const wrong = await browser.post('/welcome', { name: ' ', haves: 'x'.repeat(101), next: '/projects?show=ended' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Enter your name\..*Shorten each thing that you have to 100 characters or fewer\./)
    const inside = await browser.post('/welcome', { name: 'Ann', haves: 'nursing', next: '/projects?show=ended' })
    assert.equal(inside.path, '/suggestions?arrived=yes&next=%2Fprojects%3Fshow%3Dended')
    assert.ok(inside.links.includes('/projects?show=ended'))
  })
  it('leads to no page but ours, whatever the form or the address says', async () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example/']) {
      assert.match((await house.visitor().get(`/sign-in?next=${encodeURIComponent(next)}`)).html, /name="next" value="\/"/)
      const browser = house.visitor()
      await ask(browser, KNOWN, next)
      assert.equal((await browser.post(`/sign-in/link/${(await newestLetter()).link}`)).path, '/')
      assert.equal((await browser.post('/welcome', { name: 'Owner', next })).path, '/suggestions?arrived=yes')
    }
  })

  it('says so when too many letters have been asked for', async () => {
    for (let count = 0; count < 5; count++) await ask(house.visitor(), KNOWN)
    const seen = await ask(house.visitor(), KNOWN)
    assert.equal(seen.status, 429)
    assert.match(seen.text, /We have sent several letters to this address in the last hour/)
  })
  it('keeps the address that was typed, and says what is wrong with it', async () => {
    const seen = await ask(house.visitor(), 'ann at harrowmere')
    assert.equal(seen.status, 422)
    assert.match(seen.html, /value="ann at harrowmere"/)
  })
  it('ends where one signs out: the old cookie opens nothing', async () => {
    const browser = await house.as(town.nurse.person)
    const old = browser.cookies.get('session') ?? ''
    assert.equal((await browser.get('/mine')).path, '/mine')
    await browser.post('/sign-out')
    assert.equal(browser.cookies.has('session'), false)
    browser.cookies.set('session', old)
    assert.equal((await browser.get('/mine')).path, '/sign-in?next=%2Fmine')
  })
  it('ends a session elsewhere, and never that of somebody else', async () => {
    const [here, there, other] = [await house.as(town.nurse.person), await house.as(town.nurse.person), await house.as(town.officer.person)]
    const ends = [...(await here.get('/sessions')).html.matchAll(/action="(\/sessions\/\w+\/end)"/g)].map(([, path]) => path ?? '')
    assert.ok(ends.length >= 2)
    for (const path of ends) await other.post(path)
    assert.equal((await there.get('/mine')).path, '/mine', 'the officer ends no session of the nurse')
    for (const path of ends) await here.post(path)
    assert.equal((await there.get('/mine')).path, '/sign-in?next=%2Fmine')
  })
  it('leaves no secret in the log', async () => {
    const browser = house.visitor()
    await ask(browser, KNOWN)
    const { link, code } = await newestLetter()
    await browser.get(`/sign-in/link/${link}`)
    await browser.post(`/sign-in/link/${link}`)
    const log = JSON.stringify(house.log)
    assert.ok(log.includes('/sign-in/link/:link'))
    for (const secret of [link, code, KNOWN, browser.cookies.get('session') ?? ''])
      assert.ok(!log.includes(`"${secret}`) && !log.includes(`/${secret}`))
  })
})
