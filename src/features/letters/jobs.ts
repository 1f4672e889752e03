/** Sends what lies in the outbox, keeps back what its reader does not want, and gives up what can never arrive. */
import { type Carrier, type Envelope, RefusedForGood } from '../../mail/carriers.ts'
import { type Db, together } from '../../storage/db.ts'
import { type Job, plan } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { markBounced } from './bounce-actions.ts'
import { fateOf, morningOf, todayOf } from './choice.ts'
import { type AllKinds, type AllLetters, isTooLate, SECRET_KINDS, withAddress } from './letter.ts'
import { bodyOf, htmlOf } from './sheet.ts'
import { isStoppable, stopTokenOf } from './stop-token.ts'
import {
  findWaiting,
  SEND,
  SEND_AT_ONCE,
  SEND_WITH_ALL,
  saveNotHeld,
  saveSent,
  saveSentWithoutWords,
  saveUnsent,
  sendingOf,
  type UnsentLetter,
  type Waiting,
} from './store.ts'

export type PostOffice = {
  letters: AllLetters
  kinds: AllKinds
  carrier: Carrier
  chapter: string
  zone: string
  /** The address at which people reach us. */
  origin: string
  /** Where answers to a letter, and reports that it could not be delivered, find their way back. */
  addresses?: (letter: { id: string; kind: string }) => Pick<Envelope, 'replyTo' | 'bounceTo'>
}

export const ASK_FOR_BOUNCES = 'ask for bounces'
const ASKED_EVERY = 15 * 60_000
const A_BATCH = 40

export function letterJobs(office: PostOffice): Job[] {
  const { carrier } = office
  const outside = sending(office)
  const lane = { batch: A_BATCH, atOnce: carrier.atOnce ?? 1, outside }
  return [
    { kind: SEND_AT_ONCE, lane: SEND_AT_ONCE, outside },
    { kind: SEND, ...lane },
    { kind: SEND_WITH_ALL, lane: SEND_WITH_ALL, ...lane },
    ...(carrier.listBounced ? [bounceJob(carrier.listBounced)] : []),
  ]
}

function sending(office: PostOffice): (db: Db, id: string, now: Date) => Promise<void> {
  let key: string | undefined
  return async (db, id, now) => {
    const letter = await findWaiting(db, id)
    if (!letter) return
    const { class: about = 'news' } = office.kinds[letter.kind] ?? {}
    const isSecret = SECRET_KINDS.includes(letter.kind)
    const end = (state: UnsentLetter['state'], fault = '', isOfAddress = false) =>
      giveUp(db, id, { state, fault, tries: letter.tries, isSecret }, isOfAddress, now)
    if (isTooLate(letter.kind, letter.writtenAt, now)) return end('too late')
    const fate = fateOf(about, letter.choices, { today: todayOf(letter.choices, office.zone, now), bounces: letter.bounces })
    if (fate.is === 'stays') return end(fate.why)
    if (fate.is === 'waits') return putOff(db, letter, morningOf(letter.choices.zone ?? office.zone, fate.until))
    const compose = office.letters[letter.kind]
    if (!compose) throw new Error('A letter of a kind that no feature writes')
    const written = compose(JSON.parse(letter.facts) as never)
    const body = bodyOf(written, office.chapter, about)
    if (letter.person !== null && isStoppable(about)) key ??= await replySecret(db)
    const stop =
      letter.person !== null && isStoppable(about) && key !== undefined
        ? `/letters/stop/${stopTokenOf(key, letter.person, about)}`
        : written.stop
    const unsubscribe = stop === undefined ? {} : { unsubscribe: office.origin + stop }
    let isKept = false
    const kept = async (): Promise<void> => {
      const { subject } = written
      const { tries } = letter
      if (isSecret && !office.carrier.keepsSecrets) await saveSentWithoutWords(db, id, { subject, tries }, now)
      else await saveSent(db, id, { subject, body, tries }, now)
      isKept = true
    }
    try {
      await office.carrier.carry({ ...envelopeOf(letter, written.subject, body, office), ...unsubscribe }, kept)
      if (!isKept) await kept()
    } catch (fault) {
      if (!(fault instanceof RefusedForGood)) throw fault
      await end('refused', fault.code, fault.isOfAddress)
    }
  }
}

const envelopeOf = (letter: Waiting, subject: string, body: string, { origin, addresses }: PostOffice): Envelope => ({
  id: letter.id,
  to: letter.recipient,
  subject,
  text: withAddress(body, origin),
  html: htmlOf(subject, body, origin),
  at: letter.writtenAt,
  isAgain: letter.tries > 1,
  ...(letter.first ? { inReplyTo: letter.first } : {}),
  ...addresses?.({ id: letter.id, kind: letter.kind }),
})

const putOff = (db: Db, { id, kind }: Waiting, at: Date): Promise<void> =>
  together(db, async (tx) => {
    await saveNotHeld(tx, id)
    await plan(tx, { kind: sendingOf(kind), about: id, at })
  })

/** It stays unsent, and is not tried again; where the address is what is wrong, nothing more is sent there. */
async function giveUp(db: Db, id: string, unsent: UnsentLetter, isOfAddress: boolean, now: Date): Promise<void> {
  await together(db, async (tx) => {
    await saveUnsent(tx, id, unsent)
    await record(tx, { at: now, did: `letter ${unsent.state}`, about: id })
    if (isOfAddress) await markBounced(tx, { letter: id, status: unsent.fault, isForGood: true }, now)
  })
}

/** Where no letter tells us what came back, we ask. */
const bounceJob = (listBounced: NonNullable<Carrier['listBounced']>): Job => ({
  kind: ASK_FOR_BOUNCES,
  async outside(db, about, now) {
    const bounced = await listBounced()
    await together(db, async (tx) => {
      for (const bounce of bounced) await markBounced(tx, bounce, now)
      await plan(tx, { kind: ASK_FOR_BOUNCES, about, at: new Date(now.getTime() + ASKED_EVERY) })
    })
  },
})
