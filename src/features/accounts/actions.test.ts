/** Signing in on both databases: limits, single use, and who one is by one's address. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, letterBox } from '../../../tests/town.ts'
import { type Answer, no } from '../../basics/answer.ts'
import { together } from '../../storage/db.ts'
import { findPerson, personWithAddress } from '../people/actions.ts'
import { type Asked, askToSignIn, signInWithCode, signInWithLink } from './actions.ts'
import { accountJobs } from './jobs.ts'
import { hashOf } from './secret.ts'
import { findViewer } from './store.ts'

const { now } = MONDAY
const ANN = 'ann@harrowmere.example'
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const tally = (answers: readonly { yes: boolean; why?: string }[]) => answers.map((each) => (each.yes ? 'yes' : each.why)).sort()

/** What a browser keeps that asked for nothing. */
const NOTHING: Asked = { signIn: '', browserSecret: '' }

onEachDatabase('signing in', (storage) => {
  let letters: () => Promise<string[]>
  const given = new Set<string>()
  beforeEach(async () => {
    await aTown(storage().db)
    letters = letterBox(storage().db)
    given.clear()
  })
  const ask = (email = ANN, source = '192.0.2.1', at = now): Promise<Answer<Asked, string>> =>
    askToSignIn(storage().db, { email, source, returnTo: '/mine' }, at)
  /** What stands in the newest letter, and what the browser keeps. */
  const asked = async (email = ANN, at = now): Promise<{ link: string; code: string; secret: string; wrong: string; kept: Asked }> => {
    const answer = await ask(email, '192.0.2.1', at)
    assert.ok(answer.yes)
    const letter = await storage().db.selectFrom('letters').select('facts').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    const { link, code } = JSON.parse(letter.facts) as { link: string; code: string }
    given.add(code)
    return {
      link,
      code,
      kept: answer.value,
      secret: answer.value.browserSecret,
      wrong: ['000000', '000001', '000002'].find((each) => !given.has(each)) ?? '',
    }
  }
  const withLink = (link: string, secret: string, at = now) => signInWithLink(storage().db, link, secret, 'Firefox', at)
  /** In the browser that asked when it is given what that browser keeps, else in another. */
  const withCode = (code: string, at = now, email = ANN, kept: Asked = NOTHING, source = '192.0.2.1') =>
    signInWithCode(storage().db, { email, code, browser: 'Firefox', source, asked: kept }, at)
  const countSessions = async () => (await storage().db.selectFrom('sessions').select('id').execute()).length

  it('writes five letters an hour to an address for one source, and then says so', async () => {
    for (let count = 0; count < 5; count++) assert.equal((await ask()).yes, true)
    assert.deepEqual(await ask(ANN, '192.0.2.1', minutes(59)), no('too many letters'))
    assert.equal((await ask(ANN, '192.0.2.9')).yes, true, 'one source cannot use up what others may')
    assert.equal((await ask('bob@harrowmere.example')).yes, true)
    assert.equal((await ask(ANN, '192.0.2.1', minutes(60))).yes, true)
  })
  it('writes twenty letters an hour to an address, wherever they are asked for', async () => {
    for (let count = 0; count < 20; count++) assert.equal((await ask(ANN, `192.0.2.${count}`)).yes, true)
    assert.deepEqual(await ask(ANN, '192.0.2.99'), no('too many letters'))
  })
  it('writes a hundred letters an hour for one source, and then says so', async () => {
    for (let count = 0; count < 100; count++) assert.equal((await ask(`p${count}@tarnbeck.example`)).yes, true)
    assert.deepEqual(await ask('one-more@tarnbeck.example'), no('too many from here'))
    assert.equal((await ask('one-more@tarnbeck.example', '198.51.100.7')).yes, true)
  })
  it('writes at most five letters when twenty ask for one address at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()))
    assert.deepEqual(tally(answers), [...Array(15).fill('too many letters'), ...Array(5).fill('yes')])
    assert.deepEqual(await letters(), Array(5).fill('ann: sign in'))
  })

  it('takes the link in the browser that asked, once', async () => {
    const { link, secret, code } = await asked()
    assert.deepEqual(await withLink(link, 'another secret'), no('other browser'))
    assert.deepEqual(await withLink('no such link', secret), no('not known'))
    const door = await withLink(link, secret, minutes(9))
    assert.ok(door.yes)
    assert.equal(door.value.returnTo, '/mine')
    const seen = await findViewer(storage().db, hashOf(door.value.token), now)
    assert.equal(seen?.viewer.person, door.value.person.id)
    assert.deepEqual(await withLink(link, secret), no('used'))
    assert.equal((await withCode(code)).yes, false, 'the code of a used letter')
  })
  it('takes neither link nor code after ten minutes', async () => {
    const { link, secret, code } = await asked()
    assert.deepEqual(await withLink(link, secret, minutes(10)), no('too late'))
    assert.equal((await withCode(code, minutes(10))).yes, false)
    assert.equal((await withCode(code, minutes(9.9))).yes, true)
  })
  it('takes the code in the browser that asked, until five wrong ones have been typed there', async () => {
    const { code, wrong, kept, link, secret } = await asked()
    for (let count = 0; count < 5; count++) assert.deepEqual(await withCode(wrong, now, ANN, kept), no('wrong code'))
    assert.deepEqual(await withCode(code, now, ANN, kept), no('too many wrong codes'))
    assert.equal((await withLink(link, secret)).yes, true, 'guessing keeps nobody from their link')
  })
  it('takes the code on another device, spaced as it is written', async () => {
    const { code } = await asked()
    assert.equal((await withCode(`${code.slice(0, 3)} ${code.slice(3)}`)).yes, true)
  })
  it('takes ten guesses an hour at an address from other browsers, which lock out nobody who asked', async () => {
    const { code, wrong, kept } = await asked()
    for (let count = 0; count < 10; count++)
      assert.deepEqual(await withCode(wrong, now, ANN, NOTHING, `198.51.100.${count}`), no('wrong code'))
    assert.deepEqual(await withCode(code), no('too many wrong codes'))
    assert.equal((await withCode(code, now, ANN, kept)).yes, true)
  })
  it('takes twenty guesses an hour from one source, at whatever addresses', async () => {
    for (let count = 0; count < 20; count++) assert.deepEqual(await withCode('123456', now, `p${count}@tarnbeck.example`), no('wrong code'))
    assert.deepEqual(await withCode('123456', now, 'one-more@tarnbeck.example'), no('too many wrong codes'))
    assert.deepEqual(await withCode('123456', minutes(60), 'one-more@tarnbeck.example'), no('wrong code'))
  })
  it('takes the code of an older letter too, so that nobody can lock me out by asking again', async () => {
    const first = await asked()
    await asked()
    assert.equal((await withCode(first.code)).yes, true)
  })
  it('takes no code for another address', async () => {
    const { code } = await asked()
    const bob = await asked('bob@harrowmere.example')
    assert.equal((await withCode(code, now, 'bob@harrowmere.example')).yes, bob.code === code)
  })

  it('has one winner of twenty uses of one link', async () => {
    const { link, secret } = await asked()
    const answers = await Promise.all(Array.from({ length: 20 }, () => withLink(link, secret)))
    assert.deepEqual(tally(answers), [...Array(19).fill('used'), 'yes'])
    assert.equal(await countSessions(), 1)
  })
  it('has one winner of twenty uses of one code, also with several letters open', async () => {
    await asked()
    const { code } = await asked()
    const answers = await Promise.all(Array.from({ length: 20 }, () => withCode(code)))
    assert.equal(tally(answers).filter((each) => each === 'yes').length, 1)
    assert.equal(await countSessions(), 1)
  })
  it('makes one person of one address, however many sign in with it for the first time at once', async () => {
    const { db } = storage()
    const people = await Promise.all(
      Array.from({ length: 8 }, () => together(db, (tx) => personWithAddress(tx, 'new@tarnbeck.example', now))),
    )
    assert.equal(new Set(people.map(({ id }) => id)).size, 1)
  })
  it('knows an organisation by its domain, and by what stands below it', async () => {
    const { db } = storage()
    const of = async (email: string) => {
      const { id } = await together(db, (tx) => personWithAddress(tx, email, now))
      return (await findPerson(db, id))?.organisation?.name
    }
    assert.equal(await of(ANN), 'Harrowmere City Council')
    assert.equal(await of('ann@mail.harrowmere.example'), 'Harrowmere City Council')
    const LOOKALIKES = ['evilharrowmere.example', 'harrowmere.example.com', 'harrowmere-example', 'example']
    for (const domain of LOOKALIKES) assert.equal(await of(`ann@${domain}`), undefined, domain)
  })
  it('is forgotten a day later, sessions when they end', async () => {
    const { db } = storage()
    const { code } = await asked()
    await withCode(code)
    const [job] = accountJobs
    assert.ok(job && 'inside' in job && job.batch === undefined)
    const forget = (at: Date) => together(db, (tx) => job.inside(tx, 'chapter', at))
    const left = async () => [(await db.selectFrom('sign_ins').select('id').execute()).length, await countSessions()]
    await forget(minutes(24 * 60))
    assert.deepEqual(await left(), [1, 1])
    await forget(minutes(24 * 60 + 1))
    assert.deepEqual(await left(), [0, 1])
    await forget(minutes(30 * 24 * 60))
    assert.deepEqual(await left(), [0, 0])
  })
})
