/** Who speaks for an organisation: on both databases, and through the doors. */
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { later, MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPerson, aTown, letterBox, type Town } from '../../../tests/town.ts'
import { no } from '../../basics/answer.ts'
import { together } from '../../storage/db.ts'
import { addOrganisations } from '../organisations/actions.ts'
import { isSpeaker, joinOrganisation, leaveOrganisation, listSpeakers, lockPerson, personWithAddress } from '../people/actions.ts'
import { nameSpeaker, removeSpeaker } from './speaker-actions.ts'

const said = (answer: { yes: boolean; why?: string }): string => (answer.yes ? 'yes' : (answer.why ?? ''))

onEachDatabase('who speaks for an organisation', (storage) => {
  let town: Town
  let council: string
  let letters: () => Promise<string[]>
  beforeEach(async () => {
    town = await aTown(storage().db)
    council = town.owner.organisation ?? ''
    letters = letterBox(storage().db)
  })
  const speakers = async (organisation = council) => (await listSpeakers(storage().db, organisation)).map(({ name }) => name)

  it('is its first member, and not the second', async () => {
    assert.deepEqual(await speakers(), ['owner'])
    assert.deepEqual(
      [await isSpeaker(storage().db, town.owner.person, council), await isSpeaker(storage().db, town.colleague.person, council)],
      [true, false],
    )
  })
  it('is one of many who join at once', async () => {
    const { db } = storage()
    await together(db, (tx) => addOrganisations(tx, [{ name: 'Smalltown', sector: 'local', domains: ['small.example'] }], MONDAY.now))
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, at) => together(db, (tx) => personWithAddress(tx, `p${at}@small.example`, MONDAY.now))),
    )
    assert.equal((await listSpeakers(db, people[0]?.organisation?.id ?? '')).length, 1)
  })
  it('is whom a speaker names, who hears of it; naming twice is nothing', async () => {
    const { db } = storage()
    assert.deepEqual(await nameSpeaker(db, council, town.colleague.person, town.colleague, MONDAY.now), no('may not'))
    assert.deepEqual(await nameSpeaker(db, council, town.nurse.person, town.owner, MONDAY.now), no('not a member'))
    const twice = await Promise.all([1, 2].map(() => nameSpeaker(db, council, town.colleague.person, town.owner, later(MONDAY, 1).now)))
    assert.deepEqual(twice.map(said), ['yes', 'yes'])
    assert.deepEqual(await speakers(), ['owner', 'colleague'])
    assert.deepEqual(await letters(), ['colleague: speaker named'])
    const { who, about } = await db
      .selectFrom('journal')
      .select(['who', 'about'])
      .where('did', '=', 'speaker named')
      .executeTakeFirstOrThrow()
    assert.deepEqual([who, about], [town.owner.person, town.colleague.person])
  })
  it('is nobody who leaves in the same moment', async () => {
    const { db } = storage()
    for (let round = 0; round < 8; round++) {
      const { person } = await aPerson(db, `p${round}@harrowmere.example`)
      const leaves = () =>
        together(db, async (tx) => {
          await lockPerson(tx, person)
          await leaveOrganisation(tx, person, council, MONDAY.now)
        })
      await Promise.all([nameSpeaker(db, council, person, town.owner, MONDAY.now), leaves()])
      assert.equal(await isSpeaker(db, person, council), false)
    }
  })
  it('is no longer whom a speaker or a broker removes, or who leaves', async () => {
    const { db } = storage()
    const broker = { ...town.officer, broker: true }
    await nameSpeaker(db, council, town.colleague.person, broker, MONDAY.now)
    await letters()
    assert.equal(said(await removeSpeaker(db, council, town.owner.person, town.colleague, MONDAY.now)), 'yes')
    assert.deepEqual(await letters(), ['owner: speaker removed'])
    assert.deepEqual(await removeSpeaker(db, council, town.owner.person, town.colleague, MONDAY.now), no('not a speaker'))
    assert.deepEqual(await removeSpeaker(db, 'nothing', town.owner.person, town.colleague, MONDAY.now), no('not found'))
    await together(db, (tx) => leaveOrganisation(tx, town.colleague.person, council, MONDAY.now))
    assert.deepEqual(await speakers(), [])
    await together(db, (tx) => joinOrganisation(tx, town.stranger.person, { id: council }, MONDAY.now))
    assert.deepEqual(await speakers(), ['stranger'], 'the next who joins')
  })
})

describe('the doors for speakers', () => {
  const place = aPlace()
  it('show names to members, and to a visitor how many', async () => {
    const path = `/organisations/${place.town.owner.organisation}/speakers`
    assert.match((await (await place.house.as(place.town.nurse.person)).get(path)).text, /owner officer/)
    const seen = await place.house.visitor().get(path)
    assert.match(seen.text, /1 person speaks for it\. Members see who\./)
    assert.doesNotMatch(seen.html, /<form[^>]*speakers/)
    assert.equal((await place.house.visitor().get('/organisations/nothing/speakers')).status, 404)
  })
  it('let a speaker name and remove another, and nobody else', async () => {
    const path = `/organisations/${place.town.owner.organisation}/speakers`
    const [owner, colleague] = [await place.house.as(place.town.owner.person), await place.house.as(place.town.colleague.person)]
    assert.ok((await owner.get('/addresses')).links.includes(path))
    const about = `/organisations/${place.town.owner.organisation}`
    assert.deepEqual([(await owner.get(about)).links.includes(path), (await colleague.get(about)).links.includes(path)], [true, false])
    assert.equal((await colleague.post(path, { person: place.town.colleague.person })).status, 403)
    const wrong = await owner.post(path, { person: '' })
    assert.deepEqual([wrong.status, /Only somebody who belongs to this organisation/.test(wrong.text)], [422, true])
    assert.match((await owner.post(path, { person: place.town.colleague.person })).text, /They speak for the organisation from now on/)
    assert.match((await colleague.post(`${path}/${place.town.owner.person}/removal`)).text, /They no longer speak/)
    assert.equal((await owner.post(path, { person: place.town.owner.person })).status, 403)
  })
  it('tell whom to ask where nobody speaks', async () => {
    const { db } = place.storage
    const alone = await aPerson(db, 'alone@vennick.example')
    const vennick = alone.organisation ?? ''
    await removeSpeaker(db, vennick, place.town.officer.person, place.town.officer, MONDAY.now)
    assert.match(
      (await (await place.house.as(alone.person)).get(`/organisations/${vennick}/speakers`)).text,
      /Nobody speaks for this organisation yet/,
    )
  })
})
