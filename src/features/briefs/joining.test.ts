/** Joining theirs is one change: all of it or nothing, and of a project that stands still meanwhile. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { aTypedBrief, MONDAY, ZONE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPublishedBrief, aTown, letterBox, type Town } from '../../../tests/town.ts'
import { no, yes } from '../../basics/answer.ts'
import { newId } from '../../basics/id.ts'
import { type Db, sql, together } from '../../storage/db.ts'
import { endProject, lockProject } from '../projects/actions.ts'
import type { Project } from '../projects/project.ts'
import { saveDraft } from './actions.ts'
import { joinTheirs } from './look-alike-actions.ts'

const LONG_ENOUGH_TO_ASK = 200

onEachDatabase('joining theirs', (storage) => {
  let db: Db
  let town: Town
  let theirs: Project
  let draft: string
  beforeEach(async () => {
    db = storage().db
    town = await aTown(db)
    theirs = await aPublishedBrief(db, town.owner)
    draft = newId(MONDAY.now)
    await saveDraft(db, draft, town.nurse, aTypedBrief(), MONDAY)
  })
  const joins = () => joinTheirs(db, draft, theirs.id, town.nurse, MONDAY)
  const joinings = () => db.selectFrom('joinings').select('project').execute()
  const posts = () => db.selectFrom('posts').select('about').execute()

  it('waits for whoever is changing it, and hears that it has ended', async () => {
    const answer = await together(db, async (tx) => {
      await lockProject(tx, theirs.id, ZONE)
      const joining = joins()
      await pause(LONG_ENOUGH_TO_ASK)
      const lesson = { reason: 'No time.', tried: '', learnt: '', again: '' }
      assert.ok((await endProject(tx, theirs.id, town.owner, 'stopped', lesson, MONDAY)).yes)
      return { joining }
    })
    const { faults: _none, ...refused } = await answer.joining
    assert.deepEqual(refused, no('ended'))
    assert.deepEqual([await joinings(), await posts()], [[], []])
  })

  it('leaves nothing behind when its post cannot be kept, and is done again afterwards', async () => {
    const letters = letterBox(db)
    await letters()
    await sql`alter table posts add constraint full_up check (false) not valid`.execute(db)
    await assert.rejects(joins(), { code: '23514' }).finally(() => sql`alter table posts drop constraint full_up`.execute(db))
    assert.deepEqual([await joinings(), await letters()], [[], []])
    assert.deepEqual(await joins(), yes(true))
    assert.deepEqual([await joinings(), await posts()], [[{ project: theirs.id }], [{ about: theirs.id }]])
    assert.deepEqual(await letters(), ['owner: somebody joins'])
  })
})
