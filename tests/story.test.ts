/** Three minutes of the demo in a real browser, from a brief to a lesson, once with scripts and once without. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser, type Watched } from './browser.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser

before(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await product?.stop()
  assert.deepEqual(product.faults, [])
})

for (const javaScript of [true, false]) {
  describe(`the story ${javaScript ? 'with' : 'without'} scripts`, () => {
    let watched: Watched
    let page: Page
    let project = ''
    const title = `A bell for the lift${javaScript ? '' : ', once more'}`

    before(async () => {
      watched = await newPage(browser, { javaScript })
      page = watched.page
    })
    after(async () => {
      const { consoleErrors, pageErrors, foreignRequests } = watched
      await page.context().close()
      assert.deepEqual({ consoleErrors, pageErrors, foreignRequests }, { consoleErrors: [], pageErrors: [], foreignRequests: [] })
    })

    const be = async (name: string) => {
      await page.goto(`${product.url}/demo`)
      await page.getByRole('button', { name: `Be ${name}` }).click()
      await page.getByRole('heading', { level: 1, name: 'For you' }).waitFor()
    }
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const sees = (text: string) => page.getByText(text).first().waitFor()

    it('writes a brief, loses nothing on the way, and publishes it', async () => {
      await be('Hamidou')
      await page.getByRole('link', { name: 'Write a brief' }).first().click()
      await page.getByLabel('Title').fill(title)
      await page.getByLabel('The problem').fill('People get stuck, and nobody hears them.')
      await page.getByLabel('Who is it for?').fill('people in lifts')
      if (javaScript) {
        await sees('Draft saved at')
        await page.reload()
        assert.equal(await page.getByLabel('Title').inputValue(), title)
      }
      await press('Add something you have')
      await page.getByLabel('What', { exact: true }).first().fill('A lift')
      await press('Add another role')
      await press('Remove role 2')
      await press('Remove have 2')
      await page.getByLabel('Skill').fill('electronics')
      await page.locator('.save-bar').getByRole('button', { name: 'Save and see how it looks' }).click()
      await sees('There is a problem')
      await sees('Enter how many hours a week it takes.')
      await page.getByLabel('Hours a week').fill('3')
      await page.getByLabel('From').fill('2026-12-07')
      await page.getByLabel('Until').fill('2027-03-31')
      if (javaScript) await page.waitForTimeout(1100) // A second press within a second would be the same press.
      await page.locator('.save-bar').getByRole('button', { name: 'Save and see how it looks' }).click()
      await sees('This is how others will see it.')
      if (!javaScript) {
        // The first lift is found, with what it left behind.
        await sees('Ask when the lift goes first.')
        await press('Publish')
        await sees('say why none of the projects like it fits')
        await page.getByLabel('None fits, because').fill('That lift was replaced.')
      }
      await press('Publish')
      await sees('Your brief is published')
      await sees('Open for pledges until 21 December')
      project = new URL(page.url()).pathname
    })

    it('is pledged to by somebody of another organisation', async () => {
      await be('Odalys')
      await page.goto(product.url + project)
      await page.getByRole('button', { name: 'Pledge electronics' }).click()
      await sees('answers by 7 December')
      await page.getByLabel('A line to the owner').fill('I have wired two of these.')
      await press('Pledge')
      await sees('Your pledge has been sent')
      await sees('answers by 7 December. You hear from us either way.')
      await page.goto(product.url + project)
      await page.getByRole('link', { name: 'You offered for electronics' }).click()
      await sees('The owner answers by 7 December.')
    })

    it('is accepted, ready, and started', async () => {
      await be('Hamidou')
      await page.goto(product.url + project)
      await sees('I have wired two of these.')
      await press('Accept Odalys Brenthwick')
      await sees('The pledge is accepted')
      await sees('Ready to start')
      await page.getByLabel('First date').fill('2026-12-08')
      await press('Start the project')
      await sees('The project has started')
      await sees('Everybody first meets on 8 December. Discovery. The owner says by')
    })

    it('does not stop without a lesson, and stops with one', async () => {
      const stop = async () => {
        await page.getByRole('button', { name: 'Say how it ended' }).click()
        await page.getByRole('link', { name: 'Stopped' }).click()
      }
      await stop()
      await press('Stop the project')
      for (const sentence of ['Say what happened.', 'Say what you tried.', 'Say what you learnt.', 'Say what would make you try again.'])
        await sees(sentence)
      await page.goto(product.url + project)
      await sees('Running')
      await stop()
      await page.getByLabel('What happened?').fill('The lift was replaced.')
      await page.getByLabel('What did you try?').fill('A bell and a string.')
      await page.getByLabel('What did you learn?').fill('Ask when the lift goes first.')
      await page.getByLabel('What would make you try again?').fill('Another old lift.')
      await press('Stop the project')
      await sees('The project has ended')
      await sees('Stopped on 23 November')
      await press('Sign out')
      await page.goto(product.url + project)
      await sees('Ask when the lift goes first.')
      assert.doesNotMatch(await page.innerText('body'), /Odalys|Hamidou/)
    })

    const askForLetter = async (email: string) => {
      await page.goto(`${product.url}/sign-in`)
      await page.getByLabel('Work e-mail address').fill(email)
      await press('Send me a letter')
      await page.getByRole('link', { name: 'Read it here' }).click()
      for (let tries = 0; (await page.getByText(`to ${email}`).count()) === 0; tries++) {
        assert.ok(tries < 40, 'the letter comes')
        await page.waitForTimeout(250)
        await page.reload()
      }
      await page.getByRole('link', { name: 'Your link and code to sign in' }).first().click()
    }

    it('lets somebody in by the link of a letter, after one press', async () => {
      await askForLetter(javaScript ? 'owein.pethermay@vennick.example' : 'ilka.venmarsh@everydayrules.example')
      await page.locator('.letter-body a').first().click()
      await sees('One press and you are in.')
      await press('Sign in')
      await sees(`Signed in as ${javaScript ? 'Owein Pethermay' : 'Ilka Venmarsh'}.`)
      await press('Sign out')
    })

    it('lets somebody new in by the code, and asks who they are', async () => {
      await askForLetter(`newcomer${javaScript}@quillsey.example`)
      const code = /\b\d{3} ?\d{3}\b/.exec(await page.innerText('.letter-body'))?.[0] ?? ''
      await page.goto(`${product.url}/sign-in/code`)
      await page.getByLabel('Six-digit code').fill(code)
      await press('Sign in')
      await sees('you work for Quillsey District Council')
      await page.getByLabel('Your name').fill('Nessa Newcome')
      await page.getByLabel('What you have').fill('web design, six months of call data')
      await page.getByLabel('Where you are').fill('LS1 4AB')
      if (javaScript) await page.waitForTimeout(1100)
      await press('Start')
      await sees('Welcome. Here is a start')
    })
  })
}
