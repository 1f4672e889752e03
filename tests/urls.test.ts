/** Walks through every link as people of the demo: none leads nowhere, every page is reached, and looking changes nothing. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { gatherJobs, gatherRoutes, planRoutine } from '../src/app.ts'
import { newId } from '../src/basics/id.ts'
import { startClock } from '../src/clock/clock.ts'
import { openDemo } from '../src/demo.ts'
import { makeAgenda } from '../src/features/agendas/making-actions.ts'
import { inProcess } from '../src/features/agendas/work.ts'
import { saveDraft } from '../src/features/briefs/actions.ts'
import { markBounced } from '../src/features/letters/bounce-actions.ts'
import { pauseUntil } from '../src/features/letters/choice-actions.ts'
import { giveAddress } from '../src/features/people/address-actions.ts'
import { receive } from '../src/features/replies/actions.ts'
import { onPage } from '../src/mail/page.ts'
import { type Storage, sql, together } from '../src/storage/db.ts'
import { aTypedBrief, MONDAY } from './cast.ts'
import { openEmpty } from './databases.ts'
import { aMatchingThatRuns } from './round-place.ts'
import { type House, linksIn, ORIGIN, openHouse, type Seen, type Visitor } from './visit.ts'

const NEWCOMER = 'newcomer@quillsey.example'
let storage: Storage
let house: House
/** Who walks, and where they begin besides the first page. */
const walkers: { name: string; visitor: Visitor; begins: string[] }[] = []

before(async () => {
  storage = await openEmpty('embedded')
  const chapter = await openDemo(storage, MONDAY.now)
  house = await openHouse(storage)
  // Nobody walks along a page that has no end.
  for (const { method, path, isEndless } of gatherRoutes(storage, true)) if (!isEndless) gathered[method].push(path)
  const visitor = house.visitor()
  await visitor.post('/sign-in', { email: NEWCOMER })
  // A demo takes no letters, so nobody has written to it.
  const unclear = { isAutomatic: false, isBounce: false, attachments: 1, sender: 'proven', to: [], fromName: '' } as const
  const { email: from } = await storage.db.selectFrom('addresses').select('email').orderBy('id').executeTakeFirstOrThrow()
  for (const [sender, messageId] of [
    [from, '<1@x.example>'],
    ['who@knows.example', '<2@x.example>'],
  ] as const)
    await receive(storage.db, { ...unclear, from: sender, messageId, subject: 'Re: a pledge', text: 'Yes if I may' }, MONDAY.now)
  const clock = startClock(
    storage.db,
    gatherJobs(storage, chapter, onPage, ORIGIN),
    () => MONDAY.now,
    (kind, fault) => assert.fail(`${kind}: ${fault}`),
  )
  await planRoutine(storage.db, MONDAY.now)
  await clock.runDue()
  await clock.stop()
  const personCalled = (name: string) =>
    storage.db.selectFrom('people').select('id').where('name', 'like', `${name} %`).executeTakeFirstOrThrow()
  const as = async (name: string) => house.as((await personCalled(name)).id)
  const { id: owner } = await personCalled('Marko')
  const written = newId(MONDAY.now)
  await saveDraft(storage.db, written, { person: owner, name: 'Marko', broker: false, moderator: false }, aTypedBrief(), MONDAY)
  const { id: withMany } = await personCalled('Lindis')
  for (const email of ['lindis@private.example', 'lindis@vennick.example'])
    await together(storage.db, (tx) => giveAddress(tx, withMany, email, MONDAY.now))
  await together(storage.db, (tx) => markBounced(tx, { recipient: 'lindis@private.example', status: '5.1.1', isForGood: true }, MONDAY.now))
  const many = await house.as(withMany)
  await many.post('/addresses', { email: 'another@private.example' })
  const { id: letter } = await storage.db.selectFrom('letters').select('id').where('recipient', '=', NEWCOMER).executeTakeFirstOrThrow()
  const { id: news } = await storage.db.selectFrom('letters').select('id').where('kind', '=', 'pledge accepted').executeTakeFirstOrThrow()
  const { id: agreeing } = await storage.db
    .selectFrom('letters')
    .select('id')
    .where('kind', '=', 'manager agrees')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const { id: paused } = await personCalled('Brannoc')
  await together(storage.db, (tx) => pauseUntil(tx, paused, '2026-12-03', MONDAY))
  const { id: asked } = await storage.db
    .selectFrom('asks')
    .select('id')
    .where('person', '=', (await personCalled('Odalys')).id)
    // Of the kinds that wait for Odalys this one can be taken back.
    .where('kind', '=', 'pledge offered')
    .where('state', '=', 'open')
    .where('kind', '=', 'pledge offered')
    .executeTakeFirstOrThrow()
  await (await as('Odalys')).post(`/asks/${asked}/answer`, { answer: 'no', line: '' })
  const { id: looked } = await storage.db.selectFrom('round_turns').select('id').where('state', '=', 'matched').executeTakeFirstOrThrow()
  await aMatchingThatRuns(storage.db, looked, MONDAY.now)
  await orderImpossible(await as('Benoit'))
  const { id: unwanted } = await personCalled('Brannoc')
  await (await as('Marko')).post(`/suggestions/${unwanted}/wishes`, { wish: 'never' })
  walkers.push(
    // These pages are opened by sending a form or by going somewhere else first, so nothing links to them.
    { name: 'a visitor', visitor, begins: ['/sign-in/code', `/letters/${letter}`, `/letters/${news}`, `/letters/${agreeing}`] },
    { name: 'an owner', visitor: await as('Marko'), begins: [`/drafts/${written}/preview`, '/welcome'] },
    { name: 'a pledger', visitor: await as('Prithi'), begins: await notBegun('Prithi') },
    { name: 'an owner who may start', visitor: await as('Sunniva'), begins: [] },
    { name: 'somebody whose pledge waits, with several addresses', visitor: many, begins: [] },
    {
      name: 'an owner who must answer, and has just answered something else',
      visitor: await as('Odalys'),
      begins: [`/asks/${asked}`, await scoredEvent()],
    },
    { name: 'an owner in the last week of a brief', visitor: await as('Hollis'), begins: [] },
    { name: 'somebody whose organisation is not known', visitor: await as('Wrenna'), begins: [] },
    { name: 'a broker who runs events', visitor: await as('Benoit'), begins: await eventPages() },
    { name: 'an owner who would join another project', visitor: await as('Brannoc'), begins: [] },
  )
})
after(() => storage.close())

