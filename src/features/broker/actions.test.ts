/** What becomes of broken promises: who hears, when they come to a broker, and how they leave. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPerson, aPublishedBrief, aTown, letterBox, plansFor, runDue, type Town, theProject } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { together } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import type { Given } from '../asks/ask.ts'
import { personWithAddress } from '../people/actions.ts'
import { viewerOf } from '../people/person.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { startProject } from '../projects/actions.ts'
import { closeItem, closeItems, handOverItem, openItem, snoozeItem, takeItem } from './actions.ts'
import type { Item } from './item.ts'
import { ROUND } from './round-actions.ts'
import { listItems, listSteps } from './store.ts'

onEachDatabase("a broker's item", (storage) => {
  let town: Town
  let [ann, bo]: Viewer[] = []
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    const aBroker = async (name: string): Promise<Viewer> => {
      const { person } = await aPerson(db, `${name}@vennick.example`)
      await db.updateTable('people').set({ broker: true }).where('id', '=', person).execute()
      return viewerOf(await together(db, (tx) => personWithAddress(tx, `${name}@vennick.example`, MONDAY.now)))
    }
    ;[ann, bo] = [await aBroker('ann'), await aBroker('bo')]
    letters = letterBox(db)
  })
  const broker = (viewer: Viewer | undefined): Viewer => viewer ?? assert.fail('there are two brokers')
  const inbox = (at: Moment, show: 'all' | 'snoozed' | 'closed' = 'all'): Promise<Item[]> =>
    listItems(storage().db, { show, person: '', today: at.today, most: 9, zone: ZONE })
  const kinds = async (at: Moment): Promise<string[]> => (await inbox(at)).map(({ kind, since }) => `${kind} ${since}`)
  /** The clock does what is due, and the brokers' round with it. */
  async function round(days: number): Promise<Moment> {
    const at = later(MONDAY, days)
    await together(storage().db, (tx) => plan(tx, { kind: ROUND, about: 'chapter', at: at.now }))
    await runDue(storage(), at)
    return at
  }
  async function aReadyProject(): Promise<string> {
    const project = await aPublishedBrief(storage().db, town.owner)
    await acceptPledge(storage().db, await anOffer(storage().db, project, town.nurse), town.owner, MONDAY)
    return project.id
  }
  async function anItem(): Promise<Item> {
    const id = await aReadyProject()
    await together(storage().db, (tx) =>
      openItem(tx, { kind: 'start overdue', about: id, since: MONDAY.today, facts: { project: id } }, MONDAY),
    )
    const [item] = await inbox(MONDAY)
    return item ?? assert.fail('nothing opened')
  }

  it('opens when half of the time has passed, three days after its owner heard, and goes when a place is filled', async () => {
    const { db } = storage()
    const roles = [aTypedRole(), aTypedRole({ skill: 'Law', places: '2' })]
    const project = await aPublishedBrief(db, town.owner, { roles })
    await round(9)
    assert.deepEqual(await letters(), [])
    await round(10)
    assert.deepEqual(await letters(), ['owner: half time'])
    assert.deepEqual(await kinds(await round(12)), [])
    assert.deepEqual(await kinds(await round(13)), ['half time 2026-12-03'])
    await round(14)
    assert.deepEqual(await letters(), ['ann: broker items', 'bo: broker items'])
    for (const [by, skill] of [
      [town.nurse, 'Web design'],
      [town.officer, 'Law'],
    ] as const)
      await acceptPledge(db, await anOffer(db, project, by, later(MONDAY, 14), skill), town.owner, later(MONDAY, 14))
    assert.deepEqual(await kinds(await round(14)), [])
    const [closed] = await inbox(MONDAY, 'closed')
    assert.equal(closed?.closing?.outcome, 'settled by itself')
  })
  it('opens three days after the owner was asked for a first date, once, and goes when there is one', async () => {
    const id = await aReadyProject()
    assert.deepEqual(await kinds(await round(10)), [])
    assert.deepEqual(await kinds(await round(11)), ['start overdue 2026-12-01'])
    assert.deepEqual(await kinds(await round(20)), ['start overdue 2026-12-01'])
    await startProject(storage().db, id, town.owner, later(MONDAY, 21).today, later(MONDAY, 20))
    assert.deepEqual(await kinds(await round(20)), [])
    assert.deepEqual(await kinds(await round(85)), ['phase overdue 2027-02-09'])
    assert.deepEqual(await kinds(await round(143)), ['work over 2027-04-01'])
  })
  it('is left alone for four weeks after a broker has closed it, and comes back when the promise is still broken', async () => {
    await aReadyProject()
    const [item] = await inbox(await round(11))
    const answer = { outcome: 'passed on', line: 'The head of digital asks them.' }
    assert.deepEqual(await closeItem(storage().db, item?.id ?? '', broker(ann), answer, later(MONDAY, 11)), yes(true))
    assert.deepEqual(await kinds(await round(38)), [])
    assert.deepEqual(await kinds(await round(40)), ['start overdue 2026-12-01'])
  })
  it('opens for an owner who belongs nowhere any more, an address that bounces, and work that fails', async () => {
    const { db } = storage()
    const { id } = await aPublishedBrief(db, town.owner)
    await db.updateTable('people').set({ organisation: null }).where('id', '=', town.owner.person).execute()
    await db.updateTable('addresses').set({ bounced_at: MONDAY.now }).where('person', '=', town.nurse.person).execute()
    await db
      .updateTable('due_work')
      .set({ tries: 6, failing_since: later(MONDAY, -1).now })
      .where('about', '=', id)
      .where('kind', '=', 'brief deadline')
      .execute()
    assert.deepEqual(await kinds(await round(0)), ['job failing 2026-11-22', 'letter bounced 2026-11-23', 'owner gone 2026-11-23'])
  })
  it('opens when somebody says that they are stuck, once, and goes when they have done some hours again', async () => {
    const { db } = storage()
    const id = await aReadyProject()
    await startProject(db, id, town.owner, MONDAY.today, MONDAY)
    const { pledge = '' } = (await theProject(db, id)).roles[0]?.pledgers[0] ?? {}
    const say = async (at: Moment, given: Given) => {
      await runDue(storage(), at)
      const ask = (await listOpenOf(db, town.nurse.person, 9)).find(({ kind }) => kind === 'check-in')
      const done = await answerAsk(db, ASKS, { id: ask?.id ?? '', person: town.nurse.person, given, via: 'page' }, at)
      assert.equal(done.yes, true)
    }
    for (const days of [0, 7]) await runDue(storage(), later(MONDAY, days))
    await say(later(MONDAY, 15), { answer: 'stuck', line: 'Nobody gives me the data.' })
    const [item, ...more] = await inbox(await round(15))
    assert.deepEqual([item?.kind, item?.project?.id, item?.about, item?.person?.id, more], ['stuck', id, pledge, town.nurse.person, []])
    assert.equal(item?.said, 'Nobody gives me the data.')
    await say(later(MONDAY, 22), { answer: 'stuck', line: '' })
    assert.deepEqual(await kinds(await round(22)), ['stuck 2026-12-08'])
    await say(later(MONDAY, 29), { answer: 'done', line: '', hours: 2 })
    assert.deepEqual(await kinds(await round(29)), [])
  })
  it('is taken by one of two brokers, who may hand it over', async () => {
    const { db } = storage()
    const { id } = await anItem()
    await letters()
    const both = await Promise.all([ann, bo].map((each) => takeItem(db, id, broker(each), MONDAY)))
    assert.deepEqual(both.map((each) => each.yes).sort(), [false, true])
    const to = broker(both[0]?.yes ? bo : ann)
    assert.deepEqual(await handOverItem(db, id, broker(ann), to.person, MONDAY), yes(to.person))
    assert.equal((await inbox(MONDAY))[0]?.takenBy?.id, to.person)
    const steps = (await listSteps(db, id, ZONE)).map(({ did }) => did)
    assert.deepEqual(steps, ['opened', 'taken', 'handed over'])
  })
  it('sleeps until its day, and then comes back to whoever put it off', async () => {
    const { db } = storage()
    const { id } = await anItem()
    assert.deepEqual(await snoozeItem(db, id, broker(bo), later(MONDAY, 5).today, MONDAY), yes('2026-11-28'))
    assert.deepEqual([await inbox(MONDAY), (await inbox(MONDAY, 'snoozed')).length], [[], 1])
    assert.deepEqual(await plansFor(db, id), ['snooze over 2026-11-28'])
    await letters()
    await runDue(storage(), later(MONDAY, 5))
    assert.deepEqual(await letters(), ['bo: item back'])
    assert.equal((await inbox(later(MONDAY, 5)))[0]?.takenBy?.id, bo?.person)
  })
  it('is closed once, keeps what was said, and lets the same thing open again', async () => {
    const { db } = storage()
    const { id, about } = await anItem()
    const answer = { outcome: 'solved', line: 'They meet on Friday.' }
    assert.deepEqual(await closeItem(db, id, town.nurse, answer, MONDAY), no('not a broker'))
    assert.deepEqual(await closeItem(db, id, broker(ann), answer, MONDAY), yes(true))
    assert.deepEqual(await closeItem(db, id, broker(ann), answer, MONDAY), yes(true), 'a second press finds it closed')
    assert.deepEqual(await closeItem(db, id, broker(bo), answer, MONDAY), no('closed before'))
    await together(db, (tx) => openItem(tx, { kind: 'start overdue', about, since: MONDAY.today }, MONDAY))
    assert.equal((await inbox(MONDAY)).length, 1)
    await together(db, (tx) => closeItems(tx, 'start overdue', about, MONDAY))
    assert.deepEqual(
      (await inbox(MONDAY, 'closed')).map(({ closing }) => closing?.outcome),
      ['settled by itself', 'solved'],
    )
  })
})
