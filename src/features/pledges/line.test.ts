/** Joining the line of a filled role, pledging for an organisation, and what fits. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { aProject, aTypedRole, MONDAY, NURSE } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { anOffer, aPublishedBrief, aTown, letterBox, plansFor, statesOf } from '../../../tests/town.ts'
import { openHouse } from '../../../tests/visit.ts'
import { no, yes } from '../../basics/answer.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { together } from '../../storage/db.ts'
import { keepKnowledge } from '../chapters/actions.ts'
import { sayHaves } from '../listings/actions.ts'
import { acceptPledge, withdrawPledge } from './actions.ts'
import { offer } from './pledge.ts'

const TERMS = { hours: '2', from: '2026-12-01', until: '2027-03-31', line: '' }

describe('offering', () => {
  it('puts in line only who asks for it, and only where the role is filled', () => {
    const full = aProject({ roles: [{ skill: 'web design', filledBy: ['trust'] }] })
    const free = aProject()
    const rule = (project: typeof full, takesLine: boolean) =>
      offer(project, project.roles[0] ?? assert.fail(), NURSE, false, MONDAY.today, takesLine)
    assert.deepEqual([rule(full, false), rule(full, true)], [no('role filled'), yes('waiting')])
    assert.deepEqual([rule(free, false), rule(free, true)], [yes('offered'), yes('offered')])
  })
  it('is for suppliers where they are welcome', () => {
    const by = { ...NURSE, sector: 'supplier' as const }
    const project = aProject()
    const role = project.roles[0] ?? assert.fail()
    assert.deepEqual(offer(project, role, by, false, MONDAY.today), no('suppliers not welcome'))
    assert.deepEqual(offer({ ...project, suppliersWelcome: true }, role, by, false, MONDAY.today), yes('offered'))
  })
})

onEachDatabase('a filled role', (storage) => {
  it('offers its line and the other roles; who waits comes before the owner when the place is free', async () => {
    const { db } = storage()
    const { pack } = await readPack(fileURLToPath(inRoot('packs/uk')))
    await together(db, (tx) => keepKnowledge(tx, pack))
    const { owner, nurse, officer } = await aTown(db)
    await together(db, (tx) => sayHaves(tx, officer.person, 'contract law', MONDAY))
    const roles = [aTypedRole(), aTypedRole({ skill: 'user research' }), aTypedRole({ skill: 'contract law' })]
    const project = await aPublishedBrief(db, owner, { roles })
    const taken = await anOffer(db, project, nurse)
    await acceptPledge(db, taken, owner, MONDAY)
    const house = await openHouse(storage())
    const visitor = await house.as(officer.person)
    const role = project.roles[0]?.id ?? ''
    const seen = await visitor.get(`/projects/${project.id}`)
    assert.match(seen.text, /contract law .*Fits you You have contract law\./)
    assert.equal(seen.text.split('Fits you').length, 2)
    assert.ok(seen.links.includes(`/roles/${role}/pledge`))
    const form = await visitor.get(`/roles/${role}/pledge`)
    assert.match(form.text, /Every place is filled .*contract law Fits you .*user research .*join the line/)

    const tooLate = await visitor.post(`/roles/${role}/pledges`, TERMS)
    assert.equal(tooLate.status, 422)
    assert.match(tooLate.text, /You can join the line/)
    const letters = letterBox(db)
    await letters()
    const inLine = await visitor.post(`/roles/${role}/pledges`, { ...TERMS, 'line-up': 'yes' })
    assert.match(inLine.text, /You are in line until 21 December/)
    assert.deepEqual(await letters(), [])
    assert.deepEqual(await statesOf(db, project.id), ['accepted', 'waiting'])
    const id = inLine.path.split('/').at(-1)?.split('?')[0] ?? ''
    assert.deepEqual(await plansFor(db, id), ['waiting too long 2026-12-22'])
    await withdrawPledge(db, taken, nurse, MONDAY)
    assert.deepEqual(await statesOf(db, project.id), ['withdrawn', 'offered'])
    assert.deepEqual(await plansFor(db, id), ['remind of ask 2026-11-26', 'ask expires 2026-12-08'])
  })

  it('may be pledged to by an organisation through its speaker, and by nobody else in its name', async () => {
    const { db } = storage()
    const { owner, nurse, officer } = await aTown(db)
    const project = await aPublishedBrief(db, owner, { roles: [aTypedRole({ places: '2' })] })
    const role = project.roles[0]?.id ?? ''
    const house = await openHouse(storage())
    const speaker = await house.as(nurse.person)
    assert.match((await speaker.get(`/roles/${role}/pledge`)).text, /Tarnbeck NHS Trust, through me/)
    const made = await speaker.post(`/roles/${role}/pledges`, { ...TERMS, for: 'organisation' })
    assert.match(made.text, /Who Tarnbeck NHS Trust, through nurse/)
    await db.deleteFrom('speakers').where('person', '=', officer.person).execute()
    const other = await house.as(officer.person)
    assert.doesNotMatch((await other.get(`/roles/${role}/pledge`)).text, /through me/)
    assert.doesNotMatch((await other.post(`/roles/${role}/pledges`, { ...TERMS, for: 'organisation' })).text, /through/)
  })
})