const seen = new Map<string, Seen[]>()
/** These look alike to everybody, so one of the walkers opens them. */
const ALIKE = /^\/(letters|demo|feed)\b|\.csv$/
/** Of pages behind the same door, a walker opens so many, and then those that nobody else has opened, until all have opened plenty. */
const [ENOUGH, PLENTY] = [3, 40]
const opened = new Set<string>()
const openedByDoor = new Map<string, number>()
/** Links that only narrow a list down multiply, and say so to everybody who walks: of each kind the first is opened, and leads no further. */
const NARROWING = /<a [^>]*\brel="nofollow"[^>]*>/g
const narrowedBy = new Set<string>()

it('leads nobody nowhere, and changes nothing', async () => {
  const earlier = await everyTable()
  for (const { name, visitor, begins } of walkers) seen.set(name, await walk(visitor, ['/mine', '/', ...begins]))
  const lost = [...seen].flatMap(([name, pages]) =>
    pages.filter(({ status }) => status !== 200).map(({ status, path }) => `${name}: ${path} ${status}`),
  )
  assert.deepEqual(lost, [])
  assert.deepEqual(await everyTable(), earlier)
  assert.deepEqual(
    house.log.filter(({ level }) => level === 'error'),
    [],
  )
})

it('has shown every page to somebody', () => {
  const shown = [...seen.values()].flat().map(({ path }) => pathOf(path))
  const never = routes('GET').filter((path) => !shown.some((each) => fits(path, each)))
  assert.deepEqual(never, [])
})

it('sends every form to a door that is there, and leaves no door without a form', () => {
  const actions = new Set([...seen.values()].flat().flatMap(({ html }) => actionsIn(html)))
  const doors = routes('POST')
  const questions = [...new Set([...seen.values()].flat().flatMap(({ html }) => questionsIn(html)))]
  assert.deepEqual(
    questions.filter((action) => !routes('GET').some((door) => fits(door, action))),
    [],
  )
  assert.deepEqual(
    [...actions].filter((action) => !doors.some((door) => fits(door, action))),
    [],
  )
  assert.deepEqual(
    doors.filter((door) => ![...actions].some((action) => fits(door, action))),
    [],
  )
})

it('shows a visitor no door that is only for others', () => {
  const paths = (seen.get('a visitor') ?? []).map(({ path }) => pathOf(path))
  assert.deepEqual(
    paths.filter((path) => /^\/(drafts|pledges|sessions$|welcome)/.test(path)),
    [],
  )
})

const gathered = { GET: [] as string[], POST: [] as string[] }
const routes = (method: 'GET' | 'POST'): string[] => gathered[method]
const pathOf = (address: string): string => new URL(address, ORIGIN).pathname
/** "/projects/new" is a page of its own and no project. */
const fits = (route: string, path: string): boolean =>
  route.includes(':') && routes('GET').includes(path) ? false : new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path)
