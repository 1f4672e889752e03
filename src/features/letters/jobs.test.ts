/** Letters leave once, after failures too, and those that open a door leave nothing behind. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, runDue, type Town } from '../../../tests/town.ts'
import { gatherJobs } from '../../app.ts'
import { type Carrier, type Envelope, onPage } from '../../mail/carriers.ts'
import { sql } from '../../storage/db.ts'
import { nextDue, runNext } from '../../storage/due-work.ts'
import { askToSignIn } from '../accounts/actions.ts'

/** A carrier that fails so many times, and remembers what it has carried. */
function aCarrier(failures = 0): Carrier & { carried: Envelope[] } {
  const carried: Envelope[] = []
  let left = failures
  const carry = async (envelope: Envelope) => {
    if (left-- > 0) throw Object.assign(new Error('421 try later, nurse@tarnbeck.example'), { code: 'EENVELOPE' })
    carried.push(envelope)
  }
  return { keepsSecrets: false, carried, carry }
}

onEachDatabase('a letter', (storage) => {
  let town: Town
  beforeEach(async () => {
    town = await aTown(storage().db)
  })
  const ask = () => askToSignIn(storage().db, { email: 'ann@harrowmere.example', source: '192.0.2.1', returnTo: '/' }, MONDAY.now)
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
    assert.ok((await theLetter()).body?.includes(`appstarter:/sign-in/link/${link}`))
  })
  it('that says what happened is kept as it was sent, without the address of the house', async () => {
    const project = await aPublishedBrief(storage().db, town.owner)
    await anOffer(storage().db, project, town.nurse)
    const carrier = aCarrier()
    await runDue(storage(), MONDAY, carrier)
    const letter = await theLetter()
    assert.equal(carrier.carried[0]?.to, 'owner@harrowmere.example')
    assert.equal(carrier.carried[0]?.text, letter.body?.replaceAll('appstarter:/', 'http://localhost:3000/'))
    assert.match(letter.body ?? '', /appstarter:\/pledges\//)
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
    const jobs = gatherJobs(storage(), { name: 'Appstarter', kind: 'real', zone: ZONE }, carrier, 'https://ours.example')
    await ask()
    const { code } = await secretsOf()
    let at = MONDAY.now
    for (const minutes of [1, 5]) {
      const failed = await runNext(db, jobs, at)
      assert.match(String(failed?.fault), /421 try later/)
      assert.equal(await runNext(db, jobs, at), undefined, 'not at once')
      const due = await nextDue(db)
      assert.equal(due?.getTime(), at.getTime() + minutes * 60_000)
      at = due
    }
    const { last_fault } = await db.selectFrom('due_work').select('last_fault').executeTakeFirstOrThrow()
    assert.equal(last_fault, 'EENVELOPE', "the kind of the fault, and nobody's address")
    assert.deepEqual([(await runNext(db, jobs, at))?.fault, carrier.carried.length], [undefined, 1])
    assert.ok(carrier.carried[0]?.text.includes(code.slice(3)))
    assert.deepEqual([await runNext(db, jobs, later(MONDAY, 9).now), await nextDue(db)], [undefined, undefined])
    assert.equal(carrier.carried.length, 1)
  })
})
