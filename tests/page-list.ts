/** The pages at which a browser looks, and how each of the cast comes to them. */
import type { Page } from 'playwright-core'

export type Way = (page: Page) => Promise<unknown>
const at =
  (path: string): Way =>
  (page) =>
    page.goto(path)
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
/** A word longer than any screen is wide. */
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(8)
const UNCONFERENCE = 'a:has-text("Public servants unconference")'

/** In this order for each of them, as some follow from the one before. */
export const PAGES: readonly [name: string, who: string, way: Way, status?: number][] = [
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
  ['proposing a partnership', 'Marko', then(at('/organisations?q=tarnbeck'), follow('.stack a', 'a[href$="/partnership"]'))],
  ['a partnership without words', 'Marko', then(type({ until: '2020-01-01' }), send('form.form button')), 422],
  ['a partnership', 'visitor', then(at('/organisations?q=tarnbeck'), follow('.stack a', 'a[href^="/partnerships/"]'))],
  ['a partnership, to its host', 'Odalys', then(at('/organisations?q=tarnbeck'), follow('.stack a', 'a[href^="/partnerships/"]'))],
  ['ending a partnership', 'Odalys', follow('a[href$="/ending"]')],
  ['programmes', 'visitor', at('/programmes')],
  ['programmes, to somebody who has joined', 'Prithi', at('/programmes')],
  ['a pair', 'Prithi', follow('a[href^="/pairs/"]')],
  ['a certificate of hours', 'Prithi', then(at('/programmes'), follow('a:has-text("First year in digital")', 'a[href$="/certificate"]'))],
  ['a closing survey', 'Prithi', then(at('/programmes'), follow('a:has-text("First year in digital")', 'a[href$="/survey"]'))],
  ['opening a programme', 'Odalys', at('/programmes/new')],
  ['a programme with every mistake', 'Odalys', then(type({ title: LONG, 'left-capacity': 'x' }), send('form.form button')), 422],
  ['a programme to join', 'Lindis', then(at('/programmes'), follow('a:has-text("A day in another service")'))],
  [
    'a programme that runs, to its organiser',
    'Odalys',
    then(at('/programmes'), follow('a:has-text("Council and hospital, side by side")')),
  ],
  ['the pairs of a programme', 'Marko', then(at('/programmes'), follow('a:has-text("Plain words for everybody")', 'a[href$="/preview"]'))],
  ['stopping a programme', 'Marko', then(at('/programmes'), follow('a:has-text("Plain words for everybody")', 'a[href$="/ending"]'))],
  ['events', 'visitor', at('/events')],
  ['an event', 'visitor', follow('a:has-text("Public servants unconference")')],
  [
    'signing up without anything',
    'visitor',
    then((page) => page.locator('summary').first().click(), send('form[action$="/attendees"] button')),
    422,
  ],
  ['an event, to its organiser', 'Benoit', then(at('/events'), follow('a:has-text("Public servants unconference")'))],
  ['rooms and times', 'Benoit', follow('a[href$="/timetable"]')],
  ['a room with every mistake', 'Benoit', then(type({ room: LONG, seats: 'x' }), send('form[action$="/rooms"] button')), 422],
  ['changing an event', 'Benoit', then(follow('.govuk-back-link'), follow('a[href$="/details"]'))],
  ['opening an event', 'Benoit', at('/events/new')],
  ['an event with every mistake', 'Benoit', then(type({ title: LONG, places: 'x', begins: 'x' }), send('form.form button')), 422],
  ['an event, to somebody who comes', 'Prithi', then(at('/events'), follow('a:has-text("Public servants unconference")'))],
  ['who comes', 'Prithi', follow('a[href$="/attendees"]')],
  ['pitches', 'Prithi', then(follow('.govuk-back-link'), follow('a[href$="/pitches"]'))],
  ['a pitch', 'Prithi', follow('.stack a')],
  ['saying a pitch', 'Prithi', then(follow('.govuk-back-link'), follow('a[href$="/pitches/new"]'))],
  ['a pitch that is alike', 'Prithi', then(type({ title: 'Falls at home: one referral form' }), send('form.form button')), 422],
  ['pitches, to the organiser', 'Benoit', then(at('/events'), follow('a:has-text("Public servants unconference")', 'a[href$="/pitches"]'))],
  ['cards to print', 'Benoit', follow('a[href$="/cards"]')],
  ['calling an event off', 'Benoit', then(at('/events'), follow(UNCONFERENCE, 'a[href$="/cancellation"]'))],
  ['calling an event off without a reason', 'Benoit', send('form.form button'), 422],
  ['taking somebody out', 'Benoit', then(at('/events'), follow(UNCONFERENCE, 'a[href$="/attendees"]', 'a[href$="/removal"]'))],
  [
    'other words for a pitch',
    'Prithi',
    then(at('/events'), follow(UNCONFERENCE, 'a[href$="/pitches"]', 'a:has-text("What nurses wish")', 'a[href$="/revision"]')),
  ],
  ['before the first card', 'Prithi', then(at('/events'), follow('a:has-text("Warm homes")', 'a[href$="/score"]'))],
  ['a card to score', 'Odalys', then(at('/events'), follow('a:has-text("Warm homes")', 'a[href$="/score"]'))],
  ['how the scoring goes', 'Benoit', then(at('/events'), follow('a:has-text("Warm homes")', 'a[href$="/scoring"]'))],
  ['a scoring with every mistake', 'Benoit', then(type({ each: 'x', places: 'x' }), send('form[action$="/scoring"] button')), 422],
  ['for people without a phone', 'Benoit', follow('a[href$="/terminal"]')],
  ['a card for somebody without a phone', 'Benoit', follow('.stack a')],
  ['what came of the scoring', 'visitor', then(at('/events'), follow('a:has-text("Forms that fit")', 'a[href$="/ranking"]'))],
  ['stars', 'Prithi', then(at('/events'), follow('a:has-text("Forms that fit")', 'a[href$="/stars"]'))],
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
  ['a code that is none', 'Odalys', then(at('/asks?code=00000')), 422],
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
  ["one's work", 'Odalys', at('/profile/work')],
  ['what interests one', 'Odalys', at('/profile/interests')],
  ['interests that are too long', 'Odalys', then(type({ interests: LONG, problem: LONG.repeat(2) }), send('form.form button')), 422],
  ['how one meets people', 'Odalys', at('/profile/meeting')],
  ['a distance that is none', 'Odalys', then(type({ radius: 'far' }), send('form.form button')), 422],
  ['who sees what', 'Odalys', at('/profile/visibility')],
  ['who finds one', 'Prithi', at('/boundaries')],
  ['a break until no day', 'Prithi', then(type({ until: '2020-01-01' }), send('form.form button')), 422],
  ['who and what fits one', 'Odalys', at('/suggestions')],
  ['people', 'Odalys', at('/people')],
  ['people who have something', 'Odalys', at('/people?q=user+research')],
  ['people whom nobody is', 'Odalys', at('/people?q=zeppelin&sector=justice&within=5')],
  ['what is stored of one', 'Odalys', at('/copy')],
  ['whom one put off, nobody yet', 'Odalys', at('/suggestions/wishes')],
  ['somebody put off for good', 'Marko', then(at('/suggestions'), send('.wishes button[value="never"]'), at('/suggestions/wishes'))],
  ['asking to meet somebody', 'Jossa', then(at('/suggestions'), follow('a[href$="/introduction"]'))],
  ['asking to meet with a line that is too long', 'Jossa', then(type({ line: LONG.repeat(2) }), send('form.form button')), 422],
  ['an introduction that waits', 'Zuleika', mine('a[href^="/introductions/"]')],
  ['an introduction to which both said yes', 'Odalys', mine('a[href^="/introductions/"]:has-text("Prithi")')],
  ['proposing an introduction', 'Benoit', then(at('/suggestions'), follow('a[href$="/introduction"]', 'a[href$="/proposal"]'))],
  ['a person who has told much', 'Jossa', then(project('Report a missed bin'), follow('a[href^="/people/"]'))],
  ['blocking a person', 'Jossa', follow('a[href$="/block"]')],
  ['reporting a person', 'Jossa', then(project('Report a missed bin'), follow('a[href^="/people/"]', 'a[href$="/report"]'))],
  ['a person, reported', 'Benoit', mine('a[href^="/asks/"]:has-text("reports another")')],
  ['a person', 'Jossa', then(project('Report a missed bin'), follow('a[href^="/people/"]'))],
  ['a person, to themselves', 'Odalys', then(at('/profile'), follow('a[href^="/people/"]'))],
  ['saying who one is, without an organisation', 'Wrenna', at('/welcome')],
  ['saying nothing', 'Wrenna', then(type({ name: '' }), send('form.form button')), 422],
  ['rounds', 'Odalys', at('/rounds')],
  ['a round', 'Odalys', follow('a:text-is("A coffee with another sector")')],
  ['a meeting of a round', 'Odalys', follow('a[href^="/round-meetings/"]')],
  ['opening a round', 'Odalys', at('/rounds/new')],
  [
    'opening a round with every mistake',
    'Odalys',
    then(type({ title: ' ', line: LONG.repeat(2), days: LONG }), send('form.form button')),
    422,
  ],
  ['where one is signed in', 'Odalys', at('/sessions')],
  ["one's addresses", 'Odalys', at('/addresses')],
  ['an address with a mistake', 'Odalys', then(type({ email: LONG }), send('form.form button')), 422],
  ['the code for an address', 'Prithi', then(at('/addresses'), type({ email: 'prithi@private.example' }), send('form.form button'))],
  ['leaving an organisation', 'Odalys', at('/addresses/departure')],
  ['who speaks for an organisation', 'Odalys', then(at('/addresses'), follow('a[href$="/speakers"]'))],
  ['saying for whom one works', 'Wrenna', at('/claims/new')],
  ['saying a name that is too long', 'Wrenna', then(type({ organisation: LONG }), send('form.form button')), 422],
  ['a claim, to the person', 'Wrenna', mine('a[href^="/claims/"]')],
  ['a claim, asked of a colleague', 'Odalys', mine('a[href^="/asks/"]:has-text("work for")')],
  ['a claim, to a colleague', 'Odalys', follow('a[href^="/claims/"]')],
  ['everybody who is held', 'Benoit', at('/held')],
  ['a claim, to a broker', 'Benoit', follow('a[href^="/claims/"]')],
  [
    'letting in without a name',
    'Benoit',
    then(type({ name: LONG.slice(0, 100) }), (page) => page.check('[value="named"]'), send('form.form button')),
    422,
  ],
  ['declining a claim', 'Benoit', follow('a[href$="/refusal"]')],
  ['which letters one gets', 'Odalys', at('/letter-choices')],
  ['a pause with no day', 'Odalys', send('form[action$="/pause"] button'), 422],
  ['rounds, to a broker', 'Benoit', at('/rounds')],
  ['who meets whom', 'Benoit', follow('a:text-is("Learning week: show me how you do it")', 'a[href$="/preview"]')],
  ['keeping nobody together', 'Benoit', send('form[action$="/wishes"] button'), 422],
  ['people from a spreadsheet', 'Benoit', at('/rounds/spreadsheet')],
  ['people from a spreadsheet with mistakes', 'Benoit', then(type({ people: `name,within\n${LONG},far` }), send('form.form button')), 422],
  ['what came of a round', 'Benoit', then(at('/rounds'), follow('a:text-is("A coffee with another sector")', 'a[href$="/figures"]'))],
  ["the brokers' inbox", 'Benoit', at('/broker')],
  ['a broken promise', 'Benoit', follow('a[href^="/broker/"]:not([href="/broker/dates"])')],
  ['closing it with nothing', 'Benoit', send('form[action$="/closing"] button'), 422],
  ['what has no next date', 'Benoit', at('/broker/dates')],
  ['which letters left', 'Benoit', at('/deliveries')],
  ['letters that came back', 'Benoit', at('/bounces')],
  ['letters that were not understood', 'Benoit', at('/replies')],
  ['the cast', 'Odalys', at('/demo')],
  ['letters', 'Odalys', at('/letters')],
  ['letters to me', 'Wrenna', at('/letters?to=me')],
  ['a letter', 'visitor', then(at('/letters'), follow('.letters a'))],
  ['a page that is not there', 'visitor', at('/nowhere'), 404],
  ['a page for somebody else', 'Prithi', then(project('Report a missed bin'), (page) => page.goto(`${page.url()}/ending`)), 403],
  ['a form sent when signed out', 'Ilka', then(at('/welcome'), (page) => page.context().clearCookies(), send('form.form button')), 401],
]
