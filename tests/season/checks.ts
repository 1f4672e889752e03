/** What must be true after a season, read plainly from the tables and the pages. Each says what is wrong, one line a fault. */
import { dayIn, sayTime, startOfDay, weekdayOf } from '../../src/basics/day.ts'
import { CLOCKS } from '../../src/features/projects/next-date.ts'
import { REPLY_LETTERS } from '../../src/features/replies/reply-letter.ts'
import { type Db, sql } from '../../src/storage/db.ts'
import { ZONE } from '../cast.ts'
import type { Lived } from './driver.ts'

type Check = (lived: Lived) => Promise<string[]>
const A_MINUTE = 60_000
const A_DAY = 24 * 60 * A_MINUTE
/** The same words may come again after about a week: whoever has not started a project is reminded so. */
const LEAST_DAYS = 4
/** Of an ask put on a Wednesday the reminders of the third and the seventh day leave on Monday and Wednesday, and later after an absence. */
const LEAST_BETWEEN_REMINDERS = 1

const list = async <Row>(db: Db, query: ReturnType<typeof sql<Row>>): Promise<Row[]> => (await query.execute(db)).rows

/** Nothing is open without an owner and a next date, and nothing that is due has been left. */
const nothingIsForgotten: Check = async ({ world }) => {
  const { storage, now, visitorOf, broker } = world
  const { db } = storage
  const found = async (what: string, query: ReturnType<typeof sql<{ id: string }>>): Promise<string[]> =>
    (await list(db, query)).map(({ id }) => `${what}: ${id}`)
  const planned = (kinds: readonly string[], about: string) =>
    sql`exists (select from due_work d where d.about = ${sql.ref(about)} and d.kind in (${sql.join(kinds)}))`
  const dates = await (await visitorOf(broker)).get('/broker/dates')
  const expiring = await list(
    db,
    sql<{ id: string; answer_by: string; due_at: Date }>`select a.id, a.answer_by, d.due_at from asks a
      join due_work d on d.about = a.id and d.kind = 'ask expires' where a.state = 'open'`,
  )
  return [
    ...(dates.text.includes('Every project has its next date') ? [] : [`the page of projects without a date: ${dates.text}`]),
    ...(await found('work is overdue', sql`select kind || ' ' || about as id from due_work where due_at <= ${now()}`)),
    ...(await found('work fails', sql`select kind || ' ' || about as id from due_work where tries > 0 or failing_since is not null`)),
    ...(await found(
      'an open ask never ends',
      sql`select id from asks a where state = 'open' and not (${planned(['ask expires'], 'a.id')} or ${planned(CLOCKS, 'a.about')})`,
    )),
    ...(await found(
      'an ask that is over is still waited for',
      sql`select id from asks a where state <> 'open' and ${planned(['ask expires', 'remind of ask'], 'a.id')}`,
    )),
    ...expiring.flatMap(({ id, answer_by, due_at }) =>
      due_at > startOfDay(ZONE, answer_by) && due_at.getTime() <= startOfDay(ZONE, answer_by).getTime() + A_DAY + 60 * A_MINUTE
        ? []
        : [`the ask ${id} ends on another day than it says`],
    ),
    ...(await found(
      'an open ask was to be answered before',
      sql`select id from asks where state = 'open' and answer_by < ${dayIn(ZONE, now())}`,
    )),
    ...(await found(
      'nobody looks at a project again',
      sql`select p.state || ' ' || p.id as id from projects p where state <> 'ended' and not ${planned(CLOCKS, 'p.id')}`,
    )),
    ...(await found('a project has no owner', sql`select id from projects where state <> 'ended' and owner is null`)),
    ...(await found(
      'an ended project is still looked at',
      sql`select p.id from projects p where state = 'ended' and ${planned(CLOCKS, 'p.id')}`,
    )),
    ...(await found(
      'an offer waits for nobody',
      sql`select pl.id from pledges pl where pl.state = 'offered' and not exists (select from asks a where a.about = pl.id and a.state = 'open')`,
    )),
    ...(await found(
      'a pledge waits in line for ever',
      sql`select pl.id from pledges pl where pl.state = 'waiting' and not ${planned(['waiting too long'], 'pl.id')}`,
    )),
    ...(await found(
      'a pledge that is kept is never asked about',
      sql`select pl.id from pledges pl where pl.state in ('accepted', 'active') and not ${planned(['check-in', 'begin check-ins'], 'pl.id')}`,
    )),
    ...(await found(
      'a pledge of an ended project lives',
      sql`select pl.id from pledges pl join projects p on p.id = pl.project where p.state = 'ended' and pl.state in ('offered', 'waiting', 'accepted', 'active')`,
    )),
    ...(await found(
      'a letter waits for nothing',
      sql`select l.id from letters l where l.state = 'waiting' and not ${planned(['send letter', 'send letter at once'], 'l.id')}`,
    )),
    ...(await found('a reply was never read', sql`select id from received where state = 'new'`)),
    ...(await found(
      'no broker has what was not understood',
      sql`select r.id from received r where r.state = 'unclear' and not exists (select from broker_items i where i.about = r.id)`,
    )),
    ...(await found(
      'nobody has taken a broken promise for two weeks',
      sql`select id from broker_items where closed_at is null and taken_by is null and opened_at < ${new Date(now().getTime() - 14 * A_DAY)}`,
    )),
    ...(await found(
      'somebody has no next digest',
      sql`select p.id from people p where exists (select from addresses a where a.person = p.id) and not ${planned(['weekly digest'], 'p.id')}`,
    )),
  ]
}

