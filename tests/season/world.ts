/** What a season happens in: the house with its pages, its clock that is moved, its outbox, and an agenda of what people are about to do. */
import assert from 'node:assert/strict'
import { gatherJobs, planRoutine } from '../../src/app.ts'
import { A_DAY, momentAt } from '../../src/basics/day.ts'
import { type Clock, openClock } from '../../src/clock/clock.ts'
import { type Hand, openHand } from '../../src/clock/hand.ts'
import { SESSION_DAYS } from '../../src/features/accounts/sign-in.ts'
import { ROUND } from '../../src/features/broker/jobs.ts'
import { findChapter, openChapter } from '../../src/features/chapters/actions.ts'
import { sayHaves } from '../../src/features/listings/actions.ts'
import { addOrganisations } from '../../src/features/organisations/actions.ts'
import { introduce, personWithAddress } from '../../src/features/people/actions.ts'
import { receive } from '../../src/features/replies/actions.ts'
import { type Carrier, RefusedForGood } from '../../src/mail/carriers.ts'
import type { Envelope } from '../../src/mail/envelope.ts'
import { readMessage } from '../../src/mail/message.ts'
import { readAnswers } from '../../src/receiving.ts'
import { readSettings } from '../../src/settings.ts'
import { type Storage, together } from '../../src/storage/db.ts'
import { nextDue } from '../../src/storage/due-list.ts'
import { ZONE } from '../cast.ts'
import { type House, openHouse, type Visitor } from '../visit.ts'
import { type Person, type Plan, peopleOf } from './people.ts'
import type { Raw } from './post.ts'

export const URL = 'https://appstarter.example'
/** The mail server whose word about the sender counts. */
export const TRUSTED = 'mx.appstarter.example'
export const SKILLS = ['web design', 'law', 'data analysis', 'user research', 'drawing maps', 'writing']
const SECTORS = ['local', 'health', 'fire', 'police', 'education'] as const
const A_MINUTE = 60_000

export type Carried = { at: Date; envelope: Envelope; isRefused: boolean }
type Deed = { at: number; turn: number; act: () => Promise<void> }

export type World = {
  plan: Plan
  storage: Storage
  house: House
  people: readonly Person[]
  /** Somebody's id by their number. */
  ids: readonly string[]
  broker: Person
  carried: Carried[]
  faults: string[]
  now(): Date
  /** What somebody does later; while the process is away they try again when it is back. */
  later(at: Date, act: () => Promise<void>): void
  /** Hands a letter in at the door for replies, and runs what is due. */
  deliver(raw: Raw): Promise<void>
  runDue(): Promise<void>
  visitorOf(person: Person): Promise<Visitor>
  /** Lives until the end; `heard` is told of every letter as it leaves. */
  live(heard: (carried: Carried) => Promise<void>): Promise<void>
}

