/** The demo's story is told whole, or not at all, and has everything that a visitor may want to see. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { MONDAY, ZONE } from '../tests/cast.ts'
import { onEachDatabase } from '../tests/databases.ts'
import { aPerson } from '../tests/town.ts'
import { openDemo } from './demo.ts'
import { readDemoPack } from './demo-pack.ts'
import { findChapter } from './features/chapters/actions.ts'
import { listCast } from './features/home/cast-store.ts'
import { listProjects, lookUpProject } from './features/projects/actions.ts'
import { Knowledge } from './matching/knowledge.ts'
import { readPack } from './packs/read.ts'
import { inRoot } from './root.ts'

const ALL = 100

// On the embedded database it is told for many other tests.
onEachDatabase(
  'the demo',
  (storage) => {
    const counted = async () => [
      (await listCast(storage().db, ALL, MONDAY.today)).length,
      (await listProjects(storage().db, { most: ALL, zone: ZONE })).length,
    ]

    it('is made again from the beginning when it was cut short, with everything in it', async () => {
      const { db } = storage()
      await aPerson(db, 'left-over@harrowmere.example')
      assert.equal(await findChapter(db), undefined)
      assert.equal((await openDemo(storage(), MONDAY.now)).kind, 'demo')
      assert.deepEqual(await counted(), [60, 29])

      const cast = await listCast(db, ALL, MONDAY.today)
      const organisations = new Map(cast.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation.sector]] : [])))
      assert.equal(organisations.size, 12)
      assert.deepEqual([...new Set(organisations.values())].sort(), [
        ...['central', 'charity', 'education', 'fire', 'health', 'local', 'police', 'supplier'],
      ])
      assert.equal(cast.filter(({ speaker }) => speaker).length, 12)
      const named = (is: 'broker' | 'moderator' | 'held') => cast.filter((each) => each[is]).map(({ name }) => name.split(' ')[0])
      assert.deepEqual([named('held'), named('broker').length], [['Wrenna'], 2])
      assert.ok(named('moderator').some((name) => !named('broker').includes(name)))
      assert.equal(cast.filter(({ organisation }) => organisation?.sector === 'supplier').length, 1)

      const projects = await Promise.all((await listProjects(db, { most: ALL, zone: ZONE })).map(({ id }) => lookUpProject(db, id, ZONE)))
      const states = new Set(projects.flatMap((project) => (project ? [project.ending?.how ?? project.phase ?? project.state] : [])))
      assert.deepEqual([...states].sort(), [
        ...['alpha', 'beta', 'delivered', 'discovery', 'handed over', 'live', 'merged', 'not reached', 'open', 'ready', 'stopped'],
      ])
    })
  },
  ['server'],
)

it('has drafts, names skills and tags that the pack knows, and lives where the pack knows places', async () => {
  const { organisations, projects } = await readDemoPack()
  const people = organisations.flatMap((organisation) => organisation.people)
  const knowledge = new Knowledge((await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
  assert.equal(projects.filter(({ published }) => published === undefined).length, 3)
  assert.deepEqual(
    projects.flatMap(({ tags = [] }) => tags.filter((tag) => !knowledge.tags.has(tag))),
    [],
  )
  assert.deepEqual(
    people.filter(({ where }) => knowledge.positionOf(where) === undefined).map(({ name }) => name),
    [],
  )
  assert.deepEqual(
    people.filter(({ haves }) => knowledge.termsIn(haves).length === 0).map(({ name }) => name),
    [],
  )
})

it('has look-alikes of several organisations that tell a lesson', async () => {
  const { projects } = await readDemoPack()
  const pairs = projects
    .filter(({ ended }) => ended)
    .flatMap((past) =>
      projects
        .filter(
          ({ published, ended, owner, tags = [] }) =>
            published !== undefined && !ended && owner !== past.owner && tags[0] === past.tags?.[0],
        )
        .map(({ title }) => `${past.title} / ${title}`),
    )
  assert.ok(pairs.length >= 3, pairs.join('\n'))
})
