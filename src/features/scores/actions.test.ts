/** Cards are dealt to those who may score them, count once, and become a ranking when the scoring is closed. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anEvent, openForPitches } from '../../../tests/event-place.ts'
import { aTown, type Town } from '../../../tests/town.ts'
import { type Db, together } from '../../storage/db.ts'
import { moveEvent } from '../events/actions.ts'
import type { Attendee } from '../events/attendee.ts'
import { joinByCode, joinEvent } from '../events/attendee-actions.ts'
import { sayPitch } from '../pitches/actions.ts'
import { raterOf, scoreCard, takeCard } from './actions.ts'
import { closeScoring, listChosen, rankOnceClosed } from './closing-actions.ts'
import { findRanking, listRanked } from './ranking-store.ts'
import { changeScoring, nameHelper, sitDown } from './run-actions.ts'
import { findHand, findProgress } from './store.ts'

/** An event of the owner at its scoring: its guests are of teams of two, and each has pitched once. */
async function aScoring(db: Db, town: Town, guests: number): Promise<{ event: string; comers: Attendee[] }> {
  const { id: event, code, ...rest } = await anEvent(db, town)
  await openForPitches(db, town, { id: event, code, ...rest })
  const comers: Attendee[] = []
  for (let number = 0; number < guests; number++) {
    const joined = await joinByCode(db, event, { name: `Guest ${number}`, team: `Team ${number >> 1}`, code }, MONDAY)
    const comer = joined.yes ? joined.value.attendee : assert.fail(joined.why)
    comers.push(comer)
    assert.ok((await sayPitch(db, event, comer, { title: `Pitch ${number}`, source: 'screen' }, MONDAY)).yes)
  }
  assert.ok((await moveEvent(db, event, town.owner, { to: 'scoring', until: '2026-12-20' }, MONDAY)).yes)
  return { event, comers }
}

/** Scores all that they get, and says what it was. */
async function scoreAll(db: Db, event: string, comer: Attendee, pointsFor: (title: string) => number): Promise<string[]> {
  const titles: string[] = []
  await takeCard(db, event, comer, MONDAY)
  for (let hand = await findHand(db, event, comer.id); hand.card; hand = await findHand(db, event, comer.id)) {
    titles.push(hand.card.title)
    await scoreCard(db, event, raterOf(comer), { deal: hand.card.deal, points: pointsFor(hand.card.title) }, MONDAY)
  }
  return titles
}

onEachDatabase('scoring pitches', (storage) => {
  it('deals five cards to each, none twice, none of their own or their team, and evenly', async () => {
    const { db } = storage()
    const { event, comers } = await aScoring(db, await aTown(db), 8)
    for (const [at, comer] of comers.entries()) {
      const titles = await scoreAll(db, event, comer, () => 3)
      assert.equal(new Set(titles).size, 5)
      for (const own of [at - (at % 2), at - (at % 2) + 1]) assert.ok(!titles.includes(`Pitch ${own}`))
    }
    const { scores, raters, least, most } = await findProgress(db, event)
    assert.deepEqual([scores, raters], [40, 8])
    assert.ok(most - least <= 2, `${least} to ${most}`)
  })

  it('counts a card once, whatever is sent again, and holds one card at a time', async () => {
    const { db } = storage()
    const { event, comers } = await aScoring(db, await aTown(db), 8)
    const comer = comers[0] ?? assert.fail()
    await Promise.all([1, 2, 3].map(() => takeCard(db, event, comer, MONDAY)))
    const { card } = await findHand(db, event, comer.id)
    const said = { deal: card?.deal ?? '', points: 4 }
    await Promise.all([said, { ...said, points: 1 }, said].map((each) => scoreCard(db, event, raterOf(comer), each, MONDAY)))
    await scoreCard(db, event, raterOf(comer), said, MONDAY)
    const hand = await findHand(db, event, comer.id)
    assert.deepEqual([hand.scored, hand.had], [1, 2])
    const other = comers[1] ?? assert.fail()
    await scoreCard(db, event, raterOf(other), { deal: hand.card?.deal ?? '', points: 5 }, MONDAY)
    assert.equal((await findProgress(db, event)).scores, 1)
    await scoreCard(db, event, raterOf(comer), { deal: hand.card?.deal ?? '', points: 'pass' }, MONDAY)
    assert.deepEqual({ ...(await findHand(db, event, comer.id)), card: undefined }, { scored: 1, had: 3, card: undefined })
  })

  it('keeps totals until it is closed, and then says which pitches become sessions', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner, nurse } = town
    const { event, comers } = await aScoring(db, town, 8)
    assert.ok((await changeScoring(db, event, owner, { way: 'fair', each: 6, places: 3 }, MONDAY)).yes)
    assert.deepEqual(await changeScoring(db, event, nurse, { way: 'paper', each: 5, places: 3 }, MONDAY), {
      yes: false,
      why: 'not the organiser',
    })
    for (const comer of comers) await scoreAll(db, event, comer, (title) => (/[357]$/.test(title) ? 5 : 2))
    await together(db, (tx) => rankOnceClosed(tx, event, MONDAY))
    assert.equal(await findRanking(db, event), undefined)
    assert.ok((await closeScoring(db, event, owner, '2026-12-28', MONDAY)).yes)
    await together(db, (tx) => rankOnceClosed(tx, event, MONDAY))
    assert.deepEqual((await listChosen(db, event)).map(({ title }) => title).sort(), ['Pitch 3', 'Pitch 5', 'Pitch 7'])
    const ranked = await listRanked(db, event, { after: 0, most: 99 })
    assert.deepEqual([ranked.length, ranked[0]?.isChosen, ranked[3]?.isChosen], [8, true, false])
    assert.ok((ranked[2]?.tenths ?? 0) > (ranked[3]?.tenths ?? 0) + 30)
    const late = await joinEvent(db, event, nurse, MONDAY)
    assert.deepEqual(await takeCard(db, event, late.yes ? late.value.attendee : undefined, MONDAY), { yes: false, why: 'closed' })
  })

  it('lets a helper score for people without a phone, by their name or without', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const { owner } = town
    const { event } = await aScoring(db, town, 8)
    assert.deepEqual(await nameHelper(db, event, owner, 'Nobody', MONDAY), { yes: false, why: 'nobody called so' })
    assert.ok((await nameHelper(db, event, owner, 'guest 1', MONDAY)).yes)
    const [named, unnamed] = [await sitDown(db, event, 'Guest 2', MONDAY), await sitDown(db, event, '', MONDAY)]
    assert.ok(named.yes && unnamed.yes)
    assert.deepEqual(await sitDown(db, event, 'Guest 99', MONDAY), { yes: false, why: 'nobody called so' })
    for (const rater of [named.value, unnamed.value]) {
      const { card } = await findHand(db, event, rater)
      await scoreCard(db, event, { id: rater }, { deal: card?.deal ?? '', points: 3 }, MONDAY)
    }
    assert.deepEqual([(await findProgress(db, event)).raters, (await findHand(db, event, named.value)).scored], [2, 1])
  })
})
