/** Letters that come in act once, or not at all; and whoever wrote them hears what became of it: on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, runDue, statesOf, type Town, theProject } from '../../../tests/town.ts'
import { replyAddress } from '../../mail/reply-address.ts'
import { together } from '../../storage/db.ts'
import { listOpenOf } from '../asks/actions.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { giveAddress } from '../people/address-actions.ts'
import { closeUnclear, forgetOldReplies, receive } from './actions.ts'
import type { Incoming } from './received.ts'
import { listUnclear } from './store.ts'

onEachDatabase('a letter that comes in', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  let project = ''
  let address = ''
  let code = ''
  let count = 0
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    const { id, ...brief } = await aPublishedBrief(db, town.owner)
    project = id
    await anOffer(db, { id, ...brief }, town.nurse)
    const asking = await db.selectFrom('letters').select(['id', 'facts']).where('kind', '=', 'pledge offered').executeTakeFirstOrThrow()
    address = replyAddress(asking.id, await replySecret(db), 'replies@localhost')
    code = (JSON.parse(asking.facts) as { code: string }).code
    letters = letterBox(db)
    await letters()
  })

  const aLetter = (text: string, more: Partial<Incoming> = {}): Incoming => ({
    messageId: `<${++count}@harrowmere.example>`,
    from: 'owner@harrowmere.example',
    fromName: 'Owner',
    to: [address],
    subject: 'Re: Report a missed bin: a pledge for web design',
    text,
    isAutomatic: false,
    isBounce: false,
    attachments: 0,
    sender: 'unproven',
    ...more,
  })
  /** What became of it, the state of the pledge, and who was written to. */
  async function come(text: string, more: Partial<Incoming> = {}, at = MONDAY): Promise<[string, string, string[]]> {
    const message = aLetter(text, more)
    await receive(storage().db, message, at.now)
    await runDue(storage(), at)
    const row = await storage()
      .db.selectFrom('received')
      .select(['state', 'why'])
      .where('message_id', '=', message.messageId)
      .executeTakeFirstOrThrow()
    const [state = ''] = await statesOf(storage().db, project)
    return [[row.state, row.why].filter(Boolean).join(': '), state, await letters()]
  }

  it('answers what was asked, by the address that it goes to', async () => {
    const [became, state, written] = await come('Yes please\n\nOn Mon, Appstarter wrote:\n> no')
    assert.deepEqual([became, state, written.includes('nurse: pledge accepted')], ['answered', 'accepted', true])
    const { via } = await storage().db.selectFrom('asks').select('via').where('code', '=', code).executeTakeFirstOrThrow()
    assert.equal(via, 'letter')
  })
  it('answers several things in one letter, or none of them', async () => {
    const { db } = storage()
    await anOffer(db, await theProject(db, project), town.officer)
    await runDue(storage(), MONDAY)
    const asks = (await listOpenOf(db, town.owner.person, 9)).map(({ id }) => id)
    await db
      .updateTable('letters')
      .set({ facts: JSON.stringify({ asks }) })
      .where('kind', '=', 'pledge offered')
      .execute()
    assert.deepEqual((await come('no 1, if Bob agrees, yes 2')).slice(0, 1), ['unclear: it depends'])
    assert.deepEqual((await statesOf(db, project)).sort(), ['offered', 'offered'])
    assert.equal((await come('no 1 not this year\nyes 2'))[0], 'answered')
    assert.deepEqual((await statesOf(db, project)).sort(), ['accepted', 'declined'])
  })
  it('answers by the code, from a sender that is proven, whatever became of the letters of either', async () => {
    const byCode = { to: ['replies@localhost'], subject: `RE: a pledge [${code.toLowerCase()}]` }
    assert.deepEqual(await come('Yes', byCode), ['unclear: not proven', 'offered', ['owner: reply not understood']])
    assert.deepEqual((await come('no, not this year', { ...byCode, sender: 'proven' })).slice(0, 2), ['answered', 'declined'])
  })
  it('answers from each of the addresses of whoever was asked', async () => {
    await together(storage().db, (tx) => giveAddress(tx, town.owner.person, 'owner@private.example', MONDAY.now))
    assert.equal((await come('Yes', { from: 'owner@private.example' }))[1], 'accepted')
  })
  it('counts once, however often it comes', async () => {
    const message = aLetter('Yes')
    assert.deepEqual(
      await Promise.all([1, 2, 3].map(() => receive(storage().db, message, MONDAY.now))).then((all) => all.filter(Boolean)),
      [true],
    )
    await runDue(storage(), MONDAY)
    assert.equal(await receive(storage().db, message, later(MONDAY, 1).now), false)
  })
  it('is told what was answered before, when it comes again', async () => {
    await come('Yes')
    const [became, state, written] = await come('No')
    assert.deepEqual([became, state, written], ['too late', 'accepted', ['owner: reply too late']])
    const { body } = await storage().db.selectFrom('letters').select('body').where('kind', '=', 'reply too late').executeTakeFirstOrThrow()
    assert.match(body ?? '', /The answer that counts is "Accept", given on 23 November/)
  })
  it('does nothing when somebody else wrote it, and they are told so', async () => {
    assert.deepEqual(await come('Yes', { from: 'nurse@tarnbeck.example' }), [
      'somebody else',
      'offered',
      ['nurse: reply from somebody else'],
    ])
    assert.deepEqual(await come('Yes', { from: 'who@knows.example' }), ['somebody else', 'offered', ['who: reply from somebody else']])
    assert.deepEqual(await come('Yes', { from: 'who@knows.example' }), ['somebody else', 'offered', []])
  })
  it('does nothing when no person wrote it, or not the one that it names', async () => {
    assert.deepEqual(await come('Yes', { isAutomatic: true }), ['automatic', 'offered', []])
    assert.deepEqual(await come('Yes', { sender: 'forged' }), ['unclear: forged', 'offered', []])
    assert.deepEqual(await come('Yes', { from: '' }), ['unclear: no sender', 'offered', []])
    assert.deepEqual(await come('Yes', { to: ['replies@localhost'], from: 'spam@spam.example' }), ['stranger', 'offered', []])
    assert.deepEqual(await come('Yes', { to: [address.replace(/.@/, '0@')] }), [
      'unclear: not proven',
      'offered',
      ['owner: reply not understood'],
    ])
  })
  it('stops nothing more for an address that is gone', async () => {
    const bounced = { recipient: 'owner@harrowmere.example', status: '5.1.1', isForGood: true }
    assert.equal((await come('', { from: 'mailer-daemon@mx.example', isAutomatic: true, isBounce: true, bounced }))[0], 'bounce')
    const [row] = await storage().db.selectFrom('letters').select('state').where('kind', '=', 'pledge offered').execute()
    assert.equal(row?.state, 'bounced')
    const lie = { to: ['replies@localhost'], bounced: { ...bounced, recipient: 'nurse@tarnbeck.example' } }
    await come('', { from: 'mailer-daemon@mx.example', isAutomatic: true, isBounce: true, ...lie })
    const gone = await storage().db.selectFrom('addresses').select('email').where('bounced_at', 'is not', null).execute()
    assert.deepEqual(gone, [{ email: 'owner@harrowmere.example' }])
  })
  it('pauses and stops all letters', async () => {
    assert.deepEqual(await come('pause until 5 January'), ['paused', 'offered', ['owner: letters paused']])
    assert.deepEqual(await come('stop'), ['stopped', 'offered', ['owner: letters stopped']])
  })
  it('that was not understood is answered with what can be said, and waits for a broker', async () => {
    const { db } = storage()
    assert.deepEqual(await come('Yes if I may'), ['unclear: it depends', 'offered', ['owner: reply not understood']])
    const { body, facts } = await db
      .selectFrom('letters')
      .select(['body', 'facts', 'id'])
      .where('kind', '=', 'reply not understood')
      .executeTakeFirstOrThrow()
    assert.match(body ?? '', /"yes" for: Accept\n"no" for: Decline kindly/)
    assert.match(facts, /"ask":/)
    const [waiting] = await listUnclear(db, { most: 9 })
    assert.deepEqual([waiting?.why, waiting?.text, waiting?.person?.name], ['it depends', 'Yes if I may', 'owner'])
    const broker = { ...town.nurse, broker: true }
    assert.equal((await closeUnclear(db, waiting?.id ?? '', town.nurse, 'x', MONDAY)).yes, false)
    assert.equal((await closeUnclear(db, waiting?.id ?? '', broker, 'Rang her.', MONDAY)).yes, true)
    assert.equal((await closeUnclear(db, waiting?.id ?? '', broker, 'Again.', MONDAY)).yes, false)
    assert.deepEqual(await listUnclear(db, { most: 9 }), [])
    const row = await db.selectFrom('received').select(['said', 'closing']).executeTakeFirstOrThrow()
    assert.deepEqual([row.said, row.closing], [null, 'Rang her.'])
  })
  it('answers the letter that asked again, too', async () => {
    await come('Yes if I may')
    const again = await storage().db.selectFrom('letters').select('id').where('kind', '=', 'reply not understood').executeTakeFirstOrThrow()
    address = replyAddress(again.id, await replySecret(storage().db), 'replies@localhost')
    assert.deepEqual((await come('Yes')).slice(0, 2), ['answered', 'accepted'])
  })
  it('is told that what was attached is not kept', async () => {
    assert.ok((await come('Yes', { attachments: 2 }))[2].includes('owner: reply with attachments'))
  })
  it('is answered five times a day at most', async () => {
    const written: string[] = []
    for (let at = 0; at < 8; at++) written.push(...(await come('purple'))[2])
    assert.equal(written.length, 5)
    assert.equal((await come('purple', {}, later(MONDAY, 2)))[2].includes('owner: reply not understood'), true)
  })
  it('leaves no words behind after thirty days, unless a broker needs them', async () => {
    await come('No, we moved house')
    await come('purple')
    await together(storage().db, (tx) => forgetOldReplies(tx, 'chapter', later(MONDAY, 31).now))
    assert.deepEqual(
      (await storage().db.selectFrom('received').select('said').orderBy('id').execute()).map(({ said }) => said),
      [null, 'purple'],
    )
  })
})
