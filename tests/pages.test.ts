/** Every page, wide and light, narrow and dark: accessible, never wider than the screen, and light to load. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page, Response } from 'playwright-core'
import { brokenPage } from '../src/web/fault-pages.ts'
import { layout } from '../src/web/layout.ts'
import { newPage, openBrowser, type Watched } from './browser.ts'
import { PAGES, type Way } from './page-list.ts'
import { type Product, startProduct } from './product.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
/** The widths differ in shape and the schemes in colour, so two of the four say everything. */
const LOOKS = [
  { width: 1280, scheme: 'light' },
  { width: 320, scheme: 'dark' },
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
  const watched = await newPage(browser, { origin: product.url })
  seated.set(name, watched)
  if (name !== 'visitor') {
    await watched.page.goto('/demo')
    await watched.page.getByRole('button', { name: `Be ${name}` }).click()
    await watched.page.waitForURL('**/mine')
  }
  return watched.page
}

/** Nothing in the product breaks on demand, so this one page is drawn and handed to the browser. */
async function broken(page: Page): Promise<void> {
  const frame = { viewer: undefined, waiting: 0, path: '/broken', isNarrow: true, version: 'test' }
  const chapter = { name: 'Appstarter', isDemo: true, isRecoloured: false }
  const body = String(layout({ ...frame, chapter, title: 'Something went wrong' }, brokenPage('0123456789')))
  await page.route('**/broken', (route) => route.fulfill({ status: 500, contentType: 'text/html', body }))
  await page.goto('/broken')
}

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }
const violations = (page: Page, runOnly?: readonly string[]): Promise<Violation[]> =>
  page.evaluate(`axe.run(${JSON.stringify({ resultTypes: ['violations'], runOnly })}).then((result) => result.violations)`)
/** The rules for which it matters how wide a page is and in which colours; all others go by its words and by what is hidden. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']
const whatIsSeen = (page: Page): Promise<string> =>
  page.evaluate(
    'Array.from(document.querySelectorAll("body *"), (each) => Number(each.checkVisibility({ visibilityProperty: true }))).join("")',
  )

/** One person's pages come one after another, as some follow from the one before. */
describe('every page', { concurrency: 3 }, () => {
  for (const person of new Set(PAGES.map(([, who]) => who))) {
    describe(`to ${person}`, { concurrency: 1 }, () => {
      for (const [name, who, way, status] of PAGES) if (who === person) it(name, async () => look(await seat(who), way, status))
      if (person === 'visitor') it('a page that broke', async () => look(await seat(person), broken, 500))
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
  let seenBefore = ''
  for (const { width, scheme } of LOOKS) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    const said = `${scheme}, ${width} wide`
    assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, `scrolls sideways: ${said}`)
    const seen = await whatIsSeen(page)
    const rules = seen === seenBefore ? OF_LOOKS : undefined
    seenBefore = seen
    assert.deepEqual(
      (await violations(page, rules)).flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`)),
      [],
      said,
    )
  }
}

it('notices a pale word and a wide box', async () => {
  const page = await seat('visitor')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/sign-in')
  await page.evaluate('document.querySelector("h1").style.color = "#ccc"; document.querySelector("main").style.minWidth = "2000px"')
  await page.evaluate(AXE)
  assert.deepEqual(
    (await violations(page)).map(({ id }) => id),
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
