/** Lives a season: every letter is heard by its reader, who answers as their temper is; and what each answer should do is written down beforehand. */
import assert from 'node:assert/strict'
import { A_DAY, addDays, dayIn, sayDay } from '../../src/basics/day.ts'
import type { AskState } from '../../src/features/asks/ask.ts'
import type { ReceivedState } from '../../src/features/replies/received.ts'
import type { Storage } from '../../src/storage/db.ts'
import { ZONE } from '../cast.ts'
import { broker, chooseZone, type Moved, OWNED, offerHelp, publish } from './deeds.ts'
import { send } from './forms.ts'
import { ANSWERS, NONSENSE, type Person, type Plan, type Words } from './people.ts'
import { aBounce, aMachineAnswer, anAnswer, MAKES, type Raw } from './post.ts'
import { type Carried, openWorld, TRUSTED, type World } from './world.ts'

/** A letter to us, and what it should have become; with an ask, it should count as this answer to it. */
export type Sent = { at: Date; messageId: string; by: string; should: ReceivedState; why: string; ask?: string; given?: Words['given'] }
export type Pressed = { at: Date; ask: string; by: number; given: Words['given']; isBack: boolean }
export type Lived = { world: World; sent: Sent[]; pressed: Pressed[]; moved: Moved[]; wrong: string[] }

type Asked = { id: string; kind: string; about: string; state: AskState; code: string }
const AN_HOUR = 3_600_000

