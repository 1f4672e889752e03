/** Letters leave once, after failures too, and those that open a door leave nothing behind. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, runDue, type Town } from '../../../tests/town.ts'
import { gatherJobs } from '../../app.ts'
import { type Carrier, type Envelope, RefusedForGood } from '../../mail/carriers.ts'
import { onPage } from '../../mail/page.ts'
import { sql } from '../../storage/db.ts'
import { runNext } from '../../storage/run-work.ts'
import { askToSignIn } from '../accounts/actions.ts'
import { SIGN_IN_MINUTES } from '../accounts/sign-in.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { linkTo, withAddress } from './letter.ts'

/** A carrier that fails so many times, and remembers what it has carried. */
function aCarrier(
  failures = 0,
  fault: Error = Object.assign(new Error('421 try later, nurse@tarnbeck.example'), { code: 'EENVELOPE' }),
): Carrier & { carried: Envelope[] } {
  const carried: Envelope[] = []
  let left = failures
  const carry = async (envelope: Envelope) => {
    if (left-- > 0) throw fault
    carried.push(envelope)
  }
  return { keepsSecrets: false, carried, carry }
}

onEachDatabase('a letter', (storage) => {
  let town: Town
  beforeEach(async () => {
    town = await aTown(storage().db)
    // Whoever has joined is planned a weekly letter; here only what is sent is looked at.
    await storage().db.deleteFrom('due_work').execute()
  })
  const ask = () => askToSignIn(storage().db, { email: 'ann@harrowmere.example', source: '192.0.2.1', returnTo: '/' }, MONDAY.now)
  const nextDue = async () =>
    (await storage().db.selectFrom('due_work').select('due_at').where('kind', 'like', 'send letter%').executeTakeFirst())?.due_at
  const told = async (did: string) =>
    (await storage().db.selectFrom('journal').select('about').where('did', '=', did).orderBy('id').execute()).map(({ about }) => about)
  const theLetter = () => storage().db.selectFrom('letters').selectAll().executeTakeFirstOrThrow()
  const secretsOf = async () => JSON.parse((await theLetter()).facts) as { link: string; code: string }

  it('that opens a door is carried whole, and leaves nothing of its secrets anywhere', async () => {
    await ask()
    const { link, code } = await secretsOf()
    const carrier = aCarrier()
    await runDue(storage(), MONDAY, carrier)
    const [envelope] = carrier.carried
    assert.ok(envelope?.text.includes(`http://localhost:3000/sign-in/link/${link}\n`))
    assert.ok(envelope?.text.includes(`\n${code.slice(0, 3)} ${code.slice(3)}\n`))
    const letter = await theLetter()
    assert.deepEqual([letter.facts, letter.body, letter.subject], ['{}', '', 'Your link and code to sign in'])
    const { rows } = await sql<{
      kept: string
    }>`select concat((select string_agg(l::text, '') from letters l), (select string_agg(s::text, '') from sign_ins s), (select string_agg(j::text, '') from journal j)) as kept`.execute(
      storage().db,
    )
    assert.ok(!rows[0]?.kept.includes(link) && !rows[0]?.kept.includes(`"${code}"`))
  })
  it('that opens a door stays readable in a demo, where no letter leaves the house', async () => {
    await ask()
    const { link } = await secretsOf()
    await runDue(storage(), MONDAY, onPage)
    assert.ok((await theLetter()).body?.includes(linkTo(`/sign-in/link/${link}`)))
  })
  it('that says what happened is kept as it was sent, without the address of the house', async () => {
    const project = await aPublishedBrief(storage().db, town.owner)
    await anOffer(storage().db, project, town.nurse)
    const carrier = aCarrier()
    await runDue(storage(), MONDAY, carrier)
    const letter = await theLetter()
    assert.equal(carrier.carried[0]?.to, 'owner@harrowmere.example')
    assert.equal(carrier.carried[0]?.text, withAddress(letter.body ?? '', 'http://localhost:3000'))
    assert.ok(letter.body?.includes('/pledges/') && !letter.body.includes('localhost'))
  })
  it('that opens a door does not wait behind others: it has a lane of its own', async () => {
    await anOffer(storage().db, await aPublishedBrief(storage().db, town.owner), town.nurse)
    await ask()
    const jobs = gatherJobs(storage(), { name: 'Appstarter', kind: 'real', zone: ZONE, ...AS_IT_COMES }, aCarrier(), 'https://ours.example')
    const planned = await storage().db.selectFrom('due_work').select('kind').where('kind', 'like', 'send letter%').orderBy('id').execute()
    assert.deepEqual(
      planned.map(({ kind }) => [kind, jobs.get(kind)?.lane]),
      [
        ['send letter', undefined],
        ['send letter at once', 'send letter at once'],
      ],
    )
  })
  it('leaves once: not again at the next tick, nor by two clocks at once', async () => {
    const carrier = aCarrier()
    await ask()
    await Promise.all([1, 2, 3].map(() => runDue(storage(), MONDAY, carrier)))
    await runDue(storage(), later(MONDAY, 2), carrier)
    assert.equal(carrier.carried.length, 1)
  })
  it('that could not leave is tried again a minute later, then five, and leaves once', async () => {
    const { db } = storage()
    const carrier = aCarrier(2)
    const jobs = gatherJobs(storage(), { name: 'Appstarter', kind: 'real', zone: ZONE, ...AS_IT_COMES }, carrier, 'https://ours.example')
    await ask()
    const { code } = await secretsOf()
    let at = MONDAY.now
    for (const minutes of [1, 5]) {
      const failed = await runNext(db, jobs, at)
      assert.match(String(failed?.fault), /421 try later/)
      assert.equal(await runNext(db, jobs, at), undefined, 'not at once')
      const due = await nextDue()
      assert.equal(due?.getTime(), at.getTime() + minutes * 60_000)
      at = due
    }
    const { last_fault } = await db.selectFrom('due_work').select('last_fault').executeTakeFirstOrThrow()
    assert.equal(last_fault, 'EENVELOPE', "the kind of the fault, and nobody's address")
    assert.deepEqual([(await runNext(db, jobs, at))?.fault, carrier.carried.length], [undefined, 1])
    assert.ok(carrier.carried[0]?.text.includes(code.slice(3)))
    assert.deepEqual([await runNext(db, jobs, later(MONDAY, 9).now), await nextDue()], [undefined, undefined])
    assert.equal(carrier.carried.length, 1)
  })
  it('that the reader refuses for good is not tried again: it stays unsent, and the journal says so', async () => {
    const { db } = storage()
    await ask()
    const carrier = aCarrier(1, new RefusedForGood('5.1.1', true))
    await runDue(storage(), MONDAY, carrier)
    assert.deepEqual([await nextDue(), carrier.carried], [undefined, []])
    const letters = await db.selectFrom('letters').select(['id', 'facts', 'body', 'sent_at']).orderBy('id').execute()
    assert.ok(letters.every(({ facts, body, sent_at }) => facts === '{}' && body === null && sent_at === null))
    assert.deepEqual(
      await told('letter refused'),
      letters.map(({ id }) => id),
    )
  })
  it('that says what happened keeps its facts when it is refused', async () => {
    await anOffer(storage().db, await aPublishedBrief(storage().db, town.owner), town.nurse)
    await runDue(storage(), MONDAY, aCarrier(1, new RefusedForGood('554', false)))
    assert.deepEqual([(await theLetter()).sent_at, await told('letter refused')], [null, [(await theLetter()).id]])
    assert.notEqual((await theLetter()).facts, '{}')
  })
  it('that opens a door is not sent once the door is shut, and its secrets are gone', async () => {
    await ask()
    const shut = SIGN_IN_MINUTES / (24 * 60)
    const carrier = aCarrier(1)
    await assert.rejects(runDue(storage(), later(MONDAY, shut), carrier), /421/)
    await runDue(storage(), later(MONDAY, 2 * shut), carrier)
    const letter = await theLetter()
    assert.deepEqual([carrier.carried, letter.sent_at, letter.facts, await nextDue()], [[], null, '{}', undefined])
    assert.deepEqual(await told('letter too late'), [letter.id])
  })
  it('that says what happened is sent however late it is', async () => {
    await anOffer(storage().db, await aPublishedBrief(storage().db, town.owner), town.nurse)
    const carrier = aCarrier()
    await runDue(storage(), later(MONDAY, 1), carrier)
    assert.equal(carrier.carried.length, 1)
  })
})
