/** Saying for whom one works, on both databases. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPerson, aTown, letterBox, plansFor, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { type Db, together } from '../../storage/db.ts'
import { askToSignIn, signInWithCode } from '../accounts/actions.ts'
import { addEndings, addOrganisations } from '../organisations/actions.ts'
import { askToBelong, findOpenClaimOf } from './actions.ts'
import type { Said } from './claim.ts'

/** By the code of the newest letter, as people do. */
async function signIn(db: Db, email: string): Promise<void> {
  const asked = await askToSignIn(db, { email, source: '192.0.2.1', returnTo: '/' }, MONDAY.now)
  const letter = await db.selectFrom('letters').select('facts').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  const { code } = JSON.parse(letter.facts) as { code: string }
  if (!asked.yes) throw new Error(asked.why)
  const door = await signInWithCode(db, { email, code, source: '192.0.2.1', browser: 'Firefox', asked: asked.value }, MONDAY.now)
  if (!door.yes) throw new Error(door.why)
}

onEachDatabase('somebody who is held', (storage) => {
  let town: Town
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    letters = letterBox(storage().db)
  })
  const ask = (person: string, said: Said, at = MONDAY) => together(storage().db, (tx) => askToBelong(tx, person, said, at))
  const states = async () => (await storage().db.selectFrom('claims').select('state').orderBy('id').execute()).map(({ state }) => state)

  it('names an organisation that we know, whatever the capitals, and hears what happens next', async () => {
    const answer = await ask(town.stranger.person, { organisationName: '  tarnbeck nhs  TRUST ' })
    assert.ok(answer.yes)
    const { id, organisation, saidName, person, askedOn, state } = answer.value
    assert.deepEqual(
      [organisation?.name, saidName, person.domain, askedOn, state],
      ['Tarnbeck NHS Trust', 'tarnbeck nhs TRUST', 'kindness.example', '2026-11-23', 'open'],
    )
    assert.deepEqual(await letters(), ['stranger: claim asked'])
    assert.deepEqual(await plansFor(storage().db, id), ['ask colleagues 2026-11-23', 'claim unanswered 2026-11-30'])
  })
  it('names one that we do not know, with the sector that the address tells or that they choose', async () => {
    const { db } = storage()
    await together(db, (tx) =>
      addEndings(tx, [
        { ending: 'surgery.example', sector: 'health' },
        { ending: 'gov.example', sector: undefined },
      ]),
    )
    const doctor = await aPerson(db, 'doctor@hill.surgery.example')
    const clerk = await aPerson(db, 'clerk@smalltown.gov.example')
    const [known, unknown] = [
      await ask(doctor.person, { organisationName: 'Hill Surgery' }),
      await ask(clerk.person, { organisationName: 'Smalltown' }),
    ]
    assert.ok(known.yes)
    assert.deepEqual([known.value.organisation, known.value.sector], [undefined, 'health'])
    assert.deepEqual(unknown, no('sector needed'))
    const chosen = await ask(clerk.person, { organisationName: 'Smalltown', sector: 'local' })
    assert.ok(chosen.yes && chosen.value.sector === 'local')
  })
  it('says the same twice and is asked about once; says another and the first is taken back', async () => {
    const first = await ask(town.stranger.person, { organisationName: 'Tarnbeck NHS Trust' })
    const again = await Promise.all(
      [1, 2, 3].map(() => ask(town.stranger.person, { organisationName: 'TARNBECK NHS trust' }, later(MONDAY, 1))),
    )
    for (const each of again) assert.deepEqual(each, first)
    assert.deepEqual(await letters(), ['stranger: claim asked'])
    const other = await ask(town.stranger.person, { organisationName: 'Vennick Fire and Rescue' }, later(MONDAY, 2))
    assert.ok(first.yes && other.yes && other.value.id !== first.value.id)
    assert.deepEqual(await states(), ['withdrawn', 'open'])
    assert.deepEqual(await plansFor(storage().db, first.value.id), [])
  })
  it('waits no longer when their address tells the organisation after all', async () => {
    const { db } = storage()
    const asked = await ask(town.stranger.person, { organisationName: 'Kindness Together', sector: 'charity' })
    await together(db, (tx) =>
      addOrganisations(tx, [{ name: 'Kindness Together', sector: 'charity', domains: ['kindness.example'] }], MONDAY.now),
    )
    await signIn(db, 'stranger@kindness.example')
    assert.equal(await findOpenClaimOf(db, town.stranger.person, MONDAY.zone), undefined)
    assert.ok(asked.yes)
    assert.deepEqual([await states(), await plansFor(db, asked.value.id)], [['recognised'], []])
  })
  it('says five at most in a day, and the same as often as they like', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E'])
      assert.ok((await ask(town.stranger.person, { organisationName: name, sector: 'charity' })).yes)
    assert.deepEqual(await ask(town.stranger.person, { organisationName: 'F', sector: 'charity' }), no('asked too often'))
    assert.ok((await ask(town.stranger.person, { organisationName: 'E', sector: 'charity' })).yes)
    assert.ok((await ask(town.stranger.person, { organisationName: 'F', sector: 'charity' }, later(MONDAY, 1))).yes)
  })
  it('is nobody whose organisation is known', async () => {
    assert.deepEqual(await ask(town.nurse.person, { organisationName: 'Tarnbeck NHS Trust' }), no('has an organisation'))
    assert.deepEqual(await states(), [])
  })
})
