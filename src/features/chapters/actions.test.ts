/** A chapter's numbers and days off are its own, are checked, and are read anew. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { workingDayFrom } from '../../basics/working-day.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { changeAsking, changeSharing, findChapter, keepHolidays, listHolidays, openChapter, takeOff, workOn } from './actions.ts'
import { AS_IT_COMES, type Chapter, mayAskSo, mayShareSo } from './chapter.ts'

const { now } = MONDAY
const CHRISTMAS = { day: '2026-12-25', name: 'Christmas Day' }

onEachDatabase('a chapter', (storage) => {
  const db = (): Db => storage().db
  const inOne = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => together(db(), work)
  const open = () => inOne((tx) => openChapter(tx, { name: 'Harbour', kind: 'real', zone: ZONE }, now))
  const theChapter = async () => (await findChapter(db())) as Chapter

  it('comes with its numbers, and is open once', async () => {
    await open()
    assert.deepEqual(await theChapter(), { name: 'Harbour', kind: 'real', zone: ZONE, ...AS_IT_COMES })
    assert.deepEqual(await open(), { yes: false, why: 'there is one already' })
  })

  it('may ask for longer, with other reminders or none', async () => {
    await open()
    for (const asks of [
      { remindAfter: [5, 10, 20], days: 28 },
      { remindAfter: [], days: 1 },
    ]) {
      assert.deepEqual(await inOne((tx) => changeAsking(tx, asks, now)), { yes: true, value: asks })
      assert.deepEqual((await theChapter()).asks, asks)
    }
  })

  it('may have a shorter week, and ask managers sooner or never', async () => {
    await open()
    for (const share of [
      { week: 35.5, warn: 5, yes: 15 },
      { week: 37, warn: 10, yes: 999 },
    ]) {
      assert.deepEqual(await inOne((tx) => changeSharing(tx, share, now)), { yes: true, value: share })
      assert.deepEqual((await theChapter()).share, share)
    }
  })

  it('keeps the days off that its pack knows, adds its own, and works on one after all', async () => {
    await open()
    await inOne((tx) => keepHolidays(tx, [CHRISTMAS, { day: '2027-01-01', name: "New Year's Day" }]))
    assert.equal(workingDayFrom('2026-12-25', (await theChapter()).calendar), '2026-12-28')
    await inOne((tx) => takeOff(tx, { day: '2026-12-28', name: ' Boxing Day (substitute day) ' }, now))
    assert.equal(workingDayFrom('2026-12-25', (await theChapter()).calendar), '2026-12-29')
    assert.deepEqual(await inOne((tx) => workOn(tx, '2027-01-01', now)), { yes: true, value: '2027-01-01' })
    assert.deepEqual(await listHolidays(db(), '2026-12-25'), [CHRISTMAS, { day: '2026-12-28', name: 'Boxing Day (substitute day)' }])
    assert.deepEqual(await listHolidays(db(), '2026-12-29'), [])
  })

  it('says why a day cannot be taken off or worked on', async () => {
    await open()
    assert.deepEqual(await inOne((tx) => takeOff(tx, { day: '2026-12-24', name: ' ' }, now)), { yes: false, why: 'no name' })
    assert.deepEqual(await inOne((tx) => workOn(tx, '2026-12-24', now)), { yes: false, why: 'works already' })
    assert.deepEqual(await inOne((tx) => workOn(tx, '2026-12-26', now)), { yes: false, why: 'always free' })
  })
})

const WRONG_SHARES = [
  [9, 10, 20, 'no such week'],
  [37.2, 10, 20, 'no such week'],
  [Number.NaN, 10, 20, 'no such week'],
  [37, 0, 20, 'no such share'],
  [37, 10, 20.5, 'no such share'],
  [37, 30, 20, 'warns too late'],
] as const
for (const [week, warn, agreed, why] of WRONG_SHARES)
  it(`never warns at ${warn} % and asks above ${agreed} % of ${week} hours: ${why}`, () =>
    assert.deepEqual(mayShareSo({ week, warn, yes: agreed }), { yes: false, why }))

const WRONG = [
  [[0], 14, 'not a whole number of days'],
  [[3], 61, 'not a whole number of days'],
  [[1.5], 14, 'not a whole number of days'],
  [[Number.NaN], 14, 'not a whole number of days'],
  [[7, 3], 14, 'not in order'],
  [[3, 3], 14, 'not in order'],
  [[1, 2, 3, 4, 5, 6], 14, 'too many'],
  [[3, 14], 14, 'after the end'],
] as const
for (const [remindAfter, days, why] of WRONG)
  it(`never reminds after ${remindAfter} of what ends after ${days} days: ${why}`, () =>
    assert.deepEqual(mayAskSo({ remindAfter, days }), { yes: false, why }))
