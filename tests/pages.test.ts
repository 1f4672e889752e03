/** Every page, narrow and wide, light and dark: accessible, never wider than the screen, and light to load. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page, Response } from 'playwright-core'
import { brokenPage } from '../src/web/fault-pages.ts'
import { layout } from '../src/web/layout.ts'
import { newPage, openBrowser, type Watched } from './browser.ts'
import { type Product, startProduct } from './product.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const LOOKS = [
  { width: 1280, scheme: 'light' },
  { width: 320, scheme: 'dark' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'light' },
] as const

let product: Product
let browser: Browser
const seated = new Map<string, Watched>()

before(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await product?.stop()
  assert.deepEqual(product.faults, [])
})

/** A browser of their own for each of the cast; "visitor" is nobody. */
async function seat(name: string): Promise<Page> {
  const known = seated.get(name)?.page
  if (known) return known
  const watched = await newPage(browser)
  watched.page.setDefaultTimeout(8000)
  seated.set(name, watched)
  if (name !== 'visitor') {
    await watched.page.goto(`${product.url}/demo`)
    await watched.page.getByRole('button', { name: `Be ${name}` }).click()
    await watched.page.waitForURL('**/mine')
  }
  return watched.page
}

type Way = (page: Page) => Promise<unknown>
const at =
  (path: string): Way =>
  (page) =>
    page.goto(product.url + path)
const follow =
  (...hrefs: string[]): Way =>
  async (page) => {
    for (const href of hrefs) await page.goto(new URL((await page.locator(href).first().getAttribute('href')) ?? '', page.url()).href)
  }
const then =
  (...ways: Way[]): Way =>
  async (page) => {
    for (const way of ways) await way(page)
  }
const type =
  (fields: Record<string, string>): Way =>
  async (page) => {
    for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value)
  }
/** Presses a button as soon as our own script lets a form be sent again. */
const send =
  (button: string): Way =>
  async (page) => {
    const answer = page.waitForResponse((reply) => reply.request().isNavigationRequest() && reply.request().method() === 'POST')
    await page.waitForTimeout(50)
    await page.locator(button).first().click()
    await answer
    await page.waitForLoadState()
  }
const project = (title: string): Way => then(at(`/projects?show=all&q=${encodeURIComponent(title)}`), follow(`a:text-is("${title}")`))
const mine = (...hrefs: string[]): Way => then(at('/mine'), follow(...hrefs))
const PLEDGE = 'a[href^="/pledges/"]'
const BRIEF = {
  title: 'A bell for the lift',
  problem: 'People get stuck.\n\nNobody hears them.',
  'for-whom': 'people in lifts',
  'role-1-skill': 'electronics',
  'role-1-hours': '3',
  'role-1-from': '2026-12-07',
  'role-1-until': '2027-03-31',
}
const SAVE = '.save-bar button'
const LETTERS = 'Letters that people understand'
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(8)