type Letter = {
  id: string
  kind: string
  person: string | null
  once: string | null
  subject: string
  body: string
  facts: string
  ask: string | null
  sent_at: Date
}

/** What answers a letter of theirs may come as often as they write; all else that says the same twice comes weeks apart. */
const noLetterTwice: Check = async ({ world, sent }) => {
  const { storage, carried } = world
  const letters = await list(
    storage.db,
    sql<Letter>`select id, kind, person, once, subject, body, facts, ask, sent_at from letters where state in ('sent', 'bounced') order by sent_at, id`,
  )
  const wrong: string[] = []
  const last = new Map<string, Date>()
  for (const { id, kind, person, once, subject, body, facts, ask, sent_at } of letters) {
    if (kind === 'sign in' || REPLY_LETTERS.some((each) => each === kind)) continue
    // A role may have two places, and both be left on one day.
    const { pledge = '' } = JSON.parse(facts) as { pledge?: string }
    const content = `${person} ${kind} ${pledge} ${subject} ${body}`
    const before = last.get(content)
    const days = before ? (sent_at.getTime() - before.getTime()) / A_DAY : Number.POSITIVE_INFINITY
    if (days < (ask === null ? LEAST_DAYS : LEAST_BETWEEN_REMINDERS))
      wrong.push(`${kind} went twice, ${days} days apart: ${id} "${subject}"`)
    last.set(content, sent_at)
    if (once !== null && last.has(`${person} once ${once}`)) wrong.push(`"${once}" went twice: ${id} "${subject}"`)
    if (once !== null) last.set(`${person} once ${once}`, sent_at)
  }
  const left = new Map<string, number>()
  for (const { envelope, isRefused } of carried) if (!isRefused) left.set(envelope.id, (left.get(envelope.id) ?? 0) + 1)
  for (const [id, times] of left) if (times > 1) wrong.push(`the letter ${id} left ${times} times`)
  if (left.size !== letters.length) wrong.push(`${left.size} letters left, and ${letters.length} are written down as sent`)
  const answers = letters.filter(({ kind }) => REPLY_LETTERS.some((each) => each === kind))
  if (answers.length > sent.length) wrong.push(`${answers.length} letters answer ${sent.length}`)
  const asks = await list(storage.db, sql<{ id: string; reminded: number }>`select id, reminded from asks`)
  for (const { id, reminded } of asks) {
    const many = letters.filter(({ ask, once }) => ask === id && once?.startsWith('ask ')).length
    if (many > reminded + 1) wrong.push(`the ask ${id} was put ${many} times, with ${reminded} reminders`)
  }
  return wrong
}

