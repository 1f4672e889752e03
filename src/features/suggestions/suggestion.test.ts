/** Who fits whom and why, on plain values. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { NURSE } from '../../../tests/cast.ts'
import type { Candidate } from '../../matching/candidate.ts'
import { Knowledge } from '../../matching/knowledge.ts'
import { scoreAmong } from '../../matching/pair-score.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import type { Texts, Told } from '../profiles/told.ts'
import { capOf } from './exposure.ts'
import { chooseBroker } from './lookout.ts'
import { Memory, type SaidTerms } from './memory.ts'
import {
  type Member,
  type OpenRole,
  rank,
  rankPeople,
  type Suggestion,
  suggestMember,
  suggestRole,
  termsOf,
  worksElsewhere,
} from './suggestion.ts'
import { sayReasons, sayWhy } from './words.ts'

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
const aMember = (id = 'ann', more: Partial<Member> = {}): Member => ({
  person: { id, name: 'Ann Example', job: 'officer', organisationName: 'Harrowmere City Council' },
  organisation: 'council',
  sector: 'local',
  ...{ lists: 0, isTold: false },
  ...more,
})
const NOBODY: Candidate = {
  ...{ id: '', organisation: '', team: '', sector: '', profession: '', region: '', haves: [], needs: [], interests: [] },
  ...{ ways: [], times: [], languages: [], wishes: [], missedOut: 0, isPaused: false, isFull: false },
}

describe('suggestions', () => {
  let uk: Knowledge
  before(async () => {
    uk = new Knowledge((await readPack(fileURLToPath(inRoot('packs/uk')))).pack)
  })
  const told = (id: string, texts: Partial<Texts>, more: Partial<Candidate> = {}): Told => {
    const said = { haves: [], needs: [], learning: [], ...texts }
    const skills = (all: readonly string[]) => termsOf(uk, all).map((term) => ({ term }))
    const all = { ...NOBODY, id, organisation: id, haves: skills(said.haves), needs: skills([...said.needs, ...said.learning]), ...more }
    return { all, said, shown: all, shows: said, takesNone: false }
  }
  const score = (...all: Told[]) =>
    scoreAmong(
      uk.neighbourhood,
      all.map((each) => each.all),
    )
  const suggested = (me: Told, them: Told) => suggestMember(uk, score(me, them), me, aMember(them.all.id), them)
  const why = (suggestion: Suggestion | undefined) => suggestion && sayWhy(suggestion)

  it('say what each side typed, in one sentence that is true of both', () => {
    assert.equal(why(suggestRole(uk, ['PostgreSQL'], aRole('databases'))), 'You have PostgreSQL, and it needs databases.')
    assert.equal(why(suggestRole(uk, ['Web Design'], aRole('web design'))), 'You have what it needs: web design.')
    const mine = told('me', { haves: ['procurement'], needs: ['user research'], learning: ['SQL'] })
    assert.equal(why(suggested(mine, told('ann', { haves: ['UX research'] }))), 'You need user research, and they have UX research.')
    assert.equal(why(suggested(mine, told('ann', { needs: ['procurement'] }))), 'They need what you have: procurement.')
    assert.equal(why(suggested(mine, told('ann', { haves: ['SQL'] }))), 'They have what you would like to learn: SQL.')
    assert.equal(why(suggested(mine, told('ann', { learning: ['procurement'] }))), 'They would like to learn what you have: procurement.')
  })
  it('are never made of words that only look alike', () => {
    assert.equal(suggestRole(uk, ['Java'], aRole('JavaScript')), undefined)
    assert.equal(suggested(told('me', { needs: ['C'] }), told('ann', { haves: ['C#', 'R', 'Go'] })), undefined)
  })
  it('say all that speaks for somebody, and nothing that they keep to themselves', () => {
    const place = { position: { lat: 53.8, lon: -1.5 }, interests: ['interest-choirs'] }
    const me = told('me', { needs: ['SQL'], haves: ['procurement'] }, { ...place, sector: 'health' })
    const ann = told('ann', { haves: ['SQL (expert)'], needs: ['procurement'] }, { ...place, sector: 'local' })
    const said = (them: Told) => {
      const found = suggested(me, them)
      return found && sayReasons(found)
    }
    assert.equal(said(ann), 'You need SQL, and they have SQL (expert). They need what you have: procurement. You both care about choirs.')
    const shy = { ...ann, shown: { ...ann.shown, haves: [], needs: [] }, shows: { haves: [], needs: [], learning: [] } }
    assert.equal(
      said(shy),
      'You both care about choirs. They are in the same place as you. You work in different sectors: health, and local government.',
    )
    assert.equal(said({ ...shy, shown: { ...shy.shown, interests: [] } }), undefined, 'that they work elsewhere is no reason')
  })
  it('bring people in the order of the score, what they keep to themselves included, and nobody who may not meet', () => {
    const me = told('me', { needs: ['SQL'], haves: ['procurement'] }, { ways: ['online'], isFull: true })
    const others = [
      told('one-way', { haves: ['SQL'] }),
      told('both-ways', { haves: ['SQL'], needs: ['procurement'] }),
      told('paused', { haves: ['SQL'] }, { isPaused: true }),
      told('full', { haves: ['SQL'] }, { isFull: true }),
      told('by-phone', { haves: ['SQL'] }, { ways: ['phone'] }),
    ]
    const secret = told('secret', { haves: ['SQL'], needs: ['procurement'] })
    const all = [...others, { ...secret, shown: { ...secret.shown, needs: [] }, shows: { ...secret.shows, needs: [] } }]
    const order = (asker: Told) =>
      rankPeople(
        uk,
        score(asker, ...all),
        asker,
        all.map((each) => ({ member: aMember(each.all.id), told: each })),
      ).map(({ id }) => id)
    assert.deepEqual([order(me).slice(0, 2).sort(), order(me).slice(2)], [['both-ways', 'secret'], ['one-way']])
    assert.deepEqual(order({ ...me, takesNone: true }), [])
    const partners = all.map((each) => ({ member: { ...aMember(each.all.id), isPartner: each.all.id === 'one-way' }, told: each }))
    assert.equal(rankPeople(uk, score(me, ...all), me, partners)[0]?.id, 'one-way', 'of a partner organisation first')
  })
  it('prefer what fits well, then the other sector, then the other organisation, then briefs, and keep their order', () => {
    const made = (skill: string, more: Partial<OpenRole>) =>
      suggestRole(uk, ['web design', 'databases'], aRole(skill, more)) ?? assert.fail()
    const own = made('web design', { project: 'own', role: 'own', organisation: 'trust', sector: 'health' })
    const sector = made('web design', { project: 'sector', role: 'sector', organisation: 'other', sector: 'health' })
    const across = made('web design', { project: 'across', role: 'across' })
    const near = made('PostgreSQL', { project: 'near', role: 'a-near' })
    const member = suggested(told('me', { haves: ['web design'] }), told('ann', { needs: ['web design'] })) ?? assert.fail()
    const all = [near, own, sector, across]
    const order = (list: readonly Suggestion[], ...people: (typeof member)[]) =>
      rank({ ...NURSE, sector: 'health' }, list, people).map(({ id }) => id)
    assert.equal(order([near, own, across]).at(-1), 'own')
    assert.deepEqual(order([across, sector, own]), ['across', 'sector', 'own'])
    assert.deepEqual(order([across, own], member), ['across', 'ann', 'own'])
    assert.deepEqual(order(all, member), order([...all].reverse(), member))
  })
  it('meet each of somebody’s haves and needs once before they meet one again', () => {
    const mine = told('me', { haves: ['web design'], needs: ['procurement'] })
    const roles = ['1', '2'].map(
      (key) => suggestRole(uk, mine.said.haves, aRole('web design', { role: key, project: key })) ?? assert.fail(),
    )
    const member = suggested(mine, told('ann', { haves: ['procurement'] })) ?? assert.fail()
    assert.deepEqual(
      rank(NURSE, roles, [member]).map(({ id }) => id),
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
    const about = { organisation: 'Harrowmere', sector: 'local', showsHaves: true, showsAreas: true }
    const somebody = { haves: [], needs: [], topics: [], likes: [], about }
    memory.putPerson({ ...somebody, id: 'ann', haves: ['procurement'], needs: ['a lawyer', 'web design'] })
    memory.putPerson({ ...somebody, id: 'ben', haves: ['procurement'], topics: ['interest-choirs'] })
    memory.putPerson({ ...somebody, id: 'sal', haves: ['procurement'], about: { ...about, sector: 'supplier' } })
    const people = (said: Partial<SaidTerms>, organisation = 'Quillsey') =>
      memory.peopleFor({ haves: [], needs: [], topics: [], ...said }, { looked: 9, people: 3 }, worksElsewhere(organisation))
    const [buying, design] = [uk.termsIn('procurement'), uk.termsIn('web design')]
    const asked = () => [memory.rolesFor(uk.termsIn('UX research'), 3), people({ needs: buying })]
    assert.deepEqual(asked(), [['r'], ['ann', 'ben']])
    assert.deepEqual([people({ haves: design }), people({ topics: ['interest-choirs'] })], [['ann'], ['ben']])
    assert.deepEqual(people({ needs: buying, haves: design, topics: ['interest-choirs'] }), ['ann', 'ben'], 'who helps and is helped first')
    assert.deepEqual(people({ needs: buying }, 'Harrowmere'), [], 'colleagues are not proposed to each other')
    memory.putProject({ ...project, roles: [] })
    for (const id of ['ann', 'ben', 'sal']) memory.putPerson({ ...somebody, id })
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

it('lists nobody on more than three times as many lists as people are on average, once anybody is on many', () => {
  assert.deepEqual([capOf(0, 100), capOf(50, 100), capOf(100, 100), capOf(250, 100), capOf(300, 100)], [3, 3, 3, 7, 9])
})
