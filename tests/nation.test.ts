/** The nation that benches measure: its seed follows the tables, keeps the rules, and every page can show it. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { castOf } from '../bench/nation/cast.ts'
import { pagesOf } from '../bench/nation/pages.ts'
import { seedNation } from '../bench/nation/seed.ts'
import { lookUpProject } from '../src/features/projects/actions.ts'
import { hasAllItNeeds } from '../src/features/projects/project.ts'
import { readPack } from '../src/packs/read.ts'
import { inRoot } from '../src/root.ts'
import { MONDAY, ZONE } from './cast.ts'
import { onEachDatabase } from './databases.ts'
import { aTown } from './town.ts'
import { openHouse } from './visit.ts'

const SIZE = { people: 120, projects: 60, pledges: 400 }
const { pack } = await readPack(fileURLToPath(inRoot('packs/uk')))

onEachDatabase('a nation', (storage) => {
  it('keeps the rules, and is shown by every page that benches measure with at most ten queries', async () => {
    const { db } = storage()
    await aTown(db)
    const seeded = await seedNation(storage(), pack, SIZE, new Date('2026-11-23'))
    assert.equal(seeded['pledges'], SIZE.pledges)
    const rows = await db.selectFrom('projects').select(['id', 'state']).execute()
    const projects = await Promise.all(rows.map(({ id }) => lookUpProject(db, id, ZONE)))
    assert.ok(projects.every((project) => project?.roles.every(({ filled, places }) => filled <= places)))
    const isReady = projects.flatMap((project) => (project?.state === 'ready' ? [hasAllItNeeds(project)] : []))
    assert.ok(isReady.length > 0 && isReady.every(Boolean))

    const house = await openHouse(storage())
    const cast = await castOf(db, MONDAY.now)
    // The first question to the memory of suggestions fills it.
    await house.fetch(
      new Request('http://localhost:3000/suggestions', { headers: { host: 'localhost:3000', cookie: cast.cookies.member } }),
    )
    house.log.length = 0
    for (const { name, who, asks } of pagesOf(cast, 3000)) {
      const [{ path, method, headers, body } = { path: '', method: 'GET', headers: {}, body: '' }] = asks
      const own = {
        ...headers,
        host: 'localhost:3000',
        'accept-encoding': 'identity',
        ...(body ? { origin: 'http://localhost:3000' } : {}),
      }
      const answer = await house.fetch(new Request(`http://localhost:3000${path}`, { method, headers: own, ...(body ? { body } : {}) }))
      assert.equal(answer.status, 200, `${name} as ${who}: ${path}`)
    }
    assert.deepEqual(
      house.log.filter(({ method, queries }) => method === 'GET' && Number(queries ?? 0) > 10),
      [],
    )
  })
})