export async function openWorld(storage: Storage, plan: Plan): Promise<World> {
  const { db } = storage
  const { begins, outages } = plan
  const ends = new Date(begins.getTime() + plan.weeks * 7 * 24 * 60 * A_MINUTE)
  const people = peopleOf(plan)
  const broker: Person = { ...(people[0] ?? assert.fail('nobody lives here')), number: -1, email: 'broker@town0.example', name: 'Broker' }
  const ids = await fill(storage, plan, people, broker)
  const carried: Carried[] = []
  const faults: string[] = []
  const hand: Hand = await openHand(storage, () => begins)
  const { now } = hand
  const byEmail = new Map(people.map((person) => [person.email, person]))
  const carrier: Carrier = {
    keepsSecrets: false,
    async carry(envelope) {
      const to = byEmail.get(envelope.to)
      // Every second mail server says at once that an address is no more; the others take the letter and send it back.
      const isRefused = to?.bounces !== undefined && to.bounces <= now() && to.number % 2 === 1
      carried.push({ at: now(), envelope, isRefused })
      if (isRefused) throw new RefusedForGood('5.1.1', true)
    },
  }
  const settings = readSettings({ APPSTARTER_REPLIES: 'smtp:0', APPSTARTER_URL: URL, APPSTARTER_MAIL_TRUSTS: TRUSTED })
  const answers = await readAnswers(settings, db, URL)
  const chapter = (await findChapter(db)) ?? assert.fail('there is a chapter')
  // A vacuum a day would be two thirds of the time that a season takes; a server has a housekeeper of its own.
  const jobs = gatherJobs({ ...storage, engine: 'server' }, chapter, carrier, URL, undefined, undefined, answers)
  const report = (kind: string, fault: unknown): void => void faults.push(`${now().toISOString()} ${kind}: ${(fault as Error).stack}`)
  const clock: Clock = openClock(db, jobs, now, report, hand)
  const kinds = [...jobs.keys()].filter((kind) => kind !== ROUND)
  const house = await openHouse(storage, { now: begins, origin: URL })
  await planRoutine(db, begins, carrier)

  const agenda: Deed[] = []
  let turn = 0
  const later = (at: Date, act: Deed['act']): void => {
    const away = outages.find(({ from, until }) => at >= from && at < until)
    const time = Math.max(away ? away.until.getTime() + A_MINUTE * (1 + (turn % 120)) : at.getTime(), now().getTime())
    agenda.push({ at: time, turn: turn++, act })
  }

  const put = async (at: Date): Promise<void> => {
    assert.ok(await hand.put(at), 'the clock is moved')
    house.time.now = at
  }
  const runDue = async (): Promise<void> => void (await clock.runDue())
  /** Up to a moment, and over an outage that begins before it: then nothing runs until its end. */
  async function moveTo(at: Date): Promise<'back' | undefined> {
    const away = outages.find(({ from, until }) => now() < until && at >= from)
    await put(away?.until ?? at)
    if (!away) return undefined
    await planRoutine(db, away.until, carrier)
    return 'back'
  }

  const visitors = new Map<number, { visitor: Visitor; since: Date }>()
  async function visitorOf(person: Person): Promise<Visitor> {
    const known = visitors.get(person.number)
    if (known && now().getTime() - known.since.getTime() < (SESSION_DAYS - 1) * A_DAY) return known.visitor
    const visitor = house.visitor()
    visitors.set(person.number, { visitor, since: now() })
    assert.equal((await visitor.post('/sign-in', { email: person.email, next: '/' })).status, 200, 'a letter is promised')
    await runDue()
    const letter = carried.findLast(({ envelope }) => envelope.to === person.email && /sign in/.test(envelope.subject))
    const code = /\b\d{3} ?\d{3}\b/.exec(letter?.envelope.text ?? '')?.[0] ?? assert.fail(`no code came to ${person.email}`)
    const seen = await visitor.post('/sign-in/code', { email: person.email, code })
    assert.equal(seen.status, 200, `${person.email} is let in: ${seen.text}`)
    return visitor
  }

  async function live(heard: (letter: Carried) => Promise<void>): Promise<void> {
    let told = 0
    for (;;) {
      await runDue()
      while (told < carried.length) await heard(carried[told++] as Carried)
      agenda.sort((a, b) => a.at - b.at || a.turn - b.turn)
      const [first] = agenda
      const due = await nextDue(db, kinds, now(), ends)
      const at = new Date(Math.min(first?.at ?? Number.POSITIVE_INFINITY, due?.getTime() ?? ends.getTime(), ends.getTime()))
      if (at >= ends) break
      // What fell due in an absence is done before anybody comes in.
      if (at > now() && (await moveTo(at)) === 'back') continue
      if (!first || first.at > now().getTime()) continue
      agenda.shift()
      await first.act()
    }
    await put(ends)
    await runDue()
    assert.ok(await hand.look())
  }

  return {
    ...{ plan, storage, house, people, ids, broker, carried, faults, now, later, runDue, visitorOf, live },
    async deliver({ raw, returnPath }) {
      await receive(db, await readMessage(raw, { ...(returnPath === undefined ? {} : { returnPath }), trusts: answers.trusts }), now())
      await runDue()
    },
  }
}

/** Who is there on the first day. From then on nobody touches a table. */
async function fill({ db }: Storage, plan: Plan, people: readonly Person[], broker: Person): Promise<string[]> {
  const { begins } = plan
  await together(db, async (tx) => {
    await openChapter(tx, { name: 'Appstarter', kind: 'real', zone: ZONE }, begins)
    const organisations = Array.from({ length: plan.organisations }, (_, at) => ({
      name: `Town ${at}`,
      sector: SECTORS[at % SECTORS.length] ?? 'local',
      domains: [`town${at}.example`],
    }))
    await addOrganisations(tx, organisations, begins)
  })
  const ids: string[] = []
  for (const { email, name, number } of [...people, broker]) {
    const { id } = await together(db, (tx) => personWithAddress(tx, email, begins, { broker: number < 0 }))
    await introduce(db, id, { name, job: 'officer', organisation: undefined }, begins)
    const skill = SKILLS[Math.max(0, number) % SKILLS.length] ?? ''
    await together(db, (tx) => sayHaves(tx, id, skill, momentAt(ZONE, begins)))
    ids.push(id)
  }
  return ids
}
