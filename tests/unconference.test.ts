/** An unconference on four small phones: one that is offline in the middle, one without scripts, and somebody without any, at a terminal. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addDays, dayIn } from '../src/basics/day.ts'
import { newPage, openBrowser, type Watched } from './browser.ts'
import { aDemo, type Serving, startServing } from './serving.ts'

const PATIENCE = 10_000
const PHONE = { width: 320 }
/** It has begun, and its sessions are still to come, whatever time it is. */
const TODAY = dayIn('Europe/London', new Date())
const TITLE = 'Small things first'

describe('an unconference', { concurrency: 1 }, () => {
  let serving: Serving
  let browser: Browser
  const watched: Watched[] = []
  let organiser: Page
  let phone: Page
  let offline: Page
  let plain: Page
  let event = ''
  let code = ''

  before(async () => {
    serving = await startServing(await aDemo())
    browser = await openBrowser()
    const open = async (options: { width?: number; javaScript?: boolean } = PHONE): Promise<Page> => {
      const each = await newPage(browser, { ...options, origin: serving.origin })
      each.page.setDefaultTimeout(PATIENCE)
      watched.push(each)
      return each.page
    }
    organiser = await open({ width: 1280 })
    phone = await open()
    offline = await open()
    plain = await open({ ...PHONE, javaScript: false })
  })
  after(async () => {
    await browser?.close()
    await serving?.stop()
    assert.doesNotMatch(serving.log.text, /"level":"error"/)
  })

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
  const be = async (page: Page, name: string) => {
    await page.goto('/demo')
    await page.getByRole('button', { name: `Be ${name}` }).click()
    await page.getByRole('heading', { level: 1, name: 'For you' }).waitFor()
  }
  /** A press that the script of the page takes for a second one is no press. */
  const calm = (page: Page) => page.waitForTimeout(60)

  it('is opened, and opened for pitches', async () => {
    await be(organiser, 'Benoit')
    await organiser.goto('/events/new')
    for (const [label, text] of [
      ['Its name', TITLE],
      ['What for?', 'What can be better by Friday?'],
      ['Venue', 'Town hall'],
      ['First day', TODAY],
      ['Last day', addDays(TODAY, 1)],
      ['How many people can come?', '40'],
      ['Sessions one after another', '2'],
      ['The largest room', 'Main hall'],
    ] as const)
      await organiser.getByLabel(label, { exact: false }).first().fill(text)
    await press(organiser, 'Open it')
    await sees(organiser, 'You run this event')
    event = new URL(organiser.url()).pathname
    code = /Its code is ([0-9A-Z]{6})/.exec(await organiser.innerText('main'))?.[1] ?? ''
    assert.notEqual(code, '')
    await organiser.goto(`${event}/timetable`)
    await organiser.getByLabel('Its name').first().fill('Small room')
    await organiser.getByLabel('Seats').first().fill('12')
    await calm(organiser)
    await press(organiser, 'Put the room in')
    await organiser.goto(event)
    await press(organiser, 'Open it for pitches')
    await sees(organiser, 'Pitches are gathered until')
  })

  it('hears of what people would talk about, with an account and without', async () => {
    await be(phone, 'Odalys')
    await phone.goto(event)
    await press(phone, 'Sign up')
    await sees(phone, 'You have a place.')
    for (const line of ['Letters that people understand', 'Who answers at four o’clock?']) {
      await phone.goto(`${event}/pitches/new`)
      await phone.getByLabel('In one line').fill(line)
      await calm(phone)
      await press(phone, 'Say it')
      await sees(phone, line)
    }
    for (const [page, name, line] of [
      [offline, 'Ada', 'A lift for the archive'],
      [plain, 'Bram', 'Forms without boxes'],
    ] as const) {
      await page.goto(`${event}/pitches/new`)
      await page.getByLabel('In one line').fill(line)
      await page.getByLabel('Your name').fill(name)
      await page.getByLabel('The code of the event').fill(code.toLowerCase())
      await calm(page)
      await press(page, 'Say it')
      await sees(page, line)
    }
    await organiser.goto(event)
    await sees(organiser, '4 pitches so far.')
  })

  it('is scored by all of them, each card once, whatever the network does', async () => {
    await press(organiser, 'Begin to score')
    await sees(organiser, 'Pitches are scored until')
    for (const page of [phone, offline, plain]) {
      await page.goto(`${event}/score`)
      await press(page, 'Give me a card')
    }
    const lost = await offline.locator('h1').first().innerText()
    await offline.context().setOffline(true)
    await offline.locator('#points-4').click()
    await offline.context().setOffline(false)
    await offline.goto(`${event}/score`)
    await sees(offline, lost)
    for (const [page, cards] of [
      [phone, 2],
      [offline, 3],
      [plain, 3],
    ] as const) {
      for (let card = 0; card < cards; card++) {
        await calm(page)
        await page.locator(`#points-${5 - card}`).click()
        await page.waitForLoadState()
      }
      await sees(page, 'Thank you')
    }
    await organiser.goto(`${event}/terminal`)
    await press(organiser, 'Next person')
    for (let card = 0; card < 4; card++) {
      await calm(organiser)
      await organiser.locator('#points-3').click()
      await organiser.waitForLoadState()
    }
    await sees(organiser, 'They have scored 4 cards.')
    await organiser.goto(`${event}/scoring`)
    await sees(organiser, /12 by 4 people/)
  })

  it('shows what came of it, and stars', async () => {
    await organiser.goto(`${event}/scoring`)
    await press(organiser, 'Close it and show the totals')
    await sees(organiser, 'out of 25')
    for (const page of [phone, offline, plain]) {
      await page.goto(`${event}/stars`)
      await page.getByRole('checkbox').first().check()
      await page.getByRole('checkbox').nth(1).check()
      await calm(page)
      await press(page, 'Save my stars')
      await sees(page, 'Saved')
    }
  })

  it('gets an agenda, which is published', async () => {
    await organiser.goto(`${event}/board`)
    await press(organiser, 'Make the agenda')
    for (let tries = 0; tries < 20 && (await organiser.getByRole('button', { name: 'Publish' }).count()) === 0; tries++) {
      await organiser.waitForTimeout(500)
      await organiser.reload()
    }
    await press(organiser, 'Publish the agenda')
    await sees(organiser, 'The agenda is published')
    for (const page of [phone, offline, plain]) {
      await page.goto(`${event}/agenda`)
      await sees(page, 'Letters that people understand')
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0)
    }
    await sees(phone, '(you starred it)')
  })

  it('tells everybody on the day, at once or when they look again', async () => {
    await organiser.goto(`${event}/day`)
    await organiser.getByLabel('What should everybody know?').fill('Lunch is in the hall.')
    await press(organiser, 'Say it to everybody')
    await sees(phone, 'Lunch is in the hall.')
    assert.equal(await plain.getByText('Lunch is in the hall.').count(), 0)
    await plain.reload()
    await sees(plain, 'Lunch is in the hall.')
  })
  it('opens the agenda on a phone that has lost the network', async () => {
    await offline.goto(`${event}/agenda`)
    await offline.waitForFunction(
      'caches.keys().then(async ([name]) => name !== undefined && (await (await caches.open(name)).keys()).length > 3)',
    )
    await offline.context().setOffline(true)
    await offline.reload()
    await sees(offline, 'No network.')
    await offline.getByRole('link', { name: 'Forms without boxes' }).first().click()
    await sees(offline, 'Bram')
    await offline.context().setOffline(false)
  })

  it('ends with a note that several write, without scripts and with', async () => {
    for (const [page, line] of [
      [plain, 'A form with three questions'],
      [phone, 'A council that tries it'],
    ] as const) {
      await page.goto(`${event}/agenda`)
      await page.getByRole('link', { name: 'Forms without boxes' }).first().click()
      await page.locator('a[href$="/note"]').first().click()
      await press(page, 'I was here')
      const [label, button] =
        page === plain ? ['Something that one of us has', 'Add a have'] : ['Something that one of us needs', 'Add a need']
      await page.getByLabel(label).fill(line)
      await calm(page)
      await press(page, button)
      await sees(page, line)
    }
    await sees(phone, 'A form with three questions')
  })
})
