/** Introductions by letter alone, on both databases: yes, no, a pause, and whether they met. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, letterBox, runDue, type Town } from '../../../tests/town.ts'
import type { Moment } from '../../basics/day.ts'
import { replyAddress } from '../../mail/reply-address.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { receive } from '../replies/actions.ts'
import { askToMeet, lookUpIntroduction } from './actions.ts'

onEachDatabase('an introduction by letter', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  let id = ''
  let count = 0
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    const asked = await askToMeet(db, new Knowledge(NOTHING_KNOWN), town.nurse, town.officer.person, 'Shall we talk?', MONDAY)
    id = asked.yes ? asked.value : assert.fail(asked.why)
    letters = letterBox(db)
    await letters()
  })

  /** What became of the reply of somebody to the newest letter of a kind. */
  async function reply(who: string, kind: string, text: string, at: Moment = MONDAY): Promise<string> {
    const { db } = storage()
    const to = await db
      .selectFrom('letters')
      .select(['id', 'recipient'])
      .where('kind', '=', kind)
      .where('recipient', 'like', `${who}@%`)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const messageId = `<${++count}@x.example>`
    const address = replyAddress(to.id, await replySecret(db), 'replies@localhost')
    const written = { messageId, from: to.recipient, fromName: '', to: [address], subject: 'Re: a question', text }
    await receive(db, { ...written, isAutomatic: false, isBounce: false, attachments: 0, sender: 'unproven' }, at.now)
    await runDue(storage(), at)
    return (await db.selectFrom('received').select('state').where('message_id', '=', messageId).executeTakeFirstOrThrow()).state
  }
  const found = async () => lookUpIntroduction(storage().db, id, MONDAY.zone)

  it('is agreed by a word', async () => {
    assert.equal(await reply('officer', 'will you meet', 'Yes, gladly'), 'answered')
    assert.equal((await found())?.state, 'met')
    assert.deepEqual(await letters(), ['nurse: introduction made', 'officer: introduction made'])
  })

  it('is declined by a word, of which nobody else hears a thing', async () => {
    assert.equal(await reply('officer', 'will you meet', 'No, sorry, too much on'), 'answered')
    assert.deepEqual([(await found())?.state, (await found())?.declinedBy], ['asked', town.officer.person])
    assert.deepEqual(
      (await letters()).filter((each) => each.startsWith('nurse')),
      [],
    )
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(await letters(), ['nurse: introduction not now'])
  })

  it('waits while whoever was asked pauses, and ends on its day as after silence', async () => {
    await reply('officer', 'will you meet', 'Pause until 15 January')
    assert.deepEqual([(await found())?.state, (await found())?.declinedBy], ['asked', undefined])
    await letters()
    await runDue(storage(), later(MONDAY, 15))
    assert.deepEqual(
      (await letters()).filter((each) => each.startsWith('nurse')),
      ['nurse: introduction not now'],
    )
  })

  it('is remembered by a word or two', async () => {
    const { db } = storage()
    await reply('officer', 'will you meet', 'yes')
    const after = later(MONDAY, 15)
    await runDue(storage(), after)
    assert.equal(await reply('nurse', 'did you meet', 'Met, not useful', after), 'answered')
    assert.equal(await reply('officer', 'did you meet', 'met useful', after), 'answered')
    const said = await db.selectFrom('introduction_outcomes').select('said').orderBy('said').execute()
    assert.deepEqual(
      said.map((each) => each.said),
      ['met not useful', 'met useful'],
    )
  })
})