const PAGES: [name: string, who: string, way: Way, status?: number][] = [
  ['the first page', 'visitor', at('/')],
  ['the first page, signed in', 'Odalys', at('/')],
  ['the first page of somebody whose organisation is not known', 'Wrenna', at('/')],
  ['projects', 'visitor', at('/projects')],
  ['projects that run', 'visitor', at('/projects?show=running')],
  ['projects that ended', 'visitor', at('/projects?show=ended')],
  ['all projects', 'visitor', at('/projects?show=all')],
  ['projects narrowed down', 'Odalys', at('/projects?q=form+school+meals&show=all&sector=local')],
  ['projects of other words', 'visitor', at('/projects?q=zeppelin')],
  ['organisations', 'visitor', at('/organisations')],
  ['organisations without a name', 'visitor', at('/organisations?q=zeppelin')],
  ['an organisation', 'visitor', then(at('/organisations?q=harrowmere'), follow('.stack a'))],
  ['an organisation, to its speaker', 'Marko', then(at('/organisations?q=fennimoss'), follow('.stack a'))],
  ['an organisation that has only joined', 'visitor', then(at('/organisations?q=plainwork'), follow('.stack a'))],
  ['no projects', 'visitor', at(`/projects?before=${'0'.repeat(26)}`)],
  ['an open brief', 'visitor', project('Report a missed bin')],
  ['an open brief, to its pledger', 'Prithi', project('Report a missed bin')],
  ['an open brief, to its owner', 'Odalys', project('Report a missed bin')],
  ['a ready project', 'Tamsir', project('One referral form for people who fall')],
  ['a ready project, to its owner', 'Sunniva', project('One referral form for people who fall')],
  ['a first date that has passed', 'Sunniva', then(type({ 'first-date': '2020-01-01' }), send('.first-date button')), 422],
  ['a running project', 'visitor', project('Letters that people understand')],
  ['a running project, to its owner', 'Marko', project('Letters that people understand')],
  ['a running project, to a member', 'Tamsir', project(LETTERS)],
  ['all updates', 'visitor', then(project(LETTERS), follow('a[href$="/updates"]'))],
  ['an empty update', 'Marko', then(project(LETTERS), follow('a[href$="/update"]'), send('form.form button')), 422],
  ['editing an update', 'Marko', then(project(LETTERS), follow('.update a[href$="/revision"]'))],
  ['removing an update', 'Marko', then(project(LETTERS), follow('.update a[href$="/removal"]'))],
  ['a conversation', 'Marko', then(project(LETTERS), follow('.post a[href$="/revision"]', '.govuk-back-link'))],
  ['a post with one word that does not fit', 'Marko', then(type({ said: LONG.repeat(12) }), send('.write-post button')), 422],
  ['editing a post', 'Marko', follow('.post a[href$="/revision"]')],
  ['removing a post', 'Marko', then(project(LETTERS), follow('.post a[href$="/removal"]'))],
  ['reporting a post', 'Prithi', then(project(LETTERS), follow('.post a[href$="/report"]'))],
  ['reporting without a reason', 'Prithi', send('form.form button'), 422],
  ['reports', 'Benoit', at('/reports')],
  ['answering a report with nothing', 'Benoit', then(follow('a[href^="/reports/"]'), send('form.form button')), 422],
  ['a delivered project', 'visitor', project('One rota for duty officers')],
  ['a stopped project', 'visitor', project('Parking permits by text message')],
  ['a new brief', 'Odalys', at('/projects/new')],
  ['a brief with every mistake', 'Odalys', then(type({ 'role-1-skill': LONG, days: '400' }), send(SAVE)), 422],
  ['a draft', 'Marko', mine('a[href^="/drafts/"]')],
  ['a preview', 'Prithi', then(at('/projects/new'), type(BRIEF), send(SAVE))],
  [
    'a preview with one word that does not fit',
    'Tamsir',
    then(at('/projects/new'), type({ ...BRIEF, title: LONG.slice(0, 100) }), send(SAVE)),
  ],
  ['throwing a draft away', 'Marko', mine('a[href$="/removal"]')],
  ['stopping', 'Marko', then(project('Letters that people understand'), follow('a[href$="/ending"]', 'a[href$="how=stopped"]'))],
  ['stopping without a lesson', 'Marko', send('form.form button'), 422],
  ['delivering', 'Marko', then(project('Letters that people understand'), follow('a[href$="/ending"]'))],
  ['pledging', 'Jossa', then(project('Report a missed bin'), follow('a[href$="/pledge"]'))],
  ['pledging with mistakes', 'Jossa', then(type({ hours: 'x', from: '', line: LONG.repeat(2) }), send('form.form button')), 422],
  ['pledging without an organisation', 'Wrenna', then(project('Report a missed bin'), follow('a[href$="/pledge"]'))],
  ['a pledge, to its pledger', 'Lindis', mine(PLEDGE)],
  ['withdrawing', 'Lindis', follow('a[href$="/withdrawal"]')],
  ['a pledge, to the owner', 'Odalys', then(project('Report a missed bin'), follow(PLEDGE))],
  ['declining', 'Odalys', follow('a[href$="/refusal"]')],
  ['declining with too many words', 'Odalys', then(type({ line: LONG.repeat(2) }), send('form.form button')), 422],
  ['an ask', 'Odalys', mine('a[href^="/asks/"]')],
  ['what is mine', 'Odalys', at('/mine')],
  ['what is mine, with a draft', 'Marko', at('/mine')],
  ['what is mine, with pledges', 'Prithi', at('/mine')],
  ['what is mine, with nothing', 'Wrenna', at('/mine')],
  ['signing in', 'visitor', at('/sign-in')],
  ['signing in with a mistake', 'visitor', then(type({ email: 'x' }), send('form.form button')), 422],
  ['the code, without a letter', 'visitor', at('/sign-in/code')],
  ['the code', 'visitor', then(at('/sign-in'), type({ email: 'jossa.merrifold@quillsey.example' }), send('form.form button'))],
  ['a wrong code', 'visitor', then(type({ code: '1' }), send('form.form button')), 422],
  ['a link from a letter', 'visitor', at('/sign-in/link/abc')],
  ['a link that does not work', 'visitor', send('form.form button'), 422],
  ['a link in another browser', 'Wrenna', at('/sign-in/link/abc')],
  ['saying who one is', 'Odalys', at('/welcome')],
  [
    'saying for whom one works, with a like name',
    'Wrenna',
    then(at('/welcome'), type({ organisation: 'Harowmere' }), send('.form button')),
    422,
  ],
  ['your page', 'Odalys', at('/profile')],
  ['your page with every mistake', 'Jossa', then(at('/profile'), type({ name: ' ', where: LONG, hours: '41' }), send('.form button')), 422],
  ['a person', 'Jossa', then(project('Report a missed bin'), follow('a[href^="/people/"]'))],
  ['a person, to themselves', 'Odalys', then(at('/profile'), follow('a[href^="/people/"]'))],
  ['saying who one is, without an organisation', 'Wrenna', at('/welcome')],
  ['saying nothing', 'Wrenna', then(type({ name: '' }), send('form.form button')), 422],
  ['where one is signed in', 'Odalys', at('/sessions')],
  ["one's addresses", 'Odalys', at('/addresses')],
  ['an address with a mistake', 'Odalys', then(type({ email: LONG }), send('form.form button')), 422],
  ['the code for an address', 'Prithi', then(at('/addresses'), type({ email: 'prithi@private.example' }), send('form.form button'))],
  ['leaving an organisation', 'Odalys', at('/addresses/departure')],
  ['who speaks for an organisation', 'Odalys', then(at('/addresses'), follow('a[href$="/speakers"]'))],
  ['saying for whom one works', 'Wrenna', at('/claims/new')],
  ['saying a name that is too long', 'Wrenna', then(type({ organisation: LONG }), send('form.form button')), 422],
  ['a claim, to the person', 'Wrenna', mine('a[href^="/claims/"]')],
  ['a claim, to a colleague', 'Odalys', mine('a[href^="/claims/"]')],
  ['everybody who is held', 'Benoit', at('/held')],
  ['a claim, to a broker', 'Benoit', follow('a[href^="/claims/"]')],
  [
    'letting in without a name',
    'Benoit',
    then(type({ name: LONG.slice(0, 100) }), (page) => page.check('[value="named"]'), send('form.form button')),
    422,
  ],
  ['declining a claim', 'Benoit', follow('a[href$="/refusal"]')],
  ['the cast', 'Odalys', at('/demo')],
  ['letters', 'Odalys', at('/letters')],
  ['letters to me', 'Wrenna', at('/letters?to=me')],
  ['a letter', 'visitor', then(at('/letters'), follow('.letters a'))],
  ['a page that is not there', 'visitor', at('/nowhere'), 404],
  ['a page for somebody else', 'Prithi', then(project('Report a missed bin'), (page) => page.goto(`${page.url()}/ending`)), 403],
  ['a form sent when signed out', 'Ilka', then(at('/welcome'), (page) => page.context().clearCookies(), send('form.form button')), 401],
  ['a page that broke', 'visitor', broken, 500],
]

