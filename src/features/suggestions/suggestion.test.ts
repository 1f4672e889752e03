/** Who fits whom and why, on plain values. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { NURSE } from '../../../tests/cast.ts'
import { Knowledge } from '../../matching/knowledge.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { chooseBroker } from './lookout.ts'
import { Memory } from './memory.ts'
import { type Member, type OpenRole, rank, type Suggestion, suggestMember, suggestRole } from './suggestion.ts'
import { sayWhy } from './words.ts'

const aRole = (skill: string, more: Partial<OpenRole> = {}): OpenRole => ({
  role: `role-${skill}`,
  skill,
  hoursAWeek: 3,
  until: '2027-03-31',
  project: `project-${skill}`,
  title: 'Report a missed bin',
  openUntil: '2026-12-14',
  isOpen: true,
  organisation: 'council',
  organisationName: 'Harrowmere City Council',
  sector: 'local',
  ...more,
})
const aMember = (haves: readonly string[], needs: readonly string[] = [], more: Partial<Member> = {}): Member => ({
  person: { id: 'ann', name: 'Ann Example', job: 'officer', organisationName: 'Harrowmere City Council' },
  organisation: 'council',
  sector: 'local',
  said: { haves, needs },
  ...more,
})

describe('suggestions', () => {
  let uk: Knowledge
  before(async () => {
    uk = new Knowledge((await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
  })
  const why = (suggestion: Suggestion | undefined) => suggestion && sayWhy(suggestion)

  it('say what each side typed, in one sentence that is true of both', () => {
    assert.equal(why(suggestRole(uk, ['PostgreSQL'], aRole('databases'))), 'You have PostgreSQL, and it needs databases.')
    assert.equal(why(suggestRole(uk, ['Web Design'], aRole('web design'))), 'You have what it needs: web design.')
    const mine = { haves: ['procurement'], needs: ['user research'] }
    assert.equal(why(suggestMember(uk, mine, aMember(['UX research']))), 'You need user research, and they have UX research.')
    assert.equal(why(suggestMember(uk, mine, aMember([], ['procurement']))), 'They need what you have: procurement.')
  })
  it('are never made of words that only look alike', () => {
    assert.equal(suggestRole(uk, ['Java'], aRole('JavaScript')), undefined)
    assert.equal(suggestMember(uk, { haves: [], needs: ['C'] }, aMember(['C#', 'R', 'Go'])), undefined)
  })
  it('prefer what fits well, then the other sector, then the other organisation, then briefs, and keep their order', () => {
    const made = (skill: string, more: Partial<OpenRole>) =>
      suggestRole(uk, ['web design', 'databases'], aRole(skill, more)) ?? assert.fail()
    const own = made('web design', { project: 'own', role: 'own', organisation: 'trust', sector: 'health' })
    const sector = made('web design', { project: 'sector', role: 'sector', organisation: 'other', sector: 'health' })
    const across = made('web design', { project: 'across', role: 'across' })
    const near = made('PostgreSQL', { project: 'near', role: 'a-near' })
    const member = suggestMember(uk, { haves: ['web design'], needs: [] }, aMember([], ['web design'])) ?? assert.fail()
    const all = [near, own, member, sector, across]
    const order = (list: readonly Suggestion[]) => rank({ ...NURSE, sector: 'health' }, list).map(({ id }) => id)
    assert.equal(order([near, own, across]).at(-1), 'own')
    assert.deepEqual(order([across, sector, own]), ['across', 'sector', 'own'])
    assert.deepEqual(order([member, across, own]), ['across', 'ann', 'own'])
    assert.deepEqual(order(all), order([...all].reverse()))
  })
  it('meet each of somebody’s haves and needs once before they meet one again', () => {
    const mine = { haves: ['web design'], needs: ['procurement'] }
    const roles = ['1', '2'].map((key) => suggestRole(uk, mine.haves, aRole('web design', { role: key, project: key })) ?? assert.fail())
    const member = suggestMember(uk, mine, aMember(['procurement'])) ?? assert.fail()
    assert.deepEqual(
      rank(NURSE, [...roles, member]).map(({ id }) => id),
      ['1', 'ann', '2'],
    )
  })
  it('show a project once, whichever of its roles fit', () => {
    const roles = ['web design', 'user research'].map((skill) => suggestRole(uk, [skill], aRole(skill, { project: 'same' })))
    assert.equal(
      rank(
        NURSE,
        roles.flatMap((each) => each ?? []),
      ).length,
      1,
    )
  })

  it('are proposed by the memory, which forgets what has changed', () => {
    const memory = new Memory(uk)
    const project = { id: 'p', title: 'Missed bins', problem: '', organisation: 'Harrowmere', tags: [] }
    memory.putProject({ ...project, roles: [{ id: 'r', skill: 'user research' }] })
    memory.putPerson({ id: 'ann', haves: ['procurement'], needs: ['a lawyer', 'web design'] })
    const asked = () => [memory.rolesFor(uk.termsIn('UX research'), 3), memory.peopleWith(uk.termsIn('procurement'), 3)]
    assert.deepEqual(asked(), [['r'], ['ann']])
    assert.deepEqual(memory.peopleWhoNeed(uk.termsIn('web design'), 3), ['ann'])
    memory.putProject({ ...project, roles: [] })
    memory.putPerson({ id: 'ann', haves: [], needs: [] })
    assert.deepEqual(asked(), [[], []])
    assert.equal(memory.lookAlikes({ key: '', org: 'Harrowmere', title: 'Missed bins' }, 3)[0]?.key, 'p')
  })
})

describe('the broker who looks', () => {
  const brokers = [
    { id: 'b', name: 'Bo', lookouts: 2 },
    { id: 'c', name: 'Cy', lookouts: 1 },
    { id: 'a', name: 'Al', lookouts: 1 },
    { id: 'z', name: '', lookouts: 0 },
  ]
  it('has the fewest others, a name, and is not the person', () => {
    assert.equal(chooseBroker(brokers, 'x')?.id, 'a')
    assert.equal(chooseBroker(brokers, 'a')?.id, 'c')
    assert.equal(chooseBroker([], 'x'), undefined)
  })
})
