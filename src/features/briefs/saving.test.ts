/** The script that saves a draft while it is typed says in words why it could not. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { newPage, openBrowser } from '../../../tests/browser.ts'
import { type Product, startProduct } from '../../../tests/product.ts'
import { MOST_KEPT } from './brief.ts'

let product: Product
let browser: Browser
before(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await product?.stop()
})

it('says that a text is too long to be kept, keeps it in the page, and saves once it is shortened', async () => {
  const { page, pageErrors } = await newPage(browser)
  page.setDefaultTimeout(8000)
  await page.goto(`${product.url}/demo`)
  await page.getByRole('button', { name: /^Be / }).first().click()
  await page.waitForURL('**/mine')
  await page.goto(`${product.url}/projects/new`)
  const problem = page.locator('#problem')
  const status = page.locator('[data-saved]')
  await problem.fill('x'.repeat(MOST_KEPT.letters + 1))
  await status.filter({ hasText: 'Not saved: a field can keep up to 20,000 characters.' }).waitFor()
  assert.equal((await problem.inputValue()).length, MOST_KEPT.letters + 1)
  assert.ok(page.url().endsWith('/projects/new'))
  await problem.fill('Shorter')
  await status.filter({ hasText: 'Draft saved at' }).waitFor()
  assert.match(page.url(), /\/drafts\//)
  assert.deepEqual(pageErrors, [])
})
