/** Organisations through the doors: what everybody sees, what only members see, and the portfolio that a spreadsheet reads. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { aTypedRole, later, MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { anOffer, aPerson, aPublishedBrief } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { sql, together } from '../../storage/db.ts'
import { keepKnowledge } from '../chapters/actions.ts'
import { sayHaves } from '../listings/actions.ts'
import { acceptPledge } from '../pledges/actions.ts'
import { endProject, startProject } from '../projects/actions.ts'
import { commonSkills, fileNameOf } from './portfolio.ts'

const PARTS = {
  skills: ['Python', 'Law'].map((name) => ({ id: name.toLowerCase(), name, kind: 'skill' as const, broader: [], synonyms: [] })),
  publicServices: [],
  policyAreas: [],
  places: new Map(),
}

describe('the skills of an organisation', () => {
  it('are counted by people, from three of them on', () => {
    const counted = new Map([
      ['sql', 3],
      ['law', 2],
      ['python', 4],
      ['excel', 3],
    ])
    assert.deepEqual(
      commonSkills(counted).map(({ skill, people }) => `${people} ${skill}`),
      ['4 python', '3 excel', '3 sql'],
    )
  })
})

describe('organisations through the doors', () => {
  const place = aPlace()

  it('show what they do to everybody, and who speaks for them to members', async () => {
    const { db } = place.storage
    const { owner, nurse, officer } = place.town
    const roles = [aTypedRole({ from: '2026-11-23', until: '2026-12-20' }), aTypedRole({ skill: 'Law', must: 'welcome' })]
    const project = await aPublishedBrief(db, owner, { title: '=Bins, "boxes"', roles })
    await acceptPledge(db, await anOffer(db, project, nurse, MONDAY, 'Web design'), owner, MONDAY)
    const address = `/organisations/${owner.organisation}`
    const seen = await place.house.visitor().get(address)
    assert.match(seen.text, /Harrowmere City Council Local government .*1 project: 1 under way, with 1 other organisation\./)
    assert.match(seen.text, /Has C# development .*Needs Law /)
    assert.doesNotMatch(seen.text, /Who speaks for it|\bowner\b|\bnurse\b/)
    const member = await (await place.house.as(officer.person)).get(address)
    assert.match(member.text, /Who speaks for it/)
    assert.ok(seen.links.includes(`${address}/portfolio.csv`))
    const joined = await place.house.visitor().get(`/organisations/${nurse.organisation}`)
    assert.match(joined.text, /joined; started by Harrowmere City Council/)
    const onProject = await place.house.visitor().get(`/projects/${project.id}`)
    assert.ok(onProject.links.includes(address))
  })

  it('tell their portfolio to a spreadsheet, with hours, partners and what was learnt', async () => {
    const { db } = place.storage
    const { owner } = place.town
    const [project] = await db.selectFrom('projects').select('id').execute()
    await startProject(db, project?.id ?? '', owner, '2026-11-30', MONDAY)
    const lesson = { reason: '+1 form', tried: 'a', learnt: 'ask first', again: '' }
    await endProject(db, project?.id ?? '', owner, 'delivered', lesson, later(MONDAY, 21))
    place.house.time.now = later(MONDAY, 30).now
    const seen = await place.house.visitor().get(`/organisations/${owner.organisation}/portfolio.csv`)
    assert.equal(seen.headers.get('content-type'), 'text/csv; charset=utf-8')
    assert.equal(seen.headers.get('content-disposition'), 'attachment; filename="portfolio-harrowmere-city-council.csv"')
    const [row, ...more] = parse(seen.html, { bom: true, columns: true }) as Record<string, string>[]
    assert.deepEqual(more, [])
    assert.deepEqual(row, {
      Project: `'=Bins, "boxes"`,
      'Started by': 'Harrowmere City Council',
      State: 'Delivered',
      Phase: 'Discovery',
      Published: '2026-11-23',
      'First date': '2026-11-30',
      Until: '2026-12-14',
      'Goes live': '',
      // Two hours a week from 1 December to 31 March; to the day on which it ended.
      'Hours pledged': '35',
      'Hours given': '4',
      Partners: 'Tarnbeck NHS Trust',
      'What came of it': "'+1 form",
      'What was learnt': 'ask first',
    })
  })

  it('show skills that several members have, to members alone', async () => {
    const { db } = place.storage
    const { officer, nurse } = place.town
    await together(db, (tx) => keepKnowledge(tx, PARTS))
    const house = await openHouse(place.storage)
    const address = `/organisations/${officer.organisation}`
    const seen = async () => (await (await house.as(nurse.person)).get(address)).text
    const people = []
    for (const name of ['x', 'y', 'z']) {
      assert.doesNotMatch(await seen(), /Python/)
      const { person } = await aPerson(db, `${name}@vennick.example`)
      await together(db, (tx) => sayHaves(tx, person, 'Python', MONDAY))
      people.push(person)
    }
    assert.match(await seen(), /Python 3 people have this/)
    assert.doesNotMatch((await house.visitor().get(address)).text, /Python/)
    await sql`update people set members_see = '{}' where id = ${people[0]}`.execute(db)
    assert.doesNotMatch(await seen(), /Python/)
  })

  it('are found by a part of their name and by sector, page by page', async () => {
    const visitor = place.house.visitor()
    assert.match((await visitor.get('/organisations?q=nhs')).text, /Tarnbeck NHS Trust Health/)
    const fire = (await visitor.get('/organisations?sector=fire')).text
    assert.match(fire, /Vennick Fire and Rescue/)
    assert.doesNotMatch(fire, /Tarnbeck/)
    const after = (await visitor.get(`/organisations?after=${place.town.owner.organisation}`)).text
    assert.match(after, /Tarnbeck.*Vennick/)
    assert.doesNotMatch(after, /Harrowmere City/)
    assert.match((await visitor.get('/organisations?q=%25')).text, /No organisation of this name/)
    for (const path of ['/organisations/x', `/organisations/${'0'.repeat(26)}`, '/organisations/x/portfolio.csv'])
      assert.equal((await visitor.get(path)).status, 404)
  })

  it('name their file in letters that every system takes', () => {
    assert.equal(fileNameOf('Cyngor Môn & "Friends"/..'), 'portfolio-cyngor-mon-friends.csv')
    assert.equal(fileNameOf('市'), 'portfolio.csv')
  })
})
