/** What waits for an owner, as a list and as a number. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aTypedRole, later, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { startProject } from '../projects/actions.ts'
import { countWaiting, listWaiting } from './store.ts'

onEachDatabase('what waits for an owner', (storage) => {
  it('is a running project too, from the day after its last one, with the day since when', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const roles = [aTypedRole({ until: '2026-12-10' }), aTypedRole({ skill: 'Law', must: 'welcome', until: '2026-12-20' })]
    const project = await aPublishedBrief(db, town.owner, { roles })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    const on = async (today: string) => [await countWaiting(db, town.owner, today, ZONE), await listWaiting(db, town.owner, today, ZONE)]
    assert.deepEqual(await on('2026-12-20'), [0, []])
    const ending = {
      is: 'ending',
      id: project.id,
      what: '',
      title: project.title,
      isTheirs: false,
      by: '2026-12-20',
      next: { does: 'work over', on: '2026-12-21' },
    }
    assert.deepEqual(await on('2026-12-21'), [1, [ending]])
    assert.equal(await countWaiting(db, town.nurse, '2026-12-21', ZONE), 0)

    const house = await openHouse(storage(), { now: later(MONDAY, 28).now })
    const seen = await (await house.as(town.owner.person)).get('/mine')
    assert.match(
      seen.text,
      /The work ended on 20 December How did Report a missed bin end\?.*It has waited since 20 December\. If you say nothing, we ask again on 21 December, and every two weeks from then on\./,
    )
    assert.ok(seen.links.includes(`/projects/${project.id}#yours`))
  })
  it('is no running project before everybody has met', async () => {
    const { db } = storage()
    const town = await aTown(db)
    const project = await aPublishedBrief(db, town.owner, { roles: [aTypedRole({ until: '2026-12-02' })] })
    await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
    await startProject(db, project.id, town.owner, '2026-12-08', MONDAY)
    assert.equal(await countWaiting(db, town.owner, '2026-12-08', ZONE), 0)
    assert.equal(await countWaiting(db, town.owner, '2026-12-09', ZONE), 1)
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
