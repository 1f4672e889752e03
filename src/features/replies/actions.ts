/** Letters that come in: each is kept first, then read once, and does at most one thing. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { A_DAY, type Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import type { AllAsks } from '../asks/actions.ts'
import { markBounced } from '../letters/bounce-actions.ts'
import { findPersonWithAddress } from '../people/actions.ts'
import { actFor } from './acting-actions.ts'
import { type Asked, askedByCode, askedByToken } from './asked-actions.ts'
import { actForGuest } from './guest-actions.ts'
import { openLetterbox } from './letterbox-actions.ts'
import { aboutOf, type CloseRefusal, close, DAYS_KEPT, type Incoming, type Received } from './received.ts'
import { addReceived, type Became, findReceivedForUpdate, removeOldTexts, saveBecame, saveClosed } from './store.ts'

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
export async function readReceived(tx: Tx, id: string, token: string | undefined, asks: AllAsks, at: Moment): Promise<void> {
  const letter = await findReceivedForUpdate(tx, id)
  if (letter?.state !== 'new') return
  const became = await act(tx, letter, token, asks, at)
  await saveBecame(tx, id, became)
  await record(tx, { at: at.now, ...(became.person ? { who: became.person } : {}), did: `reply ${became.state}`, about: id })
}

async function act(tx: Tx, letter: Received, token: string | undefined, asks: AllAsks, at: Moment): Promise<Became> {
  if (letter.isBounce) {
    // Anybody can write one: only who has a letter of ours can say that it came back.
    if (letter.bounced && token) await markBounced(tx, { ...letter.bounced, letter: token }, at.now)
    return { state: 'bounce' }
  }
  if (letter.isAutomatic) return { state: 'automatic' }
  if (letter.from === '') return { state: 'unclear', why: 'no sender' }
  if (letter.sender === 'forged') return { state: 'unclear', why: 'forged' }
  const writer = await findPersonWithAddress(tx, letter.from)
  const box = openLetterbox(tx, letter, writer, at)
  const answered = token === undefined ? undefined : await askedByToken(tx, token, asks)
  const isTheirs = answered && ('person' in answered.to ? answered.to.person === writer?.id : answered.to.address === letter.from)
  if (answered && !isTheirs) {
    await box.write('reply from somebody else', { about: aboutOf(letter.subject) })
    return { state: 'somebody else', person: writer?.id }
  }
  const guest = answered ? ('address' in answered.to ? answered : undefined) : await guestByCode(tx, letter, asks)
  if (guest) return actForGuest(tx, { letter, asked: guest.asked, asks, at })
  if (!writer) {
    // Spam comes too: an address that nobody has proven is not written to.
    if (letter.sender === 'proven') await box.write('reply from a stranger', { about: aboutOf(letter.subject) })
    return { state: 'stranger' }
  }
  const asked = answered?.asked ?? (await askedByCode(tx, letter.subject, { person: writer.id }, asks))
  return actFor(tx, { letter, writer, asked, isKnown: answered !== undefined || letter.sender === 'proven', box, asks, at })
}

/** Where a mail program has lost the address of the answer, the code will do, from a sender that is proven. */
async function guestByCode(tx: Tx, { subject, from, sender }: Received, asks: AllAsks): Promise<{ asked: readonly Asked[] } | undefined> {
  const asked = sender === 'proven' ? await askedByCode(tx, subject, { address: from }, asks) : []
  return asked.length > 0 ? { asked } : undefined
}

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
