/** One's own addresses, on both databases: proven by a letter, told at every door, never the last one gone. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, runDue, type Town } from '../../../tests/town.ts'
import { type Answer, no } from '../../basics/answer.ts'
import { momentAt } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { together } from '../../storage/db.ts'
import { askToSignIn, signInWithCode, signInWithLink } from '../accounts/actions.ts'
import { tell } from '../letters/actions.ts'
import { askToBelong, findOpenClaimOf } from '../members/actions.ts'
import { findPerson, isSpeaker } from '../people/actions.ts'
import { listAddresses } from '../people/address-actions.ts'
import { askToAdd, leaveEmployer, proveAddress, removeAddress, sendLettersTo, workFor } from './actions.ts'

const PRIVATE = 'nurse@private.example'
const SOURCE = '192.0.2.1'
const NOTHING = { signIn: '', browserSecret: '' }
const said = (answer: { yes: boolean; why?: string }): string => (answer.yes ? 'yes' : (answer.why ?? ''))
const minutes = (count: number) => momentAt(MONDAY.zone, new Date(MONDAY.now.getTime() + count * 60_000))

onEachDatabase('addresses', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  let rawLetters: () => Promise<{ kind: string; recipient: string; facts: string }[]>
  beforeEach(async () => {
    const { db } = storage()
    town = await aTown(db)
    letters = letterBox(db)
    rawLetters = () => db.selectFrom('letters').select(['kind', 'recipient', 'facts']).orderBy('id').execute()
  })
  const ask = (email: string, by = town.nurse, at = MONDAY) => askToAdd(storage().db, by, { email, source: SOURCE }, at)
  const newestCode = async (): Promise<string> => (JSON.parse((await rawLetters()).at(-1)?.facts ?? '{}') as { code?: string }).code ?? ''
  const prove = (email: string, code: string, by = town.nurse, at = MONDAY): Promise<Answer<true, string>> =>
    proveAddress(storage().db, by, { email, code }, at)
  async function add(email: string, by = town.nurse, at = MONDAY): Promise<void> {
    assert.equal(said(await ask(email, by, at)), 'yes')
    assert.equal(said(await prove(email, await newestCode(), by, at)), 'yes')
    await letters()
  }
  const emailsOf = async (who: Viewer) => (await listAddresses(storage().db, who.person, MONDAY.zone)).map(({ email }) => email)
  const idOf = async (who: Viewer, email: string) =>
    (await listAddresses(storage().db, who.person, MONDAY.zone)).find((each) => each.email === email)?.id ?? ''
  const employer = async (who: Viewer) => (await findPerson(storage().db, who.person))?.organisation?.name
  /** Signs in with the code of a letter, and says who it was. */
  async function signsIn(email: string, at = MONDAY): Promise<string> {
    const { db } = storage()
    assert.equal(said(await askToSignIn(db, { email, source: SOURCE, returnTo: '/' }, at.now)), 'yes')
    const door = await signInWithCode(db, { email, code: await newestCode(), source: SOURCE, browser: '', asked: NOTHING }, at.now)
    return door.yes ? door.value.person.id : ''
  }

  it('are added by the code of a letter, told at each of them, and open the same door', async () => {
    await ask(PRIVATE)
    assert.deepEqual(await letters(), ['nurse: prove address'])
    const code = await newestCode()
    assert.deepEqual(await prove(PRIVATE, code, town.officer), no('wrong code'), 'only for the person who asked')
    assert.equal(said(await prove(PRIVATE, `${code.slice(0, 3)} ${code.slice(3)}`)), 'yes')
    assert.deepEqual(await emailsOf(town.nurse), ['nurse@tarnbeck.example', PRIVATE])
    assert.deepEqual(
      (await rawLetters()).slice(-2).map(({ kind, recipient }) => [kind, recipient]),
      [
        ['address added', 'nurse@tarnbeck.example'],
        ['address added', PRIVATE],
      ],
    )
    assert.equal(await signsIn(PRIVATE), town.nurse.person)
    assert.equal(await signsIn('nurse@tarnbeck.example'), town.nurse.person)
    assert.equal(await employer(town.nurse), 'Tarnbeck NHS Trust')
  })
  it('open no door by the code or the link that adds them', async () => {
    const { db } = storage()
    await ask(PRIVATE)
    const code = await newestCode()
    const guess = { email: PRIVATE, code, source: SOURCE, browser: '', asked: NOTHING }
    assert.deepEqual(await signInWithCode(db, guess, MONDAY.now), no('wrong code'))
    assert.deepEqual(await signInWithLink(db, 'x', 'y', '', MONDAY.now), no('not known'))
    assert.equal(said(await prove(PRIVATE, code)), 'yes')
    assert.equal(said(await askToSignIn(db, { email: 'other@private.example', source: SOURCE, returnTo: '/' }, MONDAY.now)), 'yes')
    assert.deepEqual(await prove('other@private.example', await newestCode()), no('wrong code'), 'nor does a code to sign in add one')
  })
  it('take a code once, for ten minutes and five tries', async () => {
    await ask(PRIVATE)
    const code = await newestCode()
    const wrong = code === '000000' ? '000001' : '000000'
    assert.deepEqual(await prove(PRIVATE, code, town.nurse, minutes(10)), no('wrong code'))
    for (let tries = 0; tries < 5; tries++) assert.deepEqual(await prove(PRIVATE, wrong), no('wrong code'))
    assert.deepEqual(await prove(PRIVATE, code), no('too many wrong codes'))
    assert.deepEqual(await emailsOf(town.nurse), ['nurse@tarnbeck.example'])
  })
  it('have the limits of signing in: five letters an hour to one address', async () => {
    for (let count = 0; count < 5; count++) assert.equal(said(await ask(PRIVATE)), 'yes')
    assert.deepEqual(await ask(PRIVATE), no('too many letters'))
    const signIn = { email: PRIVATE, source: SOURCE, returnTo: '/' }
    assert.deepEqual(await askToSignIn(storage().db, signIn, MONDAY.now), no('too many letters'), 'counted together')
  })
  it('of somebody else look like any other; their letter says what happened', async () => {
    assert.deepEqual(await ask('owner@harrowmere.example'), await ask(PRIVATE))
    assert.deepEqual(await letters(), ['owner: address taken', 'nurse: prove address'])
    assert.deepEqual(await prove('owner@harrowmere.example', '123456'), no('wrong code'))
    assert.deepEqual(await emailsOf(town.owner), ['owner@harrowmere.example'])
  })
  it('stay with whoever joined with them meanwhile', async () => {
    await ask('late@private.example')
    const code = await newestCode()
    const other = await signsIn('late@private.example')
    assert.deepEqual(await prove('late@private.example', code), no('taken'))
    assert.notEqual(other, town.nurse.person)
  })
  it('are five at most, and none twice', async () => {
    assert.deepEqual(await ask('nurse@tarnbeck.example'), no('yours already'))
    for (const name of ['a', 'b', 'c', 'd']) await add(`${name}@private.example`)
    assert.deepEqual(await ask('e@private.example'), no('too many addresses'))
  })
  it('are added once when the code is sent twice at once', async () => {
    await ask(PRIVATE)
    const code = await newestCode()
    const answers = await Promise.all([1, 2, 3].map(() => prove(PRIVATE, code)))
    assert.deepEqual(answers.map(said).sort(), ['wrong code', 'wrong code', 'yes'])
    assert.equal((await emailsOf(town.nurse)).length, 2)
  })

  it('leave one by one, never the last; the one that goes hears of it and opens nothing', async () => {
    const { db } = storage()
    const work = await idOf(town.nurse, 'nurse@tarnbeck.example')
    assert.deepEqual(await removeAddress(db, town.nurse, work, MONDAY), no('the last one'))
    await add(PRIVATE)
    assert.deepEqual(await removeAddress(db, town.officer, work, MONDAY), no('not yours'))
    await askToSignIn(db, { email: 'nurse@tarnbeck.example', source: SOURCE, returnTo: '/' }, MONDAY.now)
    const open = await newestCode()
    await letters()
    assert.equal(said(await removeAddress(db, town.nurse, work, MONDAY)), 'yes')
    assert.deepEqual(
      (await rawLetters()).slice(-2).map(({ kind, recipient }) => [kind, recipient]),
      [
        ['address removed', 'nurse@tarnbeck.example'],
        ['address removed', PRIVATE],
      ],
    )
    const guess = { email: 'nurse@tarnbeck.example', code: open, source: SOURCE, browser: '', asked: NOTHING }
    assert.equal((await signInWithCode(db, guess, MONDAY.now)).yes, false, 'a letter on its way opens nothing')
    assert.notEqual(await signsIn('nurse@tarnbeck.example', minutes(61)), town.nurse.person)
    assert.equal(await signsIn(PRIVATE, minutes(62)), town.nurse.person)
  })
  it('are left with one when both are removed at once', async () => {
    const { db } = storage()
    await add(PRIVATE)
    const ids = (await listAddresses(db, town.nurse.person, MONDAY.zone)).map(({ id }) => id)
    const answers = await Promise.all(ids.map((id) => removeAddress(db, town.nurse, id, MONDAY)))
    assert.deepEqual(answers.map(said).sort(), ['the last one', 'yes'])
  })
  it('get the letters where one chooses, and the first when that one goes', async () => {
    const { db } = storage()
    await add(PRIVATE)
    const to = async () => {
      const facts = { claim: 'x', organisation: 'y', broker: '', line: '' }
      await together(db, (tx) => tell(tx, town.nurse.person, 'claim declined', facts, MONDAY.now))
      return (await rawLetters()).at(-1)?.recipient
    }
    assert.equal(await to(), 'nurse@tarnbeck.example')
    assert.equal(said(await sendLettersTo(db, town.nurse, await idOf(town.nurse, PRIVATE), MONDAY)), 'yes')
    assert.equal(await to(), PRIVATE)
    await removeAddress(db, town.nurse, await idOf(town.nurse, PRIVATE), MONDAY)
    assert.equal(await to(), 'nurse@tarnbeck.example')
  })

  it('of another organisation move their person there only when asked; what was pledged keeps its organisation', async () => {
    const { db } = storage()
    const project = await aPublishedBrief(db, town.owner)
    const pledge = await anOffer(db, project, town.nurse)
    await add('nurse@vennick.example')
    assert.equal(await employer(town.nurse), 'Tarnbeck NHS Trust')
    const [fire, work] = [await idOf(town.nurse, 'nurse@vennick.example'), await idOf(town.nurse, 'nurse@tarnbeck.example')]
    const vennick = town.officer.organisation ?? ''
    assert.deepEqual(await workFor(db, town.nurse, work, vennick, MONDAY), no('not told by this address'))
    assert.deepEqual(await workFor(db, town.officer, fire, vennick, MONDAY), no('not yours'))
    assert.equal(said(await workFor(db, town.nurse, fire, vennick, MONDAY)), 'yes')
    assert.equal(await employer(town.nurse), 'Vennick Fire and Rescue')
    assert.equal(await isSpeaker(db, town.nurse.person, town.nurse.organisation ?? ''), false)
    const { organisation } = await db.selectFrom('pledges').select('organisation').where('id', '=', pledge).executeTakeFirstOrThrow()
    assert.equal(organisation, town.nurse.organisation)
    assert.deepEqual(await workFor(db, town.nurse, fire, vennick, MONDAY), no('works there already'))
  })
  it('at work let somebody in who was held', async () => {
    const { db } = storage()
    await together(db, (tx) => askToBelong(tx, town.stranger.person, { organisationName: 'Kindness', sector: 'charity' }, MONDAY))
    await add('stranger@private.example', town.stranger)
    assert.equal(await employer(town.stranger), undefined, 'a private one verifies nothing')
    await add('stranger@vennick.example', town.stranger)
    assert.equal(await employer(town.stranger), 'Vennick Fire and Rescue')
    assert.equal(await findOpenClaimOf(db, town.stranger.person, MONDAY.zone), undefined)
  })
  it('outlive an employer: without another one nobody leaves, with one they are held until they say the next', async () => {
    const { db } = storage()
    assert.deepEqual(await leaveEmployer(db, town.nurse, MONDAY), no('no other address'))
    await add(PRIVATE)
    assert.equal(said(await leaveEmployer(db, town.nurse, MONDAY)), 'yes')
    assert.deepEqual(await letters(), ['nurse: employer left', 'nurse: employer left'])
    assert.deepEqual([await employer(town.nurse), await emailsOf(town.nurse)], [undefined, [PRIVATE]])
    assert.equal(await isSpeaker(db, town.nurse.person, town.nurse.organisation ?? ''), false)
    assert.equal(await signsIn(PRIVATE), town.nurse.person)
    assert.equal(await employer(town.nurse), undefined, 'signing in brings no organisation back')
    assert.deepEqual(await leaveEmployer(db, town.nurse, MONDAY), no('no organisation'))
    assert.equal(
      said(await together(db, (tx) => askToBelong(tx, town.nurse.person, { organisationName: 'Vennick Fire and Rescue' }, MONDAY))),
      'yes',
    )
  })
  it('keep nothing of the letter that adds them once it has left', async () => {
    await ask(PRIVATE)
    const code = await newestCode()
    await runDue(storage(), MONDAY, { keepsSecrets: false, carry: async () => {} })
    const { facts, body } = await storage()
      .db.selectFrom('letters')
      .select(['facts', 'body'])
      .where('kind', '=', 'prove address')
      .executeTakeFirstOrThrow()
    assert.deepEqual([facts, body], ['{}', ''])
    assert.equal(said(await prove(PRIVATE, code)), 'yes')
  })
})
