/** The weekly letter from its plan to the outbox, by the clock, on both databases. */
import assert from 'node:assert/strict'
import { before, beforeEach, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, statesOf, type Town } from '../../../tests/town.ts'
import { gatherJobs, planRoutine } from '../../app.ts'
import { type Moment, momentAt } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { onPage } from '../../mail/page.ts'
import { replyAddress } from '../../mail/reply-address.ts'
import { Knowledge } from '../../matching/knowledge.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { type Storage, type Tx, together } from '../../storage/db.ts'
import { runNext } from '../../storage/run-work.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { chooseLetters, pauseUntil, stopLetters } from '../letters/choice-actions.ts'
import { sayHaves } from '../listings/actions.ts'
import { receive } from '../replies/actions.ts'
import { openMemory } from '../suggestions/memory-actions.ts'
import { postUpdate } from '../updates/actions.ts'
import { WEEKLY } from './actions.ts'

const NEXT_MONDAY = momentAt(ZONE, new Date('2026-11-30T09:00:00Z'))
const CHAPTER = { name: 'Appstarter', kind: 'demo', zone: ZONE, ...AS_IT_COMES } as const

onEachDatabase('the weekly letter', (storage) => {
  let uk: Knowledge
  let town: Town
  before(async () => {
    uk = new Knowledge((await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
  })
  beforeEach(async () => {
    town = await aTown(storage().db)
    await clock(storage(), MONDAY)
  })

  /** All that is due, as the clock would. */
  async function clock({ db, ...rest }: Storage, { now }: Moment): Promise<void> {
    const jobs = gatherJobs({ db, ...rest }, CHAPTER, onPage, 'http://localhost:3000', openMemory(db, uk), uk)
    for (let ran = await runNext(db, jobs, now); ran; ran = await runNext(db, jobs, now)) if (ran.fault !== undefined) throw ran.fault
  }
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => together(storage().db, work)
  const facts = async ({ person }: Viewer) => {
    const rows = await storage()
      .db.selectFrom('letters')
      .select(['id', 'facts'])
      .where('kind', '=', 'weekly digest')
      .where('person', '=', person)
      .orderBy('id')
      .execute()
    return rows.map(({ id, facts }) => ({ id, ...(JSON.parse(facts) as { asks: string[]; suggestions: { role: { title: string } }[] }) }))
  }
  const planned = async ({ person }: Viewer) => {
    const rows = await storage().db.selectFrom('due_work').select('due_at').where('kind', '=', WEEKLY).where('about', '=', person).execute()
    return rows.map(({ due_at }) => due_at.toISOString().slice(0, 16))
  }
  /** Something waits for the owner. */
  const anAsk = async (title = 'Report a missed bin') => {
    const project = await aPublishedBrief(storage().db, town.owner, { title })
    await anOffer(storage().db, project, town.nurse)
    return project.id
  }

  it('is planned for everybody who joins, and moves with them to another zone', async () => {
    assert.deepEqual(await planned(town.nurse), ['2026-11-30T09:00'])
    for (const [zone, at] of [
      ['America/St_Johns', '2026-11-23T12:30'],
      ['Asia/Kathmandu', '2026-11-30T03:15'],
      ['Pacific/Auckland', '2026-11-29T20:00'],
    ] as const) {
      await inTx((tx) => chooseLetters(tx, town.nurse.person, { digest: true, news: true, zone }, MONDAY))
      await clock(storage(), MONDAY)
      assert.deepEqual(await planned(town.nurse), [at])
    }
  })
  it('is planned at the start for those who were here before, and nothing planned moves', async () => {
    await storage().db.deleteFrom('due_work').where('kind', '=', WEEKLY).where('about', '=', town.owner.person).execute()
    for (const days of [1, 8]) {
      await planRoutine(storage().db, later(MONDAY, days).now)
      if (days === 1) await clock(storage(), later(MONDAY, days))
    }
    assert.deepEqual([await planned(town.owner), await planned(town.nurse)], [['2026-11-30T09:00'], ['2026-11-30T09:00']])
  })
  it('says what waits, and nothing to those for whom there is nothing', async () => {
    await anAsk()
    await clock(storage(), NEXT_MONDAY)
    assert.deepEqual([(await facts(town.owner)).length, (await facts(town.officer)).length], [1, 0])
    assert.deepEqual([await planned(town.owner), await planned(town.officer)], [['2026-12-07T09:00'], ['2026-12-07T09:00']])
  })
  it('catches up once after three weeks asleep, and is there once when two clocks run', async () => {
    await anAsk()
    const awake = later(MONDAY, 11)
    await Promise.all([clock(storage(), awake), clock(storage(), awake)])
    assert.deepEqual([(await facts(town.owner)).length, await planned(town.owner)], [1, ['2026-12-07T09:00']])
    const afterWeeks = later(MONDAY, 11 + 21)
    await anAsk('Bins on time')
    await clock(storage(), afterWeeks)
    assert.deepEqual([(await facts(town.owner)).length, await planned(town.owner)], [2, ['2026-12-28T09:00']])
  })
  it('is one a week, also for whoever moves to a zone in which Monday morning comes again', async () => {
    await anAsk()
    await clock(storage(), NEXT_MONDAY)
    await inTx((tx) => chooseLetters(tx, town.owner.person, { digest: true, news: true, zone: 'America/St_Johns' }, NEXT_MONDAY))
    await clock(storage(), NEXT_MONDAY)
    assert.deepEqual(await planned(town.owner), ['2026-11-30T12:30'])
    await clock(storage(), later(NEXT_MONDAY, 0.5))
    assert.deepEqual([(await facts(town.owner)).length, await planned(town.owner)], [1, ['2026-12-07T12:30']])
  })
  it('is not composed in a pause, after a stop, or for whoever does not want it', async () => {
    await anAsk()
    const { person } = town.owner
    const silent = async (choose: (tx: Tx) => Promise<unknown>) => {
      await inTx(choose)
      await clock(storage(), NEXT_MONDAY)
      return [(await facts(town.owner)).length, await planned(town.owner)]
    }
    assert.deepEqual(await silent((tx) => pauseUntil(tx, person, '2026-11-30', MONDAY)), [0, ['2026-12-07T09:00']])
    const again = later(MONDAY, 14)
    await inTx((tx) => chooseLetters(tx, person, { digest: false, news: true, zone: undefined }, MONDAY))
    await clock(storage(), again)
    await inTx((tx) => chooseLetters(tx, person, { digest: true, news: true, zone: undefined }, again))
    await inTx((tx) => stopLetters(tx, person, again))
    await clock(storage(), later(again, 7))
    assert.deepEqual(await facts(town.owner), [])
  })
  it('suggests three things at most, none again while others fit, and what comes again is no news', async () => {
    await inTx((tx) => sayHaves(tx, town.officer.person, 'web design', MONDAY))
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await aPublishedBrief(storage().db, town.owner, { title, days: '28' })
    const project = await aPublishedBrief(storage().db, town.officer, { title: 'Mine' })
    const seen: string[][] = []
    for (const weeks of [0, 1, 2]) {
      const monday = later(NEXT_MONDAY, weeks * 7)
      await clock(storage(), monday)
      if (weeks === 0) await anOffer(storage().db, project, town.nurse, monday)
      const letters = (await facts(town.officer)).slice(seen.length)
      seen.push(...letters.map(({ suggestions }) => suggestions.map(({ role }) => role.title)))
    }
    assert.deepEqual([seen.map(({ length }) => length), new Set(seen.slice(0, 2).flat()).size], [[3, 2, 3], 5])
    const [, , third] = await storage()
      .db.selectFrom('letters')
      .select('subject')
      .where('kind', '=', 'weekly digest')
      .where('person', '=', town.officer.person)
      .orderBy('id')
      .execute()
    assert.equal(third?.subject, '1 thing waits for you')
  })
  it('tells pledgers what their projects did, and nobody what they did themselves', async () => {
    const project = await anAsk()
    const form = '0'.repeat(26)
    const posted = await postUpdate(storage().db, project, town.owner, { form, said: 'We have met the crews.' }, later(MONDAY, 1))
    assert.ok(posted.yes)
    await clock(storage(), NEXT_MONDAY)
    const news = async (who: Viewer) =>
      (
        await storage()
          .db.selectFrom('letters')
          .select('facts')
          .where('kind', '=', 'weekly digest')
          .where('person', '=', who.person)
          .execute()
      ).map(({ facts }) => (JSON.parse(facts) as { news: { updates: number }[] }).news.map(({ updates }) => updates))
    assert.deepEqual([await news(town.nurse), await news(town.owner)], [[[1]], [[]]])
  })
  it('is answered by a word and a number', async () => {
    const projects = [await anAsk('One'), await anAsk('Two')]
    await clock(storage(), NEXT_MONDAY)
    const [digest] = await facts(town.owner)
    assert.equal(digest?.asks.length, 2)
    const second = await storage()
      .db.selectFrom('asks as k')
      .innerJoin('pledges as p', 'p.id', 'k.about')
      .select('p.project')
      .where('k.id', '=', digest?.asks[1] ?? '')
      .executeTakeFirstOrThrow()
    const to = replyAddress(digest?.id ?? '', await replySecret(storage().db), 'replies@localhost')
    const letter = {
      messageId: '<1@harrowmere.example>',
      from: 'owner@harrowmere.example',
      fromName: 'Owner',
      to: [to],
      subject: 'Re: 2 things wait for you',
    }
    const how = { isAutomatic: false, isBounce: false, attachments: 0, sender: 'unproven' } as const
    await receive(storage().db, { ...letter, ...how, text: 'No 2 not this year' }, NEXT_MONDAY.now)
    await clock(storage(), later(NEXT_MONDAY, 0.1))
    const states = Object.fromEntries(await Promise.all(projects.map(async (id) => [id, await statesOf(storage().db, id)])))
    const first = projects.find((id) => id !== second.project) ?? ''
    assert.deepEqual([states[second.project], states[first]], [['declined'], ['offered']])
  })
})
