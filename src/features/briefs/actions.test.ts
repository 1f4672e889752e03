/** A draft is kept as it was typed, up to limits that are said in words: nothing typed is lost without a sentence. */
import assert from 'node:assert/strict'
import { beforeEach, it } from 'node:test'
import { aTypedBrief, aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, type Town } from '../../../tests/town.ts'
import { openHouse, type Visitor } from '../../../tests/visit.ts'
import { no, yes } from '../../basics/answer.ts'
import { newId } from '../../basics/id.ts'
import { keepDraft, listDrafts, throwDraftAway } from './actions.ts'
import { MOST_KEPT } from './brief.ts'

const LONG = 'x'.repeat(MOST_KEPT.letters + 1)

/** The button that was pressed. */
const press = (button: string): Record<string, string> => Object.fromEntries([['then', button]])

onEachDatabase('a draft', (storage) => {
  let town: Town
  let owner: Visitor
  beforeEach(async () => {
    town = await aTown(storage().db)
    owner = await (await openHouse(storage())).as(town.owner.person)
  })
  const keep = (id: string, more = {}, at = MONDAY) => keepDraft(storage().db, id, town.owner, aTypedBrief(more), at)
  const fill = async (drafts: number): Promise<string[]> => {
    const ids = Array.from({ length: drafts }, () => newId(MONDAY.now))
    for (const id of ids) assert.deepEqual(await keep(id), yes(id))
    return ids
  }

  it('keeps each text up to its limit, and says which is longer', async () => {
    const id = newId(MONDAY.now)
    assert.deepEqual(await keep(id, { problem: '😀'.repeat(MOST_KEPT.letters) }), yes(id))
    assert.deepEqual(await keep(id, { problem: LONG }), no('too long'))
    assert.deepEqual(await keep(id, { roles: [aTypedRole({ must: LONG })] }), no('too long'))
    assert.deepEqual(await keep(id, { removed: { what: 'have', row: { what: LONG, about: '' } } }), no('too long'))
    const page = await owner.post(`/drafts/${id}`, { title: 'Bins', 'have-1-what': LONG, ...press('remove-have-1') })
    assert.equal(page.status, 422)
    assert.match(page.text, /Not saved: a field can keep up to 20,000 characters\./)
    assert.match(page.text, /Have 1: shorten what you have to 20,000 characters or fewer\./)
    assert.ok(page.html.includes(`value="${LONG}"`) && page.html.includes('value="Bins"'))
  })
  it('tells the script in one sentence why it was not kept', async () => {
    const { status, html } = await owner.post(`/drafts/${newId(MONDAY.now)}`, { problem: LONG }, { accept: 'application/json' })
    assert.equal(status, 422)
    assert.match((JSON.parse(html) as { refused: string }).refused, /^Not saved: a field can keep up to 20,000 characters\./)
  })
  it(`is one of at most ${MOST_KEPT.drafts} of a person, also when two begin at once`, async () => {
    const ids = await fill(MOST_KEPT.drafts - 1)
    const answers = await Promise.all([1, 2].map(() => keep(newId(MONDAY.now))))
    assert.deepEqual(answers.map(({ yes }) => yes).sort(), [false, true])
    const page = await owner.post(`/drafts/${newId(MONDAY.now)}`, { title: 'One more', ...press('later') })
    assert.equal(page.status, 422)
    assert.match(page.text, /Not saved: you have 50 drafts already\./)
    assert.ok(page.html.includes('value="One more"'))
    assert.deepEqual(await keep(ids[0] ?? '', { title: 'Changed' }), yes(ids[0]))
    assert.equal(await throwDraftAway(storage().db, ids[1] ?? '', town.owner), true)
    assert.equal((await keep(newId(MONDAY.now))).yes, true)
    assert.equal((await listDrafts(storage().db, town.owner.person)).length, MOST_KEPT.drafts)
  })
  it('begins under no id of a time to come, and may be changed on any day after', async () => {
    for (const id of ['z'.repeat(26), newId(later(MONDAY, 2).now)]) {
      assert.deepEqual(await keep(id), no('not found'))
      assert.equal((await owner.post(`/drafts/${id}`, { title: 'First in every list' })).status, 404)
    }
    const id = newId(later(MONDAY, -2).now)
    assert.deepEqual(await keep(id), yes(id))
    assert.deepEqual(await keep(id, { title: 'Later' }, later(MONDAY, 90)), yes(id))
  })
})