export async function liveSeason(storage: Storage, plan: Plan): Promise<Lived> {
  const world = await openWorld(storage, plan)
  const { people, later, now, visitorOf, deliver } = world
  const { db } = storage
  const lived: Lived = { world, sent: [], pressed: [], moved: [], wrong: [] }
  const byEmail = new Map(people.map((person) => [person.email, person]))
  const hoursOn = (hours: number): Date => new Date(now().getTime() + hours * AN_HOUR)
  const isGone = ({ leaves, bounces }: Person): boolean => [leaves, bounces].some((day) => day !== undefined && day <= now())
  const isAway = ({ away }: Person): boolean => away !== undefined && away.from <= now() && now() < away.until
  let count = 0

  /** Hands it in, and looks at once whether it did what it should. */
  async function post(
    make: (messageId: string) => Promise<Raw> | Raw,
    expected: Omit<Sent, 'at' | 'messageId'>,
    copies = 1,
  ): Promise<void> {
    const raw = await make(`<mail-${++count}@town.example>`)
    const sent = { ...expected, at: now(), messageId: raw.messageId }
    for (let copy = 0; copy < copies; copy++) await deliver(raw)
    const rows = await db.selectFrom('received').select(['state', 'ask', 'why']).where('message_id', '=', raw.messageId).execute()
    const [became] = rows
    const ask = sent.ask && (await db.selectFrom('asks').select(['state']).where('id', '=', sent.ask).executeTakeFirst())
    // The action itself may refuse: then the ask stays open, and whoever wrote hears why.
    const isRefused = became?.state === 'too late' && ask && ask.state === 'open'
    if (rows.length === 1 && sent.should === 'answered' && isRefused) lived.sent.push({ ...sent, should: 'too late', why: 'refused' })
    else if (rows.length !== 1 || became?.state !== sent.should)
      lived.wrong.push(`${now().toISOString()} ${sent.why} by ${sent.by} should be ${sent.should}, is ${JSON.stringify(rows)}`)
    else lived.sent.push(sent)
  }

  const kindOf = async (id: string) =>
    (await db.selectFrom('letters').select(['kind', 'facts']).where('id', '=', id).executeTakeFirst()) ?? assert.fail('it is in the outbox')

  async function asksOf(ids: readonly string[]): Promise<Asked[]> {
    if (ids.length === 0) return []
    const rows = await db.selectFrom('asks').select(['id', 'kind', 'about', 'state', 'code']).where('id', 'in', ids).execute()
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  }

  function wordsFor(person: Person, kind: string): Words | undefined {
    const all = ANSWERS[kind]
    if (!all) return undefined
    const chosen = person.chance.pick(all)
    const isGrave = chosen.given.answer === 'stop' || chosen.given.answer === 'stuck'
    return isGrave && !person.chance.isIn(30) ? all[0] : chosen
  }
  const dated = (text: string, day: string): string => text.replace('LATER', sayDay(day))
  const renewal = (): string => addDays(dayIn(ZONE, now()), 21)

  /** An answer to one of the things that a letter asked. */
  async function answerByLetter(person: Person, to: Carried['envelope'], ids: readonly string[], isReply = false): Promise<void> {
    const { chance } = person
    const all = await asksOf(ids)
    const open = all.filter(({ state }) => state === 'open')
    const target = chance.pick(open.length > 0 && !isReply ? open : all)
    const words = target && wordsFor(person, target.kind)
    if (!target || !words) return
    const number = ids.indexOf(target.id) + 1
    const isNumbered = ids.length > 1 ? open.length !== 1 || chance.isIn(70) : chance.isIn(20)
    const day = renewal()
    const text = dated(isNumbered ? words.numbered(number) : words.text, day)
    const given = words.given.day ? { ...words.given, day } : words.given
    const should: ReceivedState = target.state === 'open' ? 'answered' : open.length > 0 ? 'unclear' : 'too late'
    const make = chance.pick(MAKES)
    const expected = { by: person.email, should, why: `"${text}"`, ask: target.id, ...(should === 'answered' ? { given } : {}) }
    const muddle = person.temper === 'muddled' ? 40 : 6
    const answering = (messageId: string) => ({ to, from: person, text, make, at: now(), messageId })
    if (chance.isIn(muddle)) await muddled(person, to, target, text)
    await post(
      (messageId) => anAnswer(answering(messageId)),
      (await isStillSo(target)) ? expected : { ...expected, should: 'too late' },
      chance.isIn(muddle) ? 2 : 1,
    )
    if (!isReply && chance.isIn(muddle)) later(hoursOn(1 + chance.below(80)), () => answerByLetter(person, to, ids, true))
  }

  const isStillSo = async ({ id, state }: Asked): Promise<boolean> => (await asksOf([id]))[0]?.state === state

  /** None of these may count, but the one that the mail server vouches for. */
  async function muddled(person: Person, to: Carried['envelope'], { state, code, id }: Asked, text: string): Promise<void> {
    const { chance } = person
    const make = chance.pick(MAKES)
    const answering = (messageId: string) => ({ to, from: person, text, make, at: now(), messageId })
    const other = chance.pick(people.filter(({ number }) => number !== person.number))
    const [, domain = ''] = person.email.split('@')
    const checked = (result: string): string => `Authentication-Results: ${TRUSTED}; dmarc=${result} header.from=${domain}\r\n`
    const isCoded = to.subject.includes(`[${code}]`)
    const ways: (() => Promise<void>)[] = [
      () =>
        post((is) => anAnswer({ ...answering(is), text: chance.pick(NONSENSE) }), { by: person.email, should: 'unclear', why: 'nonsense' }),
      () => post((is) => anAnswer({ ...answering(is), from: other }), { by: other.email, should: 'somebody else', why: 'passed on' }),
      () =>
        post((is) => anAnswer({ ...answering(is), from: { name: 'Stranger', email: 'stranger@elsewhere.example' } }), {
          ...{ by: 'stranger', should: 'somebody else', why: 'passed on to a stranger' },
        }),
      () => post((is) => anAnswer(answering(is), checked('fail')), { by: person.email, should: 'unclear', why: 'forged' }),
      () => post((is) => anAnswer(answering(is), '', BARE), { by: person.email, should: 'unclear', why: 'not proven' }),
      () =>
        post((is) => anAnswer(answering(is), '', BARE).then((raw) => ({ ...raw, raw: strangers(raw.raw, person.email) })), {
          ...{ by: 'stranger', should: 'stranger', why: 'a stranger' },
        }),
      () =>
        post((is) => anAnswer({ ...answering(is), text: 'Lunch was good' }, checked('pass'), BARE), {
          ...{ by: person.email, should: 'unclear', why: isCoded && state === 'open' ? 'proven nonsense' : 'nothing asked', ask: id },
        }),
    ]
    await chance.pick(ways)()
  }

  async function answerByPage(person: Person, ids: readonly string[]): Promise<void> {
    const { chance } = person
    const target = chance.pick((await asksOf(ids)).filter(({ state }) => state === 'open'))
    const words = target && wordsFor(person, target.kind)
    if (!target || !words) return
    const visitor = await visitorOf(person)
    const day = renewal()
    const given = words.given.day ? { ...words.given, day } : words.given
    const isOnPledge = target.kind === 'pledge offered' && given.answer === 'yes' && chance.isIn(30)
    const seen = isOnPledge
      ? await send(visitor, await visitor.get(`/pledges/${target.about}`), /\/acceptance$/)
      : await send(visitor, await visitor.get(`/asks/${target.id}`), /\/answer$/, {
          ...{ answer: given.answer, hours: String(given.hours ?? ''), day: given.day ?? '', line: given.line ?? '' },
        })
    if (seen?.status !== 200) return void (seen && assert.equal(seen.status, 422, seen.text))
    const pressed = { at: now(), ask: target.id, by: person.number, given, isBack: false }
    lived.pressed.push(pressed)
    if (!chance.isIn(12)) return
    later(hoursOn(0.1), async () => {
      const back = await send(visitor, await visitor.get(`/asks/${target.id}`), /\/retraction$/)
      if (back?.status !== 200) return
      lived.pressed.push({ ...pressed, at: now(), isBack: true })
      later(hoursOn(2), () => answerByPage(person, [target.id]))
    })
  }

  /** On the project's own page, which answers what is asked about it. */
  async function lookAfter(person: Person, kind: string, project: string): Promise<void> {
    const open = await db
      .selectFrom('asks')
      .select('id')
      .where('about', '=', project)
      .where('kind', '=', kind)
      .where('state', '=', 'open')
      .executeTakeFirst()
    const given = await OWNED[kind]?.(world, person, project)
    if (open && given) lived.pressed.push({ at: now(), ask: open.id, by: person.number, given, isBack: false })
  }

  /** What its reader makes of a letter in the moment in which it comes. */
  async function read(person: Person, { at, envelope }: Carried): Promise<void> {
    const { chance, habit, temper } = person
    const { kind, facts } = await kindOf(envelope.id)
    if (!envelope.replyTo || kind === 'sign in') return
    const { ask, asks = [], project } = JSON.parse(facts) as { ask?: string; asks?: string[]; project?: string }
    const ids = ask ? [ask] : asks
    const answering = (messageId: string, text: string) => ({ to: envelope, from: person, text, make: 'plain' as const, at, messageId })
    if (person.bounces && person.bounces <= at)
      return void later(hoursOn(0.1), () =>
        post((messageId) => aBounce(envelope, { at, messageId }), { by: person.email, should: 'bounce', why: 'a bounce' }),
      )
    if (temper === 'machine' || isAway(person)) {
      const isMarked = chance.isIn(50)
      const [asked] = await asksOf(ids)
      const text = (asked && wordsFor(person, asked.kind)?.text) ?? 'Yes'
      await post((is) => aMachineAnswer(answering(is, text), isMarked), { by: person.email, should: 'automatic', why: 'a machine' })
      return
    }
    if (person.leaves && person.leaves <= at) {
      const text = chance.pick(['stop letters', 'unsubscribe', 'Please stop sending me emails'])
      return void later(hoursOn(1), () => post((is) => anAnswer(answering(is, text)), { by: person.email, should: 'stopped', why: text }))
    }
    const within = habit.within[0] + chance.below(habit.within[1])
    if (ids.filter(Boolean).length === 0 || !chance.isIn(habit.answers)) return
    const isByLetter = chance.isIn(habit.byLetter)
    const isOnProject = OWNED[kind] && project && chance.isIn(60)
    later(hoursOn(within), async () => {
      if (isGone(person) || isAway(person)) return
      if (isByLetter) await answerByLetter(person, envelope, ids)
      else await (isOnProject ? lookAfter(person, kind, project) : answerByPage(person, ids))
    })
  }

  planDeeds(lived, isGone, (person, until) => {
    const last = world.carried.findLast(({ envelope }) => envelope.to === person.email && !/sign in/.test(envelope.subject))
    const text = `pause until ${sayDay(until)}`
    if (!last) return Promise.resolve()
    const answering = (messageId: string) => ({ to: last.envelope, from: person, text, make: 'plain' as const, at: now(), messageId })
    return post((is) => anAnswer(answering(is)), { by: person.email, should: 'paused', why: text })
  })
  await world.live(async (letter) => {
    const person = byEmail.get(letter.envelope.to)
    if (person && !letter.isRefused) await read(person, letter)
  })
  return lived
}

