// Takes the README's pictures from a fresh demo: node docs/pictures/take.mjs http://localhost:3000
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from '../../tests/machines/chromium.mjs'

const demo = process.argv[2] ?? 'http://localhost:3000'
const { path: executablePath, missing } = await findChromium()
if (missing) throw new Error(missing)
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: false,
  args: ['--lang=en-GB'],
  env: { ...process.env, LANGUAGE: 'en_GB' },
})

async function take(name, width, who, way) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-GB', timezoneId: 'Europe/London' })
  const page = await context.newPage()
  if (who) {
    await page.goto(`${demo}/demo`)
    await page.getByRole('button', { name: `Be ${who}` }).click()
    await page.waitForURL('**/mine')
  }
  await way(page)
  await page.evaluate('document.fonts.ready')
  // As tall as the page, so that what sticks to the lower edge stands where the page ends.
  await page.setViewportSize({ width, height: await page.evaluate('document.documentElement.scrollHeight') })
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) })
  await context.close()
}

const missedBin = async (page) => {
  await page.goto(`${demo}/projects`)
  await page.getByRole('link', { name: 'Report a missed bin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Report a missed bin' }).waitFor()
}

await take('first-page', 1280, undefined, (page) => page.goto(demo))
await take('project-wide', 1280, 'Jossa', missedBin)
await take('project-narrow', 360, 'Jossa', missedBin)
await take('mine', 1280, 'Odalys', (page) => page.goto(`${demo}/mine`))
await take('brief', 1280, 'Hamidou', async (page) => {
  await page.goto(`${demo}/projects/new`)
  await page.getByLabel('Title').fill('Tell us when a bin was missed')
  await page.getByLabel('The problem').fill('Residents ring when a collection was missed, and ring again to hear what became of it.')
  await page.getByLabel('Who is it for?').fill('residents without a car')
  await page.locator('#have-1-what').fill('Two years of calls')
  await page.getByLabel('More about it').fill('data, without names')
  await page.getByLabel('Skill').fill('service design')
  await page.getByLabel('Hours a week').fill('3')
  await page.getByLabel('From').fill('2027-01-11')
  await page.getByLabel('Until').fill('2027-03-31')
  await page.getByText('Draft saved at').waitFor()
  await page.getByRole('heading', { name: 'Like yours' }).waitFor()
})
await browser.close()
