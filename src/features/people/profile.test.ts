/** Who sees somebody's page, and which field of it: the one rule, over every field, every audience and every relation. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import type { Person } from './person.ts'
import {
  AUDIENCES,
  OPENLY,
  PROFILE_AT_FIRST,
  PROFILE_FIELDS,
  RELATIONS,
  relationOf,
  type Standing,
  seenBy,
  showsField,
  showsName,
  sightOf,
} from './profile.ts'

const BROKER = { ...STRANGER, person: 'broker', broker: true }
const member: Pick<Person, 'id' | 'organisation'> = { id: NURSE.person, organisation: { id: 'trust', name: 'Trust', sector: 'health' } }
const held: Pick<Person, 'id' | 'organisation'> = { id: STRANGER.person }

it('knows what somebody who looks is to somebody who is seen', () => {
  const colleague = { ...COLLEAGUE, organisation: 'trust' }
  const lookers = [undefined, { ...STRANGER, person: 'another' }, OWNER, colleague, { ...colleague, broker: true }, BROKER, NURSE]
  assert.deepEqual(
    lookers.map((viewer) => relationOf(viewer, member, false)),
    ['signed out', 'stranger', 'member', 'colleague', 'colleague', 'broker', 'self'],
  )
  assert.equal(relationOf(OWNER, member, true), 'match')
  assert.equal(relationOf({ ...STRANGER, person: 'another' }, held, false), 'stranger', 'two without an organisation are no colleagues')
})

/** In the order of RELATIONS: signed out, stranger, member, colleague, broker, match, self. Y sees it, - does not. */
const FIELDS: readonly [name: string, standing: Partial<Standing>, members: string, matches: string, matching: string][] = [
  ['somebody who hides nothing', {}, '--YYYYY', '----YYY', '------Y'],
  ['somebody who is held', { isHeld: true }, '------Y', '------Y', '------Y'],
  ['somebody who is held, by whose colleagues they say they are', { isHeld: true, claimsOurs: true }, '------Y', '------Y', '------Y'],
  ['somebody who hides from their organisation', { hides: true }, '--Y-YYY', '----YYY', '------Y'],
  ['somebody anonymous, where their name does not stand', { isAnonymous: true }, '--YYYYY', '----YYY', '------Y'],
  ['somebody blocked', { isApart: true }, '------Y', '------Y', '------Y'],
  ['somebody who hides and is anonymous', { hides: true, isAnonymous: true }, '--Y-YYY', '----YYY', '------Y'],
]

describe('the truth table of fields', () => {
  for (const [name, standing, ...tables] of FIELDS) {
    it(`of ${name}`, () => {
      for (const field of PROFILE_FIELDS) {
        for (const [at, audience] of AUDIENCES.entries()) {
          const chosen = seenBy((each) => (each === field ? audience : 'matching'))
          const row = RELATIONS.map((relation) => (showsField(relation, { ...OPENLY, ...standing }, chosen[field]) ? 'Y' : '-')).join('')
          assert.equal(row, tables[at], `${field} for ${audience}`)
        }
      }
    })
  }
})

const PAGES: readonly [standing: Partial<Standing>, sights: string][] = [
  [{}, '..PPPPP'],
  [{ isHeld: true }, '....PPP'],
  [{ isHeld: true, claimsOurs: true }, '..PPPPP'],
  [{ hides: true }, '..P.PPP'],
  [{ isAnonymous: true }, '..wwwPP'],
  [{ isAnonymous: true, hides: true }, '..w.wPP'],
  [{ isApart: true }, '......P'],
  [{ isApart: true, isHeld: true, claimsOurs: true }, '......P'],
]

it('opens the page of somebody, and their name, to those who may find them', () => {
  for (const [standing, sights] of PAGES) {
    const all = { ...OPENLY, ...standing }
    const row = RELATIONS.map((relation) => ({ profile: 'P', unnamed: 'w', nothing: '.' })[sightOf(relation, all)]).join('')
    assert.equal(row, sights, JSON.stringify(standing))
    assert.equal(RELATIONS.map((relation) => (showsName(relation, all) ? 'P' : '.')).join(''), sights.replaceAll('w', '.'))
  }
})

it('keeps at first where somebody is and when they are free for matching alone', () => {
  const kept = PROFILE_FIELDS.filter((field) => PROFILE_AT_FIRST.seenBy[field] === 'matching')
  assert.deepEqual(kept, ['place', 'times', 'introductions', 'wishes'])
})
