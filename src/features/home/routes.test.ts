/** What waits for an owner, as a list and as a number. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, runDue } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { startProject } from '../projects/actions.ts'
import { countWaiting } from './store.ts'

onEachDatabase('what waits for an owner', (storage) => {
  it('is how it ended, once, from the day after its last one', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const roles = [aTypedRole({ until: '2026-12-10' }), aTypedRole({ skill: 'Law', must: 'welcome', until: '2026-12-20' })]
    const project = await aPublishedBrief(db, town.owner, { roles })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    const on = async (days: number) => {
      await runDue(storage(), later(MONDAY, days))
      return countWaiting(db, town.owner, later(MONDAY, days).today, ZONE)
    }
    assert.equal(await on(27), 0)
    assert.equal(await on(28), 1)
    assert.equal(await countWaiting(db, town.nurse, '2026-12-21', ZONE), 0)

    const house = await openHouse(storage(), { now: later(MONDAY, 28).now })
    const seen = await (await house.as(town.owner.person)).get('/mine')
    assert.match(
      seen.text,
      /Answer by 3 January 2027 How did Report a missed bin end\?.*If you say nothing by 3 January 2027, we ask again, and every two weeks from then on\./,
    )
    assert.equal(seen.links.filter((link) => link.startsWith('/asks/')).length, 1)
  })
  it('is, for a broker too, a project whose owner belongs nowhere any more', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const project = await aPublishedBrief(db, town.owner)
    await db.updateTable('people').set({ broker: true }).where('id', '=', town.nurse.person).execute()
    const broker = { ...town.nurse, broker: true }
    const count = () => countWaiting(db, broker, MONDAY.today, ZONE)
    const before = await count()
    await db.updateTable('people').set({ organisation: null }).where('id', '=', town.owner.person).execute()
    assert.equal(await count(), before + 1)
    const house = await openHouse(storage())
    const seen = await (await house.as(broker.person)).get('/mine')
    assert.match(seen.text, /Who looks after Report a missed bin from now on\? Its owner belongs to no organisation any more\./)
    assert.ok(seen.links.includes(`/projects/${project.id}/handover`))
    const when = 'On 15 December its deadline has passed, and we ask its owner what becomes of it\\.'
    assert.match(seen.text, new RegExp(`Whoever you ask has two weeks to say yes\\. ${when}`))
    assert.match(
      (await (await house.as(town.owner.person)).get('/mine')).text,
      new RegExp(`You belong to no organisation any more\\..* Until then a broker may ask somebody for you\\. ${when}`),
    )
    assert.equal(await countWaiting(db, town.officer, MONDAY.today, ZONE), 0)
  })
})
