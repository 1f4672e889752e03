/** Letters that come in: each is kept first, then read once, and does at most one thing. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { A_DAY, dayIn, type Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { findPersonWithAddress } from '../people/actions.ts'
import type { Person } from '../people/person.ts'
import type { AskedThing, Doors } from './doors-actions.ts'
import { type Letterbox, openLetterbox } from './letterbox-actions.ts'
import { aboutOf, type CloseRefusal, close, codesIn, DAYS_KEPT, type Incoming, type Received, type ReceivedUnclear } from './received.ts'
import { readReply } from './reply.ts'
import { addReceived, type Became, findAnswered, findReceivedForUpdate, removeOldTexts, saveBecame, saveClosed } from './store.ts'

export const READ = 'read reply'
export const FORGET_REPLIES = 'forget old replies'

/** Kept before anything else happens, so that nothing is lost with the process. False when it came before. */
export async function receive(db: Db, message: Incoming, now: Date): Promise<boolean> {
  return together(db, async (tx) => {
    const id = await addReceived(tx, message, now)
    if (id === undefined) return false
    await plan(tx, { kind: READ, about: id, at: now })
    return true
  })
}

/** The clock's part. `token` is the id that a reply address of ours among its recipients was made for. */
export async function readReceived(tx: Tx, id: string, token: string | undefined, doors: Doors, at: Moment): Promise<void> {
  const letter = await findReceivedForUpdate(tx, id)
  if (letter?.state !== 'new') return
  const became = await act(tx, letter, token, doors, at)
  await saveBecame(tx, id, became)
  await record(tx, { at: at.now, ...(became.person ? { who: became.person } : {}), did: `reply ${became.state}`, about: id })
}

async function act(tx: Tx, letter: Received, token: string | undefined, doors: Doors, at: Moment): Promise<Became> {
  if (letter.isBounce) {
    if (letter.bounced) await doors.bounced(tx, { ...letter.bounced, ...(token ? { letter: token } : {}) }, at)
    return { state: 'bounce' }
  }
  if (letter.isAutomatic) return { state: 'automatic' }
  const writer = letter.from === '' ? undefined : await findPersonWithAddress(tx, letter.from)
  const box = openLetterbox(tx, letter, writer, at)
  if (letter.from === '') return { state: 'unclear', why: 'no sender' }
  if (letter.sender === 'forged') return { state: 'unclear', why: 'forged' }
  const answered = token === undefined ? undefined : await askedBy(tx, token, doors)
  if (answered && answered.person !== writer?.id) {
    await box.write('reply from somebody else', { about: aboutOf(letter.subject) })
    return { state: 'somebody else', person: writer?.id }
  }
  if (!writer) return fromStranger(letter, box)
  if (!answered && letter.sender !== 'proven') return unclear(box, letter, writer, [], 'not proven')
  return actFor(tx, { letter, writer, asks: answered?.asks ?? (await askedByCode(tx, letter, writer, doors)), box, doors, at })
}

/** Spam comes too: an address that nobody has proven is not written to. */
async function fromStranger(letter: Received, box: Letterbox): Promise<Became> {
  if (letter.sender === 'proven') await box.write('reply from a stranger', { about: aboutOf(letter.subject) })
  return { state: 'stranger' }
}

/** Whom a letter of ours went to, and what it asked: one thing, or several in the order of their numbers. */
async function askedBy(tx: Tx, token: string, doors: Doors): Promise<{ person: string; asks: AskedThing[] } | undefined> {
  const ask = await doors.findAsk(tx, token)
  if (ask) return { person: ask.person, asks: [ask] }
  const answered = await findAnswered(tx, token)
  if (!answered?.person) return undefined
  const { ask: one, asks = [] } = JSON.parse(answered.facts) as { ask?: string; asks?: readonly string[] }
  const found = await Promise.all((one === undefined ? asks : [one]).map((id) => doors.findAsk(tx, id)))
  return { person: answered.person, asks: found.filter((each) => each !== undefined) }
}

async function askedByCode(tx: Tx, { subject }: Received, { id }: Person, doors: Doors): Promise<AskedThing[]> {
  const found = await Promise.all(codesIn(subject).map((code) => doors.listWithCode(tx, code)))
  return found.flat().filter(({ person }) => person === id)
}

type Reading = { letter: Received; writer: Person; asks: AskedThing[]; box: Letterbox; doors: Doors; at: Moment }