/** Nothing in the product breaks on demand, so this one page is drawn and handed to the browser. */
async function broken(page: Page): Promise<void> {
  const frame = { viewer: undefined, waiting: 0, path: '/broken', isNarrow: true, version: 'test' }
  const chapter = { name: 'Appstarter', isDemo: true, isRecoloured: false }
  const body = String(layout({ ...frame, chapter, title: 'Something went wrong' }, brokenPage('0123456789')))
  await page.route('**/broken', (route) => route.fulfill({ status: 500, contentType: 'text/html', body }))
  await page.goto(`${product.url}/broken`)
}

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

/** One person's pages come one after another, as some follow from the one before. */
describe('every page', { concurrency: 3 }, () => {
  for (const person of new Set(PAGES.map(([, who]) => who))) {
    describe(`to ${person}`, { concurrency: 1 }, () => {
      for (const [name, who, way, status] of PAGES) if (who === person) it(name, async () => look(await seat(who), way, status))
    })
  }
})

async function look(page: Page, way: Way, status = 200): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 })
  let answered = 0
  const note = (reply: Response) => {
    if (reply.request().isNavigationRequest()) answered = reply.status()
  }
  page.on('response', note)
  await way(page)
  page.off('response', note)
  assert.equal(answered, status, page.url())
  assert.equal(await page.locator('h1').count(), 1)
  await page.evaluate(AXE)
  for (const { width, scheme } of LOOKS) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    const said = `${scheme}, ${width} wide`
    assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, `scrolls sideways: ${said}`)
    // The widths differ in shape and the schemes in colour, so two of the four say everything.
    if ((width === 320) !== (scheme === 'dark')) continue
    const found = (await page.evaluate('axe.run().then((result) => result.violations)')) as Violation[]
    assert.deepEqual(
      found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`)),
      [],
      said,
    )
  }
}

it('notices a pale word and a wide box', async () => {
  const page = await seat('visitor')
  await page.goto(`${product.url}/sign-in`)
  await page.evaluate('document.querySelector("h1").style.color = "#ccc"; document.querySelector("main").style.minWidth = "2000px"')
  await page.evaluate(AXE)
  const found = (await page.evaluate('axe.run().then((result) => result.violations)')) as Violation[]
  assert.deepEqual(
    found.map(({ id }) => id),
    ['color-contrast'],
  )
  assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth')) > 500)
})

it('complained of nothing, and asked nobody else', () => {
  const all = [...seated.values()]
  const complaints = all.flatMap(({ consoleErrors, pageErrors }) => [...consoleErrors, ...pageErrors])
  // What the browser says of an answer such as 422 is looked at above.
  assert.deepEqual(
    complaints.filter((line) => !line.startsWith('Failed to load resource')),
    [],
  )
  assert.deepEqual(
    all.flatMap(({ foreignRequests }) => foreignRequests),
    [],
  )
})

it('weighs under 60 KB on a first visit, its script under 15 KB', async () => {
  const { page } = await newPage(browser)
  const wire = await page.context().newCDPSession(page)
  const names = new Map<string, string>()
  const sizes = new Map<string, number>()
  await wire.send('Network.enable')
  wire.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, new URL(response.url).pathname))
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(names.get(requestId) ?? requestId, encodedDataLength))
  await page.goto(product.url, { waitUntil: 'networkidle' })
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const said = [...sizes].map(([name, size]) => `${name} ${size}`).join(', ')
  await page.context().close()
  assert.ok(sizes.size >= 5, said)
  assert.ok(all < 60_000, `${all} bytes: ${said}`)
  assert.ok((sizes.get('/static/app.js') ?? 0) < 15_000, said)
  console.log(`first visit: ${all} bytes (${said})`)
})
