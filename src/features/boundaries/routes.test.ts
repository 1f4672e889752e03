/** Choosing who finds one, blocking and reporting, through their doors. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { aPerson, aPublishedBrief, runDue } from '../../../tests/town.ts'
import { momentAt } from '../../basics/day.ts'
import { ASKS } from '../../letters-and-asks.ts'
import { onPage } from '../../mail/page.ts'
import { together } from '../../storage/db.ts'
import { answerAsk, listOpenOf } from '../asks/actions.ts'
import { personWithAddress } from '../people/actions.ts'

describe('who finds one', () => {
  const place = aPlace()

  it('is chosen on one page, and what is typed wrong stays', async () => {
    const own = await place.house.as(place.town.nurse.person)
    const wrong = await own.post('/boundaries', { finds: ['hides', 'anonymous'], until: '2026-11-23' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /value="hides" checked/)
    assert.match(wrong.html, /value="2026-11-23"/)
    const right = await own.post('/boundaries', { finds: ['anonymous'], until: '2026-12-03' })
    assert.match(right.text, /Saved.*You take a break until 3 December/)
    assert.match((await own.post('/boundaries', { until: '' })).text, /Members find you by what you show of yourself/)
  })

  it('keeps a name on a project, from where nothing leads to what is shown without it', async () => {
    const { owner, officer } = place.town
    const [own, other] = [await place.house.as(owner.person), await place.house.as(officer.person)]
    const project = await aPublishedBrief(place.storage.db, owner)
    await own.post('/profile/work', { profession: 'digital' })
    const isLed = async () => (await other.get(`/projects/${project.id}`)).links.includes(`/people/${owner.person}`)
    assert.equal(await isLed(), true)
    await own.post('/boundaries', { finds: ['anonymous'] })
    const seen = await other.get(`/projects/${project.id}`)
    assert.match(seen.text, /Started by owner, officer, Harrowmere City Council/)
    assert.equal(await isLed(), false)
    const page = await other.get(`/people/${owner.person}`)
    assert.match(page.text, /Somebody who says their name when both have said yes officer, Harrowmere City Council.*Digital/)
    assert.doesNotMatch(page.text, /Report a missed bin/)
    for (const door of ['report', 'block', 'introduction'])
      assert.match((await other.get(`/people/${owner.person}/${door}`)).text, /the officer of Harrowmere City Council/)
    await own.post('/boundaries', {})
    assert.match((await other.get(`/people/${owner.person}`)).text, /owner officer.*Digital.*Report a missed bin/)
  })

  it('leads nobody to the page of somebody who is blocked, and unblocks them', async () => {
    const { owner, officer } = place.town
    const [own, other] = [await place.house.as(owner.person), await place.house.as(officer.person)]
    const at = async () => (await other.get('/projects')).links.find((link) => /^\/projects\/\w{26}$/.test(link)) ?? ''
    assert.match((await own.get(`/people/${officer.person}/block`)).text, /They are never told/)
    assert.match((await own.post(`/people/${officer.person}/blocks`)).text, /Blocked.*officer, officer, Vennick/)
    const links = (await other.get(await at())).links
    assert.ok(!links.includes(`/people/${owner.person}`))
    assert.equal((await other.get(`/people/${owner.person}/block`)).status, 404)
    await own.post(`/blocks/${officer.person}/removal`)
    assert.ok((await other.get(await at())).links.includes(`/people/${owner.person}`))
    assert.equal((await own.get(`/people/${owner.person}/block`)).status, 403)
    assert.equal((await (await place.house.as(place.town.stranger.person)).get(`/people/${owner.person}/report`)).status, 403)
  })
})

describe('a report', () => {
  const place = aPlace()
  const moderator = async (email: string) => {
    await together(place.storage.db, (tx) => personWithAddress(tx, email, MONDAY.now, { moderator: true }))
    return aPerson(place.storage.db, email)
  }
  const asked = async (person: string) => (await listOpenOf(place.storage.db, person, 9)).filter(({ kind }) => kind === 'person reported')

  it('goes to one moderator of neither organisation, or to nobody', async () => {
    const { nurse, officer } = place.town
    await moderator('own.moderator@vennick.example')
    const visitor = await place.house.as(nurse.person)
    const { links } = await visitor.get(`/people/${officer.person}`)
    assert.ok(links.includes(`/people/${officer.person}/report`))
    const nobody = await visitor.post(`/people/${officer.person}/reports`, { reason: 'Rude.', block: 'yes' })
    assert.equal(nobody.status, 422)
    assert.match(nobody.text, /no moderator here who works for neither/)
    const outside = await moderator('moderator@harrowmere.example')
    assert.match(
      (await visitor.post(`/people/${officer.person}/reports`, { reason: 'Rude.', block: 'yes' })).text,
      /Reported.*officer, officer/,
    )
    const [ask, ...others] = await asked(outside.person)
    assert.deepEqual([ask?.facts, others.length], [(ask as { facts: object }).facts, 0])
    const seen = await (await place.house.as(outside.person)).get(`/asks/${ask?.id}`)
    assert.match(seen.text, /nurse, officer, Tarnbeck NHS Trust reports officer, officer, Vennick Fire and Rescue.*Rude\./)
  })

  it('goes to the next when one says nothing, and tells both what they may know', async () => {
    const { nurse, officer } = place.town
    const second = await moderator('second.moderator@harrowmere.example')
    const month = momentAt(MONDAY.zone, new Date('2026-12-20T10:00:00Z'))
    await runDue(place.storage, month, onPage)
    const [ask] = await asked(second.person)
    const given = { answer: 'warn', line: 'Please write kindly.' }
    assert.deepEqual(
      (await answerAsk(place.storage.db, ASKS, { id: ask?.id ?? '', person: second.person, given, via: 'page' }, month)).yes,
      true,
    )
    const letters = await place.storage.db.selectFrom('letters').select(['person', 'kind', 'facts']).orderBy('id').execute()
    const last = letters.filter(({ kind }) => ['person warned', 'person report answered'].includes(kind))
    assert.deepEqual(
      last.map(({ person, kind }) => [person, kind]),
      [
        [officer.person, 'person warned'],
        [nurse.person, 'person report answered'],
      ],
    )
    assert.doesNotMatch(last[0]?.facts ?? '', /nurse/)
  })
})
