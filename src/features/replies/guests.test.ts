/** A manager answers by letter, without an account: only from their own address, and never by a machine; on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPublishedBrief, aTown, letterBox, runDue, statesOf, type Town } from '../../../tests/town.ts'
import { replyAddress } from '../../mail/reply-address.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { makePledge } from '../pledges/actions.ts'
import { receive } from './actions.ts'
import type { Incoming } from './received.ts'
import { listUnclear } from './store.ts'

const BOSS = 'boss@tarnbeck.example'

onEachDatabase('the letter of a manager', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  let project = ''
  let address = ''
  let subject = ''
  let count = 0
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    const { id, roles } = await aPublishedBrief(db, town.owner)
    project = id
    const terms = { hoursAWeek: 8, from: '2026-12-01', until: '2027-03-31', line: '', manager: BOSS }
    await makePledge(db, roles[0]?.id ?? '', town.nurse, terms, MONDAY)
    await runDue(storage(), MONDAY)
    const asking = await db.selectFrom('letters').select(['id', 'subject']).where('recipient', '=', BOSS).executeTakeFirstOrThrow()
    address = replyAddress(asking.id, await replySecret(db), 'replies@localhost')
    subject = `Re: ${asking.subject}`
    letters = letterBox(db)
    await letters()
  })

  const come = async (text: string, more: Partial<Incoming> = {}): Promise<[string, string[], string[]]> => {
    const { db } = storage()
    const message: Incoming = {
      ...{ messageId: `<${++count}@tarnbeck.example>`, from: BOSS, fromName: 'Boss', to: [address], subject, text },
      ...{ isAutomatic: false, isBounce: false, attachments: 0, sender: 'unproven', ...more },
    }
    await receive(db, message, MONDAY.now)
    await runDue(storage(), MONDAY)
    const { state } = await db.selectFrom('received').select('state').where('message_id', '=', message.messageId).executeTakeFirstOrThrow()
    return [state, await statesOf(db, project), await letters()]
  }
  const isHeld = async () =>
    (await storage().db.selectFrom('pledges').select('manager_by').where('state', '=', 'offered').executeTakeFirst())?.manager_by !== null

  it('says yes in one word, and the owner is asked', async () => {
    assert.deepEqual(await come('Yes\n\n> no'), ['answered', ['offered'], ['owner: pledge offered', 'nurse: manager agreed']])
    assert.equal(await isHeld(), false)
  })
  it('says no in one word, and a second word is told that the first one counts', async () => {
    assert.deepEqual(await come('No'), ['answered', ['withdrawn'], ['nurse: manager refused']])
    assert.deepEqual(await come('Yes'), ['too late', ['withdrawn'], ['boss: guest too late']])
  })
  it('answers by the code alone only where the mail server says that it is theirs', async () => {
    const byCode = { to: ['replies@localhost'] }
    assert.deepEqual(await come('Yes', byCode), ['stranger', ['offered'], []])
    assert.equal((await come('Yes', { ...byCode, sender: 'proven' }))[0], 'answered')
  })
  it('is no answer when a machine wrote it', async () => {
    const subject = 'Automatic reply: out of office'
    assert.deepEqual(await come('Yes, I am away until Monday', { subject, isAutomatic: true }), ['automatic', ['offered'], []])
    assert.equal(await isHeld(), true)
  })
  it('is no answer when the pledger wrote it, or pretends to be the manager, or it was passed on', async () => {
    assert.deepEqual(await come('Yes', { from: 'nurse@tarnbeck.example' }), [
      'somebody else',
      ['offered'],
      ['nurse: reply from somebody else'],
    ])
    assert.deepEqual(await come('Yes', { sender: 'forged' }), ['unclear', ['offered'], []])
    assert.deepEqual(await come('Yes', { from: 'helper@tarnbeck.example', subject: `Fwd: ${subject}` }), [
      'somebody else',
      ['offered'],
      ['helper: reply from somebody else'],
    ])
    assert.equal(await isHeld(), true)
  })
  it('that is not understood goes back with what can be said, and no broker reads it', async () => {
    assert.deepEqual(await come('Who pays for this?'), ['returned', ['offered'], ['boss: guest not understood']])
    assert.deepEqual(await listUnclear(storage().db, { most: 9 }), [])
    const again = storage().db.selectFrom('letters').select(['id', 'body']).where('kind', '=', 'guest not understood')
    const { id, body } = await again.executeTakeFirstOrThrow()
    assert.match(body ?? '', /"yes" for: I agree\n"no" for: Not this time/)
    assert.doesNotMatch(body ?? '', /sign in|broker/i)
    address = replyAddress(id, await replySecret(storage().db), 'replies@localhost')
    assert.equal((await come('Yes'))[0], 'answered', 'the letter that asks again can be answered too')
  })
  it('ends all questions with "stop"', async () => {
    assert.deepEqual(await come('stop'), ['stopped', ['withdrawn'], ['nurse: manager refused']])
    assert.deepEqual(await come('stop'), ['stopped', ['withdrawn'], []])
  })
})
