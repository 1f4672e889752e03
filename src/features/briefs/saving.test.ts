/** The script that saves a draft while it is typed says in words why it could not. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { newPage, openBrowser } from '../../../tests/browser.ts'
import { type Product, startProduct } from '../../../tests/product.ts'
import { MOST_KEPT } from './brief.ts'

let product: Product
let browser: Browser

async function newDraft() {
  const watched = await newPage(browser)
  const { page } = watched
  await page.goto(`${product.url}/demo`)
  await page.getByRole('button', { name: /^Be / }).first().click()
  await page.waitForURL('**/mine')
  await page.goto(`${product.url}/projects/new`)
  return watched
}

describe('a draft that saves itself', () => {
  before(async () => {
    product = await startProduct()
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    await product?.stop()
  })

  it('says that a text is too long to be kept, keeps it in the page, and saves once it is shortened', async () => {
    const { page, pageErrors } = await newDraft()
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

  it('puts what is alike and what it is about beside the form, and leaves what is in use there alone', async () => {
    const { page, pageErrors } = await newDraft()
    const status = page.locator('[data-saved]')
    const alike = page.locator('[data-beside="alike"]')
    await page.locator('#title').fill('Report a missed bin')
    await page.locator('#problem').fill('A bin was missed, and nobody knows why.')
    await alike.getByRole('link', { name: 'Report a missed bin', exact: true }).waitFor()
    await status.filter({ hasText: 'like yours' }).waitFor()
    assert.equal(await page.getByRole('button', { name: 'Suggest what it is about' }).count(), 0)
    await page.getByLabel(/^The day refuse is collected/).check()
    await alike.getByText('Both are about The day refuse is collected').waitFor()
    const why = page.getByLabel('None fits, because')
    await why.pressSequentially('Ours is ')
    await page.waitForTimeout(2500)
    await why.pressSequentially('another.')
    assert.equal(await why.inputValue(), 'Ours is another.')
    await page.locator('#title').fill('Something else')
    await page.locator('#problem').fill('Xyzzy')
    await alike.getByRole('link', { name: 'Report a missed bin', exact: true }).waitFor()
    assert.ok(await page.getByLabel(/^The day refuse is collected/).isChecked())
    assert.equal(await page.getByLabel('None fits, because').inputValue(), 'Ours is another.')
    assert.deepEqual(pageErrors, [])
  })
})