const actionsIn = (html: string): string[] =>
  [...html.replace(/<form[^>]* method="get"[^>]*>/g, '').matchAll(/ (?:form)?action="([^"#]+)/g)].map(([, action = '']) => action)
/** Where forms that only ask lead to. */
const questionsIn = (html: string): string[] =>
  [...html.matchAll(/<form[^>]* method="get" action="([^"]+)"/g)].map(([, action = '']) => action)

/** One that is made and not published, and cannot be made again as things are: its board has every form. */
async function orderImpossible(visitor: Visitor): Promise<void> {
  const { event, pitch } = await storage.db
    .selectFrom('event_sessions as s')
    .innerJoin('events as e', 'e.id', 's.event')
    .select(['s.event', 's.pitch'])
    .where('e.title', '=', 'Forms that fit on a page')
    .limit(1)
    .executeTakeFirstOrThrow()
  await visitor.post(`/events/${event}/session-needs`, { session: pitch, need: 'hearing loop' })
  await visitor.post(`/events/${event}/agenda-orders`, { aim: 'coverage', seed: '2' })
  await makeAgenda(storage.db, inProcess(1000), event, MONDAY.zone, MONDAY.now)
}

const scoredEvent = async (): Promise<string> =>
  `/events/${(await storage.db.selectFrom('events').select('id').where('step', '=', 'scoring').executeTakeFirstOrThrow()).id}/score`

/** A session that is to be held and is hosted by somebody, and its note, of which nobody has said anything yet. */
async function notBegun(host: string): Promise<string[]> {
  const { id } = await storage.db
    .selectFrom('event_sessions as s')
    .innerJoin('events as e', 'e.id', 's.event')
    .innerJoin('event_slots as l', 'l.id', 's.slot')
    .innerJoin('pitch_hosts as h', 'h.pitch', 's.pitch')
    .innerJoin('attendees as t', 't.id', 'h.attendee')
    .innerJoin('people as p', 'p.id', 't.person')
    .select('s.id')
    .where('e.step', '=', 'scheduled')
    .where('p.name', 'like', `${host} %`)
    .orderBy('l.starts', 'desc')
    .executeTakeFirstOrThrow()
  return [`/sessions/${id}`, `/sessions/${id}/note`]
}

/** Each event is at another step; and what would become of one without a room from its last time on. */
async function eventPages(): Promise<string[]> {
  const all = storage.db.selectFrom('events').select(['id', 'step'])
  const events = await all
    .orderBy((row) => row('step', '=', 'over'))
    .orderBy('step')
    .execute()
  const { event, room, slot } = await storage.db
    .selectFrom('agendas as a')
    .innerJoin('event_rooms as r', 'r.event', 'a.event')
    .innerJoin('event_slots as s', 's.event', 'a.event')
    .select(['a.event', 'r.id as room', 's.id as slot'])
    .innerJoin('events as e', 'e.id', 'a.event')
    .where('e.step', '=', 'scheduled')
    .where('a.published_at', 'is not', null)
    .orderBy('s.starts', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return [...events.map(({ id }) => `/events/${id}`), `/events/${event}/board/change?room=${room}&from=${slot}&until=${slot}`]
}

async function walk(visitor: Visitor, begins: readonly string[]): Promise<Seen[]> {
  const doors = routes('GET')
  const pages: Seen[] = []
  const known = new Set<string>()
  const byDoor = new Map<string, number>()
  const narrowed = new Set<string>()
  const next = [...begins]
  for (let path = next.shift(); path !== undefined; path = next.shift()) {
    const door = doors.find((each) => fits(each, pathOf(path))) ?? path
    const [times, byAll] = [byDoor.get(door) ?? 0, openedByDoor.get(door) ?? 0]
    const isLeft = times >= ENOUGH && !begins.includes(path) && (opened.has(path) || byAll >= PLENTY)
    if (known.has(path) || isLeft || (opened.has(path) && ALIKE.test(path))) continue
    byDoor.set(door, times + 1)
    openedByDoor.set(door, byAll + 1)
    known.add(path)
    opened.add(path)
    const page = await visitor.get(path)
    known.add(page.path)
    pages.push(page)
    const narrowing = new Set((page.html.match(NARROWING) ?? []).flatMap(linksIn))
    for (const link of page.links) {
      const to = new URL(link, new URL(page.path, ORIGIN))
      if (narrowing.has(link)) {
        const kind = `${to.pathname} ${[...to.searchParams.keys()].join(' ')}`
        if (narrowed.has(path) || narrowedBy.has(kind)) continue
        narrowedBy.add(kind)
        narrowed.add(to.pathname + to.search)
      }
      if (to.protocol === 'mailto:') continue
      if (to.origin !== ORIGIN) assert.fail(`${path} leads away: ${link}`)
      if (!to.pathname.startsWith('/static/')) next.push(to.pathname + to.search)
    }
  }
  return pages
}

/** Each table with its number of rows and a hash of all that is in them. */
async function everyTable(): Promise<unknown[]> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = current_schema() order by 1`.execute(storage.db)
  const all: unknown[] = []
  for (const { name } of rows) {
    const found = await sql<{ rows: number; hash: string }>`
      select count(*) as rows, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${sql.table(name)} t`.execute(
      storage.db,
    )
    all.push({ name, ...found.rows[0] })
  }
  return all
}