const BARE = 'replies@appstarter.example'
/** The same letter from somebody of whom we know nothing. */
const strangers = (raw: Buffer, email: string): Buffer =>
  Buffer.from(raw.toString('latin1').replaceAll(email, 'nobody@elsewhere.example'), 'latin1')

/** What nobody needs to be asked for. */
function planDeeds(
  { world, moved, wrong }: Lived,
  isGone: (person: Person) => boolean,
  pause: (person: Person, until: string) => Promise<void>,
): void {
  const { plan, people, later } = world
  const { begins, weeks } = plan
  const onDay = (day: number, hour: number): Date => new Date(begins.getTime() + day * A_DAY + hour * AN_HOUR)
  const unlessGone = (person: Person, act: () => Promise<unknown>) => async (): Promise<void> => void (isGone(person) || (await act()))
  for (const person of people) {
    const { chance, zone, habit, away, number } = person
    if (zone !== ZONE) later(onDay(0, 8 + chance.below(10)), async () => void moved.push(await chooseZone(world, person, zone)))
    if (number % 15 === 4)
      later(
        onDay(Math.floor(weeks * 4), 15),
        unlessGone(person, async () => moved.push(await chooseZone(world, person, 'Asia/Calcutta'))),
      )
    for (let pledge = 0; pledge < habit.pledges; pledge++)
      later(
        onDay(2 + chance.below(weeks * 5), 8 + chance.below(12)),
        unlessGone(person, () => offerHelp(world, person)),
      )
    if (away && number % 2 === 0) later(new Date(away.from.getTime() - AN_HOUR), () => pause(person, dayIn(ZONE, away.until)))
  }
  for (let number = 0; number < plan.projects; number++) {
    const owner = people[Math.floor(((number + 0.5) / plan.projects) * people.length)] ?? assert.fail('nobody owns anything')
    later(
      onDay(Math.floor((number / plan.projects) * weeks * 3.5), 9.5 + owner.chance.below(6)),
      unlessGone(owner, () => publish(world, owner, number)),
    )
  }
  for (let day = 1; day < weeks * 7; day += 3)
    later(onDay(day, 11), async () => {
      const undated = await broker(world)
      if (undated !== '') wrong.push(`${world.now().toISOString()} without a next date: ${undated}`)
    })
}
