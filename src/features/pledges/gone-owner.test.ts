/** An owner who belongs to no organisation any more: the project waits for them, and names of members do not reach them. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPublishedBrief, runDue } from '../../../tests/town.ts'
import { together } from '../../storage/db.ts'
import { leaveOrganisation } from '../people/actions.ts'

describe('an owner who has left', () => {
  const place = aPlace()
  it('answers offers without reading who makes them, on the pages as in the letters', async () => {
    const { storage, town, house } = place
    const project = await aPublishedBrief(storage.db, town.colleague)
    const { person, organisation = '' } = town.colleague
    await together(storage.db, (tx) => leaveOrganisation(tx, person, organisation, MONDAY.now))
    const pledge = await anOffer(storage.db, project, town.nurse)
    await runDue(storage, MONDAY)
    const owner = await house.as(person)
    for (const path of [`/projects/${project.id}`, `/pledges/${pledge}`, `/pledges/${pledge}/refusal`, '/mine']) {
      const seen = await owner.get(path)
      assert.match(seen.text, path === '/mine' ? /Somebody, officer, Tarnbeck NHS Trust offers/ : /the officer of Tarnbeck NHS Trust/)
      assert.doesNotMatch(seen.text, /\bnurse\b/)
    }
    const letter = await storage.db.selectFrom('letters').select('body').where('kind', '=', 'pledge offered').executeTakeFirstOrThrow()
    assert.match(letter.body ?? '', /^Somebody, officer, Tarnbeck NHS Trust offers 2 hours a week/m)
  })
})
