/** The first form, through its door, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown, letterBox } from '../../../tests/town.ts'
import { openHouse, type Visitor } from '../../../tests/visit.ts'
import { NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { type Storage, together } from '../../storage/db.ts'
import { keepKnowledge } from '../chapters/actions.ts'
import { listHavesOf, listListingsOf, sayHaves } from '../listings/actions.ts'
import { findOpenClaimOf } from '../members/actions.ts'
import { addOrganisations } from '../organisations/actions.ts'
import { findPerson, findProfile, personWithAddress } from '../people/actions.ts'
import { PROFILE_AT_FIRST } from '../people/profile.ts'

const LS1 = { lat: 53.8, lon: -1.55 }
const NEXT = '/projects?show=all'

/** Somebody who has just signed in for the first time, and the form as it stands before them. */
async function newcomer({ db }: Storage, email: string): Promise<{ id: string; visitor: Visitor; form: string }> {
  await aTown(db)
  await together(db, (tx) => keepKnowledge(tx, { ...NOTHING_KNOWN, places: new Map([['LS1', LS1]]) }))
  const { id } = await together(db, (tx) => personWithAddress(tx, email, MONDAY.now))
  const visitor = await (await openHouse({ db, engine: 'embedded', close: async () => {} })).as(id)
  return { id, visitor, form: (await visitor.get('/welcome')).html }
}

const fieldsIn = (form: string): string[] =>
  [...form.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name)

onEachDatabase('arriving', (storage) => {
  it('asks at most six things, and fewer of somebody whose address tells their organisation', async () => {
    const known = await newcomer(storage(), 'new@tarnbeck.example')
    assert.match(known.form, /you work for Tarnbeck NHS Trust/)
    assert.deepEqual(fieldsIn(known.form), ['next', 'name', 'haves', 'needs', 'where', 'hours'])
  })

  it('asks somebody whose address tells nothing for their organisation as well', async () => {
    const unknown = await newcomer(storage(), 'new@kindness.example')
    assert.deepEqual(fieldsIn(unknown.form), ['next', 'name', 'organisation', 'haves', 'needs', 'where', 'hours'])
  })

  it('keeps what was said in one step, and leads on', async () => {
    const { db } = storage()
    const { id, visitor } = await newcomer(storage(), 'new@tarnbeck.example')
    const fields = { name: 'Ann', haves: 'web design, C#\n14,000 calls', needs: 'a room', where: 'ls1 4ab', hours: '2', next: NEXT }
    assert.equal((await visitor.post('/welcome', fields)).status, 200)
    assert.deepEqual([(await findPerson(db, id))?.name, (await findPerson(db, id))?.job], ['Ann', ''])
    assert.deepEqual(await findProfile(db, id), { ...PROFILE_AT_FIRST, district: 'LS1', position: LS1, hoursAWeek: 2 })
    assert.deepEqual(await listHavesOf(db, id, MONDAY), ['web design', 'C#', '14,000 calls'])
    assert.equal((await listListingsOf(db, id, MONDAY)).length, 4)
  })

  it('keeps what was typed when something is wrong, and nothing of it is done', async () => {
    const { db } = storage()
    const { id, visitor } = await newcomer(storage(), 'new@kindness.example')
    const said = { name: 'Ann', organisation: 'Tarnbeck NHS Trust', haves: 'R, C#', needs: 'a room', where: 'ZZ9', hours: 'lots' }
    const wrong = await visitor.post('/welcome', said)
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /Its first half is enough, such as LS1.*Enter the hours a week as a number/)
    for (const value of Object.values(said)) assert.ok(wrong.html.includes(value), value)
    await together(db, (tx) => sayHaves(tx, id, Array.from({ length: 19 }, (_, at) => `thing ${at}`).join(), MONDAY))
    const full = await visitor.post('/welcome', { ...said, where: '', hours: '' })
    assert.match(full.text, /You can have at most 20 things/)
    assert.equal((await findPerson(db, id))?.name, '')
    assert.equal(await findOpenClaimOf(db, id, MONDAY.zone), undefined)
    assert.deepEqual((await listListingsOf(db, id, MONDAY)).length, 19)
  })

  it('asks the colleagues of an organisation that is named exactly', async () => {
    const { db } = storage()
    const letters = letterBox(db)
    const { id, visitor } = await newcomer(storage(), 'new@kindness.example')
    await visitor.post('/welcome', { name: 'Ann', organisation: ' tarnbeck  nhs trust' })
    assert.equal((await findOpenClaimOf(db, id, MONDAY.zone))?.organisation?.name, 'Tarnbeck NHS Trust')
    assert.deepEqual(await letters(), ['new: claim asked'])
    // Coming back and sending the same form again asks nobody twice.
    assert.match((await visitor.get('/welcome')).html, /value="Tarnbeck NHS Trust"/)
    await visitor.post('/welcome', { name: 'Anna', organisation: 'Tarnbeck NHS Trust' })
    assert.deepEqual([await letters(), (await findPerson(db, id))?.name], [[], 'Anna'])
  })

  it('offers organisations with a like name, and takes the chosen one', async () => {
    const { db } = storage()
    const { id, visitor } = await newcomer(storage(), 'new@kindness.example')
    const which = await visitor.post('/welcome', { name: 'Ann', organisation: 'Harrowmere Council' })
    assert.match(which.text, /Choose one of these, or say that it is none of them\..*Harrowmere City Council.*None of these/)
    const chosen = /name="which" type="radio" value="(\w+)"/.exec(which.html)?.[1] ?? ''
    await visitor.post('/welcome', { name: 'Ann', organisation: 'Harrowmere Council', which: chosen })
    assert.equal((await findOpenClaimOf(db, id, MONDAY.zone))?.organisation?.name, 'Harrowmere City Council')
  })

  it('takes an organisation that nobody knows with its kind', async () => {
    const { db } = storage()
    const { id, visitor } = await newcomer(storage(), 'new@kindness.example')
    const said = { name: 'Ann', organisation: 'Harrowmere Council of the Moon', which: 'none' }
    const kind = await visitor.post('/welcome', said)
    assert.match(kind.html, /href="#sector"/)
    await visitor.post('/welcome', { ...said, sector: 'charity' })
    const claim = await findOpenClaimOf(db, id, MONDAY.zone)
    assert.deepEqual([claim?.saidName, claim?.sector, claim?.organisation], [said.organisation, 'charity', undefined])
    assert.equal((await visitor.post('/welcome', { name: 'Ann', organisation: ' ' })).status, 422)
  })

  it('lets somebody choose whose domain serves two councils', async () => {
    const { db } = storage()
    await newcomer(storage(), 'nobody@tarnbeck.example')
    const twins = ['Northcombe Council', 'Southcombe Council'].map((name) => ({
      name,
      sector: 'local' as const,
      domains: ['combe.example'],
    }))
    await together(db, (tx) => addOrganisations(tx, twins, MONDAY.now))
    const { id } = await together(db, (tx) => personWithAddress(tx, 'twin@combe.example', later(MONDAY, 1).now))
    const visitor = await (await openHouse(storage())).as(id)
    const wrong = await visitor.post('/welcome', { name: 'Ann', organisation: 'Tarnbeck NHS Trust' })
    assert.match(wrong.text, /Choose the organisation that you work for/)
    const [, second = ''] = [...wrong.html.matchAll(/name="organisation" type="radio" value="(\w+)"/g)].map(([, value]) => value ?? '')
    await visitor.post('/welcome', { name: 'Ann', organisation: second })
    assert.equal((await findPerson(db, id))?.organisation?.name, 'Southcombe Council')
  })
})
