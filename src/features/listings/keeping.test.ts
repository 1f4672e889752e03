/** Asking people whether they keep what they have and need, before it ends. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, plansFor, runDue } from '../../../tests/town.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { onPage } from '../../mail/page.ts'
import { together } from '../../storage/db.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { listListingsOf, sayHaves, sayNeeds } from './actions.ts'

onEachDatabase('before what somebody has ends', (storage) => {
  const asked = async (person: string) => (await listOpenOf(storage().db, person, 9)).filter(({ kind }) => kind === 'listings kept')
  const answer = async (person: string, given: string, days: number) => {
    const [ask] = await asked(person)
    return answerAsk(
      storage().db,
      ASKS,
      { id: ask?.id ?? '', person, given: { answer: given, line: '' }, via: 'letter' },
      later(MONDAY, days),
    )
  }
  const told = async () => {
    const { nurse } = await aTown(storage().db)
    await together(storage().db, (tx) => sayHaves(tx, nurse.person, 'SQL', MONDAY))
    await together(storage().db, (tx) => sayNeeds(tx, nurse.person, 'a room', later(MONDAY, 10)))
    return nurse.person
  }
  const open = async (person: string, days: number) =>
    (await listListingsOf(storage().db, person, later(MONDAY, days))).map(({ what, until }) => `${what} ${until}`)

  it('asks once for all that ends soon, and keeps it on a word', async () => {
    const person = await told()
    assert.ok((await plansFor(storage().db, person)).includes('listings end soon 2027-02-07'))
    await runDue(storage(), later(MONDAY, 75), onPage)
    assert.deepEqual(await asked(person), [])
    await runDue(storage(), later(MONDAY, 76), onPage)
    const [ask, ...others] = await asked(person)
    assert.deepEqual([ask?.answerBy, others.length], ['2027-02-21', 0])
    await runDue(storage(), later(MONDAY, 80), onPage)
    assert.equal((await asked(person)).length, 1, 'what ends ten days later is in the same ask')
    assert.equal((await answer(person, 'keep', 80)).yes, true)
    assert.deepEqual(await open(person, 80), ['SQL 2027-05-12', 'a room 2027-05-12'])
    assert.ok((await plansFor(storage().db, person)).includes('listings end soon 2027-04-28'))
  })

  it('closes all of it on a no', async () => {
    const person = await told()
    await runDue(storage(), later(MONDAY, 76), onPage)
    assert.equal((await answer(person, 'no', 77)).yes, true)
    assert.deepEqual(await open(person, 77), [])
  })

  it('lets each thing end on its own day when nothing is said', async () => {
    const person = await told()
    for (const days of [76, 83, 91]) await runDue(storage(), later(MONDAY, days), onPage)
    assert.deepEqual(await asked(person), [])
    assert.deepEqual(await open(person, 91), ['a room 2027-03-03'])
    await runDue(storage(), later(MONDAY, 110), onPage)
    assert.deepEqual([await asked(person), await open(person, 110)], [[], []])
  })
})