async function actFor(tx: Tx, reading: Reading): Promise<Became> {
  const { letter, writer, asks, box, doors, at } = reading
  const person = writer.id
  if (letter.fault) return unclear(box, letter, writer, asks, letter.fault)
  const numbered = asks.map((ask, index) => ({ ...ask, number: index + 1 }))
  const open = numbered.filter(({ state }) => state === 'open')
  const given = { today: at.today, names: namesOf(letter, writer) }
  const reply = readReply(letter.text ?? '', { ...given, asks: open.length > 0 ? open : numbered })
  if (reply.is === 'stop') {
    await doors.stop(tx, person, at)
    return { state: 'stopped', person }
  }
  if (reply.is === 'pause') {
    const paused = await doors.pause(tx, person, reply.until, at)
    if (!paused) return unclear(box, letter, writer, asks, 'no day')
    await box.write('letters paused', { until: reply.until, today: at.today })
    return { state: 'paused', person }
  }
  if (reply.is === 'unclear') return unclear(box, letter, writer, open, asks.length === 0 ? 'nothing asked' : reply.why)
  const ask = (open.length > 0 ? open : numbered).find(({ number }) => number === reply.number)
  return ask ? answer(tx, reading, ask, reply.given) : unclear(box, letter, writer, open, 'no such number')
}

async function answer(
  tx: Tx,
  { letter, writer, box, doors, at }: Reading,
  ask: AskedThing,
  given: Parameters<Doors['answer']>[2],
): Promise<Became> {
  const about = aboutOf(letter.subject)
  const done = await doors.answer(tx, { ask: ask.id, person: writer.id }, given, at)
  if (done.yes) {
    if (letter.attachments > 0)
      await box.write('reply with attachments', { about, answer: labelOf(ask, given.answer), attachments: letter.attachments })
    return { state: 'answered', person: writer.id, ask: ask.id }
  }
  const before = ask.answer === undefined ? {} : { answer: labelOf(ask, ask.answer) }
  const on = ask.answeredAt ? { on: dayIn(at.zone, ask.answeredAt) } : {}
  await box.write('reply too late', { about, says: done.why, ...before, ...on, today: at.today })
  return { state: 'too late', person: writer.id, ask: ask.id }
}

const labelOf = (ask: AskedThing, answer: string): string => ask.choices.find((choice) => choice.answer === answer)?.label ?? answer

/** Kept for the broker; and whoever wrote it hears what can be said. */
async function unclear(
  box: Letterbox,
  letter: Received,
  writer: Person,
  asks: readonly AskedThing[],
  why: ReceivedUnclear,
): Promise<Became> {
  const [first] = asks
  await box.write('reply not understood', {
    about: aboutOf(letter.subject),
    why,
    choices: asks.map(({ choices }) => choices.map(({ answer, label, takes }) => ({ answer, label, ...(takes ? { takes } : {}) }))),
    attachments: letter.attachments,
    ...(asks.length === 1 && first ? { ask: first.id, code: first.code } : {}),
    ...(asks.length > 1 ? { asks: asks.map(({ id }) => id) } : {}),
  })
  return { state: 'unclear', why, person: writer.id, ask: first?.id }
}

const namesOf = ({ fromName }: Received, { name }: Person): string[] =>
  [fromName, name].flatMap((each) => [each, ...each.split(/\s+/)]).filter((each) => each !== '')

/** A broker has seen to it, and says how. */
export async function closeUnclear(
  db: Db,
  id: string,
  by: Viewer,
  closing: string,
  at: Moment,
): Promise<Answer<true, CloseRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const letter = await findReceivedForUpdate(tx, id)
    if (!letter) return no('not found')
    const may = close(by, letter.state)
    if (!may.yes) return may
    await saveClosed(tx, id, { by: by.person, closing }, at.now)
    await record(tx, { at: at.now, who: by.person, did: 'reply closed', about: id })
    return yes(true)
  })
}

/** The clock's part, every day: words that nobody needs any more. */
export async function forgetOldReplies(tx: Tx, about: string, now: Date): Promise<void> {
  await removeOldTexts(tx, new Date(now.getTime() - DAYS_KEPT * A_DAY))
  await plan(tx, { kind: FORGET_REPLIES, about, at: new Date(now.getTime() + A_DAY) })
}