/** At nine on Monday where its reader is; after an absence of ours once, when we are back. One a week at most. */
const digestsComeOnMondays: Check = async ({ world, moved }) => {
  const { plan, storage, ids } = world
  const digests = await list(
    storage.db,
    sql<{
      person: string
      sent_at: Date
      written_at: Date
    }>`select person, sent_at, written_at from letters where kind = 'weekly digest' and sent_at is not null order by id`,
  )
  const wrong: string[] = []
  const seen = new Set<string>()
  const offsets = new Map<string, Set<number>>()
  for (const { person, sent_at } of digests) {
    const number = ids.indexOf(person)
    const zone = moved.findLast((each) => each.person === number && each.at <= sent_at)?.zone ?? ZONE
    const isCatchUp = plan.outages.some(({ until }) => sent_at.getTime() === until.getTime())
    const day = dayIn(zone, sent_at)
    const said = `${weekdayOf(day)} ${day} ${sayTime(zone, sent_at)} in ${zone}`
    if (!isCatchUp && !/^Monday .* 09:00 /.test(said)) wrong.push(`a digest came on ${said}`)
    const missed = plan.outages.find(({ from, until }) => sent_at >= from && sent_at < until)
    if (missed) wrong.push(`a digest came while nothing ran: ${said}`)
    const week = `${person} ${Math.floor((Date.parse(`${day}T00:00:00Z`) / A_DAY - 4) / 7)}`
    if (seen.has(week)) wrong.push(`a second digest in a week, on ${said}`)
    seen.add(week)
    if (!isCatchUp) offsets.set(zone, (offsets.get(zone) ?? new Set()).add(sent_at.getUTCHours()))
  }
  const onBothSides = [...offsets].filter(([, hours]) => hours.size > 1).map(([zone]) => zone)
  if (onBothSides.length < 2 || !onBothSides.includes(ZONE))
    wrong.push(`digests on both sides of a change of clocks only in ${onBothSides}: this has shown nothing`)
  if (
    plan.outages.some(({ from, until }) => hasMonday(from, until)) &&
    !digests.some(({ sent_at }) => plan.outages.some(({ until }) => sent_at.getTime() === until.getTime()))
  )
    wrong.push('no digest was caught up on: this has shown nothing')
  return wrong
}

const hasMonday = (from: Date, until: Date): boolean => {
  for (let at = from.getTime(); at < until.getTime(); at += A_DAY / 24)
    if (weekdayOf(dayIn(ZONE, new Date(at))) === 'Monday' && sayTime(ZONE, new Date(at)) === '09:00') return true
  return false
}

type Answered = { id: string; answer: string; hours: number | null; day: string | null; line: string; via: string }

/** Everything that counts as an answer was given as one, and everything that was given as one counts. */
const onlyAnswersCount: Check = async ({ world, sent, pressed }) => {
  const answered = await list(
    world.storage.db,
    sql<Answered>`select id, answer, hours, day::text as day, line, via from asks where state = 'answered' order by id`,
  )
  const inWords = (given: { answer: string; hours?: number | null; day?: string | null; line?: string }) =>
    [given.answer, given.hours ?? '', given.day ?? '', given.line ?? ''].join('|')
  const letters = sent.flatMap(({ at, should, ask, given, why }) =>
    should === 'answered' && ask && given ? [{ at, ask, given, via: 'letter', why }] : [],
  )
  const presses = pressed.map(({ at, ask, given, isBack }) => ({ at, ask, given: isBack ? undefined : given, via: 'page', why: 'a press' }))
  const expected = new Map<string, { said: string; why: string }>()
  for (const { ask, given, via, why } of [...letters, ...presses].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (given) expected.set(ask, { said: `${inWords(given)} by ${via}`, why })
    else expected.delete(ask)
  }
  const wrong = answered.flatMap((row) => {
    const said = `${inWords(row)} by ${row.via}`
    const meant = expected.get(row.id)
    return meant?.said === said
      ? []
      : [`the ask ${row.id} counts ${said}, and was answered ${meant ? `${meant.said} (${meant.why})` : 'by nobody'}`]
  })
  const counted = new Set(answered.map(({ id }) => id))
  return [...wrong, ...[...expected].flatMap(([ask, { said, why }]) => (counted.has(ask) ? [] : [`the ask ${ask} lost ${said} (${why})`]))]
}

/** So many ways of answering must have come about, or the season has shown nothing: in a large one all of them. */
const MOST_MISSING = { small: 4, large: 0 }
const LARGE = 100

const muchHappened: Check = async ({ sent, pressed, wrong, world }) => {
  const states = new Set(sent.map(({ should }) => should as string))
  const missing = ['answered', 'automatic', 'bounce', 'somebody else', 'unclear', 'too late', 'stopped', 'paused'].filter(
    (state) => !states.has(state),
  )
  const errors = world.house.log.filter(({ level }) => level === 'error').map((line) => `a page failed: ${JSON.stringify(line)}`)
  return [
    ...wrong,
    ...world.faults,
    ...errors,
    ...(missing.length > MOST_MISSING[world.plan.people < LARGE ? 'small' : 'large'] ? missing.map((state) => `nothing was ${state}`) : []),
    ...(pressed.length > 0 ? [] : ['nobody pressed a button']),
  ]
}

export const CHECKS: Readonly<Record<string, Check>> = {
  'every letter and every press does what it should': muchHappened,
  'nothing is forgotten': nothingIsForgotten,
  'no letter goes twice': noLetterTwice,
  'only answers count': onlyAnswersCount,
  'digests come on Monday at nine, wherever their reader is': digestsComeOnMondays,
}
